"""A bundle looked at before it is loaded: what is new, what changes, what is gone."""

import streamlit as st

from tracker.language import _
from tracker.services.bundles.bundle_transfer import template_workbook
from tracker.services.downloads import media_type
from tracker.ui.planning.bundle_upload import show_upload, take_upload
from tracker.ui.planning.saving import show_saved
from tracker.ui.session.callbacks import download
from tracker.ui.session.person import Permission, require

planner = require(Permission.PLAN)
st.title(_("Load a bundle"), anchor=False)
show_saved()
st.write(_("A bundle brings zones, indicators, plans, goals and actuals at once. It is looked at before it is loaded."))
download(
    _("Download an empty workbook to fill in"),
    template_workbook,
    "template.xlsx",
    media_type("xlsx"),
    help=_("Every column with a line that explains it, the words it knows, and two examples a sheet."),
)
upload = take_upload()
if upload:
    show_upload(planner, upload)
