"""One's own password, and every place where one is signed in."""

import streamlit as st

from tracker.language import _
from tracker.ui.manage.own_password import own_events, own_password_form
from tracker.ui.session.person import require_account

person = require_account()
st.title(_("Password"), anchor=False)
own_password_form(person)
own_events(person)
