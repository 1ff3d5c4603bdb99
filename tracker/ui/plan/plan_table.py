"""The goals of one plan on the screen: filtered and ordered, each row with a small chart and the way to its goal."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from htpy import Element, Node, details, div, fragment, img, span, summary, table, tbody, td, th, thead, tr

from tracker.charts import spark
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import Group
from tracker.language import MISSING, _, labelled, number, percent_value
from tracker.services.plan.plan_sheet import PlanSheet
from tracker.services.plan.plan_table import Order, SheetRow, dated, in_order, sheet_rows
from tracker.ui.session.screen import page_width
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.address_inputs import choose_one, choose_segment
from tracker.ui.widgets.badges import badge, group_text
from tracker.ui.widgets.charts import theme
from tracker.ui.widgets.elements import plain_table


def goal_grid(rows: Sequence[SheetRow], paths: Mapping[str, str]) -> Element:
    """Return the rows as a table, each with what unfolds under it; `paths` holds a picture for each goal."""
    heads = [th(scope="col", title=hint or None)[name] for name, hint in _heads()]
    return table(".goals")[thead[tr[heads]], tbody[[_row(row, paths[row.goal]) for row in rows]]]


def _heads() -> list[tuple[str, str]]:
    return [
        (_("Indicator"), ""),
        (_("Goal"), ""),
        (_("Latest"), _("As the goal measures it; below in grey the value of the latest year itself")),
        (_("Gap"), _("What is missing of the goal, in its own measure; percentages in points")),
        (_("Path"), _("Dashed: the path; solid: the actuals; diamond: the goal")),
        (_("Status"), _("By the rule chosen at the side")),
    ]


def _row(row: SheetRow, path: str) -> Element:
    return tr[
        th(scope="row")[link_to(row.indicator, "goal", goal=row.goal), _more(row)],
        _cell(row.asked, row.due, kind="asked"),
        _cell(row.latest, row.when, row.own),
        _cell(row.gap),
        td(".path")[img(src=path, alt="")],
        td(".state")[badge(row.status), [div(".small.muted")[mark] for mark in row.marks]],
    ]


def _more(row: SheetRow) -> Element:
    """Return a row's terms, which unfold to where it starts, how far it is, what is still required, and why."""
    terms = [part for part in (row.counted, row.nature) if part not in ("", MISSING)]
    facts = (
        (_("Baseline"), dated(row.baseline, row.baseline_year)),
        (_("Progress"), percent_value(row.progress)),
        (_("Completion"), percent_value(row.completion)),
        (_("Required pace"), row.required),
    )
    told = [div[f"{labelled(name, value)}"] for name, value in facts if value != MISSING]
    return details(".small")[summary[" · ".join([*terms, _("start, pace, reason")])], told, div(".why")[row.why]]


def _cell(value: str, year: int | None = None, more: str = "", *, kind: str = "value") -> Element:
    shown = span(".muted")[MISSING] if value == MISSING else value
    return td(class_=kind)[shown, [div(".small.muted")[below] for below in (year, more) if below]]


def goal_cards(rows: Iterable[SheetRow]) -> Element:
    """Return rows of the table as cards that lead to their goals."""
    first = (_("Indicator"), _("Status"), _("Goal"), _("Due"), _("Latest"), _("Gap"), _("Progress"))
    then = (_("Required pace"), _("Completion"), _("Unit"), _("Nature"), _("Baseline"), _("Why"))
    return plain_table((*first, *then), [_card(row) for row in rows])


def _card(row: SheetRow) -> tuple[Node, ...]:
    return (
        link_to(row.indicator, "goal", goal=row.goal),
        fragment[badge(row.status), [(" ", mark) for mark in row.marks]],
        row.asked,
        str(row.due or MISSING),
        fragment[dated(row.latest, row.when), row.own and div(".small.muted")[row.own]],
        row.gap,
        percent_value(row.progress),
        row.required,
        percent_value(row.completion),
        row.unit,
        row.nature,
        dated(row.baseline, row.baseline_year),
        row.why,
    )


# Under this width in pixels each goal is a card of its own.
_NARROW = 860


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
        Order.PLAN.value: _("As the plan lists them"),
        Order.BINDING.value: _("Binding goals first"),
        Order.NEED.value: _("What needs attention first"),
        Order.DUE.value: _("What is due first"),
        Order.PROGRESS.value: _("Least progress first"),
        Order.NAME.value: _("By name"),
    }
    key, no_such = "order of the goals", _("There is no such order")
    return Order(choose_one(_("Order"), orders, key=key, default=Order.PLAN.value, address="order", no_such=no_such))


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
    st.html(goal_grid(rows, paths))
