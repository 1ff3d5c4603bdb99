"""One slide set: its slides arranged, presented, refreshed and downloaded."""

import streamlit as st

from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.slides.slide_sets import slide_set
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.slides.arranging import arrange_slides
from tracker.ui.slides.autosave import show_problem
from tracker.ui.slides.set_actions import left_for_list, present_set, set_actions, show_slide_sets, slide_set_head
from tracker.ui.widgets.elements import leads
from tracker.ui.widgets.escaping import markdown

presenter = require(Permission.VIEW)
left_for_list()
asked = st.query_params.get("set", "")
if not asked:
    st.title(_("Slides"), anchor=False)
    show_slide_sets()
    st.stop()
try:
    chosen = slide_set(store(), asked)
except NotFoundError as missing:
    st.title(_("Slides"), anchor=False)
    st.warning(markdown(str(missing)))
    show_slide_sets()
    st.stop()

slide_set_head(chosen)
show_problem()
present_set(chosen)
arrange_slides(presenter, chosen)
set_actions(presenter, chosen)
leads(link_to(_("← All slide sets"), "slide-sets"))
