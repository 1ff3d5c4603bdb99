"""Actuals as plain tuples for the assessment: many, and as fast as the driver goes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, FromClause, select, true

from tracker.store.database.instants import cutoff
from tracker.store.database.reader import Reader
from tracker.store.database.schema.record_tables import actual_revisions, actuals
from tracker.store.database.streams import stream
from tracker.store.record.current import WHOLE, known_at

# How many series are asked for at once.
_SERIES_AT_ONCE = 5_000


def actual_rows(
    reader: Reader, series: Iterable[int] | None = None, *, as_of: datetime | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield dated actuals as (series, year, low, high, growth, open end), by series and year.

    `low` and `high` are in the base unit of the dimension and None on a side without bound (both: no value); `growth`
    is in percent; the open end is 1 where `low` itself is excluded, 2 where `high` is, else 0.
    """
    now = [actuals.c[name] for name in ("low", "high", "growth", "open_end")]
    then = [actual_revisions.c[name] for name in ("low", "high", "growth_number", "open_end")]
    return _rows(reader, now, then, series, as_of)


def state_rows(
    reader: Reader, series: Iterable[int] | None = None, *, as_of: datetime | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield the reported states of milestones as (series, year, state), by series and year."""
    return _rows(reader, [actuals.c.state], [actual_revisions.c.state], series, as_of, given="state")


def _rows(
    reader: Reader,
    now: Sequence[ColumnElement[Any]],
    then: Sequence[ColumnElement[Any]],
    series: Iterable[int] | None,
    as_of: datetime | None,
    given: str = "year",
) -> Iterator[tuple[Any, ...]]:
    """Yield columns of the current actuals, or of their revisions then, of some or all series where `given` is."""
    with reader.read() as connection:
        known = cutoff(connection, as_of)
        columns, table = (now, actuals) if known is None else (then, actual_revisions)
        asked = select(table.c.series, table.c.year, *columns).order_by(table.c.series, table.c.period)
        asked = asked.where(table.c.year.is_not(None), table.c[given].is_not(None))
        asked = asked if known is None else asked.where(WHOLE, known_at(known))
        for chosen in _chosen(table, series):
            yield from stream(connection, asked.where(chosen))


def _chosen(table: FromClause, series: Iterable[int] | None) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that ask for some series, a number of them at once, or for all."""
    if series is None:
        yield true()
        return
    rest = iter(sorted(set(series)))
    while some := list(islice(rest, _SERIES_AT_ONCE)):
        yield table.c.series.in_([int(number) for number in some])
