"""Plans to write and change, with their goals, and to copy to the next period."""

import streamlit as st

from tracker.language import _
from tracker.services.planning.planning_lists import catalogue
from tracker.ui.planning.plan_form import copy_form, goals_of_plan, plan_form, plan_list
from tracker.ui.planning.saving import asked, show_saved
from tracker.ui.round.round_head import deadline_form
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads

planner = require(Permission.PLAN)
known, edited = catalogue(store()), asked("edit")
st.title(_("Plans"), anchor=False)
show_saved()
if asked("copy"):
    copy_form(planner, known, asked("copy"))
elif edited in known.plans:
    plan_form(planner, known, edited)
    goals_of_plan(edited)
elif asked("new"):
    plan_form(planner, known, "")
else:
    plan_list()
    deadline_form(planner)
    st.stop()
leads(link_to(_("← All plans"), "plans"))
