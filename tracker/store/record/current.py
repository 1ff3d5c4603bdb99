"""Actuals as records, as they stand or as they were known, in the order of the bundle."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker.domain.records import Actual
from tracker.store.database.streams import stream
from tracker.store.record.rows import actual_columns, from_row

# A revision is the one known at a change set when it was written by then and the next one was not.
KNOWN_REVISION = """
    r.change_set <= :known AND NOT EXISTS (
        SELECT 1 FROM actual_revisions n
        WHERE n.series = r.series AND n.period = r.period AND n.revision = r.revision + 1 AND n.change_set <= :known)"""

#: An actual of a year, or undated; not of a part of a year.
WHOLE = "(r.year IS NULL OR length(r.period) = 4)"

_NOW = "FROM series k JOIN actuals a ON a.series = k.id JOIN actual_revisions r ON r.id = a.revision_id"
_THEN = "FROM series k JOIN actual_revisions r ON r.series = k.id"


def current_actuals(connection: Connection, indicator: str) -> Iterator[Actual]:
    """Yield the current actuals of an indicator."""
    return select_actuals(connection, None, {"indicator": indicator}, parts=True)


def select_actuals(
    connection: Connection,
    known: int | None,
    wanted: dict[str, Any],
    series: Sequence[int] | None = None,
    *,
    parts: bool = False,
) -> Iterator[Actual]:
    """Yield actuals by zone, indicator and year (undated last, by source), as known at a change set (None: now).

    `wanted` fixes any of zone, indicator and source; `series` names the series, None for all; those of parts of years
    are left out unless asked for, because they stand for no year.
    """
    place = {"zone": "k.zone", "indicator": "k.indicator", "source": "r.source"}
    conditions = [f"{place[name]} = :{name}" for name in wanted]
    if series is not None:
        conditions.append(f"k.id IN ({', '.join(str(int(number)) for number in series)})")
    if known is not None:
        conditions.append(KNOWN_REVISION)
    if not parts:
        conditions.append(WHOLE)
    where = " AND ".join(conditions) or "true"
    tables = _NOW if known is None else _THEN
    statement = f"SELECT {actual_columns('r')} {tables} WHERE {where} ORDER BY k.zone, k.indicator, r.period"
    values = {**wanted, **({} if known is None else {"known": known})}
    for row in stream(connection, statement, values):
        yield from_row(Actual, row)
