"""Goals as plain tuples for the assessment: many, and as fast as the driver goes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Integer, Select, cast, func, select

from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.records import Goal, Indicator, Plan
from tracker.store.database.instants import cutoff
from tracker.store.database.reader import Reader, Snapshot
from tracker.store.database.schema import record_tables as tables
from tracker.store.database.schema.record_tables import goals, indicators, plans
from tracker.store.database.streams import stream
from tracker.store.record import definitions
from tracker.store.record.definitions import replayed
from tracker.store.record.rows import names, to_row

_GOALS = (
    select(
        *(goals.c[name] for name in ("goal", "kind", "comparator", "value_number", "value_high_number", "unit")),
        indicators.c.unit,
        *(goals.c.due, goals.c.approximate, indicators.c.better, indicators.c.accumulates, plans.c.start),
        cast(func.substr(plans.c.issued, 1, 4), Integer),
        *(goals.c[name] for name in ("baseline_year", "baseline_number", "baseline_origin", "state", "series")),
        *(goals.c[name] for name in ("reference_series", "interim", "basis", "measured_by")),
        *(cast(indicators.c[name], Float) for name in ("minimum", "maximum")),
        *(goals.c[name] for name in ("nature", "plan")),
        *(plans.c.zone, goals.c.indicator),
    )
    .select_from(
        goals.join(plans, plans.c.plan == goals.c.plan).join(indicators, indicators.c.indicator == goals.c.indicator)
    )
    .order_by(goals.c.goal)
)

# The series of fewer zones than this are fetched by name.
_FEW = 100
_NUMBERS = ("value", "value_high", "baseline_value")


def goal_rows(
    reader: Reader,
    *,
    plan: str | None = None,
    zone: str | None = None,
    with_children: bool = False,
    goal: str | None = None,
    as_of: datetime | None = None,
) -> Iterator[tuple[Any, ...]]:
    """Yield goals by key as tuples in the order of `GoalRow`: all, or one plan's, one zone's (and those under it)."""
    with reader.read() as connection:
        known = cutoff(connection, as_of)
        zones = None if zone is None else _zones(connection, zone, with_children, known)
        if any(replayed(connection, entity, known) for entity in ("goal", "plan", "indicator")):
            yield from _rows_then(Snapshot(connection), connection, as_of, plan, zones, goal)
        else:
            yield from _rows_now(connection, plan, zones, goal)


def _rows_now(
    connection: Connection, plan: str | None, zones: list[str] | None, goal: str | None
) -> Iterator[tuple[Any, ...]]:
    """Yield the goals as they stand."""
    wanted: list[ColumnElement[bool]] = [] if zones is None else [tables.plans.c.zone.in_(zones)]
    wanted += [] if plan is None else [tables.goals.c.plan == plan]
    wanted += [] if goal is None else [tables.goals.c.goal == goal]
    return stream(connection, _GOALS.where(*wanted))


def _zones(connection: Connection, zone: str, with_children: bool, known: int | None) -> list[str]:
    """List a zone and, where asked for, all that was under it at a change set (None: now)."""
    if not with_children:
        return [zone]
    if not (moved := replayed(connection, "zone", known)):
        return list(connection.scalars(_zones_under(zone)))
    table = tables.zones
    parents: dict[str, str | None] = dict(connection.execute(select(table.c.zone, table.c.parent)).all())
    parents |= {key: then.parent for key, then in moved.items()}
    within = [zone]
    for above in within:
        within += [key for key, parent in parents.items() if parent == above and key not in within]
    return within


def _zones_under(zone: str) -> Select[tuple[str]]:
    """Return the query for a zone and all that is under it."""
    table = tables.zones
    under = select(table.c.zone).where(table.c.zone == zone).cte("under", recursive=True)
    under = under.union(select(table.c.zone).join(under, table.c.parent == under.c.zone))
    return select(under.c.zone)


def _rows_then(
    view: Reader,
    connection: Connection,
    as_of: datetime | None,
    plan: str | None,
    zones: list[str] | None,
    goal: str | None,
) -> Iterator[GoalRow]:
    """Yield the goals, all or one plan's, some zones' or one, as their definitions were known at an instant."""
    plans = {definition.plan: definition for definition in definitions.plans(view, as_of=as_of)}
    indicators = {indicator.indicator: indicator for indicator in definitions.indicators(view, as_of=as_of)}
    among = None if zones is None else {key for key, definition in plans.items() if definition.zone in zones}
    known_goals = definitions.goals(view, plan=plan, goal=goal, plans=among, as_of=as_of)
    if plan is None and goal is None and len(zones or range(_FEW)) >= _FEW:
        series = _series(connection)
    else:
        known_goals = iter(few := list(known_goals))
        series = _series_of(connection, few, plans)
    for definition in known_goals:
        yield _row(definition, plans[definition.plan], indicators[definition.indicator], series)


def _series_of(connection: Connection, few: list[Goal], plans: dict[str, Plan]) -> dict[tuple[str, str], int]:
    """Number the series of the zones that some goals look at."""
    zones = {plans[goal.plan].zone for goal in few} | {goal.reference_zone for goal in few if goal.reference_zone}
    return _series(connection, tables.series.c.zone.in_(sorted(zones)))


def _series(connection: Connection, *wanted: ColumnElement[bool]) -> dict[tuple[str, str], int]:
    """Number the series by zone and indicator."""
    table = tables.series
    rows = stream(connection, select(table.c.id, table.c.zone, table.c.indicator).where(*wanted))
    return {(zone, indicator): number for number, zone, indicator in rows}


def drafted_row(reader: Reader, goal: Goal, plan: Plan, indicator: Indicator) -> GoalRow:
    """Write a goal that need not be stored as a tuple; where nothing was reported its series is 0: nobody's."""
    looked_at = (goal.indicator, goal.reference_indicator or goal.indicator)
    with reader.read() as connection:
        series = defaultdict(int, _series(connection, tables.series.c.indicator.in_(looked_at)))
    return _row(goal, plan, indicator, series)


def _row(goal: Goal, plan: Plan, indicator: Indicator, series: Mapping[tuple[str, str], int]) -> GoalRow:
    """Write one goal as a tuple."""
    texts = dict(zip(names(Goal), to_row(goal), strict=True))
    shared = {name: texts[name] for name in GoalRow._fields if name in texts}
    numbers = {name: None if texts[name] is None else float(texts[name]) for name in _NUMBERS}
    other = (goal.reference_zone or plan.zone, goal.reference_indicator or goal.indicator)
    compared = goal.reference_zone is not None or goal.reference_indicator is not None
    return GoalRow(
        **{**shared, **numbers},
        indicator_unit=indicator.unit,
        better=indicator.better.value,
        accumulates=indicator.accumulates.value,
        minimum=None if indicator.minimum is None else float(indicator.minimum),
        maximum=None if indicator.maximum is None else float(indicator.maximum),
        start=plan.start,
        issued=int(plan.issued[:4]) if plan.issued else None,
        series=series[plan.zone, goal.indicator],
        reference_series=series[other] if compared else None,
        zone=plan.zone,
    )
