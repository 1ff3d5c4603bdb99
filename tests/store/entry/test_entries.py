"""Drafts, entries, evidence and deadlines are kept whole, and what happened to them can be told and verified."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.store.samples import by_hand, fill
from tracker.domain.entry.entries import EntryKey, EntryState, NoValue, Typed
from tracker.errors import RefusedInputError
from tracker.store import Store, verify
from tracker.store.entry.drafts import drafts
from tracker.store.entry.entries import deadlines, entries, entries_by_key, meaning_of
from tracker.store.entry.entry_chain import DeadlineSet, EntryEvent, entry_events
from tracker.store.entry.entry_writer import Meaning, entry_writer_within, open_entry_writer
from tracker.store.entry.evidence import content_of_file, file_kept, keep_file

KEY = EntryKey(zone="park", indicator="firms", year=2024)
MEANT = Meaning(words="120", actual='{"value":"120"}')
PDF = b"%PDF-1.7\n" + bytes(range(256))


def _submit(store: Store, typed: Typed, who: str = "li", meaning: Meaning = MEANT) -> None:
    with open_entry_writer(store) as writer:
        writer.submit(who, KEY, typed, meaning, entries_by_key(writer, [KEY]).get(KEY))


def _accept(store: Store, who: str = "wang") -> None:
    with store.change(who=who, deed="accept") as change, entry_writer_within(change, store) as writer:
        change.keep()
        writer.accept(who, entries_by_key(writer, [KEY])[KEY], change.number if change.touched else None)


def test_a_draft_comes_back_as_it_was_typed_to_the_last_odd_character(store: Store) -> None:
    fill(store)
    typed = Typed(
        value="１４．２亿\u200b\U0001f3ed", comment="旧\u202eword\n“two lines”", no_value=NoValue.NOT_COLLECTED
    )
    with open_entry_writer(store) as writer:
        assert writer.keep_draft("li", KEY, typed) == 1
    (kept,) = drafts(store, "park", 2024)
    assert (kept.typed, kept.person, kept.version, kept.key) == (typed, "li", 1, KEY)
    with open_entry_writer(store) as writer:
        assert writer.keep_draft("li", KEY, None) == 2
        assert writer.keep_draft("zhao", KEY, typed) == 1
    assert [(draft.person, draft.typed) for draft in drafts(store, "park", 2024, "firms")] in (
        [("zhao", typed), ("li", None)],
        [("li", None), ("zhao", typed)],
    )
    assert drafts(store, "park", 2024, "output") == []


@pytest.mark.parametrize("odd", ["\x00", "\ud800"])
def test_a_draft_that_is_no_text_is_refused_and_leaves_the_one_before(store: Store, odd: str) -> None:
    fill(store)
    with open_entry_writer(store) as writer:
        writer.keep_draft("li", KEY, Typed(value="12"))
    with (
        open_entry_writer(store) as writer,
        pytest.raises(RefusedInputError, match="control character or half a character"),
    ):
        writer.keep_draft("li", KEY, Typed(value=f"14{odd}"))
    assert [draft.typed for draft in drafts(store, "park", 2024)] == [Typed(value="12")]


def test_drafts_submissions_and_deadlines_make_no_change_set_and_verify(store: Store) -> None:
    fill(store)
    with open_entry_writer(store) as writer:
        writer.keep_draft("li", KEY, Typed(value="12"))
        writer.set_deadline("chen", 2024, date(2025, 2, 28))
    _submit(store, Typed(value="120"))
    assert store.version() == 1
    assert verify(store) == []
    assert [draft.typed for draft in drafts(store, "park", 2024)] == [None]


def test_an_entry_goes_from_submitted_over_returned_to_accepted_and_every_deed_is_told(store: Store) -> None:
    fill(store)
    _submit(store, Typed(value="12"))
    with open_entry_writer(store) as writer:
        writer.send_back("wang", entries(writer)[0], "per year, please")
    (returned,) = entries(store, zone="park", year=2024, state=EntryState.RETURNED)
    assert (returned.review_reason, returned.reviewed_by, returned.version) == ("per year, please", "wang", 2)
    _submit(store, Typed(value="120", reason="counted again"))
    (submitted,) = entries(store, state=EntryState.SUBMITTED)
    assert (submitted.reviewed_by, submitted.reviewed_at, submitted.version) == (None, None, 3)
    _accept(store)
    (accepted,) = entries(store)
    assert (accepted.state, accepted.reviewed_by, accepted.version) == (EntryState.ACCEPTED, "wang", 4)
    assert verify(store) == []
    told = entry_events(store, zone="park", indicator="firms", year=2024)
    assert [(event.deed, event.who) for event in told if isinstance(event, EntryEvent)] == [
        ("submit", "li"),
        ("return", "wang"),
        ("submit", "li"),
        ("accept", "wang"),
    ]
    assert isinstance(told[2], EntryEvent)
    assert (told[2].old, told[2].new, told[2].reason) == (
        Typed(value="12"),
        Typed(value="120", reason="counted again"),
        "counted again",
    )
    assert [event.at for event in told] == sorted({event.at for event in told})


def test_a_deadline_is_told_with_what_it_was_before(store: Store) -> None:
    fill(store)
    for day in (date(2025, 2, 28), date(2025, 2, 28), date(2025, 3, 31)):
        with open_entry_writer(store) as writer:
            writer.set_deadline("chen", 2024, day)
    assert deadlines(store) == {2024: date(2025, 3, 31)}
    told = entry_events(store, who="chen")
    assert [(event.old, event.new) for event in told if isinstance(event, DeadlineSet)] == [
        (None, "2025-02-28"),
        ("2025-02-28", "2025-03-31"),
    ]


def test_what_an_entry_means_is_kept_beside_what_was_typed(store: Store) -> None:
    fill(store)
    _submit(store, Typed(value="120"))
    assert meaning_of(store, KEY) == '{"value":"120"}'
    _submit(store, Typed(no_value=NoValue.NOT_COLLECTED), meaning=Meaning(words="–", no_value=NoValue.NOT_COLLECTED))
    assert meaning_of(store, KEY) is None


def test_a_token_is_taken_once_and_given_back_when_the_deed_was_not_done(store: Store) -> None:
    with open_entry_writer(store) as writer:
        assert writer.claim("token-of-a-form")
        writer.roll_back()
    with open_entry_writer(store) as writer:
        assert writer.claim("token-of-a-form")
    with open_entry_writer(store) as writer:
        assert not writer.claim("token-of-a-form")


def test_evidence_is_kept_once_under_its_checksum(store: Store) -> None:
    for name in ("report.pdf", "../../etc/passwd"):
        with open_entry_writer(store) as writer:
            checksum = keep_file(writer, "li", name, "application/pdf", PDF)
    kept = file_kept(store, checksum)
    assert kept is not None
    assert (kept.name, kept.size, kept.mime) == ("report.pdf", len(PDF), "application/pdf")
    assert content_of_file(store, checksum) == PDF
    assert file_kept(store, "0" * 64) is None
    assert content_of_file(store, "0" * 64) == b""
    assert verify(store) == []


def _bad_mime(store: Store) -> None:
    with open_entry_writer(store) as writer:
        keep_file(writer, "li", "x.html", "text/html", b"<b>")


def _nobody_else(store: Store) -> None:
    _submit(store, Typed(value="1"))
    _accept(store, "li")


def _no_reason(store: Store) -> None:
    _submit(store, Typed(value="1"))
    with open_entry_writer(store) as writer:
        writer.send_back("wang", entries(writer)[0], None)  # type: ignore[arg-type]  # that is what is refused


def _nothing_meant(store: Store) -> None:
    _submit(store, Typed(value="1"), meaning=Meaning(words=""))


def _unknown_evidence(store: Store) -> None:
    _submit(store, Typed(value="1", evidence="0" * 64))


def _unknown_zone(store: Store) -> None:
    with open_entry_writer(store) as writer:
        writer.keep_draft("li", EntryKey(zone="atlantis", indicator="firms", year=2024), Typed(value="1"))


def _year_out_of_range(store: Store) -> None:
    with open_entry_writer(store) as writer:
        writer.keep_draft("li", EntryKey(zone="park", indicator="firms", year=1066), Typed(value="1"))


def _short_token(store: Store) -> None:
    with open_entry_writer(store) as writer:
        writer.claim("x")


@pytest.mark.parametrize(
    "deed",
    [
        _bad_mime,
        _nobody_else,
        _no_reason,
        _nothing_meant,
        _unknown_evidence,
        _unknown_zone,
        _year_out_of_range,
        _short_token,
    ],
)
def test_the_database_itself_refuses_what_cannot_be(store: Store, deed: Callable[[Store], None]) -> None:
    fill(store)
    with pytest.raises(RefusedInputError):
        deed(store)
    assert verify(store) == []


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE entry_events SET new = '{}'",
        "DELETE FROM entry_events",
        "UPDATE evidence SET name = 'another.pdf'",
        "DELETE FROM evidence",
    ],
)
def test_the_history_of_entries_and_the_evidence_refuse_to_be_rewritten(store: Store, edit: str) -> None:
    fill(store)
    _submit(store, Typed(value="1"))
    with open_entry_writer(store) as writer:
        keep_file(writer, "li", "report.pdf", "application/pdf", PDF)
    with pytest.raises(Exception, match="append-only"):
        by_hand(store, edit)


EDITS: dict[str, Any] = {
    "a value": ('UPDATE entries SET typed = \'{"value":"9"}\'',),
    "a state": ("UPDATE entries SET state = 'accepted', reviewed_by = 'wang', reviewed_at = 'x'",),
    "who entered it": ("UPDATE entries SET entered_by = 'zhao'",),
    "an entry taken away": ("DELETE FROM entries",),
    "an entry out of nowhere": (
        "INSERT INTO entries (zone, indicator, year, state, typed, understood, actual, entered_by, entered_at, version)"
        " VALUES ('park', 'output', 2024, 'submitted', '{}', '1', '{}', 'li', 'x', 1)",
    ),
    "a deadline": ("UPDATE rounds SET deadline = '2026-01-01'",),
    "an event": ("UPDATE entry_events SET who = 'zhao' WHERE deed = 'deadline'",),
    "the last event": ("DELETE FROM entry_events WHERE id = 2",),
    "a file": ("UPDATE evidence SET content = CAST('xxxx' AS {bytes}), size = 4",),
}


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS.keys())
def test_an_edit_of_entries_behind_the_programs_back_is_found(store: Store, edits: tuple[str, ...]) -> None:
    fill(store)
    with open_entry_writer(store) as writer:
        writer.set_deadline("chen", 2024, date(2025, 2, 28))
        keep_file(writer, "li", "report.pdf", "application/pdf", PDF)
    _submit(store, Typed(value="120"))
    assert verify(store) == []
    on_file = store.write_engine.dialect.name == "sqlite"
    for table in ("entry_events", "evidence"):
        for name in [f"{table}_append_only_{deed}" for deed in ("update", "delete")] if on_file else [""]:
            by_hand(store, f"DROP TRIGGER {name}" if on_file else f"DROP TRIGGER {table}_append_only ON {table}")
    assert len(verify(store)) == 2
    by_hand(store, *(edit.format(bytes="BLOB" if on_file else "BYTEA") for edit in edits if "{bytes}" in edit))
    by_hand(store, *(edit for edit in edits if "{bytes}" not in edit))
    assert len(verify(store)) > 2


def test_an_accepted_value_and_its_entry_are_kept_together_or_not_at_all(store: Store) -> None:
    fill(store)
    _submit(store, Typed(value="120"))
    with store.change(who="wang", deed="accept") as change, entry_writer_within(change, store) as writer:
        change.keep()
        writer.accept("wang", entries(writer)[0], None)
        change.roll_back()
    assert entries(store)[0].state is EntryState.SUBMITTED
    _accept(store)
    assert entries(store)[0].state is EntryState.ACCEPTED
    assert store.version() == 1
    assert verify(store) == []
