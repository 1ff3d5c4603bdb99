"""Store actuals: what is new or differs becomes a revision, and the current row of its series and period."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Insert,
    Integer,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
)

from tracker.domain.records import Actual
from tracker.domain.vocabulary import Accumulates
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.store.database.schema.record_tables import actual_revisions, actuals, indicators, series
from tracker.store.database.upserts import insert_into, or_change
from tracker.store.record.actual_bounds import Scale, measure
from tracker.store.record.counts import Counts, count_revisions, newest_id
from tracker.store.record.rows import names, period_of, to_row
from tracker.store.record.series import add_series
from tracker.store.record.staging import count_rows, refuse_twice_given, staged, staging_table

_COMPUTED = ("low", "high", "growth_number", "open_end")
_PERIOD = names(Actual).index("period")
_KEPT = tuple(name for name in names(Actual) if name not in ("zone", "indicator")) + _COMPUTED
#: The columns of current rows that come from a column of another name of their revision.
_REVISED = {"growth": "growth_number", "revision_id": "id"}


def revised(name: str, revisions: FromClause = actual_revisions) -> ColumnElement[Any]:
    """Return what a current row holds of its revision; that of a part of a year bears no year."""
    if name == "year":
        return case((func.length(revisions.c.period) == 4, revisions.c.year))
    return revisions.c[_REVISED.get(name, name)]


_staged = staging_table([series.c.zone, series.c.indicator, *(actual_revisions.c[name] for name in _KEPT)])


def put(connection: Connection, records: Iterable[Actual], *, change_set: int, listing: int = 0) -> Counts:
    """Store actuals within a change set and count them; RefusedInputError as `Change`."""
    with staged(connection, _staged, _rows(records, scales(connection))):
        refuse_twice_given(connection, _staged.c.zone, _staged.c.indicator, _staged.c.period)
        add_series(connection, select(_staged.c.zone, _staged.c.indicator))
        since = newest_id(connection, actual_revisions)
        connection.execute(_REVISIONS_TO_WRITE, {"number": change_set})
        given = count_rows(connection, _staged)
        counts = count_revisions(connection, actual_revisions, since, given, _named(), listing)
    if counts.new or counts.changed:
        _write_current(connection, since)
    return counts


def scales(connection: Connection) -> dict[str, Scale]:
    """Return how each indicator is measured."""
    rows = connection.execute(select(indicators.c.indicator, indicators.c.unit, indicators.c.accumulates))
    return {indicator: Scale(unit, Accumulates(accumulates)) for indicator, unit, accumulates in rows}


def _rows(records: Iterable[Actual], measured: dict[str, Scale]) -> Iterator[list[Any]]:
    """Write records as staged rows; RefusedInputError where the indicator is not in the store."""
    for actual in records:
        scale = measured.get(actual.indicator)
        if scale is None:
            wrong = _("There is no such indicator in the store")
            raise RefusedInputError([Problem(wrong=wrong, seen=actual.indicator, column="indicator")])
        row = to_row(actual)
        row[_PERIOD] = period_of(actual)
        yield [*row, *measure(actual, scale)]


def _revisions_to_write() -> Insert:
    """Return the statement that writes a revision of every staged row that is new or differs from the current one."""
    own_series = and_(series.c.zone == _staged.c.zone, series.c.indicator == _staged.c.indicator)
    same_period = and_(actuals.c.series == series.c.id, actuals.c.period == _staged.c.period)
    source = (
        _staged.outerjoin(series, own_series)
        .outerjoin(actuals, same_period)
        .outerjoin(actual_revisions, actual_revisions.c.id == actuals.c.revision_id)
    )
    kept = [_staged.c[name] for name in _KEPT]
    revision = func.coalesce(actuals.c.revision, 0) + 1
    differs = [actual_revisions.c[name].is_distinct_from(_staged.c[name]) for name in _KEPT]
    change_set = bindparam("number", type_=Integer)
    rows = select(series.c.id, revision, *kept, change_set).select_from(source)
    columns = ["series", "revision", *_KEPT, "change_set"]
    changed = rows.where(or_(actual_revisions.c.id.is_(None), *differs))
    return insert(actual_revisions).from_select(columns, changed)


# Put together once, because it is long: an official's single value is stored by it, too.
_REVISIONS_TO_WRITE = _revisions_to_write()


def _named() -> ColumnElement[str]:
    """Return the name of a revision among what was written."""
    key = series.c.zone + " " + series.c.indicator + " " + actual_revisions.c.period
    return select(key).where(series.c.id == actual_revisions.c.series).scalar_subquery()


def _write_current(connection: Connection, since: int) -> None:
    """Make the revisions written after `since` the current rows."""
    changed = [column.name for column in actuals.c if not column.primary_key]
    target = ["series", "period", *changed]
    rows = select(*(revised(name) for name in target))
    insertion = insert_into(connection, actuals).from_select(target, rows.where(actual_revisions.c.id > since))
    connection.execute(or_change(insertion, changed))
