"""A comparison as a table, and what to know before comparing."""

import streamlit as st

from tracker.language import _
from tracker.services.compare import Comparison
from tracker.services.compared import cautions
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import pairs_table, plain_table


def reported_table(comparison: Comparison) -> None:
    """Show what every zone reported and wants."""
    goals = [(record.zone.name, report) for record in comparison.zones for report in record.reports]
    if goals:
        st.header(_("What the plans want"), anchor=False)
        heads = (_("Zone"), _("Plan"), _("Asked"), _("By"))
        rows = [
            (
                zone,
                report.plan.name,
                link_to(report.asked, "goal", goal=report.goal.goal),
                str(report.goal.due or "–"),
            )
            for zone, report in goals
        ]
        st.html(plain_table(heads, rows, ("", "", "", "short")))
    st.header(_("What was reported"), anchor=False)
    if not comparison.table:
        st.caption(_("No zone has reported this indicator."))
        return
    columns = (_("Zone"), _("Year"), _("Value"), _("Data status"), _("Source"))
    told = [(row.zone, str(row.year or _("no year")), row.value, row.certainty, row.source) for row in comparison.table]
    st.html(plain_table(columns, told, ("", "short", "strong", "short", "")))


def cautions_list(comparison: Comparison) -> None:
    """Say what may make zones or plans hard to compare."""
    found = cautions(comparison)
    if found:
        st.header(_("Before comparing"), anchor=False)
        st.html(pairs_table(found))
