"""The goals of one plan on the screen: filtered and ordered, each row with a small chart and the way to its goal."""

from collections.abc import Sequence

import streamlit as st

from tracker.charts import spark
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import Group
from tracker.language import _, number
from tracker.services.plan_order import Order, in_order
from tracker.services.plan_sheet import PlanSheet
from tracker.services.plan_table import sheet_rows
from tracker.ui.plan.plan_cards import goal_cards
from tracker.ui.plan.plan_grid import goal_grid
from tracker.ui.session.screen import page_width
from tracker.ui.widgets.address_inputs import choose_one, choose_segment
from tracker.ui.widgets.badges import group_text
from tracker.ui.widgets.charts import theme

# Under this width in pixels each goal is a card of its own; from the other on there is room for why it stands there.
_NARROW, _WIDE = 860, 1240


def choose_group(sheet: PlanSheet) -> Group | None:
    """Show the totals of each group as a filter, kept in the address; None for all."""
    counts = {group: count for group, count in sheet.groups.items() if count}
    options = {"": _("All {count}").format(count=number(sum(counts.values())))}
    options |= {group.name.lower(): f"{group_text(group)} {number(count)}" for group, count in counts.items()}
    no_such = _("No goal of this plan has this status")
    told = choose_segment(_("Goals by status"), options, key="group of the plan", address="group", no_such=no_such)
    return next((group for group in Group if group.name.lower() == told), None)


def choose_order() -> Order:
    """Show the orders to read the goals in, kept in the address."""
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
    """Show the field for words that goals are narrowed by, kept in the address."""
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
