"""Checksums of the history: of what a change set holds, and of the chain of change sets."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from tracker.store.database.schema.record_tables import actual_revisions
from tracker.store.database.streams import stream

FIRST_HASH = "0" * 64

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ACTUAL_COLUMNS = ", ".join(f"r.{column.name}" for column in actual_revisions.c if column.name not in ("id", "series"))

_DEFINITIONS = """
    SELECT r.change_set, r.entity, r.key, r.revision, r.content
    FROM definition_revisions r {where} ORDER BY r.change_set, r.id"""
_ACTUALS = f"""
    SELECT r.change_set, k.zone, k.indicator, {_ACTUAL_COLUMNS}
    FROM actual_revisions r JOIN series k ON k.id = r.series {{where}} ORDER BY r.change_set, r.id"""


def content_digest(connection: Connection, change_set: int) -> str:
    """Give the sha256 of everything a change set holds."""
    where = f"WHERE r.change_set = {change_set}"
    return dict(_joined(connection, where))[change_set]


def content_digests(connection: Connection) -> dict[int, str]:
    """Give the sha256 of what each change set holds, for those that hold anything."""
    return dict(_joined(connection, ""))


def _joined(connection: Connection, where: str) -> Iterator[tuple[int, str]]:
    """Join the digests of definitions and actuals per change set."""
    definitions = dict(_digests(connection, _DEFINITIONS.format(where=where)))
    actuals = dict(_digests(connection, _ACTUALS.format(where=where)))
    for number in sorted({*definitions, *actuals}):
        yield number, sha256(f"{definitions.get(number)} {actuals.get(number)}".encode()).hexdigest()


def _digests(connection: Connection, statement: str) -> Iterator[tuple[int, str]]:
    """Digest rows per change set (their first column), in order, one JSON line a row."""
    for number, rows in groupby(stream(connection, statement), key=lambda row: row[0]):
        yield int(number), _digest(rows)


def _digest(rows: Iterable[Any]) -> str:
    """Digest rows without keeping them."""
    total = sha256()
    for row in rows:
        total.update(_encode(row).encode() + b"\n")
    return total.hexdigest()


def hash_of(previous: str, fields: Iterable[Any]) -> str:
    """Give the hash of a change set: over the hash before it and its own fields, the content digest among them."""
    # A half character is refused where the row is stored.
    return sha256(_encode([previous, *fields]).encode("utf-8", "surrogatepass")).hexdigest()
