"""Entries: the values on their way from an official to the record, as they stand."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from tracker.domain.entry.entries import Entry, EntryKey, EntryState
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.entry_tables import entries as table
from tracker.store.database.schema.entry_tables import of_value, rounds
from tracker.store.entry.typed_texts import typed_of

_COLUMNS = tuple(
    table.c[name]
    for name in (
        *("zone", "indicator", "year", "typed", "state", "version"),
        *("entered_by", "entered_at", "reviewed_by", "reviewed_at", "review_reason"),
    )
)


def entries(
    reader: Reader, *, zone: str | None = None, year: int | None = None, state: EntryState | None = None
) -> list[Entry]:
    """List entries by zone, year and indicator: all, or those of a zone, a year, a state."""
    given = {"zone": zone, "year": year, "state": None if state is None else state.value}
    fixed = {name: value for name, value in given.items() if value is not None}
    wanted = [table.c[name] == value for name, value in fixed.items()]
    asked = select(*_COLUMNS).where(*wanted).order_by(table.c.zone, table.c.year, table.c.indicator)
    with reader.read() as connection:
        return [_entry(row) for row in connection.execute(asked)]


def entries_by_key(reader: Reader, keys: Iterable[EntryKey]) -> dict[EntryKey, Entry]:
    """Return the entries of some values, those that there are."""
    by_key = {}
    with reader.read() as connection:
        for key in keys:
            row = connection.execute(select(*_COLUMNS).where(*of_value(table, **key_values(key)))).first()
            if row is not None:
                by_key[key] = _entry(row)
    return by_key


def meaning_of(reader: Reader, key: EntryKey) -> str | None:
    """Return what an entry was taken to mean when it was submitted; None where it says that there is no value."""
    with reader.read() as connection:
        actual: str | None = connection.scalar(select(table.c.actual).where(*of_value(table, **key_values(key))))
    return actual


def key_values(key: EntryKey) -> dict[str, Any]:
    """Return the columns that say which value is meant."""
    return {"zone": key.zone, "indicator": key.indicator, "year": key.year}


def _entry(row: Iterable[Any]) -> Entry:
    """Make an entry of the columns of its row."""
    zone, indicator, year, typed, state, version, entered_by, entered_at, reviewed_by, reviewed_at, reason = row
    return Entry(
        key=EntryKey(zone=zone, indicator=indicator, year=year),
        typed=typed_of(typed),
        state=EntryState(state),
        version=version,
        entered_by=entered_by,
        entered_at=instants.read(entered_at),
        reviewed_by=reviewed_by,
        reviewed_at=_instant(reviewed_at),
        review_reason=reason,
    )


def _instant(at: str | None) -> datetime | None:
    return None if at is None else instants.read(at)


def deadlines(reader: Reader) -> dict[int, date]:
    """Return the deadlines by year, for the years that have one."""
    with reader.read() as connection:
        rows = connection.execute(select(rounds.c.year, rounds.c.deadline).order_by(rounds.c.year))
        return {year: due for year, deadline in rows if (due := _day(deadline)) is not None}


def _day(text_of_day: str) -> date | None:
    """Read a day; None for one that was spoiled by hand."""
    try:
        return date.fromisoformat(text_of_day)
    except ValueError:
        return None
