"""Goals as plain tuples for the assessment: many, and as fast as the driver goes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from tracker.domain.goal_columns import GoalRow
from tracker.domain.records import Goal, Indicator, Plan
from tracker.store import definitions
from tracker.store.definitions import replayed
from tracker.store.instants import cutoff
from tracker.store.rows import names, to_row
from tracker.store.store import Reader, Snapshot
from tracker.store.streams import stream

_GOALS = """
    SELECT g.goal, g.kind, g.comparator, g.value_number, g.value_high_number, g.unit, i.unit, g.due, g.approximate,
        i.better, i.accumulates, p.start, CAST(substr(p.issued, 1, 4) AS INTEGER), g.baseline_year, g.baseline_number,
        g.baseline_origin, g.state, g.series, g.reference_series, g.interim, g.nature, g.plan, p.zone, g.indicator
    FROM goals g JOIN plans p ON p.plan = g.plan JOIN indicators i ON i.indicator = g.indicator
    WHERE {where} ORDER BY g.goal"""

_NUMBERS = ("value", "value_high", "baseline_value")

_ZONES_UNDER = """
    WITH RECURSIVE under (zone) AS (
        SELECT zone FROM zones WHERE zone = :zone
        UNION SELECT z.zone FROM zones z JOIN under u ON z.parent = u.zone)
    SELECT zone FROM under"""


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
        zones = None if zone is None else _zones(connection, zone, with_children)
        known = cutoff(connection, as_of)
        if any(replayed(connection, entity, known) for entity in ("goal", "plan", "indicator")):
            for row in _rows_then(Snapshot(connection), connection, as_of):
                if plan in (None, row.plan) and goal in (None, row.goal) and (zones is None or row.zone in zones):
                    yield row
        else:
            yield from _rows_now(connection, plan, zones, goal)


def _rows_now(
    connection: Connection, plan: str | None, zones: list[str] | None, goal: str | None
) -> Iterator[tuple[Any, ...]]:
    """Yield the goals as they stand."""
    values: dict[str, Any] = {f"zone_{place}": zone for place, zone in enumerate(zones or ())}
    conditions = [] if zones is None else [f"p.zone IN ({', '.join(f':{name}' for name in values)})"]
    for name, value in (("plan", plan), ("goal", goal)):
        if value is not None:
            conditions.append(f"g.{name} = :{name}")
            values[name] = value
    return stream(connection, _GOALS.format(where=" AND ".join(conditions) or "true"), values)


def _zones(connection: Connection, zone: str, with_children: bool) -> list[str]:
    """List a zone and, where asked for, all under it."""
    if not with_children:
        return [zone]
    return list(connection.scalars(text(_ZONES_UNDER), {"zone": zone}))


def _rows_then(view: Reader, connection: Connection, as_of: datetime | None) -> Iterator[GoalRow]:
    """Yield the goals as their definitions were known at an instant."""
    plans = {plan.plan: plan for plan in definitions.plans(view, as_of=as_of)}
    indicators = {indicator.indicator: indicator for indicator in definitions.indicators(view, as_of=as_of)}
    series = {(zone, key): one for one, zone, key in stream(connection, "SELECT id, zone, indicator FROM series")}
    for goal in definitions.goals(view, as_of=as_of):
        yield _row(goal, plans[goal.plan], indicators[goal.indicator], series)


def drafted_row(reader: Reader, goal: Goal, plan: Plan, indicator: Indicator) -> GoalRow:
    """Write a goal that need not be stored as a tuple; where nothing was reported its series is 0: nobody's."""
    series: defaultdict[tuple[str, str], int] = defaultdict(int)
    with reader.read() as connection:
        asked = text("SELECT id, zone, indicator FROM series WHERE indicator IN (:own, :other)")
        keys = {"own": goal.indicator, "other": goal.reference_indicator or goal.indicator}
        for one, zone, key in connection.execute(asked, keys):
            series[zone, key] = one
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
        start=plan.start,
        issued=int(plan.issued[:4]) if plan.issued else None,
        series=series[plan.zone, goal.indicator],
        reference_series=series[other] if compared else None,
        zone=plan.zone,
    )
