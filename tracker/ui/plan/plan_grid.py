"""The goals of a plan as the table planning offices know: nothing cut off, each row leading to its goal."""

from collections.abc import Mapping, Sequence

from htpy import Element, div, img, span, table, tbody, td, th, thead, tr

from tracker.language import MISSING, _, percent_value
from tracker.services.plan_table import SheetRow
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.badges import badge


def goal_grid(rows: Sequence[SheetRow], paths: Mapping[str, str], *, reasons: bool) -> Element:
    """Return the rows as a table; `paths` holds a picture for each goal, `reasons` adds why each stands there."""
    heads = [th(scope="col", title=hint or None)[name] for name, hint in _heads(reasons)]
    body = [_row(row, paths[row.goal], reasons=reasons) for row in rows]
    return table(".goals")[thead[tr[heads]], tbody[body]]


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


def _row(row: SheetRow, path: str, *, reasons: bool) -> Element:
    terms = " · ".join(part for part in (row.counted, row.nature) if part not in ("", MISSING))
    return tr[
        th(scope="row")[link_to(row.indicator, "goal", goal=row.goal), div(".small.muted")[terms]],
        td[badge(row.status), row.overdue and div(".small.muted")[_("overdue")]],
        td(".path")[img(src=path, alt="")],
        _cell(row.baseline, row.baseline_year),
        _cell(row.latest, row.latest_year, row.judged),
        _cell(row.asked, row.due, kind="asked"),
        [
            _cell(value)
            for value in (percent_or_missing(row.progress), percent_or_missing(row.completion), row.gap, row.required)
        ],
        reasons and td(".small.why")[row.why],
    ]


def _cell(value: str, year: int | None = None, more: str = "", *, kind: str = "value") -> Element:
    if value == MISSING:
        return td[span(".muted")[MISSING]]
    return td(class_=kind)[value, [div(".small.muted")[below] for below in (year, more) if below]]


def percent_or_missing(share: float | None) -> str:
    """Return a share given in percent in words, or the sign for what is missing."""
    return MISSING if share is None else percent_value(share / 100)
