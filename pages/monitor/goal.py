"""One goal: where it stands, what it still needs, and where every number comes from."""

import streamlit as st

from tracker.services.goal.goal_report import goal_report_of
from tracker.ui.goal.goal_chart import goal_over_time
from tracker.ui.goal.goal_parts import goal_parts
from tracker.ui.goal.goal_picker import pick_goal
from tracker.ui.goal.goal_record import goal_actuals, goal_neighbours, goal_terms
from tracker.ui.goal.verdict import goal_head
from tracker.ui.plan.plan_downloads import offer_goal_files
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import present_link
from tracker.ui.shell.view_settings import chosen_view

require(Permission.VIEW)
view = chosen_view()
chosen = pick_goal(view)
if chosen is None:
    st.stop()
report = goal_report_of(store(), chosen, view)

goal_head(report, view)
present_link(goals=chosen)
goal_over_time(report, view)
goal_terms(report)
goal_parts(report, view)
goal_actuals(report, view)
goal_neighbours(report, view)
offer_goal_files(chosen, view)
