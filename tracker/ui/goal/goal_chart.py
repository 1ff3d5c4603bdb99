"""A goal over time and how it is judged, redrawn in place while a value is supposed."""

from dataclasses import replace

import streamlit as st

from tracker import charts
from tracker.charts import Size, Theme
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.language import _
from tracker.services.looking import Look
from tracker.ui.goal.goal_details import goal_arithmetic
from tracker.ui.goal.goal_rules import goal_rules
from tracker.ui.goal.goal_what_if import goal_what_if
from tracker.ui.session.callbacks import fragment
from tracker.ui.widgets.charts import chart


@fragment
def goal_over_time(report: GoalReport, how: Look) -> None:
    """Draw the goal, take what is supposed, and show rules and arithmetic as reported; a milestone has none of them."""
    if not report.goal.kind.traits.measured:
        return
    place = st.container()
    supposed = goal_what_if(report, how)
    with place:
        _draw(supposed.report if supposed else report, supposed.point if supposed else None)
    goal_rules(report, supposing=supposed is not None)
    goal_arithmetic(report, supposing=supposed is not None)


def _draw(report: GoalReport, supposed: Point | None) -> None:
    if supposed is None and _nothing_to_draw(report):
        st.caption(_("No chart yet: there is neither a value nor a year by which the goal is to be reached."))
        return
    told = tuple(point for point in report.points if supposed is None or point.year != supposed.year)
    drawn = replace(report, points=told)

    def build(theme: Theme, size: Size) -> charts.Scene:
        return charts.glide_path(drawn, theme=theme, size=size, title=False, what_if=supposed)

    chart(build, key="goal-chart", alt=charts.describe(report))


def _nothing_to_draw(report: GoalReport) -> bool:
    """Whether neither an actual nor a due year nor a start is known."""
    return not report.points and report.goal.due is None and report.verdict.baseline_value is None
