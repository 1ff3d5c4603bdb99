"""What officials have submitted: look at it, accept it or send it back."""

import streamlit as st

from tracker.language import _, ngettext, sentences
from tracker.services.review.reviewing import waiting
from tracker.ui.review.review_form import choose_review, open_review, review_buttons, show_review_outcome
from tracker.ui.review.review_values import review_cards, review_grid
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view

person = require(Permission.REVIEW)
st.title(_("Review"), anchor=False)
form, rows = open_review(), waiting(store(), person, view=chosen_view())
show_review_outcome(form, rows)
if not rows:
    st.info(_("Nothing waits for your review. What officials of your zones submit appears here."))
    st.stop()

st.write(
    sentences(
        ngettext("{count} value waits for you.", "{count} values wait for you.", len(rows)).format(count=len(rows)),
        _("Tick what you have looked at, then accept it, or return it with a reason."),
    )
)
shown = choose_review(person, rows)
if not shown:
    st.info(_("Nothing of this zone and year waits for you."))
    st.stop()

ticked = review_grid(form, shown)
review_buttons(form, ticked)
review_cards(person, shown, ticked)
