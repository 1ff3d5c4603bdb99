"""The goals of one concern under their heading; an empty list says so in words."""

import streamlit as st

from tracker.language import _, aside, ngettext, number
from tracker.services.attention import Concern, Listed, fell_due
from tracker.services.looking import Look
from tracker.services.overview import Scope
from tracker.ui.overview.goal_lists import FIRST, show_goals
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads


def show_concern(concern: Concern, listed: Listed, scope: Scope, look: Look, few: int = FIRST) -> None:
    """Draw the heading with how many goals there are, then the first of them."""
    title = _title(concern, look)
    st.header(aside(title, number(listed.total) if listed.total else ""), anchor=False)
    if listed.total:
        show_goals(listed, concern.value, scope, few=few)
    unreported = fell_due(store(), look, scope) if concern is Concern.DUE else 0
    if unreported:
        _show_fell_due(unreported, scope, look)
    elif not listed.total:
        st.write(_none(concern, look))


def _title(concern: Concern, look: Look) -> str:
    return {
        Concern.ATTENTION: _("Needs attention first"),
        Concern.OVERDUE: _("Overdue: the due year is over and nothing was reported for it"),
        Concern.DUE: _("Due in {before} or {year}").format(before=look.year - 1, year=look.year),
        Concern.SILENT: _("Announced, and nothing reported since"),
    }[concern]


def _show_fell_due(count: int, scope: Scope, look: Look) -> None:
    """Say for how many goals of the year before nothing was reported, with a link to those overdue."""
    words = ngettext(
        "{count} goal fell due in {year}; nothing has been reported for it",
        "{count} goals fell due in {year}; nothing has been reported for them",
        count,
    ).format(count=number(count), year=look.year - 1)
    leads(link_to(words, "overview", zone=scope.zone, plan=scope.plan, show=Concern.OVERDUE.value))


def _none(concern: Concern, look: Look) -> str:
    return {
        Concern.ATTENTION: _("No goal with a verdict is behind or off track."),
        Concern.OVERDUE: _("No goal is overdue."),
        Concern.DUE: _("No goal is due in {before} or {year}.").format(before=look.year - 1, year=look.year),
        Concern.SILENT: _("Something was reported for every goal that is not overdue."),
    }[concern]
