"""Actuals as records, as they stand or as they were known, in the order of the bundle."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, and_, func, or_, select

from tracker.domain.records import Actual
from tracker.store.database.schema.record_tables import actual_revisions, actuals, series
from tracker.store.database.streams import stream
from tracker.store.record.rows import from_row, names

#: Every current actual with its series and its newest revision, and every revision with its series.
CURRENT = series.join(actuals, actuals.c.series == series.c.id).join(
    actual_revisions, actual_revisions.c.id == actuals.c.revision_id
)
REVISIONS = series.join(actual_revisions, actual_revisions.c.series == series.c.id)
#: An actual of a year, or undated; not of a part of a year.
WHOLE = or_(actual_revisions.c.year.is_(None), func.length(actual_revisions.c.period) == 4)


def actual_columns(revisions: FromClause = actual_revisions) -> list[ColumnElement[Any]]:
    """Return the columns of an actual as a record, of its series and one of its revisions."""
    return [column_of(name, revisions) for name in names(Actual)]


def column_of(name: str, revisions: FromClause = actual_revisions) -> ColumnElement[Any]:
    """Return the column that holds a field of an actual."""
    return series.c[name] if name in ("zone", "indicator") else revisions.c[name]


def known_at(change_set: int) -> ColumnElement[bool]:
    """Return that a revision is the one known at a change set: it was written by then and the next one was not."""
    later = actual_revisions.alias("later")
    replaced = select(later.c.id).where(next_of(actual_revisions, later), later.c.change_set <= change_set).exists()
    return and_(actual_revisions.c.change_set <= change_set, ~replaced)


def next_of(revision: FromClause, later: FromClause) -> ColumnElement[bool]:
    """Return that one revision of an actual follows another."""
    return and_(
        later.c.series == revision.c.series,
        later.c.period == revision.c.period,
        later.c.revision == revision.c.revision + 1,
    )


def current_actuals(connection: Connection, indicator: str) -> Iterator[Actual]:
    """Yield the current actuals of an indicator."""
    return select_actuals(connection, None, {"indicator": indicator}, parts=True)


def select_actuals(
    connection: Connection,
    known: int | None,
    wanted: dict[str, Any],
    named: Sequence[int] | None = None,
    *,
    parts: bool = False,
) -> Iterator[Actual]:
    """Yield actuals by zone, indicator and year (undated last, by source), as known at a change set (None: now).

    `wanted` fixes any of zone, indicator and source; `named` are the numbers of the series, None for all;
    those of parts of years are left out unless asked for, because they stand for no year.
    """
    conditions = [column_of(name) == value for name, value in wanted.items()]
    if named is not None:
        conditions.append(series.c.id.in_(named))
    if known is not None:
        conditions.append(known_at(known))
    if not parts:
        conditions.append(WHOLE)
    asked = select(*actual_columns()).select_from(CURRENT if known is None else REVISIONS).where(*conditions)
    for row in stream(connection, asked.order_by(*ORDER)):
        yield from_row(Actual, row)


ORDER: tuple[Column[Any], ...] = (series.c.zone, series.c.indicator, actual_revisions.c.period)
