"""What some zones reported for one year."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, text

from tracker.domain.records import Actual
from tracker.store.record.rows import from_row, names
from tracker.store.store import Reader

_COLUMNS = ", ".join(f"k.{name}" if name in ("zone", "indicator") else f"r.{name}" for name in names(Actual))
_STATEMENT = text(f"""
    SELECT {_COLUMNS} FROM series k JOIN actuals a ON a.series = k.id JOIN actual_revisions r ON r.id = a.revision_id
    WHERE k.zone IN :zones AND a.year = :year ORDER BY k.zone, k.indicator""").bindparams(
    bindparam("zones", expanding=True)
)


def actuals_of_year(reader: Reader, zones: Iterable[str], year: int) -> list[Actual]:
    """List the current actuals of some zones for a year, by zone and indicator."""
    values: dict[str, Any] = {"zones": sorted(zones), "year": year}
    with reader.read() as connection:
        return [from_row(Actual, row) for row in connection.execute(_STATEMENT, values)]
