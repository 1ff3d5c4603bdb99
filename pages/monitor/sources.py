"""Every document, what was taken from it, and what has no source."""

import streamlit as st

from tracker.language import _

st.title(_("Sources"))
