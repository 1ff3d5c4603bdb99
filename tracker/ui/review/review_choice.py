"""Which submitted values a reviewer looks at: of all zones and years or of one, kept in the address."""

from collections.abc import Sequence

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.language import _
from tracker.services.reviewing import ReviewRow
from tracker.services.rounds import zones_of
from tracker.ui.round.round_choice import zone_words
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.address_inputs import choose_one


def choose_review(person: Person, rows: Sequence[ReviewRow]) -> list[ReviewRow]:
    """Draw the two lists, and give the values they leave."""
    years = sorted({row.entry.key.year for row in rows}, reverse=True)
    held = zone_words(zones_of(store(), person))
    waiting = {row.entry.key.zone for row in rows}
    zones = {zone: words for zone, words in held.items() if zone in waiting}
    left, right, _rest = st.columns([3, 1, 3])
    with left:
        zone = choose_one(_("Zone"), {"": _("All my zones")} | zones, key="review_zone")
    with right:
        year = choose_one(_("Year"), {"": _("All")} | {str(one): str(one) for one in years}, key="review_year")
    return [row for row in rows if _fits(row, zone, year)]


def _fits(row: ReviewRow, zone: str, year: str) -> bool:
    key = row.entry.key
    return zone in ("", key.zone) and year in ("", str(key.year))
