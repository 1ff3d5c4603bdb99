"""Append-only events beside the change sets: each entry's hash covers the one before, so that an edit is found."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from tracker.errors import Problem
from tracker.language import _
from tracker.store.audit.digests import FIRST_HASH, hash_of
from tracker.store.audit.journal import journal_chain, newest_of
from tracker.store.database.instants import after
from tracker.store.database.streams import stream

_CHAIN = ("previous_hash", "hash")


def append_event(connection: Connection, table: Table, at: datetime, **fields: Any) -> int:
    """Write one event in a transaction that has locked out other writers, and give its number.

    The table has the columns id, at, previous_hash and hash; `fields` are all the others.
    """
    newest = newest_of(connection, table)
    written = {"id": newest.id + 1 if newest else 1, "at": after(at, newest.at if newest else None), **fields}
    previous = newest.hash if newest else FIRST_HASH
    own = hash_of(previous, [written.get(name) for name in _columns(table)])
    connection.execute(insert(table).values(**written, previous_hash=previous, hash=own))
    journal_chain(connection, at, table.name, int(written["id"]), own)
    return int(written["id"])


def broken_events(connection: Connection, table: Table) -> Iterator[Problem]:
    """Check every event: its own fields, and that it follows the one before."""
    columns, previous = _columns(table), FIRST_HASH
    asked = select(*(table.c[name] for name in (*columns, *_CHAIN))).order_by(table.c.id)
    for number, (*fields, before, own) in enumerate(stream(connection, asked), start=1):
        if fields[0] != number or before != previous or own != hash_of(previous, fields):
            seen = f"{table.name} {fields[0]}"
            yield Problem(wrong=_("The events have been edited at this entry"), seen=seen)
        previous = own


def _columns(table: Table) -> tuple[str, ...]:
    """List the columns the hash covers, in the order of the table."""
    return tuple(column.name for column in table.c if column.name not in _CHAIN)
