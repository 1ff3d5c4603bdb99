"""The table of a plan to take away, as a workbook and as CSV."""

from datetime import datetime

import streamlit as st

from tracker.language import _
from tracker.services.downloads import csv_bytes, file_name, xlsx_bytes
from tracker.services.file_types import media_type
from tracker.services.plan_figures import about_plan, download_frame
from tracker.services.plan_sheet import PlanSheet
from tracker.ui.session.callbacks import download


def show_downloads(sheet: PlanSheet) -> None:
    """Draw the two buttons; the files are made when one is pressed, and hold all goals of the plan."""
    goals = (*sheet.measured, *sheet.milestones)

    def workbook() -> bytes:
        return xlsx_bytes(download_frame(goals), _("Goals"), about_plan(sheet, datetime.now().astimezone()))

    with st.container(horizontal=True):
        download(
            _("Download XLSX"),
            workbook,
            file_name(sheet.plan.plan, sheet.look, sheet.revision, "xlsx"),
            media_type("xlsx"),
        )
        download(
            _("Download CSV"),
            lambda: csv_bytes(download_frame(goals)),
            file_name(sheet.plan.plan, sheet.look, sheet.revision, "csv"),
            media_type("csv"),
        )
