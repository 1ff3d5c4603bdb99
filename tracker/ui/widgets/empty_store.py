"""What is shown where no goal is kept yet: what to do next."""

import streamlit as st

from tracker.language import _


def show_empty_store() -> None:
    """Say how goals get into the store."""
    st.title(_("No goals yet"))
    st.write(_("Nothing has been loaded into this store. Bring in plans with their goals and actuals as a bundle:"))
    st.code("python -m tracker import FOLDER_OR_WORKBOOK", language="bash")
    st.write(_("To look first and change nothing, add --check. To see the tracker at work, load the shipped plans:"))
    st.code("python -m tracker init", language="bash")
    st.write(_("Whoever is signed in as a planner can also write plans and goals here, or take them from a text."))
    st.caption(_("Reload this page afterwards."))
