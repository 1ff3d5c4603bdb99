"""The top of a goal's page: headline, status, reason, and what is missing where there is no verdict."""

import streamlit as st
from htpy import div, span

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.headlines import place_beside
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.explaining.reached_late import reached_late
from tracker.language import _, sentences
from tracker.services.looking import Look
from tracker.ui.session.view_settings import look_words
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.escaping import markdown


def goal_head(report: GoalReport, how: Look) -> None:
    """Show where a goal stands, in one sentence with its number, and why."""
    st.title(markdown(report.headline), anchor=False)
    place = place_beside(report.zone.name, report.plan.name)
    st.html(
        div(".goal-head")[
            span[badge(report.verdict.status), report.verdict.overdue and (" ", span(".muted")[_("overdue")])],
            span(".leads")[place and f"{place} · ", link_to(report.plan.name, "plan", plan=report.plan.plan)],
            span(".muted")[look_words(how)],
        ]
    )
    st.markdown(markdown(sentences(report.verdict.reason, reached_late(report))))
    _missing(report)


def _missing(report: GoalReport) -> None:
    """Say what a verdict would need and who could supply it."""
    missing = what_is_missing(report)
    if missing is None:
        return
    st.html(
        div(".missing")[
            div[span(".muted")[_("What is missing:"), " "], missing.what],
            div[span(".muted")[_("Who could supply it:"), " "], missing.who],
        ]
    )
