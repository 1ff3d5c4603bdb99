"""What came from one source, or bears none: plans, goals and actuals, how many and which."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, func, literal, null, select, union_all

from tracker.domain.records import Actual
from tracker.store.database.reader import Reader
from tracker.store.database.schema.record_tables import (
    actual_revisions,
    actuals,
    definition_tables,
    goals,
    indicators,
    plans,
    zones,
)
from tracker.store.record.current import CURRENT, ORDER, actual_columns
from tracker.store.record.rows import from_row


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


def uses_of_sources(reader: Reader) -> dict[str | None, Uses]:
    """Count what was taken from each source; None stands for what bears no source."""
    current = actuals.join(actual_revisions, actual_revisions.c.id == actuals.c.revision_id)
    asked = [
        select(source, literal(what), func.count()).select_from(table).group_by(source)
        for what, source, table in (
            ("plans", plans.c.source, plans),
            ("goals", goals.c.source, goals),
            ("actuals", actual_revisions.c.source, current),
        )
    ]
    counted: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    with reader.read() as connection:
        for source, what, count in connection.execute(union_all(*asked)):
            counted[source][what] = count
    return {source: Uses(**counts) for source, counts in counted.items()}


def totals(reader: Reader) -> dict[str, int]:
    """Count the rows by file of the bundle: zones, sources, indicators, plans, goals, actuals."""
    tables = (*definition_tables.values(), actuals)
    counted = [select(literal(table.name), func.count()).select_from(table) for table in tables]
    with reader.read() as connection:
        return dict(connection.execute(union_all(*counted)).all())


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One plan or goal by its key, with what it belongs to by key, its year and where and how it is written."""

    key: str
    zone: str
    plan: str
    indicator: str
    year: int | None
    locator: str | None
    wording: str | None


def plans_from(reader: Reader, source: str | None, *, limit: int) -> list[SourceItem]:
    """List the plans that a source stands for, or those that bear none."""
    columns = (plans.c.plan, plans.c.zone, plans.c.plan, literal(""), plans.c.start, null(), plans.c.note)
    asked = select(*columns).select_from(plans.join(zones, zones.c.zone == plans.c.zone))
    asked = asked.where(_bears(plans.c.source, source)).order_by(zones.c.name, plans.c.name, plans.c.plan)
    return [SourceItem(*row) for row in _rows(reader, asked, limit)]


def goals_from(reader: Reader, source: str | None, *, limit: int) -> list[SourceItem]:
    """List the goals taken from a source, or those that bear none."""
    columns = (goals.c.goal, plans.c.zone, goals.c.plan, goals.c.indicator, goals.c.due, goals.c.locator)
    among = (
        goals.join(plans, plans.c.plan == goals.c.plan)
        .join(zones, zones.c.zone == plans.c.zone)
        .join(indicators, indicators.c.indicator == goals.c.indicator)
    )
    asked = select(*columns, goals.c.wording).select_from(among).where(_bears(goals.c.source, source))
    asked = asked.order_by(zones.c.name, plans.c.name, indicators.c.name, goals.c.goal)
    return [SourceItem(*row) for row in _rows(reader, asked, limit)]


def actuals_from(reader: Reader, source: str | None, *, limit: int) -> list[Actual]:
    """List the current actuals taken from a source, or those that bear none."""
    asked = select(*actual_columns()).select_from(CURRENT).where(_bears(actual_revisions.c.source, source))
    return [from_row(Actual, row) for row in _rows(reader, asked.order_by(*ORDER), limit)]


def _bears(column: Column[str], source: str | None) -> ColumnElement[bool]:
    """Return that a row bears a source, or none."""
    return column.is_(None) if source is None else column == source


def _rows(reader: Reader, asked: Select[Any], limit: int) -> list[Any]:
    with reader.read() as connection:
        return list(connection.execute(asked.limit(limit)))
