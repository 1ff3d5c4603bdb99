"""What could not be kept of a change to slides, said once when the page opens anew."""

import streamlit as st

from tracker.errors import TrackerError
from tracker.ui.safe import markdown

_PROBLEM = "what could not be kept of the slides"


def keep_problem(refusal: TrackerError) -> None:
    """Remember why something was not kept."""
    st.session_state[_PROBLEM] = str(refusal)


def show_problem() -> None:
    """Say why the last change was not kept, if it was not."""
    if said := st.session_state.pop(_PROBLEM, ""):
        st.error(markdown(said))
