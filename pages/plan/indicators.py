"""Indicators to write and change."""

import streamlit as st

from tracker.language import _
from tracker.services.plan_lists import catalogue
from tracker.ui.elements import leads
from tracker.ui.indicator_form import indicator_form, indicator_list
from tracker.ui.links import link_to
from tracker.ui.opened import store
from tracker.ui.person import Permission, require
from tracker.ui.plan_saving import show_saved
from tracker.ui.plan_task import asked

planner = require(Permission.PLAN)
known, edited = catalogue(store()), asked("indicator")
st.title(_("Indicators"), anchor=False)
show_saved()
if edited in known.indicators or asked("new"):
    indicator_form(planner, known, edited if edited in known.indicators else "")
    leads(link_to(_("← All indicators"), "indicators"))
else:
    indicator_list()
