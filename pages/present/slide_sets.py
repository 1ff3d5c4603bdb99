"""The slide sets that are kept, and a new one."""

import streamlit as st

from tracker.language import _
from tracker.ui.looks import look, look_words
from tracker.ui.person import Permission, require
from tracker.ui.slide_set_list import show_slide_sets
from tracker.ui.slide_set_making import make_slide_set

presenter = require(Permission.VIEW)
how = look()
st.title(_("Slide sets"), anchor=False)
show_slide_sets()
st.header(_("New slides"), anchor=False)
st.caption(look_words(how))
make_slide_set(presenter, how)
