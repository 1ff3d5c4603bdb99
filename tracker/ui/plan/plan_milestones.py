"""The milestones of a plan: reported in words, listed below the goals with numbers."""

from collections.abc import Sequence

import streamlit as st

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import Group
from tracker.language import _
from tracker.services.plan_sheet import milestone_lines
from tracker.ui.overview.goal_lists import goal_lines


def show_milestones(reports: Sequence[GoalReport], group: Group | None, text: str) -> None:
    """Draw the milestones of one group (None: all) whose words hold a text; nothing where the plan has none."""
    if not reports:
        return
    lines = milestone_lines(reports, group, text)
    st.header(_("Milestones ({count})").format(count=len(lines)), anchor=False)
    if lines:
        st.html(goal_lines(lines, places=False))
    else:
        st.write(_("No milestone fits this choice."))
