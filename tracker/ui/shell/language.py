"""The reader's language: known by a cookie, else by what the browser asks for; chosen beside every page."""

from urllib.parse import urlencode

import streamlit as st
from htpy import Element, a, nav
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tracker.language import LANGUAGE_NAMES, current_language, find_language_by, language_for, speak
from tracker.ui.session.sign_in import here
from tracker.ui.widgets.elements import between

#: The cookie in which the server keeps the choice.
COOKIE = "tracker_language"

# Tells the browser which language the page is in: it chooses fonts and voices, and offers no translation.
_TELL = """
export default function({ data }) { document.documentElement.lang = data.language; }
"""
_tell = st.components.v2.component("language_of_page", js=_TELL)


def language_of_visit() -> str | None:
    """Return the language of the session that is being served; None where there is none, as in tests and commands."""
    if get_script_run_ctx(suppress_warning=True) is None or not st.context.headers:
        return None
    return language_for(st.context.cookies.get(COOKIE), st.context.headers.get("Accept-Language"))


# Callbacks, and parts of a page drawn again, run without the frame: they ask when they first say something.
find_language_by(language_of_visit)


def speak_for_visit() -> None:
    """Speak the language of this visit; stands in the frame, first of all."""
    speak(language_of_visit())


def choose_language() -> None:
    """Show the languages beside every page, and tell the browser which one is spoken."""
    links = between(" · ", (_link(language, name) for language, name in LANGUAGE_NAMES.items()))
    with st.sidebar:
        st.html(nav(".languages", aria_label="Language 语言")[links])
        _tell(key="language_of_page", data={"language": current_language()})


def _link(language: str, name: str) -> Element:
    place = f"/language?{urlencode({'to': language, 'next': here()})}"
    current = "true" if language == current_language() else None
    return a(lang=language, hreflang=language, target="_self", href=place, aria_current=current)[name]
