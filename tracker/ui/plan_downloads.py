"""The table of a plan to take away, as a workbook and as CSV."""

from datetime import datetime

import streamlit as st

from tracker.language import _, in_this_language
from tracker.services.downloads import csv_bytes, file_name, xlsx_bytes
from tracker.services.plan_figures import about_plan, download_frame
from tracker.services.plan_sheet import PlanSheet


def show_downloads(sheet: PlanSheet) -> None:
    """Draw the two buttons; the files are made when one is pressed, and hold all goals of the plan."""
    goals = (*sheet.measured, *sheet.milestones)

    def workbook() -> bytes:
        return xlsx_bytes(download_frame(goals), _("Goals"), about_plan(sheet, datetime.now().astimezone()))

    with st.container(horizontal=True):
        st.download_button(
            _("Download XLSX"),
            data=in_this_language(workbook),
            file_name=file_name(sheet.plan.plan, sheet.look, sheet.revision, "xlsx"),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
        )
        st.download_button(
            _("Download CSV"),
            data=in_this_language(lambda: csv_bytes(download_frame(goals))),
            file_name=file_name(sheet.plan.plan, sheet.look, sheet.revision, "csv"),
            mime="text/csv",
            on_click="ignore",
        )
