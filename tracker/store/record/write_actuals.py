"""Store actuals: what is new or differs becomes a revision, and the current row of its series and period."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Text, text

from tracker.domain.records import Actual
from tracker.domain.vocabulary import Accumulates
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.store.database.schema.record_tables import actual_revisions
from tracker.store.record.actual_bounds import Scale, measure
from tracker.store.record.counts import Counts, count_revisions, newest_id
from tracker.store.record.rows import names, period_of, to_row
from tracker.store.record.series import add_series
from tracker.store.record.staging import count_staged, refuse_twice_given, staged

_KEYS = "zone, indicator, period"
_COMPUTED = ("low", "high", "growth_number", "open_end")
_PERIOD = names(Actual).index("period")
_KEPT = tuple(name for name in names(Actual) if name not in ("zone", "indicator")) + _COMPUTED


def put(connection: Connection, records: Iterable[Actual], *, change_set: int, listing: int = 0) -> Counts:
    """Store actuals within a change set and count them; RefusedInputError as `Change`."""
    columns = [
        *(Column(name, Text) for name in ("zone", "indicator")),
        *(actual_revisions.c[name] for name in _KEPT),
    ]
    with staged(connection, columns, _rows(records, scales(connection))):
        refuse_twice_given(connection, _KEYS)
        add_series(connection, "SELECT zone, indicator FROM staged")
        since = newest_id(connection, "actual_revisions")
        _write_revisions(connection, change_set)
        counts = _count(connection, since, listing)
    if counts.new or counts.changed:
        _write_current(connection, since)
    return counts


def scales(connection: Connection) -> dict[str, Scale]:
    """Return how each indicator is measured."""
    rows = connection.execute(text("SELECT indicator, unit, accumulates FROM indicators"))
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


def _write_revisions(connection: Connection, change_set: int) -> None:
    """Write a revision of every staged row that is new or differs from the current one."""
    columns = ", ".join(_KEPT)
    differs = " OR ".join(f"r.{name} IS DISTINCT FROM s.{name}" for name in _KEPT)
    statement = f"""
        INSERT INTO actual_revisions (series, revision, {columns}, change_set)
        SELECT k.id, coalesce(a.revision, 0) + 1, {", ".join(f"s.{name}" for name in _KEPT)},
            CAST(:change_set AS INTEGER)
        FROM staged s
        LEFT JOIN series k ON k.zone = s.zone AND k.indicator = s.indicator
        LEFT JOIN actuals a ON a.series = k.id AND a.period = s.period
        LEFT JOIN actual_revisions r ON r.id = a.revision_id
        WHERE r.id IS NULL OR {differs}"""
    connection.execute(text(statement), {"change_set": change_set})


def _count(connection: Connection, since: int, listing: int) -> Counts:
    """Count what was written, and name the first rows."""
    listed = f"""
        SELECT k.zone || ' ' || k.indicator || ' ' || r.period, r.revision = 1
        FROM actual_revisions r JOIN series k ON k.id = r.series
        WHERE r.id > :since ORDER BY r.revision = 1, r.id LIMIT {listing}"""
    return count_revisions(connection, "actual_revisions", since, count_staged(connection), listed)


def _write_current(connection: Connection, since: int) -> None:
    """Make the revisions written after `since` the current rows; that of a part of a year bears no year."""
    columns = ("year", "low", "high", "growth", "open_end", "state", "revision", "revision_id", "change_set")
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
    statement = f"""
        INSERT INTO actuals (series, period, {", ".join(columns)})
        SELECT series, period, CASE WHEN length(period) = 4 THEN year END, low, high, growth_number, open_end, state,
            revision, id, change_set
        FROM actual_revisions WHERE id > :since
        ON CONFLICT (series, period) DO UPDATE SET {updates}"""
    connection.execute(text(statement), {"since": since})
