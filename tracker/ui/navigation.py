"""The navigation that every page stands in."""

from itertools import groupby

import streamlit as st
from streamlit.navigation.page import Page

from tracker.ui.page_list import ListedPage, page_list


def navigation() -> Page:
    """Show the navigation with every listed page under its section, and return the page asked for."""
    pages = page_list()
    sections = groupby(pages, key=lambda page: page.section)
    return st.navigation({name: [_shown(page, first=page is pages[0]) for page in group] for name, group in sections})


def _shown(page: ListedPage, *, first: bool) -> Page:
    # No icon: Streamlit fetches the favicon of a material icon from a foreign host.
    return st.Page(page.path, title=page.title, url_path=page.address, default=first)
