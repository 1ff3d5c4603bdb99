"""Zones, sources, indicators, plans and goals as records: as they stand, or as they were known at an instant."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, or_, select

from tracker.domain.records import Goal, Indicator, Plan, Source, Zone
from tracker.store.database.instants import cutoff
from tracker.store.database.reader import Reader
from tracker.store.database.schema import record_tables as tables
from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.database.schema.record_tables import definition_tables
from tracker.store.database.streams import stream
from tracker.store.record.rows import from_content, from_row, names, record_of

# More goals than this are not named one by one in a query.
_MOST_NAMED = 500
_Definition = TypeVar("_Definition", Zone, Source, Indicator, Plan, Goal)


def zones(reader: Reader, *, as_of: datetime | None = None) -> Iterator[Zone]:
    """Yield the zones by key."""
    return _definitions(reader, "zone", Zone, as_of)


def sources(reader: Reader, *, as_of: datetime | None = None) -> Iterator[Source]:
    """Yield the sources by key."""
    return _definitions(reader, "source", Source, as_of)


def indicators(reader: Reader, *, as_of: datetime | None = None) -> Iterator[Indicator]:
    """Yield the indicators by key."""
    return _definitions(reader, "indicator", Indicator, as_of)


def plans(reader: Reader, *, zone: str | None = None, as_of: datetime | None = None) -> Iterator[Plan]:
    """Yield the plans by key: all, or those of one zone."""
    every_plan = _definitions(reader, "plan", Plan, as_of)
    return (plan for plan in every_plan if zone is None or plan.zone == zone)


def goals(
    reader: Reader,
    *,
    plan: str | None = None,
    zone: str | None = None,
    indicator: str | None = None,
    goal: str | None = None,
    source: str | None = None,
    plans: Collection[str] | None = None,
    as_of: datetime | None = None,
) -> Iterator[Goal]:
    """Yield the goals by key: all, or those of a plan, some plans, a zone's plans, on an indicator, from a source."""
    wanted = {"plan": plan, "indicator": indicator, "goal": goal, "source": source}
    fixed = {name: value for name, value in wanted.items() if value is not None}
    with reader.read() as connection:
        known = cutoff(connection, as_of)
        earlier = replayed(connection, "goal", known)
        moved = replayed(connection, "plan", known)
        among = plans if zone is None else _plans_of(connection, zone, moved)
        also = [key for key, then in earlier.items() if _fits(then, fixed) and (among is None or then.plan in among)]
        for now in _goals_now(connection, fixed, among, also):
            then = earlier.get(now.goal, now)
            if _fits(then, fixed) and (among is None or then.plan in among):
                yield then


def goals_named(reader: Reader, keys: Sequence[str], *, as_of: datetime | None = None) -> dict[str, Goal]:
    """Give some goals by their keys, those that there are."""
    named_goals: dict[str, Goal] = {}
    with reader.read() as connection:
        earlier = replayed(connection, "goal", cutoff(connection, as_of))
        for first in range(0, len(keys), _MOST_NAMED):
            named = tables.goals.c.goal.in_(keys[first : first + _MOST_NAMED])
            rows = stream(connection, _select("goal", named))
            named_goals |= {row[0]: earlier.get(row[0]) or from_row(Goal, row) for row in rows}
    return named_goals


def entry_places(reader: Reader, plan: str) -> dict[str, int]:
    """Return in which order the goals of a plan were first entered, by goal."""
    goal, first = tables.goals, definition_revisions
    entered = and_(first.c.entity == "goal", first.c.key == goal.c.goal, first.c.revision == 1)
    asked = select(goal.c.goal, first.c.id).join_from(goal, first, entered).where(goal.c.plan == plan)
    with reader.read() as connection:
        return dict(connection.execute(asked).all())


def plans_of_wholes(reader: Reader) -> dict[str, str]:
    """Return the plans of the goals that others are part of, by goal."""
    goal, whole = tables.goals, tables.goals.alias()
    asked = select(whole.c.goal, whole.c.plan).join_from(goal, whole, goal.c.part_of == whole.c.goal).distinct()
    with reader.read() as connection:
        return dict(connection.execute(asked).all())


def replayed(connection: Connection, entity: str, known: int | None) -> dict[str, Any]:
    """Return the definitions that have changed since a change set, as they were then, by key."""
    if known is None:
        return {}
    table, then, later = definition_tables[entity], definition_revisions, definition_revisions.alias("later")
    replaced = select(later.c.id).where(next_of(then, later), later.c.change_set <= known).exists()
    # As it was known by then, or as it was first entered where that was later: plans are often entered after they
    # begin.
    known_then = and_(or_(then.c.change_set <= known, then.c.revision == 1), ~replaced)
    changed_since = (then.c.entity == entity, table.c.revision > 1, table.c.change_set > known)
    asked = select(then.c.key, then.c.content).join(table, table.c[entity] == then.c.key)
    rows = connection.execute(asked.where(*changed_since, known_then))
    return {key: from_content(entity, content) for key, content in rows}


def next_of(revision: FromClause, later: FromClause) -> ColumnElement[bool]:
    """Return that one revision of a definition follows another."""
    same = and_(later.c.entity == revision.c.entity, later.c.key == revision.c.key)
    return and_(same, later.c.revision == revision.c.revision + 1)


def _definitions(
    reader: Reader, entity: str, record: type[_Definition], as_of: datetime | None
) -> Iterator[_Definition]:
    """Yield the definitions of one entity by key."""
    with reader.read() as connection:
        earlier = replayed(connection, entity, cutoff(connection, as_of))
        for row in stream(connection, _select(entity)):
            yield earlier.get(row[0]) or from_row(record, row)


def _select(entity: str, *wanted: ColumnElement[bool]) -> Select[Any]:
    """Return the query for the current rows of an entity."""
    table = definition_tables[entity]
    return select(*(table.c[name] for name in names(record_of[entity]))).where(*wanted).order_by(table.c[entity])


def _goals_now(
    connection: Connection, fixed: dict[str, str], among: Collection[str] | None, also: Sequence[str]
) -> Iterator[Goal]:
    """Yield the current goals that are wanted, and those that were then (`also`); all where these are many."""
    table = tables.goals
    wanted: list[ColumnElement[bool]] = [table.c[name] == value for name, value in fixed.items()]
    if among is not None:
        wanted.append(table.c.plan.in_(sorted(among)))
    if max(len(also), len(among or ())) > _MOST_NAMED:
        wanted = []
    elif also and wanted:
        wanted = [or_(and_(*wanted), table.c.goal.in_(also))]
    for row in stream(connection, _select("goal", *wanted)):
        yield from_row(Goal, row)


def _plans_of(connection: Connection, zone: str, moved: dict[str, Plan]) -> set[str]:
    """Return the plans of a zone, counting those that were another zone's since."""
    rows = connection.execute(select(tables.plans.c.plan, tables.plans.c.zone))
    return {plan for plan, now in rows if (moved[plan].zone if plan in moved else now) == zone}


def _fits(goal: Goal, fixed: dict[str, str]) -> bool:
    """Return whether a goal has the values asked for."""
    return all(getattr(goal, name) == value for name, value in fixed.items())
