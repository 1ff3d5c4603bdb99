"""Signing in and out from beside the pages: the person's name, and the ways in."""

from urllib.parse import urlencode

import streamlit as st

from tracker.domain.role_words import role_word
from tracker.domain.roles import Person
from tracker.language import _
from tracker.ui.access import access
from tracker.ui.safe import shown_html

#: Where the navigation keeps the address of the page that is open.
OPEN_PAGE = "address of the open page"


def here() -> str:
    """Write the address of this page with its filters, as a place on this server."""
    path = f"/{st.session_state.get(OPEN_PAGE, '')}"
    query = urlencode(st.query_params.to_dict())
    return f"{path}?{query}" if query else path


def offer_sign_in(place: str) -> None:
    """Show the ways to sign in, which come back to this page; `place` says where on the screen they stand."""
    form = f"/sign-in?{urlencode({'next': here()})}"
    st.html(f'<a class="sign-in" target="_self" href="{shown_html(form)}">{shown_html(_("Sign in"))}</a>')
    if access().provider is not None:
        st.button(_("Sign in with your organisation"), on_click=st.login, key=f"sign in at the provider, {place}")


def show_person(person: Person, *, ended: bool) -> None:
    """Show beside every page who is signed in and the way out, or the ways in; stands in the frame, once."""
    with st.sidebar:
        if person.account:
            button = f"<button>{shown_html(_('Sign out'))}</button>"
            told = f"<b>{shown_html(person.name)}</b><span class='muted'>{shown_html(role_word(person.role))}</span>"
            st.html(f'<div class="person">{told}<form method="post" action="/sign-out">{button}</form></div>')
            return
        if ended:
            st.warning(_("Your session has ended."))
        offer_sign_in("beside the page")
