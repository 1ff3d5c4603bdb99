"""The way from a page to its slides."""

import streamlit as st
from htpy import Element, a

from tracker.briefings.deck.address import address_of
from tracker.language import _
from tracker.services.overview import Scope
from tracker.ui.session.sign_in import here
from tracker.ui.session.view_settings import look_in_address


def present_link(*, words: str = "", **asked: str) -> None:
    """Show the link that presents a set, plan, zone, goals or comparison as the reader looks at it, and leads back."""
    looked = {} if asked.get("set") else look_in_address()
    st.html(present_button(address_of(**asked, **looked, back=here()), words))


def present_button(place: str, words: str = "") -> Element:
    """Return the link to slides, which look like a button."""
    return a(".present", target="_self", href=place)["▶ ", words or _("Present")]


def present_scope(scope: Scope) -> None:
    """Show the link that presents the plan or zone that is looked at; nothing where all are."""
    if scope.plan:
        present_link(plan=scope.plan)
    elif scope.zone:
        present_link(zone=scope.zone)
