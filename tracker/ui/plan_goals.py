"""The table of one plan's goals on the screen: filtered, with a small chart in each row, which leads to its goal."""

from collections.abc import Sequence

import streamlit as st

from tracker.charts import palette, spark
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Group
from tracker.language import MISSING, _, number
from tracker.services.plan_sheet import PlanSheet
from tracker.services.plan_table import SheetRow, screen_frame, sheet_rows
from tracker.ui.addressed import choose_segment
from tracker.ui.badges import group_text, status_text
from tracker.ui.charts import theme
from tracker.ui.links import lead_to
from tracker.ui.plan_cards import cards_html, links_html
from tracker.ui.plan_columns import plan_columns
from tracker.ui.screen import page_width

_ROW, _HEAD = 40, 38
# Under this width in pixels each goal is a card of its own.
_NARROW = 600


def choose_rows(sheet: PlanSheet) -> tuple[Group | None, str]:
    """Show the totals of each group as a filter and a field for words; both are kept in the address."""
    left, right = st.columns([3, 1], vertical_alignment="top")
    counts = {group: count for group, count in sheet.groups.items() if count}
    options = {"": _("All {count}").format(count=number(sum(counts.values())))}
    options |= {group.name.lower(): f"{group_text(group)} {number(count)}" for group, count in counts.items()}
    with left:
        told = choose_segment(_("Goals by status"), options, key="group of the plan", address="group")
    text = right.text_input(_("Search"), key="find", bind="query-params", max_chars=100)
    return next((group for group in Group if group.name.lower() == told), None), str(text)


def show_goals_table(reports: Sequence[GoalReport], group: Group | None, text: str) -> None:
    """Draw the table of measured goals; a chosen row leads to its goal."""
    rows = sheet_rows(reports, group, text)
    if not rows:
        st.write(_("No goal with numbers fits this choice.") if reports else _("This plan has no goals with numbers."))
        return
    if page_width() < _NARROW:
        st.html(cards_html(rows))
        return
    chosen = _table(rows, {report.goal.goal: report for report in reports})
    st.caption(_("Choose a row to open its goal; choose a heading to sort by it."))
    _offer_links(rows)
    if chosen:
        # The way back leads by an address with these names, so the plan is among them.
        lead_to("goal", goal=rows[chosen[0]].goal, plan=reports[0].plan.plan)


def _offer_links(rows: Sequence[SheetRow]) -> None:
    """Offer the rows once more for whoever reads without a mouse or has the page read out; made when asked for."""
    offered = st.expander(_("The same goals as links"), key="goals of the plan as links", on_change="rerun")
    if offered.open:
        offered.html(links_html(rows))


def _table(rows: Sequence[SheetRow], reports: dict[str, GoalReport]) -> list[int]:
    paths = [spark(reports[row.goal], theme=theme()) for row in rows]
    frame = screen_frame(rows, [_status(row) for row in rows], paths)
    colours = palette(theme()).status
    styled = frame.style.apply(lambda _column: [f"color: {colours[row.group]}" for row in rows], subset=["status"])
    event = st.dataframe(
        styled,
        placeholder=MISSING,
        hide_index=True,
        height=min(_HEAD + _ROW * len(rows) + 4, 640),
        row_height=_ROW,
        column_config=plan_columns(max(len(row.indicator) for row in rows)),
        on_select="rerun",
        selection_mode="single-row",
        key="goals of the plan",
        alt=_("The goals of the plan as a table; below it they stand as links"),
    )
    return list(event.selection.rows)


def _status(row: SheetRow) -> str:
    said = status_text(row.status)
    return _("{status} · overdue").format(status=said) if row.overdue else said
