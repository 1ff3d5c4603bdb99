"""One plan's goals as the table planning offices know, with its milestones, totals and source."""

import streamlit as st

from tracker.services.plan_sheet import plan_sheet
from tracker.ui.empty_store import show_empty_store
from tracker.ui.looks import look, look_words
from tracker.ui.opened import store
from tracker.ui.person import Deed, require
from tracker.ui.plan_downloads import show_downloads
from tracker.ui.plan_files import take_plan_along
from tracker.ui.plan_goals import choose_rows, show_goals_table
from tracker.ui.plan_head import show_plan_head, show_plan_source
from tracker.ui.plan_milestones import show_milestones
from tracker.ui.present_link import present_link
from tracker.ui.scope_filters import choose_plan

require(Deed.VIEW)
how = look()
head = st.container()
plan = choose_plan(store(), how)
if not plan:
    show_empty_store()
    st.stop()

sheet = plan_sheet(store(), plan, how)
with head:
    show_plan_head(sheet)
    st.caption(look_words(how))
    present_link(plan=plan)
group, text = choose_rows(sheet)
show_goals_table(sheet.measured, group, text)
show_downloads(sheet)
take_plan_along(plan, how)
show_milestones(sheet.milestones, group, text)
show_plan_source(sheet)
