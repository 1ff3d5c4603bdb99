"""Who did what when: every event with its old and new values, its reason and its source."""

import streamlit as st

from tracker.language import _
from tracker.ui.manage.history import event_asked, history_downloads, history_hashes, history_list, show_opened
from tracker.ui.manage.history_filters import choose_history
from tracker.ui.session.person import Permission, require

person = require(Permission.READ_HISTORY)
st.title(_("History"), anchor=False)
if event_asked():
    show_opened(person, event_asked())
    st.stop()

filters = choose_history(person)
history_list(person, filters)
history_downloads(person, filters)
history_hashes(person)
