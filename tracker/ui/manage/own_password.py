"""Changing one's own password, and what was done with one's own account."""

import streamlit as st

from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import Person
from tracker.errors import Problem, RefusedInputError
from tracker.language import _, instant_words
from tracker.services.accounts.account_keeping import account_history
from tracker.services.accounts.account_passwords import change_own_password, sign_out_everywhere
from tracker.services.accounts.sign_in import Visit
from tracker.services.cache.query_cache import cache_of
from tracker.services.history.event_sentences import access_words
from tracker.services.history.people import people_names, person_words
from tracker.ui.manage.accounts import act, show_outcome
from tracker.ui.session.person import session
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.elements import plain_table

_LATEST = 20


def own_password_form(person: Person) -> None:
    """Show the form, and change the password when it is sent."""
    show_outcome()
    st.caption(_("Account: {account}").format(account=person.account))
    with st.form("own password"):
        old = st.text_input(_("Password until now"), type="password")
        new = st.text_input(_("New password"), type="password")
        again = st.text_input(_("The new password again"), type="password")
        sent = st.form_submit_button(_("Change the password"))
    if sent:
        outcome = _("The password was changed; you stay signed in here and nowhere else.")
        act(lambda: _change(person, old, new, again), outcome)
    if st.button(_("Sign out everywhere")):
        act(lambda: sign_out_everywhere(store(), person, person.account), "")


def _change(person: Person, old: str, new: str, again: str) -> None:
    if new != again:
        raise RefusedInputError([Problem(_("The two passwords differ"))])
    visit = Visit(st.context.ip_address or "", st.context.headers.get("User-Agent") or "")
    change_own_password(store(), person, old, new, visit=visit, session=session())


def own_events(person: Person) -> None:
    """Show the latest of what was done with one's own account, so that a stranger's sign-in is seen."""
    st.header(_("What was done with your account"), anchor=False)
    events = account_history(store(), person, account=person.account, limit=_LATEST)
    known, names = cache_of(store()).catalogue(), people_names(store())
    heads = (_("When"), _("What"), _("Done by"), _("Network address"), _("Detail"))
    rows = [
        (
            instant_words(event.at.astimezone()),
            event_words(event.deed),
            person_words(event.who, names),
            event.address or "",
            access_words(event.detail or "", known),
        )
        for event in events
    ]
    st.html(plain_table(heads, rows))


def event_words(kind: AccountEventKind) -> str:
    """Return what was done with an account."""
    return {
        AccountEventKind.SIGNED_IN: _("signed in"),
        AccountEventKind.FAILED: _("failed to sign in"),
        AccountEventKind.SLOWED: _("slowed down after failures"),
        AccountEventKind.SIGNED_OUT: _("signed out"),
        AccountEventKind.SIGNED_OUT_EVERYWHERE: _("signed out everywhere"),
        AccountEventKind.ADDED: _("added"),
        AccountEventKind.DISABLED: _("disabled"),
        AccountEventKind.ENABLED: _("enabled"),
        AccountEventKind.UNLOCKED: _("failures forgotten"),
        AccountEventKind.PASSWORD_CHANGED: _("password changed"),
        AccountEventKind.ACCESS_CHANGED: _("role changed"),
    }[kind]
