"""Signing in and out from beside the pages: the person's name, and the ways in."""

from urllib.parse import urlencode

import streamlit as st
from htpy import a, b, button, div, form, span

from tracker.domain.people.roles import Person, role_word
from tracker.language import _
from tracker.ui.session.store_handle import access

#: Where the navigation keeps the address of the page that is open.
OPEN_PAGE = "address of the open page"


def here() -> str:
    """Return the address of this page with its filters, as a place on this server."""
    path = f"/{st.session_state.get(OPEN_PAGE, '')}"
    query = urlencode(st.query_params.to_dict())
    return f"{path}?{query}" if query else path


def offer_sign_in(place: str) -> None:
    """Show the ways to sign in, which come back to this page; `place` says where on the screen they stand."""
    _link("/sign-in", _("Sign in"))
    if access().provider is not None:
        st.button(_("Sign in with your organisation"), on_click=st.login, key=f"sign in at the provider, {place}")


def offer_new_password() -> None:
    """Show the way to choose a password, which comes back to this page."""
    _link("/new-password", _("Choose a password"))


def _link(address: str, words: str) -> None:
    st.html(a(".sign-in", target="_self", href=f"{address}?{urlencode({'next': here()})}")[words])


def show_person(person: Person, *, ended: bool) -> None:
    """Show beside every page who is signed in and the way out, or the ways in; stands in the frame, once."""
    with st.sidebar:
        if person.account:
            way_out = form(method="post", action="/sign-out")[button[_("Sign out")]]
            st.html(div(".person")[b[person.name], span(".muted")[role_word(person.role)], way_out])
            return
        if ended:
            st.warning(_("Your session has ended."))
        offer_sign_in("beside the page")
