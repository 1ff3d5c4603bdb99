"""The slide sets that are kept, and a new one."""

import streamlit as st

from tracker.language import _
from tracker.ui.session.person import Permission, require
from tracker.ui.shell.view_settings import chosen_view, view_words
from tracker.ui.slides.new_set import make_slide_set
from tracker.ui.slides.set_actions import show_slide_sets

presenter = require(Permission.VIEW)
view = chosen_view()
st.title(_("Slide sets"), anchor=False)
show_slide_sets()
st.header(_("New slides"), anchor=False)
st.caption(view_words(view))
make_slide_set(presenter, view)
