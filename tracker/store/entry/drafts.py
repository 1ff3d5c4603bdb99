"""Drafts: what a person has typed and not submitted, kept as typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.entry_tables import drafts as table
from tracker.store.database.schema.entry_tables import of_value
from tracker.store.entry.typed_texts import typed_of, typed_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one person has typed; `typed` is None where the draft was submitted or taken away."""

    key: EntryKey
    person: str
    typed: Typed | None
    version: int
    at: datetime


_FIELDS = "zone, indicator, year, person, typed, version, at"


def drafts(reader: Reader, zone: str, year: int, indicator: str | None = None) -> list[Draft]:
    """List the drafts of all persons for a zone and year, or for one value, the newest first."""
    values: dict[str, Any] = {"zone": zone, "year": year}
    only = "" if indicator is None else "AND indicator = :indicator"
    if indicator is not None:
        values["indicator"] = indicator
    statement = f"SELECT {_FIELDS} FROM drafts WHERE zone = :zone AND year = :year {only} ORDER BY at DESC, person"
    with reader.read() as connection:
        return [_draft(*row) for row in connection.execute(text(statement), values)]


def _draft(zone: str, indicator: str, year: int, person: str, typed: str | None, version: int, at: str) -> Draft:
    """Make a draft of the columns of its row."""
    key = EntryKey(zone=zone, indicator=indicator, year=year)
    kept = None if typed is None else typed_of(typed)
    return Draft(key=key, person=person, typed=kept, version=version, at=instants.read(at))


def write_draft(connection: Connection, person: str, key: EntryKey, typed: Typed | None, at: datetime) -> int:
    """Keep what a person has typed, None to take it away, and give the draft's version, which only ever grows."""
    statement = text("""
        INSERT INTO drafts (person, zone, indicator, year, typed, version, at)
        VALUES (:person, :zone, :indicator, :year, :typed, 1, :at)
        ON CONFLICT (person, zone, indicator, year)
        DO UPDATE SET typed = excluded.typed, version = drafts.version + 1, at = excluded.at RETURNING version""")
    values: Mapping[str, Any] = {
        "person": person,
        "zone": key.zone,
        "indicator": key.indicator,
        "year": key.year,
        "typed": None if typed is None else typed_text(typed),
        "at": instants.written(at),
    }
    mine = (table.c.person == person, *of_value(table, key.zone, key.indicator, key.year))
    with journalled(connection, at, table, *mine):
        return int(connection.execute(statement, values).scalar_one())
