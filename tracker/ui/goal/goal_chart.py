"""A goal over time and how it is judged, redrawn in place while a value is supposed."""

from dataclasses import replace

import streamlit as st
from htpy import div
from markupsafe import escape

from tracker import charts
from tracker.charts import Size, Theme
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.progress_steps import required_pace_words
from tracker.domain.explaining.target_wording import counting_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule, Status, rule_count_word, rule_word
from tracker.errors import RefusedInputError
from tracker.language import _, unit_word
from tracker.services.goal.what_if import Supposed, suppose, what_to_suppose, years_to_suppose
from tracker.services.view_settings import ViewSettings
from tracker.ui.goal.goal_record import goal_arithmetic
from tracker.ui.goal.verdict import goal_rules
from tracker.ui.session.callbacks import fragment
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.charts import chart
from tracker.ui.widgets.elements import between
from tracker.ui.widgets.escaping import markdown


def goal_what_if(report: GoalReport, how: ViewSettings) -> Supposed | None:
    """Ask for a value and a year, and say what they would change; None where nothing is supposed."""
    years = years_to_suppose(report)
    if not years:
        return None
    left, right = st.columns([3, 1])
    year = right.selectbox(_("in year"), years, key=f"year of what if {report.goal.goal}")
    unit = counting_unit(report.goal, report.indicator)
    text = left.text_input(
        _("What if the next value is … ({unit})").format(unit=markdown(unit_word(unit))),
        key=f"what if {report.goal.goal}",
        placeholder=what_to_suppose(report, year),
        help=_("Redraws path, status and required pace. Nothing is stored."),
    )
    if not text.strip():
        return None
    try:
        supposed = suppose(store(), report, how, year, text)
    except RefusedInputError as refused:
        st.warning("\n\n".join(markdown(str(problem)) for problem in refused.problems))
        return None
    _say(report, supposed, year)
    if supposed.doubts:
        st.warning(
            "\n\n".join(markdown(_("Unlikely: {doubt}.").format(doubt=doubt.wrong)) for doubt in supposed.doubts)
        )
    return supposed


def _say(report: GoalReport, supposed: Supposed, year: int) -> None:
    """Say what the supposed value would make of status, by every rule, and of required pace."""
    now, then = report.verdict, supposed.report.verdict
    sentence = escape(_("If {year} came to {value}: {then} instead of {now}.")).format(
        year=year, value=supposed.words, then=badge(then.status), now=badge(now.status)
    )
    rules = between(" · ", ((rule_word(rule), " ", badge(then.statuses[rule])) for rule in Rule))
    st.html(
        div[
            div[sentence, " ", _pace(report, supposed.report), " ", _("Nothing is stored.")],
            div[escape(_("By the {count} rules: {rules}")).format(count=rule_count_word(), rules=rules)],
        ]
    )


def _pace(report: GoalReport, supposed: GoalReport) -> str:
    """Return what would be left to make each year; nothing where that is defined neither now nor then."""
    now, then = report.verdict.required_pace, supposed.verdict.required_pace
    if now is None and then is None:
        return ""
    return _("Required pace: {then} instead of {now}.").format(then=_left(supposed), now=_left(report))


def _left(report: GoalReport) -> str:
    verdict = report.verdict
    if verdict.status in (Status.MET, Status.MET_EARLY):
        return _("nothing left to make")
    if verdict.required_pace is None:
        return _("no year left to make it in") if verdict.at_due else _("not known")
    return required_pace_words(VerdictFacts.of(report), verdict.required_pace)


@fragment
def goal_over_time(report: GoalReport, how: ViewSettings) -> None:
    """Draw the goal, take what is supposed, and show rules and arithmetic as reported; a milestone has none of them."""
    if not report.goal.traits.measured:
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
    points = tuple(point for point in report.points if supposed is None or point.year != supposed.year)
    drawn = replace(report, points=points)

    def build(theme: Theme, size: Size) -> charts.Scene:
        return charts.glide_path(drawn, theme=theme, size=size, title=False, what_if=supposed)

    chart(build, key="goal-chart", alt=charts.describe(report))


def _nothing_to_draw(report: GoalReport) -> bool:
    """Return whether neither an actual nor a due year nor a start is known."""
    return not report.points and report.goal.due is None and report.verdict.baseline_value is None
