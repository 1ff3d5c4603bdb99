"""A plan or an article pasted: every quantity in it marked, looked at one by one, and stored once it is confirmed."""

import streamlit as st

from tracker.language import _
from tracker.services.planning.planning_lists import catalogue, stored
from tracker.ui.planning.saving import show_saved
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.text.confirmed import summary
from tracker.ui.text.marked_text import show_text
from tracker.ui.text.paste_box import document_again, paste_form
from tracker.ui.text.pasted_text import fill_parts, is_read, open_text, place, quantities_of
from tracker.ui.text.quantity_review import offer_all, progress, review, walk_of

planner = require(Permission.PLAN)
st.title(_("From text"), anchor=False)
show_saved()
known, form = catalogue(store()), open_text(planner)
if not is_read(form):
    paste_form(form, known)
    st.stop()
listed = quantities_of(form)
fill_parts(form, stored(store()), listed)
document_again(form, known)
left, right = st.columns([4, 5], gap="medium")
with right:
    far = st.container()
    offer_all(form, listed)
    walk = walk_of(form, listed)
    now = place(form, listed, walk)
    review(form, known, walk, now)
# After the fields, so that what was just typed counts.
with far:
    progress(form, walk)
with left:
    show_text(form, listed, now.key if now else "")
summary(planner, form, known, listed)
