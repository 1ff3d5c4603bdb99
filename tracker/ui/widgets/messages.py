"""What an action came to, said when the page is made again, and once more where a second click has it made at once."""

import logging
import traceback
from time import monotonic

import streamlit as st

from tracker.errors import TrackerError
from tracker.language import _

# The second click of a double click comes within this time; its page would otherwise say nothing.
_LONG = 3.0


def say_next(place: str, message: str) -> None:
    """Remember what is to be said when the page is made again."""
    st.session_state[place] = message, None


def to_say(place: str) -> str:
    """Return what is to be said now; empty once it has been said long enough."""
    message, since = st.session_state.get(place, ("", None))
    if since is not None and monotonic() - since > _LONG:
        message = ""
    if not message:
        st.session_state.pop(place, None)
        return ""
    st.session_state[place] = message, monotonic() if since is None else since
    return str(message)


def show_empty_store() -> None:
    """Say how goals get into the store."""
    st.title(_("No goals yet"))
    st.write(_("Nothing has been loaded into this store. Bring in plans with their goals and actuals as a bundle:"))
    st.code("python -m tracker import FOLDER_OR_WORKBOOK", language="bash")
    st.write(_("To look first and change nothing, add --check. To see the tracker at work, load the shipped plans:"))
    st.code("python -m tracker init", language="bash")
    st.write(_("Planners who are signed in can also write plans and goals here, or take them from a text."))
    st.caption(_("Reload this page afterwards."))


_log = logging.getLogger("tracker.ui")


def show_failure(failure: Exception) -> bool:
    """Show the message of a TrackerError, or that something failed; return True so that no traceback is shown."""
    if isinstance(failure, TrackerError):
        st.error(_("This cannot be done:"))
        # As plain text, because a message may repeat what a person typed.
        st.text(str(failure))
        return True
    # Messages of foreign errors may carry values of the store, so the log keeps where and what kind alone.
    places = "".join(traceback.format_tb(failure.__traceback__))
    _log.error("%s while a page was made\n%s", type(failure).__name__, places)
    st.error(_("This page could not be made. Nothing was changed; the server's log says where it failed."))
    return True
