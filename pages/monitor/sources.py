"""Every document, what was taken from it, and what has no source."""

import streamlit as st

from tracker.language import _
from tracker.ui.planning.source_form import source_form
from tracker.ui.session.person import Permission, require
from tracker.ui.sources.source_pages import picked_source, source_details, source_list, unsourced_link, without_source

reader = require(Permission.VIEW)
if without_source():
    st.title(_("What has no source"), anchor=False)
    source_details(None)
elif (picked := picked_source()) is not None:
    source_details(picked)
    if reader.may(Permission.PLAN):
        source_form(reader, picked.key)
else:
    source_list()
    unsourced_link()
