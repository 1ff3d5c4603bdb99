"""The tables of entry and review: drafts, entries under review with all their events, evidence, deadlines."""

from typing import Any

from sqlalchemy import Column, ColumnElement, Index, Integer, Table, UniqueConstraint, text

from tracker.domain.entry.entries import EntryState, NoValue
from tracker.domain.entry.evidence import EVIDENCE_KINDS, LARGEST_EVIDENCE
from tracker.domain.history.events import EventKind
from tracker.store.database.schema.columns import (
    change_set,
    checks,
    content,
    integers,
    key,
    number_key,
    one_of,
    optional_integers,
    optional_texts,
    reference,
    table,
    texts,
    unique_text,
    year_within,
)

_ENTRY_STATES = (EntryState.SUBMITTED, EntryState.RETURNED, EntryState.ACCEPTED)
_EVENTS = (EventKind.SUBMIT, EventKind.ACCEPT, EventKind.RETURN, EventKind.DEADLINE)


def _value_key() -> list[Column[Any]]:
    """Return the columns that say which value is meant, as part of a key."""
    return [
        reference("zone", "zones.zone", primary_key=True),
        reference("indicator", "indicators.indicator", primary_key=True),
        Column("year", Integer, primary_key=True, autoincrement=False),
    ]


#: Files, each under the sha256 of its content.
evidence = table(
    "evidence",
    key("checksum"),
    *texts("name", "mime"),
    *integers("size"),
    content("content"),
    *texts("kept_by", "kept_at"),
    *checks(
        {
            "evidence_checksum_length": "length(checksum) = 64",
            "evidence_name_length": "length(name) BETWEEN 1 AND 300",
            "evidence_mime_known": one_of("mime", EVIDENCE_KINDS.values()),
            "evidence_size_fits": f"size = length(content) AND size BETWEEN 1 AND {LARGEST_EVIDENCE}",
        }
    ),
    append_only=True,
)

#: What is typed and not submitted; `typed` is empty where the draft was taken away.
drafts = table(
    "drafts",
    key("person"),
    *_value_key(),
    *optional_texts("typed"),
    *integers("version"),
    *texts("at"),
    *checks(
        {
            "draft_year_sane": year_within("year"),
            "draft_version_positive": "version > 0",
            "draft_typed_is_object": lambda sql: sql.json_object("typed"),
        }
    ),
    Index("drafts_value", "zone", "year"),
    clustered=True,
)

#: Submitted values; `actual` is what is to be stored, empty where there is no value.
entries = table(
    "entries",
    *_value_key(),
    *texts("state", "typed", "understood"),
    *optional_texts("actual", "no_value", "comment"),
    reference("evidence", "evidence.checksum", optional=True),
    *texts("entered_by", "entered_at"),
    *optional_texts("reviewed_by", "reviewed_at", "review_reason"),
    *integers("version"),
    *checks(
        {
            "entry_year_sane": year_within("year"),
            "entry_version_positive": "version > 0",
            "entry_state_known": one_of("state", _ENTRY_STATES),
            "entry_typed_is_object": lambda sql: sql.json_object("typed"),
            "entry_actual_is_object": lambda sql: sql.json_object("actual"),
            "entry_no_value_known": one_of("no_value", NoValue),
            "entry_has_value_or_reason": "(actual IS NULL) <> (no_value IS NULL)",
            "entry_review_fits": "(state = 'submitted') = (reviewed_by IS NULL)",
            "entry_review_dated": "(reviewed_by IS NULL) = (reviewed_at IS NULL)",
            "entry_return_has_reason": "state <> 'returned' OR review_reason IS NOT NULL",
            "entry_reviewed_by_another": "state <> 'accepted' OR reviewed_by <> entered_by",
        }
    ),
    Index(
        "entries_waiting",
        "zone",
        "year",
        sqlite_where=text("state = 'submitted'"),
        postgresql_where=text("state = 'submitted'"),
    ),
    clustered=True,
)

#: Events of entries, and of deadlines set; `version` is that of the entry it made.
entry_events = table(
    "entry_events",
    number_key(),
    unique_text("at"),
    *texts("who", "deed"),
    reference("zone", "zones.zone", optional=True),
    reference("indicator", "indicators.indicator", optional=True),
    *integers("year"),
    *optional_integers("version"),
    *optional_texts("old"),
    *texts("new"),
    *optional_texts("reason"),
    change_set(optional=True),
    *texts("previous_hash"),
    unique_text("hash"),
    UniqueConstraint("zone", "indicator", "year", "version", name="entry_event_version_unique"),
    *checks(
        {
            "entry_event_id_positive": "id > 0",
            "entry_event_deed_known": one_of("deed", _EVENTS),
            "entry_event_names_value": (
                "(deed = 'deadline') = (zone IS NULL) AND (zone IS NULL) = (indicator IS NULL) "
                "AND (zone IS NULL) = (version IS NULL)"
            ),
            "entry_event_return_has_reason": "deed <> 'return' OR reason IS NOT NULL",
            "entry_event_change_fits": "deed = 'accept' OR change_set IS NULL",
            "entry_event_hash_length": "length(hash) = 64",
        }
    ),
    Index("entry_events_change_set", "change_set"),
    append_only=True,
)

rounds = table(
    "rounds",
    number_key("year"),
    *texts("deadline", "set_by", "set_at"),
    *checks(
        {
            "round_year_sane": year_within("year"),
            "round_deadline_is_date": lambda sql: f"{sql.begins_with_year('deadline')} AND length(deadline) = 10",
        }
    ),
)

deed_tokens = table(
    "deed_tokens",
    key("token"),
    *texts("at"),
    *checks({"deed_token_length": "length(token) BETWEEN 8 AND 200"}),
    clustered=True,
)


def of_value(values: Table, zone: str, indicator: str, year: int) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row is of one value."""
    return (values.c.zone == zone, values.c.indicator == indicator, values.c.year == year)
