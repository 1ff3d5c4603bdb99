"""The table of a plan to take away, as a workbook and as CSV."""

from datetime import datetime

import streamlit as st

from tracker.briefings.deck.presenting_address import deck_asked_for
from tracker.briefings.files import FileKind, deck_files, midterm_files
from tracker.language import _, current_language
from tracker.services.downloads import csv_bytes, file_name, media_type, xlsx_bytes
from tracker.services.plan.goal_figures import download_frame, number_forms
from tracker.services.plan.plan_sheet import PlanSheet, about_plan
from tracker.services.view_settings import ViewSettings
from tracker.ui.session.callbacks import download
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import view_in_address
from tracker.ui.widgets.offered_files import offer_files


def show_downloads(sheet: PlanSheet) -> None:
    """Draw the two buttons; the files are made when one is pressed, and hold all goals of the plan."""
    goals = (*sheet.measured, *sheet.milestones)

    def workbook() -> bytes:
        about = about_plan(sheet, datetime.now().astimezone())
        return xlsx_bytes(download_frame(goals), _("Goals"), about, number_forms(goals))

    with st.container(horizontal=True):
        download(
            _("Download XLSX"),
            workbook,
            file_name(sheet.plan.plan, sheet.view, sheet.revision, "xlsx"),
            media_type("xlsx"),
        )
        download(
            _("Download CSV"),
            lambda: csv_bytes(download_frame(goals)),
            file_name(sheet.plan.plan, sheet.view, sheet.revision, "csv"),
            media_type("csv"),
        )


def offer_plan_files(plan: str, how: ViewSettings) -> None:
    """Show the files of a plan: its slides, and its mid-term report."""
    looked = view_in_address()

    def files() -> dict[str, FileKind]:
        slides = deck_files(lambda: deck_asked_for(store(), {"plan": plan, **looked}))
        return slides | midterm_files(store(), plan, how)

    offer_files(files, (plan, how, store().version(), current_language()), key="plan")


def offer_goal_files(goal: str, how: ViewSettings) -> None:
    """Show the files of one goal's slides."""
    looked = view_in_address()
    offer_files(
        lambda: deck_files(lambda: deck_asked_for(store(), {"goals": goal, **looked})),
        (goal, how, store().version(), current_language()),
        key="goal",
    )
