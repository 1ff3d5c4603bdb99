"""Who may sign in, with which role and for which zones."""

import streamlit as st

from tracker.language import _
from tracker.ui.manage.accounts import account_list, add_account_form, change_account_form, pick_account
from tracker.ui.session.person import Permission, require

person = require(Permission.MANAGE_ACCOUNTS)
st.title(_("Accounts"), anchor=False)
account_list(person)
if (picked := pick_account(person)) is not None:
    change_account_form(person, picked)
add_account_form(person)
