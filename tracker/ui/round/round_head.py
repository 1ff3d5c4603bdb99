"""The head of a round: how much of it is filled, how far the values have come, and until when it is due."""

from collections import Counter
from datetime import date, datetime

import streamlit as st

from tracker.domain.entry.entries import EntryState
from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.language import _, date_words, ngettext, number
from tracker.services.round.rounds import Round, ZoneChoice, deadlines_set, set_deadline, zones_of
from tracker.ui.round.entry_view import state_words
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.address_inputs import choose_one
from tracker.ui.widgets.escaping import markdown


def round_head(wanted: Round) -> None:
    """Write "6 of 8 filled · due 28 February 2026" and count the states."""
    filled = _("{filled} of {owed} filled").format(filled=number(wanted.filled), owed=number(wanted.owed))
    st.markdown(f"**{markdown(filled)}** · {markdown(due_words(wanted))}")
    states = Counter(row.state for row in wanted.rows)
    parts = [f"{state_words(state)}: {number(states[state])}" for state in EntryState if states[state]]
    st.progress(wanted.filled / wanted.owed if wanted.owed else 0.0)
    st.caption("\u2003".join(parts))


def due_words(wanted: Round) -> str:
    """Return until when the values are due, and how far off that is."""
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
    text = _("No plan of {zone} asks for values of {year}. Choose another year or zone.")
    st.info(text.format(zone=markdown(wanted.zone_name), year=wanted.year))


_FIRST_YEAR, _INDENT = 2000, "\u2003"


def choose_round(person: Person) -> tuple[str, int]:
    """Draw the two lists, and return the zone and the year: the person's first zone and last year to begin with."""
    zones = zones_of(store(), person)
    if not zones:
        st.info(_("No zone is yours yet. An administrator can name you for one."))
        st.stop()
    this_year = datetime.now().astimezone().year
    years = {str(year): str(year) for year in range(this_year, _FIRST_YEAR - 1, -1)}
    left, right = st.columns([2, 1])
    with left:
        zone = choose_one(_("Zone"), zone_words(zones), key="round_zone", default=zones[0].zone)
    with right:
        year = choose_one(_("Year"), years, key="round_year", default=str(this_year - 1))
    return zone, int(year)


def zone_words(zones: list[ZoneChoice]) -> dict[str, str]:
    """Return zones one under another, each under the zone it lies in."""
    return {choice.zone: _INDENT * choice.depth + choice.name for choice in zones}


_YEARS_BACK = 5


def deadline_form(person: Person) -> None:
    """Show the deadlines that are set, and a form to set one."""
    with st.expander(_("Deadlines of the yearly round")):
        known = deadlines_set(store())
        for year, day in sorted(known.items(), reverse=True):
            st.write(_("Values of {year}: until {day}").format(year=year, day=date_words(day)))
        if not known:
            st.caption(_("No deadline is set; officials see that none is."))
        today = datetime.now().astimezone().date()
        with st.form("deadline", border=False):
            years = list(range(today.year, today.year - _YEARS_BACK, -1))
            year = st.selectbox(_("Values of year"), years, index=1)
            day = st.date_input(_("Due until"), value=date(today.year + 1, 3, 31), format="YYYY-MM-DD")
            if st.form_submit_button(_("Set the deadline")) and isinstance(day, date):
                _set(person, int(year), day)


def _set(person: Person, year: int, day: date) -> None:
    """Set a deadline and say so, or why it cannot be."""
    try:
        set_deadline(store(), person, year, day)
    except TrackerError as failure:
        st.error(markdown(str(failure)))
    else:
        st.success(_("Values of {year} are due until {day}.").format(year=year, day=date_words(day)))
