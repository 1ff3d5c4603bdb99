"""Who is looking: asked of the store at every run, so that an ended session ends at the next click."""

import json
from collections.abc import Mapping
from typing import NoReturn

import streamlit as st
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.runtime.secrets import SecretsValue
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from tracker.domain.people.roles import VISITOR, Permission, Person
from tracker.language import _
from tracker.services.accounts.access_settings import Provider
from tracker.services.accounts.sessions import account_that_awaits_password, person_of_session
from tracker.ui.session.sign_in import offer_new_password, offer_sign_in
from tracker.ui.session.store_handle import access, store

__all__ = ["Permission", "Person", "known_person", "person", "require", "session", "session_ended"]


def session() -> str:
    """Return the session of this visit by its token's hash, as the server's own middleware tells it; empty for none."""
    key = st.user.get("session")
    return key if isinstance(key, str) else ""


def known_person() -> Person | None:
    """Return who is signed in; None for nobody, or where the session has ended."""
    key = session()
    return person_of_session(store(), key) if key else None


def awaits_password() -> bool:
    """Return whether somebody has signed in here who has to choose a password before anything else."""
    key = session()
    return bool(key) and account_that_awaits_password(store(), key) is not None


def session_ended() -> bool:
    """Return whether somebody was signed in here whose session has ended since."""
    return bool(session()) and known_person() is None and not awaits_password()


def person() -> Person:
    """Return who is looking: a visitor where nobody is signed in and the display is open; else ask to sign in."""
    known = known_person()
    if known is None and awaits_password():
        _stop_for_password()
    if known is None and not access().open_display:
        _stop_for_sign_in()
    return known or VISITOR


def require(permission: Permission) -> Person:
    """Return the person where they hold a permission; else say what is missing and stop the page."""
    asking = person()
    if not asking.may(permission):
        stop = _stop_for_role if asking.account else _stop_for_sign_in
        stop()
    return asking


def _stop_for_role() -> NoReturn:
    """Say that the page is not for the person's role and stop it."""
    st.title(_("Not for your role"), anchor=False)
    st.error(_("Your role does not allow this page. An administrator can change that."))
    st.stop()


def _stop_for_password() -> NoReturn:
    """Lead to the choice of a password and stop the page."""
    st.title(_("Choose a password to go on"), anchor=False)
    st.warning(
        _("Somebody else has set your password. Choose one that you alone know; everything else comes after that.")
    )
    offer_new_password()
    st.stop()


def _stop_for_sign_in() -> NoReturn:
    """Ask to sign in and stop the page."""
    st.title(_("Sign in to go on"), anchor=False)
    if session_ended():
        st.warning(_("Your session has ended. After signing in you come back to this page."))
    elif st.user.get("is_logged_in"):
        st.warning(_("Your address has no account here, or it is disabled; an administrator can change that."))
    offer_sign_in("on the page")
    st.stop()


def require_account() -> Person:
    """Return the person who is signed in, whatever the role; else ask to sign in and stop the page."""
    asking = person()
    if not asking.account:
        _stop_for_sign_in()
    return asking


_COOKIE = "_streamlit_user"


def provider_secrets(provider: Provider | None, public_url: str) -> dict[str, SecretsValue]:
    """Return what `st.login` reads, to be kept in memory; nothing where there is no provider."""
    if provider is None:
        return {}
    settings: dict[str, SecretsValue] = {
        "redirect_uri": f"{public_url}/oauth2callback",
        "cookie_secret": provider.cookie_secret,
        "client_id": provider.client_id,
        "client_secret": provider.client_secret,
        "server_metadata_url": provider.metadata_address,
    }
    return {"auth": settings}


def provider_claims(cookies: Mapping[str, str]) -> dict[str, object]:
    """Read the claims of a sign-in at the provider from its signed cookies; nothing where there is no valid one."""

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, value) if value else None

    try:
        claims = json.loads(get_cookie_with_chunks(signed, _COOKIE) or b"{}")
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) and claims.get("is_logged_in") else {}
