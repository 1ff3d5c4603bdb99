"""Drafts: what a person has typed and not submitted, kept as typed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.entry_tables import drafts as table
from tracker.store.database.schema.entry_tables import of_value
from tracker.store.database.upserts import insert_into, or_change
from tracker.store.entry.entries import key_values
from tracker.store.entry.typed_texts import typed_of, typed_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one person has typed; `typed` is None where the draft was submitted or taken away."""

    key: EntryKey
    person: str
    typed: Typed | None
    version: int
    at: datetime


_FIELDS = ("zone", "indicator", "year", "person", "typed", "version", "at")


def drafts(reader: Reader, zone: str, year: int, indicator: str | None = None) -> list[Draft]:
    """List the drafts of all persons for a zone and year, or for one value, the newest first."""
    wanted = [table.c.zone == zone, table.c.year == year]
    wanted += [] if indicator is None else [table.c.indicator == indicator]
    asked = select(*(table.c[name] for name in _FIELDS)).where(*wanted).order_by(table.c.at.desc(), table.c.person)
    with reader.read() as connection:
        return [_draft(*row) for row in connection.execute(asked)]


def _draft(zone: str, indicator: str, year: int, person: str, typed: str | None, version: int, at: str) -> Draft:
    """Make a draft of the columns of its row."""
    key = EntryKey(zone=zone, indicator=indicator, year=year)
    kept = None if typed is None else typed_of(typed)
    return Draft(key=key, person=person, typed=kept, version=version, at=instants.read(at))


def write_draft(connection: Connection, person: str, key: EntryKey, typed: Typed | None, at: datetime) -> int:
    """Keep what a person has typed, None to take it away, and give the draft's version, which only ever grows."""
    kept = {"typed": None if typed is None else typed_text(typed), "at": instants.written(at)}
    first = insert_into(connection, table).values(person=person, **key_values(key), **kept, version=1)
    statement = or_change(first, kept, version=table.c.version + 1).returning(table.c.version)
    mine = (table.c.person == person, *of_value(table, **key_values(key)))
    with journalled(connection, at, table, *mine):
        return int(connection.execute(statement).scalar_one())
