"""What stands behind a goal: its arithmetic, its plan's own terms, and the goals before and after it."""

import streamlit as st

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.domain.explaining.target_wording import plan_terms
from tracker.language import _
from tracker.services.goals import neighbours
from tracker.services.looking import Look
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import pairs_table, plain_table


def goal_arithmetic(report: GoalReport, *, supposing: bool = False) -> None:
    """Show every figure with its formula, the numbers filled in, told apart from what is supposed."""
    found = arithmetic(report)
    if not found.steps and not found.left_out:
        return
    st.header(_("The arithmetic, as reported") if supposing else _("The arithmetic"), anchor=False)
    if found.steps:
        heads = (_("Figure"), _("How it is worked out"), _("Result"))
        rows = [(step.name, step.formula, step.result) for step in found.steps]
        st.html(plain_table(heads, rows, ("", "bare", "end strong bare")))
    if found.left_out:
        st.caption(found.left_out)


def goal_terms(report: GoalReport) -> None:
    """Show the goal as the plan has it, with its baseline and where that comes from."""
    st.header(_("What the plan says"), anchor=False)
    st.html(pairs_table(plan_terms(report)))


def goal_neighbours(report: GoalReport, how: Look) -> None:
    """Link to what earlier and later plans want of the same indicator."""
    found = neighbours(store(), report, how)
    if not found:
        return
    st.header(_("The same indicator in other plans"), anchor=False)
    heads = (_("When"), _("Plan"), _("Asked"), _("Note on the plan"))
    rows = [
        (
            _("later") if other.later else _("earlier"),
            link_to(other.plan, "goal", goal=other.goal),
            other.asked,
            other.note or "",
        )
        for other in found
    ]
    st.html(plain_table(heads, rows, ("short", "", "short", "")))
