"""Which zone and year a round is for: picked on top of the page, kept in the address."""

from datetime import datetime

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.language import _
from tracker.services.rounds import ZoneChoice, zones_of
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.address_inputs import choose_one

_FIRST_YEAR, _INDENT = 2000, "\u2003"


def choose_round(person: Person) -> tuple[str, int]:
    """Draw the two lists, and give the zone and the year: the person's first zone and last year to begin with."""
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
    """Write zones one under another, each under the zone it lies in."""
    return {choice.zone: _INDENT * choice.depth + choice.name for choice in zones}
