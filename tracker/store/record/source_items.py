"""What came from one source, or bears none: plans, goals and actuals, how many and which."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from tracker.domain.records import Actual
from tracker.store.database.reader import Reader
from tracker.store.database.schema.record_tables import definition_tables
from tracker.store.record.rows import actual_columns, from_row


@dataclass(frozen=True, slots=True)
class Uses:
    """How many plans, goals and current actuals come from a source."""

    plans: int = 0
    goals: int = 0
    actuals: int = 0

    @property
    def any(self) -> bool:
        """Whether anything does."""
        return bool(self.plans or self.goals or self.actuals)


_USES = """
    SELECT source, 'plans', count(*) FROM plans GROUP BY source
    UNION ALL SELECT source, 'goals', count(*) FROM goals GROUP BY source
    UNION ALL SELECT r.source, 'actuals', count(*)
        FROM actuals a JOIN actual_revisions r ON r.id = a.revision_id GROUP BY r.source"""


def uses_of_sources(reader: Reader) -> dict[str | None, Uses]:
    """Count what was taken from each source; None stands for what bears no source."""
    counted: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    with reader.read() as connection:
        for source, what, count in connection.execute(text(_USES)):
            counted[source][what] = count
    return {source: Uses(**counts) for source, counts in counted.items()}


def totals(reader: Reader) -> dict[str, int]:
    """Count the rows by file of the bundle: zones, sources, indicators, plans, goals, actuals."""
    tables = [table.name for table in definition_tables.values()] + ["actuals"]
    statement = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in tables)
    with reader.read() as connection:
        return dict(connection.execute(text(statement)).all())


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One plan or goal by its key, with what it belongs to by key, its year and where and how it is written."""

    key: str
    zone: str
    plan: str
    indicator: str
    year: int | None
    locator: str | None
    said: str | None


_PLANS = """
    SELECT p.plan, p.zone, p.plan, '', p.start, NULL, p.note
    FROM plans p JOIN zones z ON z.zone = p.zone WHERE p.source {asked} ORDER BY z.name, p.name, p.plan LIMIT :limit"""
_GOALS = """
    SELECT g.goal, p.zone, g.plan, g.indicator, g.due, g.locator, g.wording
    FROM goals g JOIN plans p ON p.plan = g.plan JOIN zones z ON z.zone = p.zone
    JOIN indicators i ON i.indicator = g.indicator
    WHERE g.source {asked} ORDER BY z.name, p.name, i.name, g.goal LIMIT :limit"""
_ACTUALS = f"""
    SELECT {actual_columns("r")}
    FROM actuals a JOIN actual_revisions r ON r.id = a.revision_id JOIN series k ON k.id = a.series
    WHERE r.source {{asked}} ORDER BY k.zone, k.indicator, r.period LIMIT :limit"""


def plans_from(reader: Reader, source: str | None, *, limit: int) -> list[SourceItem]:
    """List the plans that a source stands for, or those that bear none."""
    return [SourceItem(*row) for row in _rows(reader, _PLANS, source, limit)]


def goals_from(reader: Reader, source: str | None, *, limit: int) -> list[SourceItem]:
    """List the goals taken from a source, or those that bear none."""
    return [SourceItem(*row) for row in _rows(reader, _GOALS, source, limit)]


def actuals_from(reader: Reader, source: str | None, *, limit: int) -> list[Actual]:
    """List the current actuals taken from a source, or those that bear none."""
    return [from_row(Actual, row) for row in _rows(reader, _ACTUALS, source, limit)]


def _rows(reader: Reader, statement: str, source: str | None, limit: int) -> list[Any]:
    values: dict[str, Any] = {"limit": limit} if source is None else {"limit": limit, "source": source}
    asked = "IS NULL" if source is None else "= :source"
    with reader.read() as connection:
        return list(connection.execute(text(statement.format(asked=asked)), values))
