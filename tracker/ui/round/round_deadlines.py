"""Until when the values of a year are due, as planners set it."""

from datetime import date, datetime

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.language import _, date_words
from tracker.services.rounds import deadlines_set, set_deadline
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown

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
