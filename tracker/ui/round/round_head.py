"""The head of a round: how much of it is filled, how far the values have come, and until when it is due."""

from collections import Counter
from datetime import datetime

import streamlit as st

from tracker.domain.entry.entries import EntryState
from tracker.language import _, date_words, ngettext, number
from tracker.services.rounds import Round
from tracker.ui.round.entry_view import state_words
from tracker.ui.widgets.escaping import markdown


def round_head(wanted: Round) -> None:
    """Write "6 of 8 filled · due 28 February 2026" and count the states."""
    filled = _("{filled} of {owed} filled").format(filled=number(wanted.filled), owed=number(wanted.owed))
    st.markdown(f"**{markdown(filled)}** · {markdown(due_words(wanted))}")
    states = Counter(row.state for row in wanted.rows)
    told = [f"{state_words(state)}: {number(states[state])}" for state in EntryState if states[state]]
    st.progress(wanted.filled / wanted.owed if wanted.owed else 0.0)
    st.caption("\u2003".join(told))


def due_words(wanted: Round) -> str:
    """Say until when the values are due, and how far off that is."""
    if wanted.deadline is None:
        return _("no deadline set")
    day = date_words(wanted.deadline)
    left = (wanted.deadline - datetime.now().astimezone().date()).days
    if left < 0:
        return _("was due {day}").format(day=day)
    days = ngettext("{count} day left", "{count} days left", left).format(count=number(left))
    return _("due {day} ({days})").format(day=day, days=days)


def nothing_owed(wanted: Round) -> None:
    """Say that no plan asks this zone for the year."""
    told = _("No plan of {zone} asks for values of {year}. Choose another year or zone.")
    st.info(told.format(zone=markdown(wanted.zone_name), year=wanted.year))
