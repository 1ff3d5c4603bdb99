"""Indicators to write and change."""

import streamlit as st

from tracker.language import _
from tracker.services.planning.planning_lists import catalogue
from tracker.ui.planning.indicator_form import indicator_form, indicator_list
from tracker.ui.planning.saving import asked, show_saved
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads

planner = require(Permission.PLAN)
known, edited = catalogue(store()), asked("indicator")
st.title(_("Indicators"), anchor=False)
show_saved()
if edited in known.indicators or asked("new"):
    indicator_form(planner, known, edited if edited in known.indicators else "")
    leads(link_to(_("← All indicators"), "indicators"))
else:
    indicator_list()
