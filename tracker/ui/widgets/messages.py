"""What a deed came to, said when the page is made anew, and again where a second click has it made anew at once."""

from time import monotonic

import streamlit as st

# The second click of a double click comes within this time; its page would otherwise say nothing.
_LONG = 3.0


def say_next(place: str, said: str) -> None:
    """Remember what is to be said when the page is made anew."""
    st.session_state[place] = said, None


def to_say(place: str) -> str:
    """Give what is to be said now; empty once it has been said long enough."""
    said, since = st.session_state.get(place, ("", None))
    if since is not None and monotonic() - since > _LONG:
        said = ""
    if not said:
        st.session_state.pop(place, None)
        return ""
    st.session_state[place] = said, monotonic() if since is None else since
    return str(said)
