"""The journal: every change of a row that is kept, and every entry of another chain, in one chain over all of them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Table, insert, inspect, select, update

from tracker.store.audit.digests import FIRST_HASH, hash_of
from tracker.store.database import instants
from tracker.store.database.schema.account_tables import (
    account_events,
    account_zones,
    accounts,
    first_links,
    known_browsers,
    sessions,
)
from tracker.store.database.schema.audit_tables import change_sets, journal, journal_head
from tracker.store.database.schema.entry_tables import drafts, entries, entry_events, evidence, rounds
from tracker.store.database.schema.slide_set_tables import slide_set_events, slide_sets

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode

#: The chains whose entries the journal repeats by number and hash.
CHAINS = {table.name: table for table in (change_sets, entry_events, account_events, slide_set_events)}


@dataclass(frozen=True, slots=True)
class Covered:
    """A table whose rows the journal follows: how a row is known, and the columns that are not followed."""

    table: Table
    key: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns that the digest of a row covers."""
        return [column for column in self.table.c if column.name not in self.without]


_ENTRY = ("zone", "indicator", "year")
#: Not followed are the tables that the history restates (definitions, actuals), what only slows guessing down, and
#: the tokens of forms; of a session when it was last seen, of evidence the content, which its checksum covers.
COVERED = {
    covered.table.name: covered
    for covered in (
        Covered(accounts, ("account",)),
        Covered(account_zones, ("account", "zone")),
        Covered(sessions, ("token_hash",), without=("seen_at",)),
        Covered(known_browsers, ("token_hash",)),
        Covered(first_links, ("link_hash",)),
        Covered(drafts, ("person", *_ENTRY)),
        Covered(entries, _ENTRY),
        Covered(rounds, ("year",)),
        Covered(evidence, ("checksum",), without=("content",)),
        Covered(slide_sets, ("slide_set",)),
    )
}


@contextmanager
def journalled(connection: Connection, at: datetime, table: Table, *wanted: ColumnElement[bool]) -> Iterator[None]:
    """Record how the block changes the wanted rows; the transaction has locked out other writers."""
    covered = COVERED[table.name]
    before = dict(row_digests(connection, covered, *wanted))
    yield
    after = dict(row_digests(connection, covered, *wanted))
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            _append(connection, at, table.name, key, before.get(key), after.get(key))


def journal_chain(connection: Connection, at: datetime, chain: str, number: int, own_hash: str) -> None:
    """Record an entry of another chain."""
    _append(connection, at, chain, str(number), None, own_hash)


def newest_of(connection: Connection, chain: Table) -> Row[Any, Any, Any] | None:
    """Return number, instant and hash of the newest entry of a chain."""
    return connection.execute(select(chain.c.id, chain.c.at, chain.c.hash).order_by(chain.c.id.desc()).limit(1)).first()


def row_digests(connection: Connection, covered: Covered, *wanted: ColumnElement[bool]) -> Iterator[tuple[str, str]]:
    """Yield key and digest of the wanted rows of a table.

    What is empty is left out, so that a column that is added later, empty, leaves the digests as they are.
    """
    for row in connection.execute(select(*covered.columns).where(*wanted)).mappings():
        kept = {name: value for name, value in row.items() if value is not None}
        yield _encode([row[name] for name in covered.key]), sha256(_encode(kept).encode()).hexdigest()


@contextmanager
def restated(connection: Connection, at: datetime) -> Iterator[None]:
    """Record how a block that changes tables changes the digests of rows; nothing where no journal is begun yet.

    A column that is added with a value in it belongs to the digest of each row from then on.
    """
    if not inspect(connection).has_table(journal.name):
        yield
        return
    before = {name: dict(row_digests(connection, _standing(connection, covered))) for name, covered in COVERED.items()}
    yield
    for name, covered in COVERED.items():
        for key, digest in sorted(row_digests(connection, covered)):
            if digest != before[name].get(key):
                _append(connection, at, name, key, before[name].get(key), digest)


def _standing(connection: Connection, covered: Covered) -> Covered:
    """Return a covered table without the columns that the store does not have yet."""
    existing = {column["name"] for column in inspect(connection).get_columns(covered.table.name)}
    missing = tuple(column.name for column in covered.columns if column.name not in existing)
    return replace(covered, without=(*covered.without, *missing))


def begin_journal(connection: Connection, at: datetime) -> None:
    """Begin the journal of a store with what stands in it."""
    connection.execute(insert(journal_head).values(number=0, hash=FIRST_HASH, at=None))
    for chain, table in CHAINS.items():
        newest = newest_of(connection, table)
        if newest is not None:
            journal_chain(connection, at, chain, newest.id, newest.hash)
    for name, covered in COVERED.items():
        for key, digest in sorted(row_digests(connection, covered)):
            _append(connection, at, name, key, None, digest)


def last_written(connection: Connection) -> datetime | None:
    """Return what the clock said at the newest entry of the journal; None before the first."""
    at = connection.scalar(select(journal_head.c.at))
    try:
        return None if at is None else instants.read(at)
    except ValueError:
        # Altered by hand, which the verification finds.
        return None


def accept_clock(connection: Connection, at: datetime) -> None:
    """Record that the clock is right although it is years away from the newest entry."""
    _append(connection, at, "clock", instants.written(at), None, None)


def _append(connection: Connection, at: datetime, table: str, key: str, old: str | None, new: str | None) -> None:
    """Write one entry on top of the head, never of the newest that is left: a gap stays visible."""
    head = connection.execute(select(journal_head)).one()
    number, now = head.number + 1, instants.written(at)
    own = hash_of(head.hash, (number, now, table, key, old, new))
    fields = {"id": number, "at": now, "table_name": table, "row_key": key, "old": old, "new": new}
    connection.execute(insert(journal).values(**fields, previous_hash=head.hash, hash=own))
    connection.execute(update(journal_head).values(number=number, hash=own, at=now))
