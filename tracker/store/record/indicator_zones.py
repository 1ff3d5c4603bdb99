"""Which zones have goals or actuals on an indicator, and which indicators can be compared."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, ScalarSelect, func, or_, select

from tracker.domain.kinds import Kind
from tracker.store.database.reader import Reader
from tracker.store.database.schema.record_tables import actuals, goals, indicators, series


def zones_with(reader: Reader, indicator: str) -> dict[str, tuple[int, int]]:
    """Count goals and actuals on an indicator by zone, leaving out zones that have neither."""
    asked = select(series.c.zone, _count(goals), _count(actuals)).where(series.c.indicator == indicator)
    with reader.read() as connection:
        rows = connection.execute(asked)
        return {zone: (goals, actuals) for zone, goals, actuals in rows if goals or actuals}


def indicators_with_values(reader: Reader) -> dict[str, tuple[int, int]]:
    """Count zones, and dated goals and actuals together, by indicator, leaving out those that have neither."""
    of_values = goals.c.kind.in_([kind.value for kind in Kind if kind.traits.measured])
    dated = _count(goals, of_values, goals.c.due.is_not(None)) + _count(actuals, actuals.c.state.is_(None))
    by_series = (
        select(indicators.c.indicator, series.c.zone, dated.label("dated"), _count(goals, of_values).label("goals"))
        .select_from(series.join(indicators, indicators.c.indicator == series.c.indicator))
        .subquery()
    )
    counted = select(by_series.c.indicator, func.count(by_series.c.zone.distinct()), func.sum(by_series.c.dated))
    asked = counted.where(or_(by_series.c.dated > 0, by_series.c.goals > 0)).group_by(by_series.c.indicator)
    with reader.read() as connection:
        return {key: (zones, int(values)) for key, zones, values in connection.execute(asked)}


def _count(table: FromClause, *wanted: ColumnElement[bool]) -> ScalarSelect[Any]:
    """Return how many rows a series has in a table."""
    asked = select(func.count()).select_from(table).where(table.c.series == series.c.id, *wanted)
    return asked.correlate(series).scalar_subquery()
