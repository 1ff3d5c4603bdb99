"""The form that adds an account."""

from functools import partial

import streamlit as st

from tracker.domain.roles import Person
from tracker.language import _
from tracker.services.accounts import add_account
from tracker.services.passwords import SHORTEST
from tracker.ui.account_fields import do, role_field, zones_field
from tracker.ui.opened import store


def add_account_form(person: Person) -> None:
    """Show the form, and add the account when it is sent."""
    st.header(_("Add an account"), anchor=False)
    with st.form("add account", enter_to_submit=False):
        account = st.text_input(_("Account"), help=_("A short name or the e-mail address."))
        shown_name = st.text_input(_("Name"), key="name of new account")
        role, zones = role_field("role of new account"), zones_field("zones of new account")
        hint = _("At least {count} characters; empty for people an identity provider vouches for.")
        password = st.text_input(_("First password"), type="password", help=hint.format(count=SHORTEST))
        sent = st.form_submit_button(_("Add the account"))
    if sent:
        add = partial(add_account, role=role, zones=zones, shown_name=shown_name, password=password or None)
        told = _("The account {account} was added.").format(account=account)
        do(lambda: add(store(), person, account), told)
