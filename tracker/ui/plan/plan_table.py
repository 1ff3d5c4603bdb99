"""The goals of one plan on the screen: filtered and ordered, each row with a small chart and the way to its goal."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from htpy import Element, Node, div, fragment, img, span, table, tbody, td, th, thead, tr

from tracker.charts import spark
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import Group
from tracker.language import MISSING, _, number, percent_value
from tracker.services.plan.plan_sheet import PlanSheet
from tracker.services.plan.plan_table import Order, SheetRow, dated, in_order, sheet_rows
from tracker.ui.session.screen import page_width
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.address_inputs import choose_one, choose_segment
from tracker.ui.widgets.badges import badge, group_text
from tracker.ui.widgets.charts import theme
from tracker.ui.widgets.elements import plain_table


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


def goal_cards(rows: Iterable[SheetRow]) -> Element:
    """Return rows of the table as cards that lead to their goals."""
    first = (_("Indicator"), _("Status"), _("Goal"), _("Due"), _("Latest"), _("Progress"), _("Gap"))
    then = (_("Required pace"), _("Completion"), _("Unit"), _("Nature"), _("Baseline"), _("Why"))
    return plain_table((*first, *then), [_card(row) for row in rows])


def _card(row: SheetRow) -> tuple[Node, ...]:
    return (
        link_to(row.indicator, "goal", goal=row.goal),
        fragment[badge(row.status), row.overdue and (" ", _("overdue"))],
        row.asked,
        str(row.due or MISSING),
        dated(row.latest, row.latest_year),
        percent_or_missing(row.progress),
        row.gap,
        row.required,
        percent_or_missing(row.completion),
        row.unit,
        row.nature,
        dated(row.baseline, row.baseline_year),
        row.why,
    )


# Under this width in pixels each goal is a card of its own; from the other on there is room for why it stands there.
_NARROW, _WIDE = 860, 1240


def choose_group(sheet: PlanSheet) -> Group | None:
    """Show the totals of each group as a filter, kept in the address; None for all."""
    counts = {group: count for group, count in sheet.groups.items() if count}
    options = {"": _("All {count}").format(count=number(sum(counts.values())))}
    options |= {group.name.lower(): f"{group_text(group)} {number(count)}" for group, count in counts.items()}
    no_such = _("No goal of this plan has this status")
    chosen = choose_segment(_("Goals by status"), options, key="group of the plan", address="group", no_such=no_such)
    return next((group for group in Group if group.name.lower() == chosen), None)


def choose_order() -> Order:
    """Show the orders to read the goals in, kept in the address; return the one chosen."""
    orders = {
        Order.BINDING.value: _("Binding goals first"),
        Order.NEED.value: _("What needs attention first"),
        Order.DUE.value: _("What is due first"),
        Order.PROGRESS.value: _("Least progress first"),
        Order.NAME.value: _("By name"),
    }
    key, no_such = "order of the goals", _("There is no such order")
    return Order(choose_one(_("Order"), orders, key=key, default=Order.BINDING.value, address="order", no_such=no_such))


def words_to_find() -> str:
    """Show the field for words that goals are narrowed by, kept in the address; return them."""
    return str(st.text_input(_("Search"), key="find", bind="query-params", max_chars=100))


def show_goals_table(reports: Sequence[GoalReport], order: Order, group: Group | None, text: str) -> None:
    """Draw the table of measured goals, cards on a phone; each row leads to its goal."""
    ordered = in_order(reports, order)
    rows = sheet_rows(ordered, group, text)
    if not rows:
        st.write(_("No goal with numbers fits this choice.") if reports else _("This plan has no goals with numbers."))
        return
    if page_width() < _NARROW:
        st.html(goal_cards(rows))
        return
    shown = {row.goal for row in rows}
    paths = {report.goal.goal: spark(report, theme=theme()) for report in ordered if report.goal.goal in shown}
    st.html(goal_grid(rows, paths, reasons=page_width() >= _WIDE))
