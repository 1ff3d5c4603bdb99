"""Actuals as plain tuples for the assessment: many, and as fast as the driver goes."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from tracker.store.database.instants import cutoff
from tracker.store.database.reader import Reader
from tracker.store.database.streams import stream
from tracker.store.record.current import KNOWN_REVISION

# How many series are asked for at once.
_SERIES_AT_ONCE = 5_000

_NOW = "FROM actuals r WHERE r.year IS NOT NULL"
_THEN = f"FROM actual_revisions r WHERE r.year IS NOT NULL AND length(r.period) = 4 AND {KNOWN_REVISION}"


def actual_rows(
    reader: Reader, series: Iterable[int] | None = None, *, as_of: datetime | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield dated actuals as (series, year, low, high, growth, open end), by series and year.

    `low` and `high` are in the base unit of the dimension and None on a side without bound (both: no value); `growth`
    is in percent; the open end is 1 where `low` itself is excluded, 2 where `high` is, else 0.
    """
    numbers = "r.low, r.high, r.growth, r.open_end", "r.low, r.high, r.growth_number, r.open_end"
    return _rows(reader, numbers, "", series, as_of)


def state_rows(
    reader: Reader, series: Iterable[int] | None = None, *, as_of: datetime | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield the reported states of milestones as (series, year, state), by series and year."""
    return _rows(reader, ("r.state", "r.state"), "AND r.state IS NOT NULL", series, as_of)


def _rows(
    reader: Reader, columns: tuple[str, str], condition: str, series: Iterable[int] | None, as_of: datetime | None
) -> Iterator[tuple[Any, ...]]:
    """Yield columns (of the current actuals, of their revisions) of some or all series, by series and year."""
    with reader.read() as connection:
        known = cutoff(connection, as_of)
        kept, tables = (columns[0], _NOW) if known is None else (columns[1], _THEN)
        values = {} if known is None else {"known": known}
        for chosen in _chosen(series):
            statement = f"SELECT r.series, r.year, {kept} {tables} {condition} {chosen} ORDER BY r.series, r.period"
            yield from stream(connection, statement, values)


def _chosen(series: Iterable[int] | None) -> Iterator[str]:
    """Write the conditions that ask for some series, a number of them at once, or for all."""
    if series is None:
        yield ""
        return
    rest = iter(sorted(set(series)))
    while some := list(islice(rest, _SERIES_AT_ONCE)):
        yield f"AND r.series IN ({', '.join(str(int(one)) for one in some)})"
