"""The navigation that every page stands in."""

from itertools import groupby
from typing import Literal

import streamlit as st
from streamlit.navigation.page import Page

from tracker.domain.people.roles import Person
from tracker.ui.session.sign_in import OPEN_PAGE
from tracker.ui.shell.page_list import ListedPage, page_list


def navigation(person: Person) -> Page:
    """Show the pages a person may open under their sections, and return the page asked for, which may be another."""
    pages = page_list()
    sections = groupby(pages, key=lambda page: page.section)
    listed = {name: [_shown(page, person, first=page is pages[0]) for page in group] for name, group in sections}
    page = st.navigation(listed, expanded=True)
    st.session_state[OPEN_PAGE] = page.url_path
    return page


def _shown(page: ListedPage, person: Person, *, first: bool) -> Page:
    # A hidden page still opens by its address, and says itself what it takes to see it.
    # No icon: Streamlit fetches the favicon of a material icon from a foreign host.
    visibility: Literal["visible", "hidden"] = "visible" if page.is_for(person) else "hidden"
    return st.Page(page.path, title=page.title, url_path=page.address, default=first, visibility=visibility)
