"""What an official owes for a year: type it, see what will be stored, submit it."""

import streamlit as st

from tracker.language import _
from tracker.ui.round.entry_details import entry_details
from tracker.ui.round.entry_drafts import paste_box
from tracker.ui.round.entry_findings import entry_findings
from tracker.ui.round.entry_grid import entry_grid
from tracker.ui.round.entry_view import views_of
from tracker.ui.round.round_form import open_round
from tracker.ui.round.round_head import choose_round, nothing_owed, round_head
from tracker.ui.round.submission import show_submission_outcome, submit_bar
from tracker.ui.round.workbook_upload import workbook_box
from tracker.ui.session.person import Permission, require

person = require(Permission.REPORT)
st.title(_("My round"), anchor=False)
left, right = st.columns([3, 2], gap="large")
with left:
    form = open_round(person, *choose_round(person))
if not form.wanted.rows:
    nothing_owed(form.wanted)
    st.stop()

with right:
    round_head(form.wanted)
show_submission_outcome(form)
st.write(
    _("Type or paste values into the columns with a pencil as you would write them; what will be stored shows beside.")
)
views = views_of(form)
entry_grid(form, views)
submit_bar(form, views)
entry_findings(form, views)
entry_details(form)
paste_box(form)
workbook_box(form)
