"""What a planner asks on Monday morning: where the goals stand and which need attention."""

import streamlit as st

from tracker.language import _

st.title(_("Overview"))
