"""What a person sees and what the log keeps where a page fails."""

import logging
import traceback

import streamlit as st

from tracker.errors import TrackerError
from tracker.language import _

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
