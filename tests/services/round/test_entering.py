"""Drafts survive, submissions are taken whole or not at all, and nobody's value is silently lost."""

from dataclasses import replace
from threading import Thread

import pytest

from tests.services.round.round_samples import EVERYBODY, LI, SUN, WANG, YEAR, ZHAO, hand_in, key, take_in, token
from tracker.domain.entry.entries import EntryKey, EntryState, NoValue, Typed
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services.round.entering import Submission, save_draft, submit
from tracker.services.round.entry_results import EntriesReport
from tracker.services.round.rounds import my_round
from tracker.store import Store, verify
from tracker.store.entry.drafts import drafts
from tracker.store.entry.entries import entries
from tracker.store.entry.entry_chain import entry_events


def _typed_for(store: Store, indicator: str) -> Typed:
    return next(row.typed for row in my_round(store, LI, "park", YEAR).rows if row.key.indicator == indicator)


def test_a_draft_survives_as_typed_however_wrong_it_is(round_store: Store) -> None:
    typed = Typed(value="１４．２ 亿 ??", comment="ask Zhao", no_value=NoValue.NOT_COLLECTED)
    saved = save_draft(round_store, LI, key("output"), typed, 0)
    assert (saved.kept, saved.version, saved.conflict) == (True, 1, None)
    assert _typed_for(round_store, "output") == typed
    assert round_store.version() == 1


def test_another_window_of_the_same_person_overwrites_nothing(round_store: Store) -> None:
    save_draft(round_store, LI, key("output"), Typed(value="140"), 0)
    save_draft(round_store, LI, key("output"), Typed(value="141"), 1)
    stale = save_draft(round_store, LI, key("output"), Typed(value="150"), 1)
    assert not stale.kept
    assert stale.conflict is not None
    assert (stale.conflict.theirs, stale.conflict.version) == (Typed(value="141"), 2)
    assert _typed_for(round_store, "output") == Typed(value="141")
    chosen = save_draft(round_store, LI, key("output"), Typed(value="150"), stale.version)
    assert chosen.kept
    assert save_draft(round_store, LI, key("output"), Typed(value="150"), 0).kept


def test_a_window_left_open_over_a_submission_is_told_of_it(round_store: Store) -> None:
    save_draft(round_store, LI, key("firms"), Typed(value="140"), 0)
    hand_in(round_store, "firms", Typed(value="141"))
    stale = save_draft(round_store, LI, key("firms"), Typed(value="142"), 1)
    assert not stale.kept
    assert stale.conflict is not None
    assert stale.conflict.theirs == Typed(value="141")


def test_an_emptied_cell_takes_its_draft_away(round_store: Store) -> None:
    save_draft(round_store, LI, key("output"), Typed(value="140"), 0)
    save_draft(round_store, LI, key("output"), Typed(), 1)
    row = next(row for row in my_round(round_store, LI, "park", YEAR).rows if row.key.indicator == "output")
    assert (row.state, row.draft_version) == (EntryState.MISSING, 2)
    late = save_draft(round_store, LI, key("output"), Typed(value="140"), 1)
    assert (late.kept, late.conflict, late.version) == (False, None, 2)


def test_two_officials_on_one_value_are_told_of_each_other(round_store: Store) -> None:
    save_draft(round_store, LI, key("firms"), Typed(value="140"), 0)
    other = save_draft(round_store, ZHAO, key("firms"), Typed(value="150"), 0)
    assert other.kept
    assert other.conflict is not None
    assert (other.conflict.by, other.conflict.theirs) == ("li", Typed(value="140"))
    assert hand_in(round_store, "firms", Typed(value="140")).done
    late = hand_in(round_store, "firms", Typed(value="150"), ZHAO)
    assert not late.done
    (refused,) = late.refused
    assert refused.conflict is not None
    assert (refused.conflict.by, refused.conflict.theirs, refused.conflict.version) == ("li", Typed(value="140"), 1)
    assert [entry.typed.value for entry in entries(round_store)] == ["140"]
    assert [draft.typed for draft in drafts(round_store, "park", YEAR) if draft.person == "zhao"] == [
        Typed(value="150")
    ]
    assert hand_in(round_store, "firms", Typed(value="150"), ZHAO, refused.conflict.version).done
    told = entry_events(round_store, indicator="firms")
    assert [event.new.value for event in told if not isinstance(event.new, str)] == ["140", "150"]


def test_a_draft_is_told_of_what_another_has_submitted_since(round_store: Store) -> None:
    save_draft(round_store, LI, key("firms"), Typed(value="140"), 0)
    hand_in(round_store, "firms", Typed(value="145"), ZHAO)
    row = next(row for row in my_round(round_store, LI, "park", YEAR).rows if row.key.indicator == "firms")
    assert row.other is not None
    assert (row.other.by, row.other.draft) == ("zhao", False)


def test_an_endless_draft_is_refused(round_store: Store) -> None:
    with pytest.raises(RefusedInputError, match="too long"):
        save_draft(round_store, LI, key("firms"), Typed(comment="x" * 30_000), 0)


def test_submitting_takes_all_rows_or_none_with_a_finding_for_each(round_store: Store) -> None:
    rows = [
        Submission(key=key("firms"), typed=Typed(value="142")),
        Submission(key=key("rd"), typed=Typed(value="0.016")),
        Submission(key=key("output"), typed=Typed(value="twelve")),
        Submission(key=key("hub"), typed=Typed()),
    ]
    report = submit(round_store, LI, rows, token())
    assert not report.done
    assert {finding.key.indicator for finding in report.refused} == {"rd", "output", "hub"}
    said = {finding.key.indicator: "\n".join(map(str, finding.problems)) for finding in report.findings}
    assert "the warnings need a comment" in said["rd"]
    assert "not a number" in said["output"]
    assert "nothing is typed" in said["hub"]
    assert next(finding.proposal for finding in report.findings if finding.key == key("rd")) == "1.6"
    assert entries(round_store) == []


def test_a_doubtful_value_is_taken_with_a_comment_and_as_it_was_typed(round_store: Store) -> None:
    assert hand_in(round_store, "rd", Typed(value="0.016", comment="the new method")).done
    (entry,) = entries(round_store)
    assert entry.typed == Typed(value="0.016", comment="the new method")
    assert verify(round_store) == []


def test_the_same_value_twice_in_one_form_is_refused_both_times(round_store: Store) -> None:
    rows = [Submission(key=key("firms"), typed=Typed(value=value)) for value in ("142", "143")]
    report = submit(round_store, LI, rows, token())
    assert [finding.problems[-1].wrong for finding in report.refused] == ["the same value twice"] * 2


def test_a_double_click_writes_once(round_store: Store) -> None:
    rows, form = [Submission(key=key("firms"), typed=Typed(value="142"))], token()
    reports: list[EntriesReport] = []
    clicks = [Thread(target=lambda: reports.append(submit(round_store, LI, rows, form))) for _click in range(4)]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()
    assert sorted(report.repeated for report in reports) == [False, True, True, True]
    assert all(report.done for report in reports)
    assert len(entry_events(round_store)) == 1


def test_a_form_that_was_refused_can_be_sent_again(round_store: Store) -> None:
    form = token()
    bad, good = (Submission(key=key("firms"), typed=Typed(value=value)) for value in ("twelve", "142"))
    assert not submit(round_store, LI, [bad], form).done
    again = submit(round_store, LI, [good], form)
    assert (again.done, again.repeated) == (True, False)


def test_a_value_that_is_not_there_is_submitted_with_its_reason(round_store: Store) -> None:
    assert hand_in(round_store, "firms", Typed(value="n/a", no_value=NoValue.NOT_COLLECTED)).done
    assert entries(round_store)[0].typed.no_value is NoValue.NOT_COLLECTED


def test_a_correction_of_an_accepted_value_needs_a_reason(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    take_in(round_store, "firms")
    refused = hand_in(round_store, "firms", Typed(value="144"), version=2)
    assert "its correction needs a reason" in str(refused.refused[0].problems[0])
    assert hand_in(round_store, "firms", Typed(value="144", reason="two came late"), version=2).done


def test_nobody_enters_for_a_zone_that_is_not_theirs(round_store: Store) -> None:
    for person in EVERYBODY:
        if person in (LI, ZHAO):
            continue
        with pytest.raises(NotAllowedError):
            save_draft(round_store, person, key("firms"), Typed(value="1"), 0)
        with pytest.raises(NotAllowedError):
            hand_in(round_store, "firms", Typed(value="142"), person)
    both = [Submission(key=key("firms", zone), typed=Typed(value="90")) for zone in ("port", "park")]
    with pytest.raises(NotAllowedError):
        submit(round_store, SUN, both, token())
    assert entries(round_store) == []
    assert drafts(round_store, "park", YEAR) == []


def test_years_and_indicators_that_cannot_be_are_findings(round_store: Store) -> None:
    odd = [EntryKey(zone="park", indicator="firms", year=1066), replace(key("firms"), indicator="ghosts")]
    report = submit(round_store, LI, [Submission(key=one, typed=Typed(value="142")) for one in odd], token())
    said = "\n".join(str(problem) for finding in report.refused for problem in finding.problems)
    assert "the year is out of range" in said
    assert "no such indicator" in said


def test_a_row_that_is_no_part_of_the_form_is_refused(round_store: Store) -> None:
    added = [Submission(key=key(indicator, "port"), typed=Typed(value="20")) for indicator in ("rd", "firms")]
    report = submit(round_store, LI, added, token())
    assert [(finding.key.indicator, finding.problems[0].wrong) for finding in report.refused] == [
        ("rd", "not asked of this zone")
    ]


def test_an_old_form_sent_after_a_correction_shows_what_stands_now(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    take_in(round_store, "firms")
    hand_in(round_store, "firms", Typed(value="144", reason="two came late"), version=2)
    take_in(round_store, "firms", 3)
    (refused,) = hand_in(round_store, "firms", Typed(value="142")).refused
    assert refused.conflict is not None
    assert (refused.conflict.theirs.value, refused.conflict.version) == ("144", 4)
    assert "its correction needs a reason" in str(refused.problems[0])


def test_the_same_form_sent_eight_times_at_once_is_taken_once(round_store: Store) -> None:
    reports: list[EntriesReport] = []
    sent = [Thread(target=lambda: reports.append(hand_in(round_store, "firms", Typed(value="142")))) for _ in range(8)]
    for one in sent:
        one.start()
    for one in sent:
        one.join()
    assert sorted(report.done for report in reports) == [False] * 7 + [True]
    assert all(report.refused[0].conflict is not None for report in reports if not report.done)
    assert len(entry_events(round_store)) == 1


def test_an_official_changes_what_is_submitted_and_not_reviewed_yet(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    assert hand_in(round_store, "firms", Typed(value="143"), version=1).done
    assert not take_in(round_store, "firms", 1, WANG).done
    assert take_in(round_store, "firms", 2, WANG).done
