"""Actuals as records, and every revision each one has been through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from tracker.domain.records import Actual
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.audit_tables import change_sets
from tracker.store.database.schema.record_tables import actual_revisions, series
from tracker.store.database.schema.record_tables import actuals as current
from tracker.store.record.current import CURRENT, REVISIONS, actual_columns, select_actuals
from tracker.store.record.rows import from_row, names

# More series than this are not named in one query.
_MOST_NAMED = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ActualRevision:
    """One revision of an actual, with who recorded it, when and why."""

    actual: Actual
    revision: int
    change_set: int
    at: datetime
    who: str
    deed: str
    reason: str | None
    origin: str | None


def actuals(
    reader: Reader,
    *,
    zone: str | None = None,
    indicator: str | None = None,
    source: str | None = None,
    as_of: datetime | None = None,
    parts: bool = False,
) -> Iterator[Actual]:
    """Yield the actuals by zone, indicator and year, undated ones last by source; those of parts of years if asked."""
    wanted = {"zone": zone, "indicator": indicator, "source": source}
    fixed = {name: value for name, value in wanted.items() if value is not None}
    with reader.read() as connection:
        yield from select_actuals(connection, instants.cutoff(connection, as_of), fixed, parts=parts)


def actuals_of_series(reader: Reader, numbers: Sequence[int], *, as_of: datetime | None = None) -> Iterator[Actual]:
    """Yield the actuals of some series, those of each by year; many series are asked for at once."""
    with reader.read() as connection:
        known = instants.cutoff(connection, as_of)
        for first in range(0, len(numbers), _MOST_NAMED):
            yield from select_actuals(connection, known, {}, numbers[first : first + _MOST_NAMED])


def actual_history(reader: Reader, zone: str, indicator: str) -> list[ActualRevision]:
    """List every revision of the actuals of a zone's indicator, by year and revision."""
    recorded = (change_sets.c[name] for name in ("id", "at", "who", "deed", "reason", "origin"))
    asked = (
        select(*actual_columns(), actual_revisions.c.revision, *recorded)
        .select_from(REVISIONS.join(change_sets, change_sets.c.id == actual_revisions.c.change_set))
        .where(series.c.zone == zone, series.c.indicator == indicator)
        .order_by(actual_revisions.c.period, actual_revisions.c.revision)
    )
    with reader.read() as connection:
        rows = connection.execute(asked).all()
    width = len(names(Actual))
    return [_revision(from_row(Actual, row[:width]), *row[width:]) for row in rows]


def _revision(
    actual: Actual, revision: int, number: int, at: str, who: str, deed: str, reason: str | None, origin: str | None
) -> ActualRevision:
    """Make one revision of the columns of its row."""
    return ActualRevision(
        actual=actual,
        revision=revision,
        change_set=number,
        at=instants.read(at),
        who=who,
        deed=deed,
        reason=reason,
        origin=origin,
    )


def actuals_of_year(reader: Reader, zones: Iterable[str], year: int) -> list[Actual]:
    """List the current actuals of some zones for a year, by zone and indicator."""
    wanted = (series.c.zone.in_(sorted(zones)), current.c.year == year)
    asked = select(*actual_columns()).select_from(CURRENT).where(*wanted)
    with reader.read() as connection:
        rows = connection.execute(asked.order_by(series.c.zone, series.c.indicator))
        return [from_row(Actual, row) for row in rows]
