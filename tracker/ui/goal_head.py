"""The top of a goal's page: headline, status, reason, and what is missing where there is no verdict."""

import streamlit as st

from tracker.domain.needed_for_verdict import what_is_missing
from tracker.domain.places import place_beside
from tracker.domain.reached_late import reached_late
from tracker.domain.verdicts import GoalReport
from tracker.language import _, sentences
from tracker.services.looking import Look
from tracker.ui.badges import badge_html, colour
from tracker.ui.links import link_html
from tracker.ui.looks import look_words
from tracker.ui.safe import markdown, shown_html


def goal_head(report: GoalReport, how: Look) -> None:
    """Show where a goal stands, in one sentence with its number, and why."""
    st.title(markdown(report.headline), anchor=False)
    overdue = (
        f' <span style="color:{colour("muted")}">{shown_html(_("overdue"))}</span>' if report.verdict.overdue else ""
    )
    plan = link_html(report.plan.name, "plan", plan=report.plan.plan)
    place = place_beside(report.zone.name, report.plan.name)
    st.html(
        f'<div style="display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:baseline">'
        f"<span>{badge_html(report.verdict.status)}{overdue}</span>"
        f'<span class="plain-link">{shown_html(place + " · " if place else "")}{plan}</span>'
        f'<span style="color:{colour("muted")}">{shown_html(look_words(how))}</span></div>'
    )
    st.markdown(markdown(sentences(report.verdict.reason, reached_late(report))))
    _missing(report)


def _missing(report: GoalReport) -> None:
    """Say what a verdict would need and who could supply it."""
    missing = what_is_missing(report)
    if missing is None:
        return
    box = f"background:{colour('card')};border-radius:.5rem;padding:.8rem 1.1rem;max-width:92rem"
    muted = f"color:{colour('muted')}"
    st.html(
        f'<div style="{box}"><div><span style="{muted}">{shown_html(_("What is missing:"))} </span>'
        f'{shown_html(missing.what)}</div><div><span style="{muted}">{shown_html(_("Who could supply it:"))} </span>'
        f"{shown_html(missing.who)}</div></div>"
    )
