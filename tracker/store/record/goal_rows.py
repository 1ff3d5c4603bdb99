"""Goals as plain tuples for the assessment: many, and as fast as the driver goes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.records import Goal, Indicator, Plan
from tracker.store.database.instants import cutoff
from tracker.store.database.reader import Reader, Snapshot
from tracker.store.database.streams import stream
from tracker.store.record import definitions
from tracker.store.record.definitions import replayed
from tracker.store.record.rows import names, to_row

_GOALS = """
    SELECT g.goal, g.kind, g.comparator, g.value_number, g.value_high_number, g.unit, i.unit, g.due, g.approximate,
        i.better, i.accumulates, p.start, CAST(substr(p.issued, 1, 4) AS INTEGER), g.baseline_year, g.baseline_number,
        g.baseline_origin, g.state, g.series, g.reference_series, g.interim, g.basis, g.measured_by,
        g.nature, g.plan, p.zone, g.indicator
    FROM goals g JOIN plans p ON p.plan = g.plan JOIN indicators i ON i.indicator = g.indicator
    WHERE {where} ORDER BY g.goal"""

# The series of fewer zones than this are fetched by name.
_FEW = 100
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
    values: dict[str, Any] = {f"zone_{place}": zone for place, zone in enumerate(zones or ())}
    conditions = [] if zones is None else [f"p.zone IN ({', '.join(f':{name}' for name in values)})"]
    for name, value in (("plan", plan), ("goal", goal)):
        if value is not None:
            conditions.append(f"g.{name} = :{name}")
            values[name] = value
    return stream(connection, _GOALS.format(where=" AND ".join(conditions) or "true"), values)


def _zones(connection: Connection, zone: str, with_children: bool, known: int | None) -> list[str]:
    """List a zone and, where asked for, all that was under it at a change set (None: now)."""
    if not with_children:
        return [zone]
    if not (moved := replayed(connection, "zone", known)):
        return list(connection.scalars(text(_ZONES_UNDER), {"zone": zone}))
    parents: dict[str, str | None] = dict(connection.execute(text("SELECT zone, parent FROM zones")).all())
    parents |= {one: then.parent for one, then in moved.items()}
    found = [zone]
    for above in found:
        found += [one for one, parent in parents.items() if parent == above and one not in found]
    return found


def _rows_then(
    view: Reader,
    connection: Connection,
    as_of: datetime | None,
    plan: str | None,
    zones: list[str] | None,
    goal: str | None,
) -> Iterator[GoalRow]:
    """Yield the goals, all or one plan's, some zones' or one, as their definitions were known at an instant."""
    plans = {one.plan: one for one in definitions.plans(view, as_of=as_of)}
    indicators = {indicator.indicator: indicator for indicator in definitions.indicators(view, as_of=as_of)}
    among = None if zones is None else {key for key, one in plans.items() if one.zone in zones}
    found = definitions.goals(view, plan=plan, goal=goal, plans=among, as_of=as_of)
    if plan is None and goal is None and len(zones or range(_FEW)) >= _FEW:
        series = _series(connection, "true", {})
    else:
        found = iter(few := list(found))
        series = _series_of(connection, few, plans)
    for one in found:
        yield _row(one, plans[one.plan], indicators[one.indicator], series)


def _series_of(connection: Connection, few: list[Goal], plans: dict[str, Plan]) -> dict[tuple[str, str], int]:
    """Number the series of the zones that some goals look at."""
    zones = {plans[goal.plan].zone for goal in few} | {goal.reference_zone for goal in few if goal.reference_zone}
    marks = {f"zone_{place}": zone for place, zone in enumerate(sorted(zones))}
    return _series(connection, f"zone IN ({', '.join(f':{mark}' for mark in marks) or 'NULL'})", marks)


def _series(connection: Connection, where: str, values: dict[str, Any]) -> dict[tuple[str, str], int]:
    """Number the series by zone and indicator."""
    rows = stream(connection, f"SELECT id, zone, indicator FROM series WHERE {where}", values)
    return {(zone, indicator): one for one, zone, indicator in rows}


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
