"""What an official owes for a year, how far each value has come, and until when."""

from datetime import date

import pytest

from tests.services.round.round_samples import CHEN, EVERYBODY, LI, SUN, WANG, YEAR, ZHAO, hand_in, key, take_in, token
from tracker.domain.entry.entries import EntryState, NoValue, Typed
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services.review.reviewing import send_back
from tracker.services.round.entering import save_draft
from tracker.services.round.rounds import Round, RoundRow, my_round, set_deadline, zones_of
from tracker.store import Store


def _row(found: Round, indicator: str) -> RoundRow:
    return next(row for row in found.rows if row.key.indicator == indicator)


def test_a_round_lists_what_the_running_plans_ask_and_what_was_told_before(round_store: Store) -> None:
    found = my_round(round_store, LI, "park", YEAR)
    assert {row.key.indicator for row in found.rows if row.in_plan} == {
        "income",
        "firms",
        "output",
        "rd",
        "prices",
        "place",
        "hub",
    }
    assert [row.key.indicator for row in found.rows if not row.in_plan] == ["roads"]
    firms = _row(found, "firms")
    assert firms.goals == ("over 200 by 2025",)
    assert (firms.indicator.unit, firms.indicator.decimals) == ("firms", 0)
    assert firms.last is not None
    assert (firms.last.year, firms.last.words) == (2023, "130")
    assert (firms.state, firms.typed, firms.version, firms.draft_version) == (EntryState.MISSING, Typed(), 0, 0)
    assert _row(found, "roads").goals == ()
    assert _row(found, "income").goals == ()
    assert _row(found, "hub").choices == ("not started", "under way", "done")
    assert firms.choices == ()
    assert (found.filled, found.owed, found.deadline, found.zone_name) == (0, 8, None, "The park")


def test_a_plan_that_is_over_asks_for_nothing(round_store: Store) -> None:
    assert [row.key.indicator for row in my_round(round_store, SUN, "port", YEAR).rows] == ["firms"]
    assert my_round(round_store, SUN, "port", 2026).rows == ()


def test_each_value_shows_how_far_it_has_come(round_store: Store) -> None:
    save_draft(round_store, LI, key("output"), Typed(value="14"), 0)
    hand_in(round_store, "firms", Typed(value="142"))
    hand_in(round_store, "place", Typed(no_value=NoValue.NOT_PUBLISHED))
    hand_in(round_store, "rd", Typed(value="1.72"))
    hand_in(round_store, "hub", Typed(value="under way"))
    take_in(round_store, "rd")
    send_back(round_store, WANG, {key("hub"): 1}, "since when?", token())
    found = my_round(round_store, LI, "park", YEAR)
    assert {row.key.indicator: row.state for row in found.rows} == {
        "output": EntryState.DRAFT,
        "firms": EntryState.SUBMITTED,
        "place": EntryState.SUBMITTED,
        "rd": EntryState.ACCEPTED,
        "hub": EntryState.RETURNED,
        "prices": EntryState.MISSING,
        "roads": EntryState.MISSING,
        "income": EntryState.MISSING,
    }
    assert (found.filled, found.owed) == (4, 8)
    hub = _row(found, "hub")
    assert hub.entry is not None
    assert hub.entry.review_reason == "since when?"
    assert (hub.typed, hub.version) == (Typed(value="under way"), 2)
    assert _row(found, "output").typed == Typed(value="14")
    rd = _row(found, "rd")
    assert rd.on_record is not None
    assert rd.on_record.words == "1.72%"


def test_a_draft_that_cannot_be_stored_fills_nothing(round_store: Store) -> None:
    save_draft(round_store, LI, key("output"), Typed(value="14"), 0)
    save_draft(round_store, LI, key("firms"), Typed(value="many"), 0)
    found = my_round(round_store, LI, "park", YEAR)
    assert (found.filled, _row(found, "firms").possible, _row(found, "firms").state) == (1, False, EntryState.DRAFT)


def test_what_came_by_way_of_a_bundle_counts_as_accepted(round_store: Store) -> None:
    found = my_round(round_store, LI, "park", 2023)
    assert _row(found, "firms").state is EntryState.ACCEPTED
    assert found.filled == 5


def test_another_officials_draft_is_told(round_store: Store) -> None:
    save_draft(round_store, ZHAO, key("firms"), Typed(value="139"), 0)
    other = _row(my_round(round_store, LI, "park", YEAR), "firms").other
    assert other is not None
    assert (other.by, other.theirs, other.draft) == ("zhao", Typed(value="139"), True)
    assert _row(my_round(round_store, ZHAO, "park", YEAR), "firms").other is None


def test_a_planner_sets_the_deadline_and_nobody_else(round_store: Store) -> None:
    set_deadline(round_store, CHEN, YEAR, date(2025, 2, 28))
    assert my_round(round_store, LI, "park", YEAR).deadline == date(2025, 2, 28)
    with pytest.raises(NotAllowedError):
        set_deadline(round_store, LI, YEAR, date(2025, 3, 1))
    with pytest.raises(RefusedInputError, match="out of range"):
        set_deadline(round_store, CHEN, 1066, date(2025, 3, 1))


def test_a_round_is_shown_to_the_officials_of_its_zone_alone(round_store: Store) -> None:
    for person in EVERYBODY:
        if person in (LI, ZHAO):
            assert my_round(round_store, person, "park", YEAR).owed
        else:
            with pytest.raises(NotAllowedError):
                my_round(round_store, person, "park", YEAR)


def test_the_zones_of_a_person_are_listed_each_under_the_one_above(round_store: Store) -> None:
    assert [(zone.name, zone.depth) for zone in zones_of(round_store, WANG)] == [
        ("The city", 0),
        ("The park", 1),
        ("The port", 1),
    ]
    assert [zone.zone for zone in zones_of(round_store, SUN)] == ["port"]
    assert zones_of(round_store, CHEN) == []
