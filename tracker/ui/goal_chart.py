"""A goal over time, with a field for what would be if: path, status and required pace redrawn, nothing stored."""

from dataclasses import replace

import streamlit as st

from tracker import charts
from tracker.charts import Size, Theme
from tracker.domain.asking import counting_unit, distance
from tracker.domain.verdicts import GoalReport, Point
from tracker.domain.vocabulary import Kind
from tracker.errors import RefusedInputError
from tracker.language import _
from tracker.services.looking import Look
from tracker.services.supposing import Supposed, suppose, years_to_suppose
from tracker.ui.badges import badge_html
from tracker.ui.charts import chart
from tracker.ui.opened import store
from tracker.ui.safe import markdown, shown_html


@st.fragment
def goal_chart(report: GoalReport, how: Look) -> None:
    """Draw the goal and take what is supposed; a milestone has no chart."""
    if report.goal.kind is Kind.MILESTONE:
        return
    place = st.container()
    supposed = _supposed(report, how)
    with place:
        _draw(supposed.report if supposed else report, supposed.point if supposed else None)


def _draw(report: GoalReport, supposed: Point | None) -> None:
    told = tuple(point for point in report.points if supposed is None or point.year != supposed.year)
    drawn = replace(report, points=told)

    def build(theme: Theme, size: Size) -> object:
        return charts.glide_path(drawn, theme=theme, size=size, title=False, what_if=supposed)

    chart(build, key="goal-chart", alt=charts.describe(report))


def _supposed(report: GoalReport, how: Look) -> Supposed | None:
    """Ask for a value and a year, and say what they would change; None where nothing is supposed."""
    years = years_to_suppose(report)
    if not years:
        return None
    unit = counting_unit(report.goal, report.indicator)
    left, right = st.columns([3, 1])
    text = left.text_input(
        _("What if the next value is … ({unit})").format(unit=markdown(unit)),
        key=f"what if {report.goal.goal}",
        placeholder=_("a number, such as {example}").format(example=_example(report)),
        help=_("Redraws path, status and required pace. Nothing is stored."),
    )
    year = right.selectbox(_("in year"), years, key=f"year of what if {report.goal.goal}")
    if not text.strip():
        return None
    try:
        found = suppose(store(), report, how, year, text)
    except RefusedInputError as refused:
        st.warning("\n\n".join(markdown(str(problem)) for problem in refused.problems))
        return None
    _say(report, found, year)
    return found


def _example(report: GoalReport) -> str:
    return f"{report.goal.value.normalize():f}" if report.goal.value else "100"


def _say(report: GoalReport, supposed: Supposed, year: int) -> None:
    """Say what the supposed value would make of status and required pace."""
    now, then = report.verdict, supposed.report.verdict
    said = _("If {year} came to {value}: {then} instead of {now}.").format(
        year=year, value=shown_html(supposed.words), then=badge_html(then.status), now=badge_html(now.status)
    )
    paces = [_pace(report, verdict.required_pace) for verdict in (then, now)]
    pace = _("Required pace {then} instead of {now}.").format(then=shown_html(paces[0]), now=shown_html(paces[1]))
    left = pace if now.required_pace is not None or then.required_pace is not None else ""
    st.html(f"<div>{said} {left} {shown_html(_('Nothing is stored.'))}</div>")


def _pace(report: GoalReport, pace: float | None) -> str:
    return "–" if pace is None else _("{pace} a year").format(pace=distance(pace, report.unit, sign=True))
