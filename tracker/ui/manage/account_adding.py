"""The form that adds an account."""

import secrets
from functools import partial

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.language import _
from tracker.services.accounts import add_account
from tracker.services.password_rules import SHORTEST
from tracker.services.spent_tokens import once
from tracker.ui.manage.account_fields import do, role_field, zones_field
from tracker.ui.session.store_handle import store

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
        told = _("The account {account} was added.").format(account=account)
        do(
            lambda: once(store(), person, token, lambda: add(store(), person, account).account),
            told,
            afterwards=lambda: st.session_state.pop(_FORM, None),
        )
