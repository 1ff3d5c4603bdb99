"""The goals of a plan as the table planning offices know: nothing cut off, each row leading to its goal."""

from collections.abc import Mapping, Sequence

from tracker.language import MISSING, _, percent_value
from tracker.services.plan_table import SheetRow
from tracker.ui.badges import badge_html
from tracker.ui.links import link_html
from tracker.ui.safe import shown_html

_NOTHING = f'<span class="muted">{MISSING}</span>'


def grid_html(rows: Sequence[SheetRow], paths: Mapping[str, str], *, reasons: bool) -> str:
    """Write the rows as a table; `paths` holds a picture for each goal, `reasons` adds why each stands there."""
    heads = [f'<th scope="col" title="{shown_html(hint)}">{shown_html(name)}</th>' for name, hint in _heads(reasons)]
    body = "".join(f"<tr>{_row(row, paths[row.goal], reasons=reasons)}</tr>" for row in rows)
    return f'<table class="goals"><thead><tr>{"".join(heads)}</tr></thead><tbody>{body}</tbody></table>'


def _heads(reasons: bool) -> list[tuple[str, str]]:
    heads = [
        (_("Indicator"), ""),
        (_("Status"), _("By the rule chosen at the side")),
        (_("Path"), _("Dashed: the path; solid: the actuals; diamond: the goal")),
        (_("Baseline"), ""),
        (_("Latest"), ""),
        (_("Goal"), ""),
        (_("Progress"), _("Share of the way from the baseline to the goal")),
        (_("Completion"), _("Latest ÷ goal")),
        (_("Gap"), _("Goal minus latest; percentages in points")),
        (_("Required pace"), _("The change a year that is left to make")),
    ]
    return [*heads, (_("Why"), "")] if reasons else heads


def _row(row: SheetRow, path: str, *, reasons: bool) -> str:
    overdue = f'<div class="small muted">{shown_html(_("overdue"))}</div>' if row.overdue else ""
    terms = " · ".join(part for part in (row.counted, row.nature) if part not in ("", MISSING))
    cells = [
        f'<th scope="row">{link_html(row.indicator, "goal", goal=row.goal)}'
        f'<div class="small muted">{shown_html(terms)}</div></th>',
        f"<td>{badge_html(row.status)}{overdue}</td>",
        f'<td class="path"><img src="{shown_html(path)}" alt=""></td>',
        _cell(row.baseline, row.baseline_year),
        _cell(row.latest, row.latest_year, row.judged),
        _cell(row.asked, row.due, kind="asked"),
        *(_cell(value) for value in (_percent(row.progress), _percent(row.completion), row.gap, row.required)),
    ]
    return "".join([*cells, f'<td class="small why">{shown_html(row.why)}</td>'] if reasons else cells)


def _cell(value: str, year: int | None = None, more: str = "", *, kind: str = "value") -> str:
    if value == MISSING:
        return f"<td>{_NOTHING}</td>"
    below = f'<div class="small muted">{year}</div>' if year else ""
    below += f'<div class="small muted">{shown_html(more)}</div>' if more else ""
    return f'<td class="{kind}">{shown_html(value)}{below}</td>'


def _percent(share: float | None) -> str:
    return MISSING if share is None else percent_value(share / 100)
