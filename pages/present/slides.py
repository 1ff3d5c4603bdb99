"""One slide set: its slides arranged, presented, refreshed and taken along."""

import streamlit as st

from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.slide_sets import slide_set
from tracker.ui.elements import leads
from tracker.ui.links import link_to
from tracker.ui.opened import store
from tracker.ui.person import Permission, require
from tracker.ui.safe import markdown
from tracker.ui.slide_arranging import arrange_slides
from tracker.ui.slide_saving import show_problem
from tracker.ui.slide_set_deeds import deeds_on_set, left_for_list, present_set
from tracker.ui.slide_set_head import slide_set_head
from tracker.ui.slide_set_list import show_slide_sets

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
deeds_on_set(presenter, chosen)
leads(link_to(_("← All slide sets"), "slide-sets"))
