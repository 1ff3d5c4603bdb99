"""The head of a slide set: its name, what it was made from, how it was looked at and by whom it was made."""

import streamlit as st

from tracker.domain.slides.slide_sets import SlideSet
from tracker.domain.statuses import rule_word
from tracker.language import _, instant_words
from tracker.services.slide_makers import maker_of
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown


def slide_set_head(one: SlideSet) -> None:
    """Show whose slides these are and at which instant they stand still."""
    st.title(markdown(one.name), anchor=False)
    parts = (
        _("Seen from {year}").format(year=one.year),
        _("as known on {instant}").format(instant=instant_words(one.as_of.astimezone())),
        rule_word(one.rule),
        _("made by {who}").format(who=maker_of(store(), one)),
    )
    st.caption(markdown(" · ".join(parts)))
