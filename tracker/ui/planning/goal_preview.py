"""Beside a goal's form: how the goal would be judged and drawn, or why it cannot be."""

import streamlit as st
from htpy import Node, div

from tracker import charts
from tracker.charts import Size, Theme
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.explaining.target_wording import baseline_words
from tracker.domain.kinds import kind_word
from tracker.domain.statuses import Rule, rule_word
from tracker.errors import RefusedInputError
from tracker.language import _
from tracker.services.planning.goal_planning import preview_goal
from tracker.services.planning.typed_goals import typed_goal
from tracker.ui.planning.saving import problem_lines
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.charts import chart
from tracker.ui.widgets.elements import pairs_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import TypedForm

_NARROW = 640


def goal_preview(form: TypedForm) -> None:
    """Judge what is typed so far and draw it; nothing is stored."""
    st.markdown(f"**{_('How it will be judged')}**")
    if not form.texts.get("indicator") or not form.texts.get("plan"):
        st.caption(_("Choose a plan and an indicator; the verdict and the path appear here as you type."))
        return
    try:
        preview = preview_goal(store(), typed_goal(store(), form.texts, form.key), chosen_view())
    except RefusedInputError as refused:
        st.warning(_("This cannot be judged yet:") + "\n\n" + problem_lines(refused.problems))
        return
    _show(preview.report)
    if preview.doubts:
        st.info(_("It can be saved, but look again:") + "\n\n" + problem_lines(preview.doubts))


def _show(report: GoalReport) -> None:
    st.markdown(f"**{markdown(report.headline)}**")
    if report.goal.traits.measured:
        _draw(report)
    rules = [div[rule_word(rule), " ", badge(report.verdict.statuses[rule])] for rule in Rule]
    pairs: list[tuple[str, Node]] = [(_("Judged as"), kind_word(report.goal.kind)), (_("Asked"), report.asked)]
    if report.goal.traits.measured:
        pairs += [(_("Starts from"), baseline_words(report)), (_("Rules"), rules)]
    pairs += [(_("Reason"), report.verdict.reason)]
    missing = what_is_missing(report)
    if missing is not None:
        pairs += [(_("Still missing"), missing.what)]
    st.html(pairs_table(pairs))
    st.caption(_("A preview; nothing is stored until you save."))


def _draw(report: GoalReport) -> None:
    def build(theme: Theme, size: Size) -> charts.Scene:
        return charts.glide_path(report, theme=theme, size=size, title=False)

    chart(build, key="goal-preview", alt=charts.describe(report), size=_size)


def _size(width: int) -> Size:
    """Return the size of a chart that stands in the right half of a wide page, or below the form on a narrow one."""
    return (width, 360) if width < _NARROW else (max(round(width * 0.44), 320), 360)
