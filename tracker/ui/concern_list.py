"""The goals of one concern under their heading; an empty list says so in words."""

import streamlit as st

from tracker.language import _
from tracker.services.attention import Concern, Listed
from tracker.services.looking import Look
from tracker.services.overview import Scope
from tracker.ui.goal_list import FIRST, show_goals


def show_concern(concern: Concern, listed: Listed, scope: Scope, look: Look, few: int = FIRST) -> None:
    """Draw the heading with how many goals there are, then the first of them."""
    st.subheader(f"{_title(concern, look)} ({listed.total})" if listed.total else _title(concern, look))
    if listed.total:
        show_goals(listed, concern.value, scope, few=few)
    else:
        st.write(_none(concern))


def _title(concern: Concern, look: Look) -> str:
    return {
        Concern.ATTENTION: _("Needs attention first"),
        Concern.OVERDUE: _("Overdue: the due year is over and nothing was reported for it"),
        Concern.DUE: _("Due in {before} or {year}").format(before=look.year - 1, year=look.year),
        Concern.SILENT: _("Announced, and nothing reported since"),
    }[concern]


def _none(concern: Concern) -> str:
    return {
        Concern.ATTENTION: _("No goal with a verdict is behind or off track."),
        Concern.OVERDUE: _("No goal is overdue."),
        Concern.DUE: _("No goal with a report is due in these years."),
        Concern.SILENT: _("Something was reported for every goal that is not overdue."),
    }[concern]
