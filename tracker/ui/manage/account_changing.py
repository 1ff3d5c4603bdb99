"""The forms that change one account: role and zones, password, disabled or not, signed out everywhere."""

from functools import partial

import streamlit as st

from tracker.domain.people.accounts import Account
from tracker.domain.people.roles import Person
from tracker.language import _
from tracker.services.account_passwords import set_password, sign_out_everywhere, unlock_account
from tracker.services.accounts import disable_account, enable_account, set_access
from tracker.ui.manage.account_fields import do, role_field, zones_field
from tracker.ui.session.store_handle import store


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
        told = _("The role of {account} was changed.").format(account=account.account)
        do(lambda: change(store(), person, account.account), told)


def _password_form(person: Person, account: Account, key: str) -> None:
    with st.form(f"password {key}"):
        password = st.text_input(_("New password"), type="password", key=f"new password {key}")
        sent = st.form_submit_button(_("Set the password"))
    if sent:
        words = _(
            "The password of {account} was changed; its sessions have ended, and its owner has to choose another."
        )
        told = words.format(account=account.account)
        do(lambda: set_password(store(), person, account.account, password), told)


def _switches(person: Person, account: Account, key: str) -> None:
    name = account.account
    if account.disabled:
        if st.button(_("Enable"), key=f"enable {key}"):
            told = _("{account} can sign in again.").format(account=name)
            do(lambda: enable_account(store(), person, name), told)
    elif st.button(_("Disable"), key=f"disable {key}"):
        told = _("{account} was disabled; its sessions have ended.").format(account=name)
        do(lambda: disable_account(store(), person, name), told)
    if st.button(_("Forget failed sign-ins"), key=f"unlock {key}"):
        told = _("{account} can try to sign in again at once.").format(account=name)
        do(lambda: unlock_account(store(), person, name), told)
    if st.button(_("Sign out everywhere"), key=f"everywhere {key}"):
        told = _("Every session of {account} has ended.").format(account=name)
        do(lambda: sign_out_everywhere(store(), person, name), told)
