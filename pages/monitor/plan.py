"""One plan's goals as the table planning offices know, with its milestones, totals and source."""

import streamlit as st

from tracker.services.plan.plan_sheet import plan_sheet
from tracker.ui.plan.plan_downloads import offer_plan_files, show_downloads
from tracker.ui.plan.plan_head import show_milestones, show_plan_head, show_plan_source, show_themes
from tracker.ui.plan.plan_table import choose_group, choose_order, show_goals_table, words_to_find
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import present_link
from tracker.ui.shell.scope_filters import choose_plan
from tracker.ui.shell.view_settings import chosen_view, view_words
from tracker.ui.widgets.messages import show_empty_store

require(Permission.VIEW)
view = chosen_view()
head = st.container()
plan_at, order_at, words_at = st.columns([2, 1, 1])
with plan_at:
    plan = choose_plan(store(), view)
if not plan:
    show_empty_store()
    st.stop()

sheet = plan_sheet(store(), plan, view)
named, present_at = head.columns([6, 1], vertical_alignment="center")
with named:
    show_plan_head(sheet)
    st.caption(view_words(view))
with present_at:
    present_link(plan=plan)
with order_at:
    order = choose_order()
with words_at:
    text = words_to_find()
group = choose_group(sheet)
show_goals_table(sheet.measured, order, group, text)
show_downloads(sheet)
offer_plan_files(plan, view)
show_themes(sheet)
show_milestones(sheet.milestones, group, text)
show_plan_source(sheet)
