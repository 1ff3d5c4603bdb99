"""Who did what when: every deed with its old and new values, its reason and its source."""

import streamlit as st

from tracker.language import _
from tracker.ui.manage.history import deed_asked, history_downloads, history_hashes, history_list, opened_deed
from tracker.ui.manage.history_filters import choose_history
from tracker.ui.session.person import Permission, require

person = require(Permission.READ_HISTORY)
st.title(_("History"), anchor=False)
if deed_asked():
    opened_deed(person, deed_asked())
    st.stop()

filters = choose_history(person)
history_list(person, filters)
history_downloads(person, filters)
history_hashes(person)
