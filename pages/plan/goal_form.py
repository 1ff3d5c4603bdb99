"""One goal, written in the plan's words and judged as it is typed."""

import streamlit as st

from tracker.language import _
from tracker.services.planning.planning_lists import catalogue
from tracker.ui.planning.goal_form import goal_background, goal_fields, goal_start, open_goal_form, save_goal_button
from tracker.ui.planning.goal_preview import goal_preview
from tracker.ui.planning.saving import asked, show_saved
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads

planner = require(Permission.PLAN)
st.title(_("Change a goal") if asked("goal") else _("New goal"), anchor=False)
show_saved()
known = catalogue(store())
form = open_goal_form(planner, asked("goal"), asked("plan"))
left, right = st.columns(2, gap="large")
with left:
    goal_fields(form, known)
    goal_start(form)
with right:
    goal_preview(form)
title = goal_background(form, known)
save_goal_button(planner, form, title)
links = [link_to(_("← The plan and its goals"), "plans", edit=form.texts["plan"])]
if form.key:
    links += [link_to(_("The goal’s page"), "goal", goal=form.key)]
    links += [link_to(_("＋ Another goal of this plan"), "edit-goal", plan=form.texts["plan"])]
leads(*links)
