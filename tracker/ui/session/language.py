"""The language of whose session is being served."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tracker.language import find_language_by, language_for, speak

#: The cookie in which the server keeps the choice.
COOKIE = "tracker_language"


def language_of_visit() -> str | None:
    """Return the language of the session that is being served; None where there is none, as in tests and commands."""
    if get_script_run_ctx(suppress_warning=True) is None or not st.context.headers:
        return None
    return language_for(st.context.cookies.get(COOKIE), st.context.headers.get("Accept-Language"))


# What runs without the frame and without a wrapper of ours is asked every time it says something.
find_language_by(language_of_visit)


def speak_for_visit() -> None:
    """Speak the language of this visit; stands first in the frame, and in what runs without it."""
    if language := language_of_visit():
        speak(language)
