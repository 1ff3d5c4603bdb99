"""The reader's choice of a language, beside every page."""

from urllib.parse import urlencode

import streamlit as st
from htpy import Element, a, nav

from tracker.language import LANGUAGE_NAMES, current_language
from tracker.ui.session.sign_in import here
from tracker.ui.widgets.elements import between

# Tells the browser which language the page is in: it chooses fonts and voices, and offers no translation.
_TELL = """
export default function({ data }) { document.documentElement.lang = data.language; }
"""
_tell = st.components.v2.component("language_of_page", js=_TELL)


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
