"""Zones to write and change."""

import streamlit as st

from tracker.language import _
from tracker.services.planning.planning_lists import catalogue
from tracker.ui.planning.saving import asked, show_saved
from tracker.ui.planning.zone_form import zone_form, zone_list
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads

planner = require(Permission.PLAN)
known, edited = catalogue(store()), asked("zone")
st.title(_("Zones"), anchor=False)
show_saved()
if edited in known.zones or asked("new"):
    zone_form(planner, known, edited if edited in known.zones else "")
    leads(link_to(_("← All zones"), "zones"))
else:
    zone_list()
