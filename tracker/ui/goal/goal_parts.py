"""The parts of a goal that is broken down, and the whole that a part belongs to."""

import streamlit as st
from htpy import Node

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import amount
from tracker.language import _, number, percent_value
from tracker.services.goal.parts import Part, Parts, parts_of, whole_of_goal
from tracker.services.view_settings import ViewSettings
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.elements import leads, plain_table


def goal_parts(report: GoalReport, how: ViewSettings) -> None:
    """Show what a goal is part of, and its own parts against the whole; nothing where there is neither."""
    whole = whole_of_goal(store(), report, how)
    if whole is not None:
        leads(link_to(_("← The goal that this one is part of"), "goal", goal=whole.goal))
    found = parts_of(store(), report, how)
    if found is None:
        return
    st.header(_("Broken down"), anchor=False)
    st.write(_sums(found))
    heads = (_("Zone"), _("Asked"), _("Share of the whole"), _("Reached"), _("Share of the whole"), _("Status"))
    rows = [_row(part, found) for part in found.parts]
    st.html(plain_table(heads, rows, ("", "end", "end", "end", "end", "short")))


def _row(part: Part, found: Parts) -> tuple[Node, ...]:
    report = part.report
    year = report.verdict.judged_year
    reached = amount(part.reached, found.unit)
    return (
        link_to(report.zone.name, "goal", goal=report.goal.goal),
        amount(part.asked, found.unit),
        percent_value(part.share_asked, 1),
        reached if part.reached is None or year is None else _("{value} ({year})").format(value=reached, year=year),
        percent_value(part.share_reached, 1),
        badge(report.verdict.status),
    )


def _sums(found: Parts) -> str:
    """Say what the parts ask and reached in all against the whole."""
    said = [
        _said(_("asked"), found.asked, found.whole_asked, found.unit),
        _said(_("reached"), found.reached, found.whole_reached, found.unit),
    ]
    if found.unreported:
        count = number(found.unreported)
        said.append(_("{count} of {all} parts reported nothing").format(count=count, all=number(len(found.parts))))
    elif found.year is None:
        said.append(_("the values are of different years"))
    return " · ".join(part for part in said if part) or _("Values of this indicator are not added up.")


def _said(what: str, parts: object, whole: object, unit: str) -> str:
    if parts is None:
        return ""
    text = _("{what}: {parts} by the parts in all, {whole} by the whole")
    return text.format(what=what, parts=amount(parts, unit), whole=amount(whole, unit))  # type: ignore[arg-type]
