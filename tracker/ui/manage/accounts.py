"""The accounts as a table, and the one picked to be changed."""

import streamlit as st
from htpy import fragment

from tracker.domain.people.accounts import Account
from tracker.domain.people.roles import Person, role_word
from tracker.language import _, date_words, listed
from tracker.services.accounts import list_accounts
from tracker.services.scopes import zones_to_choose
from tracker.ui.manage.account_fields import tell_done
from tracker.ui.session.store_handle import store
from tracker.ui.session.view_settings import look
from tracker.ui.widgets.address_inputs import choose_one
from tracker.ui.widgets.elements import plain_table, quiet


def account_list(person: Person) -> None:
    """Show every account, and what the last deed did."""
    tell_done()
    named = zones_to_choose(store(), look())
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
    """Let the reader pick the account to change; None for none."""
    known = {account.account: account for account in list_accounts(store(), person)}
    options = {"": _("None")} | {key: f"{account.name} · {key}" for key, account in known.items()}
    st.header(_("Change an account"), anchor=False)
    return known.get(choose_one(_("Account to change"), options, key="account"))
