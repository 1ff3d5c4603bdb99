"""The events on entries and deadlines, one after the other, in a chain of hashes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.store.audit.event_chain import append_event
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.entry_tables import entry_events as table
from tracker.store.entry.typed_texts import typed_of

_FIELDS = (
    *("id", "at", "who", "deed", "zone", "indicator", "year"),
    *("version", "old", "new", "reason", "change_set"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryEvent:
    """One event: who did what to which value, what was typed before and after, why, and the change set it made."""

    id: int
    at: datetime
    who: str
    deed: str
    key: EntryKey
    version: int
    old: Typed | None
    new: Typed
    reason: str | None
    change_set: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSet:
    """A deadline that was set for a year's values, and what it was before; days as ISO texts."""

    id: int
    at: datetime
    who: str
    year: int
    old: str | None
    new: str


def add_event(connection: Connection, at: datetime, **fields: Any) -> str:
    """Add an event to the chain, and give the instant it bears, which is later than that of the event before."""
    number = append_event(connection, table, at, **fields)
    return str(connection.scalar(select(table.c.at).where(table.c.id == number)))


def entry_events(
    reader: Reader,
    *,
    zone: str | None = None,
    indicator: str | None = None,
    year: int | None = None,
    who: str | None = None,
) -> list[EntryEvent | DeadlineSet]:
    """List the events, the first one first: all, or those on a zone, an indicator, a year, by a person."""
    given = {"zone": zone, "indicator": indicator, "year": year, "who": who}
    fixed = {name: value for name, value in given.items() if value is not None}
    wanted = [table.c[name] == value for name, value in fixed.items()]
    asked = select(*(table.c[name] for name in _FIELDS)).where(*wanted).order_by(table.c.id)
    with reader.read() as connection:
        return [_event(row) for row in connection.execute(asked)]


def _event(row: Iterable[Any]) -> EntryEvent | DeadlineSet:
    """Make an event of the columns of its row."""
    number, at, who, deed, zone, indicator, year, version, old, new, reason, change_set = row
    if deed == "deadline":
        return DeadlineSet(id=number, at=instants.read(at), who=who, year=year, old=old, new=new)
    return EntryEvent(
        id=number,
        at=instants.read(at),
        who=who,
        deed=deed,
        key=EntryKey(zone=zone, indicator=indicator, year=year),
        version=version,
        old=None if old is None else typed_of(old),
        new=typed_of(new),
        reason=reason,
        change_set=change_set,
    )
