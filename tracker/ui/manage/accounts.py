"""The accounts as a table, and the one picked to be changed."""

import secrets
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from htpy import fragment

from tracker.domain.people.accounts import Account
from tracker.domain.people.roles import Person, Role, role_word
from tracker.errors import TrackerError
from tracker.language import _, date_words, listed
from tracker.services.accounts.account_keeping import (
    add_account,
    disable_account,
    enable_account,
    list_accounts,
    set_access,
)
from tracker.services.accounts.account_passwords import set_password, sign_out_everywhere, unlock_account
from tracker.services.accounts.passwords import SHORTEST
from tracker.services.choices import zones_to_choose
from tracker.services.idempotency import once
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.address_inputs import choose_one
from tracker.ui.widgets.elements import plain_table, quiet
from tracker.ui.widgets.messages import say_next, to_say

_DONE = "what was done with an account"


def role_field(key: str, role: Role = Role.VIEWER) -> Role:
    """Draw the roles to choose from, and return the one chosen."""
    roles = list(Role)
    chosen = st.selectbox(_("Role"), roles, index=roles.index(role), format_func=role_word, key=key)
    return Role(chosen)


def zones_field(key: str, zones: Sequence[str] = ()) -> list[str]:
    """Draw the zones an official or a reviewer is named for, and return those chosen."""
    named = zones_to_choose(store(), chosen_view())
    hint = _("For officials and reviewers: these zones and all under them.")
    kept = [zone for zone in zones if zone in named]
    return list(
        st.multiselect(_("Zones"), list(named), kept, format_func=lambda zone: named[zone].strip(), key=key, help=hint)
    )


def act(action: Callable[[], object], done: str, afterwards: Callable[[], object] = lambda: None) -> None:
    """Do something and draw the page again, or show why it was refused; `afterwards` follows what was done."""
    try:
        action()
    except TrackerError as refusal:
        st.error(_("This cannot be done:"))
        st.text(str(refusal))
        return
    say_next(_DONE, done)
    afterwards()
    st.rerun()


def show_outcome() -> None:
    """Show what the last action did."""
    if outcome := to_say(_DONE):
        st.success(_("Done."))
        st.text(outcome)


def account_list(person: Person) -> None:
    """Show every account, and what the last action did."""
    show_outcome()
    named = zones_to_choose(store(), chosen_view())
    heads = (_("Account"), _("Role"), _("Zones"), _("Signs in by"), _("Changed on"))
    rows = [
        (
            fragment[account.name, quiet(account.account if account.account != account.name else "")],
            _("{role} (disabled)").format(role=role_word(account.role))
            if account.disabled
            else role_word(account.role),
            listed(named.get(zone, zone).strip() for zone in account.zones),
            _("password") if account.has_password else _("identity provider"),
            date_words(account.changed_at.astimezone().date()),
        )
        for account in list_accounts(store(), person)
    ]
    st.html(plain_table(heads, rows))


def pick_account(person: Person) -> Account | None:
    """Let the reader pick the account to change, and return it; None for none."""
    known = {account.account: account for account in list_accounts(store(), person)}
    options = {"": _("None")} | {key: f"{account.name} · {key}" for key, account in known.items()}
    st.header(_("Change an account"), anchor=False)
    return known.get(choose_one(_("Account to change"), options, key="account"))


_FORM = "form of the new account"


def add_account_form(person: Person) -> None:
    """Show the form, and add the account when it is sent."""
    st.header(_("Add an account"), anchor=False)
    # Another account is another form: a second click on the button of the first one is none on its button.
    token = st.session_state.setdefault(_FORM, secrets.token_urlsafe(16))
    form = f"account {token}"
    with st.form(f"add {form}", enter_to_submit=False):
        account = st.text_input(_("Account"), help=_("A short name or the e-mail address."), key=f"key of {form}")
        shown_name = st.text_input(_("Name"), key=f"name of {form}")
        role, zones = role_field(f"role of {form}"), zones_field(f"zones of {form}")
        hint = _("At least {count} characters; empty for people an identity provider vouches for.")
        help_words = hint.format(count=SHORTEST)
        password = st.text_input(_("First password"), type="password", help=help_words, key=f"password of {form}")
        sent = st.form_submit_button(_("Add the account"))
    if sent:
        add = partial(add_account, role=role, zones=zones, shown_name=shown_name, password=password or None)
        outcome = _("The account {account} was added.").format(account=account)
        act(
            lambda: once(store(), person, token, lambda: add(store(), person, account).account),
            outcome,
            afterwards=lambda: st.session_state.pop(_FORM, None),
        )


def change_account_form(person: Person, account: Account) -> None:
    """Show what can be done with an account, and do what is asked."""
    # Keys carry the version, so that a form drawn for another state of the account is not sent for this one.
    key = f"{account.account} {account.version}"
    _access_form(person, account, key)
    left, right = st.columns(2)
    with left:
        _password_form(person, account, key)
    with right:
        _switches(person, account, key)


def _access_form(person: Person, account: Account, key: str) -> None:
    with st.form(f"access {key}"):
        role, zones = role_field(f"role {key}", account.role), zones_field(f"zones {key}", account.zones)
        sent = st.form_submit_button(_("Change role and zones"))
    if sent:
        change = partial(set_access, role=role, zones=zones, version=account.version)
        outcome = _("The role of {account} was changed.").format(account=account.account)
        act(lambda: change(store(), person, account.account), outcome)


def _password_form(person: Person, account: Account, key: str) -> None:
    with st.form(f"password {key}"):
        password = st.text_input(_("New password"), type="password", key=f"new password {key}")
        sent = st.form_submit_button(_("Set the password"))
    if sent:
        words = _(
            "The password of {account} was changed; its sessions have ended, and its owner has to choose another."
        )
        outcome = words.format(account=account.account)
        act(lambda: set_password(store(), person, account.account, password), outcome)


def _switches(person: Person, account: Account, key: str) -> None:
    name = account.account
    if account.disabled:
        if st.button(_("Enable"), key=f"enable {key}"):
            outcome = _("{account} can sign in again.").format(account=name)
            act(lambda: enable_account(store(), person, name), outcome)
    elif st.button(_("Disable"), key=f"disable {key}"):
        outcome = _("{account} was disabled; its sessions have ended.").format(account=name)
        act(lambda: disable_account(store(), person, name), outcome)
    if st.button(_("Forget failed sign-ins"), key=f"unlock {key}"):
        outcome = _("{account} can try to sign in again at once.").format(account=name)
        act(lambda: unlock_account(store(), person, name), outcome)
    if st.button(_("Sign out everywhere"), key=f"everywhere {key}"):
        outcome = _("Every session of {account} has ended.").format(account=name)
        act(lambda: sign_out_everywhere(store(), person, name), outcome)
