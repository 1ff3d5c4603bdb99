"""One plan's goals as the table planning offices know, with its milestones, totals and source."""

import streamlit as st

from tracker.language import _
from tracker.ui.links import link_html

st.title(_("Plan"))
st.html(link_html("go there", "sources", plan="x"))
