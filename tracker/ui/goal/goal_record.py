"""Every value reported for a goal, with its corrections and its source, and what follows from it."""

import streamlit as st
from htpy import Node

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.domain.explaining.target_wording import plan_terms
from tracker.language import _, labelled
from tracker.services.goal.goal_report import Record, Reported, neighbours, record_of
from tracker.services.view_settings import ViewSettings
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import pairs_table, plain_table, quiet


def goal_actuals(report: GoalReport, how: ViewSettings) -> None:
    """Show what has been reported, what bears no year, and what follows."""
    record = record_of(store(), report, how)
    st.header(_("What has been reported"), anchor=False)
    if record.dated:
        heads = (_("Year"), _("Value"), _("Data status"), _("Source"))
        rows = [(str(row.year), _value(row), row.certainty, _source(row)) for row in record.dated]
        st.html(plain_table(heads, rows, ("short", "strong", "short", "")))
    else:
        st.caption(_("Nothing with a year has been reported up to {year}.").format(year=how.year))
    _within_years(record)
    _undated(record)
    _derived(record)


def _within_years(record: Record) -> None:
    """List what was reported of parts of years."""
    if not record.within:
        return
    st.markdown(f"**{_('Within the year')}**")
    st.caption(_("Values of parts of years; they judge nothing."))
    heads = (_("Part of the year"), _("Value"), _("Data status"), _("Source"))
    rows = [(row.when, _value(row), row.certainty, _source(row)) for row in record.within]
    st.html(plain_table(heads, rows, ("short", "strong", "short", "")))


def _undated(record: Record) -> None:
    """List what bears no year, by who reported it."""
    if not record.undated:
        return
    st.markdown(f"**{_('Without a year')}**")
    st.caption(_("As reported by the source; judges nothing until someone dates it."))
    heads = (_("Value"), _("Data status"), _("As reported by"))
    rows = [(_value(row), row.certainty, _source(row)) for row in record.undated]
    st.html(plain_table(heads, rows, ("strong", "short", "")))


def _derived(record: Record) -> None:
    """List what follows from reported values, apart from them."""
    if not record.derived:
        return
    st.markdown(f"**{_('Derived')}**")
    st.caption(_("Worked out from reported values; nobody reported these."))
    heads = (_("Year"), _("What"), _("Follows from"), _("Value"))
    rows = [(str(row.year or "–"), row.what, row.formula, row.value) for row in record.derived]
    st.html(plain_table(heads, rows, ("short", "", "", "end strong")))


def _value(row: Reported) -> Node:
    """Return a value, with what it was before it was corrected."""
    earlier = [_("before: {revision}").format(revision=revision) for revision in row.earlier]
    said = [quiet(labelled(name, text)) for name, text in row.said]
    return row.value, said, [quiet(text) for text in earlier]


def _source(row: Reported) -> Node:
    """Return where a value comes from, as a link to what else was taken from there."""
    named = link_to(row.source, "sources", source=row.source_key) if row.source_key else row.source or _("no source")
    return named, quiet(row.note), quiet(row.recorded)


def goal_arithmetic(report: GoalReport, *, supposing: bool = False) -> None:
    """Show every figure with its formula, the numbers filled in, told apart from what is supposed."""
    steps = arithmetic(report)
    if not steps.steps and not steps.left_out:
        return
    st.header(_("The arithmetic, as reported") if supposing else _("The arithmetic"), anchor=False)
    if steps.steps:
        heads = (_("Figure"), _("How it is worked out"), _("Result"))
        rows = [(step.name, step.formula, step.result) for step in steps.steps]
        st.html(plain_table(heads, rows, ("", "bare", "end strong bare")))
    if steps.left_out:
        st.caption(steps.left_out)


def goal_terms(report: GoalReport) -> None:
    """Show the goal as the plan has it, with its baseline and where that comes from."""
    st.header(_("What the plan says"), anchor=False)
    st.html(pairs_table(plan_terms(report)))


def goal_neighbours(report: GoalReport, how: ViewSettings) -> None:
    """Link to what earlier and later plans want of the same indicator."""
    others = neighbours(store(), report, how)
    if not others:
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
        for other in others
    ]
    st.html(plain_table(heads, rows, ("short", "", "short", "")))
