"""Series: the row numbers under which goals find the actuals of their zone and indicator."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    func,
    insert,
    or_,
    select,
    update,
)

from tracker.store.database.schema.record_tables import goals, plans, series

#: The series of a goal itself, and of what it is compared with.
OWN, OTHER = series.alias("own"), series.alias("other")


def with_series(source: FromClause, of: FromClause) -> FromClause:
    """Join the rows `of` goals, which are among a source, to their own series and to the one they are compared with."""
    its_own = and_(OWN.c.zone == plans.c.zone, OWN.c.indicator == of.c.indicator)
    other = and_(OTHER.c.zone == _other_zone(of), OTHER.c.indicator == _other_indicator(of), _compared(of))
    return source.outerjoin(plans, plans.c.plan == of.c.plan).outerjoin(OWN, its_own).outerjoin(OTHER, other)


def _other_zone(of: FromClause) -> ColumnElement[str]:
    return func.coalesce(of.c.reference_zone, plans.c.zone)


def _other_indicator(of: FromClause) -> ColumnElement[str]:
    return func.coalesce(of.c.reference_indicator, of.c.indicator)


def _compared(of: FromClause) -> ColumnElement[bool]:
    """Return that a goal is compared with another zone or indicator."""
    return or_(of.c.reference_zone.is_not(None), of.c.reference_indicator.is_not(None))


def add_series(connection: Connection, wanted: Select[Any] | CompoundSelect[Any]) -> None:
    """Add the series that a query of (zone, indicator) names and that do not exist yet, in a stable order."""
    pairs = wanted.subquery("wanted")
    same = select(series.c.id).where(series.c.zone == pairs.c.zone, series.c.indicator == pairs.c.indicator)
    missing = select(pairs.c.zone, pairs.c.indicator).distinct().where(~same.exists())
    in_order = missing.order_by(pairs.c.zone, pairs.c.indicator)
    connection.execute(insert(series).from_select(["zone", "indicator"], in_order))


def add_series_of_goals(connection: Connection, of: Table) -> None:
    """Add the series that goals, stored or staged, are judged on."""
    source = of.join(plans, plans.c.plan == of.c.plan)
    own = select(plans.c.zone, of.c.indicator).select_from(source)
    other = select(_other_zone(of).label("zone"), _other_indicator(of).label("indicator")).select_from(source)
    add_series(connection, own.union(other.where(_compared(of))))


def relink_goals(connection: Connection) -> None:
    """Point every goal to the series of its plan's zone, where the plan has moved to another zone."""
    add_series_of_goals(connection, goals)
    pairs = select(goals.c.goal, OWN.c.id.label("own"), OTHER.c.id.label("other"))
    links = pairs.select_from(with_series(goals, goals)).subquery("links")
    moved = or_(goals.c.series != links.c.own, goals.c.reference_series.is_distinct_from(links.c.other))
    change = update(goals).values(series=links.c.own, reference_series=links.c.other)
    connection.execute(change.where(links.c.goal == goals.c.goal, moved))
