"""Checksums of the history: of what a change set holds, and of the chain of change sets."""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.database.schema.record_tables import actual_revisions, series
from tracker.store.database.streams import stream

FIRST_HASH = "0" * 64

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Always digested, in this order, also where they are empty.
_FIRST_COLUMNS = (
    *("period", "revision", "year", "value", "value_high", "qualifier", "growth", "share", "share_of", "unit"),
    *("status", "state", "source", "locator", "note", "low", "high", "growth_number", "open_end", "change_set"),
)
# Digested by name and only where they are given, so that a column that is added leaves the digests as they are.
_later_columns = tuple(
    column.name for column in actual_revisions.c if column.name not in ("id", "series", *_FIRST_COLUMNS)
)

_DEFINITIONS = select(
    *(definition_revisions.c[name] for name in ("change_set", "entity", "key", "revision", "content"))
).order_by(definition_revisions.c.change_set, definition_revisions.c.id)
_ACTUALS = (
    select(
        *(actual_revisions.c.change_set, series.c.zone, series.c.indicator),
        *(actual_revisions.c[name] for name in (*_FIRST_COLUMNS, *_later_columns)),
    )
    .join(series, series.c.id == actual_revisions.c.series)
    .order_by(actual_revisions.c.change_set, actual_revisions.c.id)
)


def content_digest(connection: Connection, change_set: int) -> str:
    """Return the sha256 of everything a change set holds."""
    return dict(_joined(connection, change_set))[change_set]


def content_digests(connection: Connection) -> dict[int, str]:
    """Return the sha256 of what each change set holds, for those that hold anything."""
    return dict(_joined(connection))


def _joined(connection: Connection, change_set: int | None = None) -> Iterator[tuple[int, str]]:
    """Join the digests of definitions and actuals per change set, of one or of all."""
    definitions = dict(_digests(connection, _DEFINITIONS, definition_revisions, change_set))
    actuals = dict(_digests(connection, _ACTUALS, actual_revisions, change_set))
    for number in sorted({*definitions, *actuals}):
        yield number, sha256(f"{definitions.get(number)} {actuals.get(number)}".encode()).hexdigest()


def _digests(
    connection: Connection, asked: Select[Any], revisions: Table, change_set: int | None
) -> Iterator[tuple[int, str]]:
    """Digest rows per change set (their first column), in order, one JSON line a row."""
    wanted = asked if change_set is None else asked.where(revisions.c.change_set == change_set)
    for number, rows in groupby(stream(connection, wanted), key=lambda row: row[0]):
        yield int(number), _digest(rows)


def _digested(row: Sequence[Any]) -> Sequence[Any]:
    """Return a row with those of its later columns that are given; the row of a definition has none."""
    if not _later_columns:
        return row
    first = len(("change_set", "zone", "indicator", *_FIRST_COLUMNS))
    later = zip(_later_columns, row[first:], strict=False)
    return [*row[:first], *([name, value] for name, value in later if value is not None)]


def _digest(rows: Iterable[Any]) -> str:
    """Digest rows without keeping them."""
    total = sha256()
    for row in rows:
        total.update(_encode(_digested(row)).encode() + b"\n")
    return total.hexdigest()


def hash_of(previous: str, fields: Iterable[Any]) -> str:
    """Return the hash of a change set: over the hash before it and its own fields, the content digest among them."""
    # A half character is refused where the row is stored.
    return sha256(_encode([previous, *fields]).encode("utf-8", "surrogatepass")).hexdigest()
