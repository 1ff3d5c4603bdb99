"""The tables of entry and review as queries name them; their constraints are in the migration."""

from sqlalchemy import Column, ColumnElement, Integer, LargeBinary, Table, Text

from tracker.store.database.schema.record_tables import metadata


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _numbers(*names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names]


drafts = Table(
    "drafts",
    metadata,
    *_texts("person", "zone", "indicator"),
    *_numbers("year"),
    *_texts("typed"),
    *_numbers("version"),
    *_texts("at"),
)

entries = Table(
    "entries",
    metadata,
    *_texts("zone", "indicator"),
    *_numbers("year"),
    *_texts("state", "typed", "understood", "actual", "no_value", "comment", "evidence"),
    *_texts("entered_by", "entered_at", "reviewed_by", "reviewed_at", "review_reason"),
    *_numbers("version"),
)

entry_events = Table(
    "entry_events",
    metadata,
    *_numbers("id"),
    *_texts("at", "who", "deed", "zone", "indicator"),
    *_numbers("year", "version"),
    *_texts("old", "new", "reason"),
    *_numbers("change_set"),
    *_texts("previous_hash", "hash"),
)

evidence = Table(
    "evidence",
    metadata,
    *_texts("checksum", "name", "mime"),
    *_numbers("size"),
    Column("content", LargeBinary),
    *_texts("kept_by", "kept_at"),
)

rounds = Table("rounds", metadata, *_numbers("year"), *_texts("deadline", "set_by", "set_at"))

deed_tokens = Table("deed_tokens", metadata, *_texts("token", "at"))


def of_value(table: Table, zone: str, indicator: str, year: int) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row is of one value."""
    return (table.c.zone == zone, table.c.indicator == indicator, table.c.year == year)
