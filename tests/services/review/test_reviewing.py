"""Reviewers see what speaks for and against a value, and what they accept is on record, whole or not at all."""

from decimal import Decimal

import pytest

from tests.services.round.round_samples import (
    EVERYBODY,
    HE,
    LI,
    LI_REVIEWS,
    SUN,
    WANG,
    ZHAO,
    hand_in,
    key,
    take_in,
    token,
)
from tracker.domain.entry.entries import EntryState, NoValue, Typed
from tracker.domain.records import Actual, Indicator
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import Accumulates, Better, Certainty
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services.review.reviewing import accept, send_back, waiting
from tracker.services.round.entering import save_draft
from tracker.services.round.evidence_files import keep
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, verify
from tracker.store.audit.history import change_sets
from tracker.store.entry.entries import entries
from tracker.store.entry.entry_chain import EntryEvent, entry_events
from tracker.store.record.actuals import actual_history, actuals
from tracker.store.record.definitions import sources


def _on_record(store: Store, indicator: str, year: int = 2024) -> Actual | None:
    return next((told for told in actuals(store, zone="park", indicator=indicator) if told.year == year), None)


def test_a_reviewer_sees_all_that_speaks_for_and_against_a_value(round_store: Store) -> None:
    proof = keep(round_store, LI, "report.pdf", b"%PDF-1.7 ...")
    typed = Typed(value="210", source="yearbook", locator="p. 7", evidence=proof, comment="two parks joined")
    assert hand_in(round_store, "firms", typed).done
    (row,) = waiting(round_store, WANG, view=ViewSettings(2024))
    assert (row.understood.words, row.entry.typed, row.entry.entered_by) == ("210", typed, "li")
    assert "more than half above" in str(row.understood.warnings[0])
    assert row.source == "Statistical yearbook, p. 7"
    assert row.evidence is not None
    assert (row.evidence.name, row.evidence.mime) == ("report.pdf", "application/pdf")
    assert [(told.year, told.words) for told in row.last] == [(2023, "130"), (2022, "121"), (2021, "110")]
    assert (row.on_record, row.own, row.zone_name) == (None, False, "The park")
    (told,) = row.effects
    assert (told.asked, told.after[Rule.TIME]) == ("over 200 by 2025", Status.MET_EARLY)


def test_only_the_values_of_the_reviewers_zones_are_waiting(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    hand_in(round_store, "firms", Typed(value="90"), SUN, zone="port")
    assert [row.entry.key.zone for row in waiting(round_store, WANG)] == ["park", "port"]
    assert [row.entry.key.zone for row in waiting(round_store, HE)] == ["port"]
    assert [row.entry.key.zone for row in waiting(round_store, WANG, zone="port", year=2024)] == ["port"]
    assert waiting(round_store, WANG, year=2023) == []
    assert [row.own for row in waiting(round_store, LI_REVIEWS, zone="park")] == [True]


def test_accepting_puts_the_value_on_record_with_its_source_and_who_accepted_it(round_store: Store) -> None:
    typed = Typed(value="142", status="provisional", source="yearbook", locator="p. 7", comment="counted in May")
    hand_in(round_store, "firms", typed)
    assert take_in(round_store, "firms").done
    assert _on_record(round_store, "firms") == Actual(
        zone="park",
        indicator="firms",
        year=2024,
        value=Decimal(142),
        status=Certainty.PROVISIONAL,
        source="yearbook",
        locator="p. 7",
        note="counted in May",
    )
    (newest,) = change_sets(round_store, limit=1)
    assert (newest.who, newest.deed) == ("wang", "accept")
    (entry,) = entries(round_store)
    assert (entry.state, entry.reviewed_by) == (EntryState.ACCEPTED, "wang")
    accepted = entry_events(round_store)[-1]
    assert isinstance(accepted, EntryEvent)
    assert accepted.change_set == newest.id
    assert waiting(round_store, WANG) == []
    assert verify(round_store) == []


def test_values_are_accepted_in_bulk_with_one_source_for_one_title(round_store: Store) -> None:
    for indicator, value in (("firms", "142"), ("rd", "1.72"), ("hub", "under way")):
        hand_in(round_store, indicator, Typed(value=value, new_source="Work report 2024"))
    hand_in(round_store, "output", Typed(value="142.5", new_source="statistical  YEARBOOK"))
    versions = {key(indicator): 1 for indicator in ("firms", "rd", "hub", "output")}
    assert accept(round_store, WANG, versions, token()).done
    assert {source.source: source.title for source in sources(round_store)} == {
        "yearbook": "Statistical yearbook",
        "work-report-2024": "Work report 2024",
    }
    told = {indicator: _on_record(round_store, indicator) for indicator in ("firms", "rd", "hub", "output")}
    assert {indicator: actual.source for indicator, actual in told.items() if actual} == {
        "firms": "work-report-2024",
        "rd": "work-report-2024",
        "hub": "work-report-2024",
        "output": "yearbook",
    }
    assert round_store.version() == 2


def test_a_correction_makes_a_revision_with_its_reason(round_store: Store) -> None:
    assert hand_in(round_store, "firms", Typed(value="142")).done
    take_in(round_store, "firms")
    assert hand_in(round_store, "firms", Typed(value="144", reason="two came late"), version=2).done
    assert waiting(round_store, WANG)[0].on_record is not None
    assert take_in(round_store, "firms", 3).done
    revisions = [one for one in actual_history(round_store, "park", "firms") if one.actual.year == 2024]
    assert [(one.actual.value, one.revision, one.reason) for one in revisions] == [
        (Decimal(142), 1, None),
        (Decimal(144), 2, "two came late"),
    ]


def test_a_missing_value_is_accepted_and_makes_no_change_of_the_record(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(no_value=NoValue.NOT_COLLECTED))
    assert take_in(round_store, "firms").done
    assert round_store.version() == 1
    assert entries(round_store)[0].state is EntryState.ACCEPTED
    assert _on_record(round_store, "firms") is None
    assert verify(round_store) == []


def test_nobody_accepts_what_they_entered(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    report = take_in(round_store, "firms", person=LI_REVIEWS)
    assert "nobody accepts what they entered" in str(report.refused[0].problems[0])
    assert entries(round_store)[0].state is EntryState.SUBMITTED
    assert _on_record(round_store, "firms") is None


def test_one_value_in_the_way_keeps_all_from_being_accepted(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    hand_in(round_store, "rd", Typed(value="1.72"))
    report = accept(round_store, WANG, {key("firms"): 1, key("rd"): 7, key("output"): 1}, token())
    assert not report.done
    assert {finding.key.indicator for finding in report.refused} == {"rd", "output"}
    assert {entry.state for entry in entries(round_store)} == {EntryState.SUBMITTED}
    assert round_store.version() == 1


def test_a_returned_value_is_entered_anew_and_accepted(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    assert send_back(round_store, WANG, {key("firms"): 1}, "with the new ones, please", token()).done
    assert entries(round_store)[0].review_reason == "with the new ones, please"
    again = take_in(round_store, "firms", 2)
    assert "reviewed already by wang" in str(again.refused[0].problems[0])
    assert hand_in(round_store, "firms", Typed(value="145"), ZHAO, 2).done
    assert take_in(round_store, "firms", 3).done
    assert [event.who for event in entry_events(round_store)] == ["li", "wang", "zhao", "wang"]


def test_a_return_needs_a_reason_and_happens_once(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    with pytest.raises(RefusedInputError, match="needs a reason"):
        send_back(round_store, WANG, {key("firms"): 1}, "  ", token())
    form = token()
    assert not send_back(round_store, WANG, {key("firms"): 1, key("rd"): 1}, "both", form).done
    assert send_back(round_store, WANG, {key("firms"): 1}, "unclear", form).done
    assert send_back(round_store, WANG, {key("firms"): 1}, "unclear", form).repeated
    assert len(entry_events(round_store)) == 2


def test_no_step_of_a_value_is_skipped_or_done_twice(round_store: Store) -> None:
    save_draft(round_store, LI, key("firms"), Typed(value="142"), 0)
    assert not take_in(round_store, "firms").done
    hand_in(round_store, "firms", Typed(value="142"))
    send_back(round_store, WANG, {key("firms"): 1}, "which registry?", token())
    assert not take_in(round_store, "firms").done
    assert not take_in(round_store, "firms", 2).done
    assert _on_record(round_store, "firms") is None
    hand_in(round_store, "firms", Typed(value="142"), version=2)
    assert take_in(round_store, "firms", 3).done
    assert not take_in(round_store, "firms", 3).done
    assert not take_in(round_store, "firms", 4).done
    revisions = [one for one in actual_history(round_store, "park", "firms") if one.actual.year == 2024]
    assert len(revisions) == 1


def test_a_double_click_on_accept_writes_once(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    form = token()
    assert not accept(round_store, WANG, {key("firms"): 1}, form).repeated
    again = accept(round_store, WANG, {key("firms"): 1}, form)
    assert (again.done, again.repeated) == (True, True)
    assert round_store.version() == 2


def test_what_is_entered_anew_while_a_reviewer_looks_is_not_accepted_unseen(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    hand_in(round_store, "firms", Typed(value="143"), ZHAO, 1)
    (refused,) = take_in(round_store, "firms", 1).refused
    assert refused.conflict is not None
    assert (refused.conflict.theirs.value, refused.conflict.by, refused.conflict.version) == ("143", "zhao", 2)


def test_a_value_whose_unit_has_changed_since_is_not_accepted(round_store: Store) -> None:
    hand_in(round_store, "output", Typed(value="142.5"))
    with round_store.change(who="chen", deed="change indicator") as change:
        change.write_definitions(
            "indicator",
            [
                Indicator(
                    indicator="output",
                    name="Output",
                    unit="billion yuan",
                    better=Better.UP,
                    accumulates=Accumulates.FLOW,
                    decimals=1,
                )
            ],
        )
    (refused,) = take_in(round_store, "output").refused
    assert "means something else than when it was submitted" in str(refused.problems[0])


def test_nobody_reviews_for_a_zone_that_is_not_theirs(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    for person in EVERYBODY:
        if person is WANG:
            continue
        with pytest.raises(NotAllowedError):
            take_in(round_store, "firms", person=person)
        with pytest.raises(NotAllowedError):
            send_back(round_store, person, {key("firms"): 1}, "no", token())
        with pytest.raises(NotAllowedError):
            waiting(round_store, person, zone="park")
    assert entries(round_store)[0].state is EntryState.SUBMITTED
