"""Actuals as records, and every revision each one has been through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, text

from tracker.domain.records import Actual
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.record.current import select_actuals
from tracker.store.record.rows import actual_columns, from_row, names

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


def actuals_of_series(reader: Reader, series: Sequence[int], *, as_of: datetime | None = None) -> Iterator[Actual]:
    """Yield the actuals of some series, those of each by year; many series are asked for at once."""
    with reader.read() as connection:
        known = instants.cutoff(connection, as_of)
        for first in range(0, len(series), _MOST_NAMED):
            yield from select_actuals(connection, known, {}, series[first : first + _MOST_NAMED])


_HISTORY = f"""
    SELECT {actual_columns("r")}, r.revision, c.id, c.at, c.who, c.deed, c.reason, c.origin
    FROM series k
    JOIN actual_revisions r ON r.series = k.id
    JOIN change_sets c ON c.id = r.change_set
    WHERE k.zone = :zone AND k.indicator = :indicator
    ORDER BY r.period, r.revision"""


def actual_history(reader: Reader, zone: str, indicator: str) -> list[ActualRevision]:
    """List every revision of the actuals of a zone's indicator, by year and revision."""
    with reader.read() as connection:
        rows = connection.execute(text(_HISTORY), {"zone": zone, "indicator": indicator}).all()
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


_STATEMENT = text(f"""
    SELECT {actual_columns("r")}
    FROM series k JOIN actuals a ON a.series = k.id JOIN actual_revisions r ON r.id = a.revision_id
    WHERE k.zone IN :zones AND a.year = :year ORDER BY k.zone, k.indicator""").bindparams(
    bindparam("zones", expanding=True)
)


def actuals_of_year(reader: Reader, zones: Iterable[str], year: int) -> list[Actual]:
    """List the current actuals of some zones for a year, by zone and indicator."""
    values: dict[str, Any] = {"zones": sorted(zones), "year": year}
    with reader.read() as connection:
        return [from_row(Actual, row) for row in connection.execute(_STATEMENT, values)]
