"""Store zones, sources, indicators, plans and goals: what differs becomes a revision and the current row."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, and_, func, insert, literal, select

from tracker.domain.records import Goal
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.database.schema.record_tables import definition_tables, goals, plans, zones
from tracker.store.database.upserts import insert_into, or_change
from tracker.store.record.counts import Counts, count_revisions, newest_id
from tracker.store.record.rows import Definition, content_of, names, record_of, to_row
from tracker.store.record.series import OTHER, OWN, add_series_of_goals, relink_goals, with_series
from tracker.store.record.staging import count_rows, refuse_twice_given, staged, staging_table

_NUMBERS = ("value_number", "value_high_number", "baseline_number")


def put(
    connection: Connection, entity: str, records: Iterable[Definition], *, change_set: int, listing: int = 0
) -> Counts:
    """Store definitions of one entity within a change set and count them; RefusedInputError as `Change`."""
    table = _staged[entity]
    with staged(connection, table, _rows(entity, records)):
        refuse_twice_given(connection, table.c[entity])
        since = newest_id(connection, definition_revisions)
        _write_revisions(connection, entity, change_set)
        given, key = count_rows(connection, table), definition_revisions.c.key
        counts = count_revisions(connection, definition_revisions, since, given, key, listing)
        if counts.new or counts.changed:
            _write_current(connection, entity, since)
    if counts.new or counts.changed:
        _keep_whole(connection, entity)
    return counts


def _stored(entity: str) -> tuple[str, ...]:
    """List the columns that come from a record, with the numbers computed from it."""
    columns = names(record_of[entity])
    return (*columns, *_NUMBERS) if entity == "goal" else columns


def _rows(entity: str, records: Iterable[Definition]) -> Iterator[list[Any]]:
    """Write records as staged rows: columns, computed numbers, content."""
    columns = names(record_of[entity])
    for record in records:
        row = to_row(record)
        content = content_of(columns, row)
        if isinstance(record, Goal):
            row += [None if value is None else float(value) for value in _values(record)]
        yield [*row, content]


def _values(goal: Goal) -> tuple[Any, ...]:
    """Return the decimals of a goal that are kept as numbers as well."""
    return goal.value, goal.value_high, goal.baseline_value


#: Without the index SQLite may look every revision up by reading all that is staged.
_staged = {
    entity: staging_table(
        [*(table.c[name] for name in _stored(entity)), definition_revisions.c.content], indexed=entity
    )
    for entity, table in definition_tables.items()
}


def _write_revisions(connection: Connection, entity: str, change_set: int) -> None:
    """Write a revision of every staged row that is new or differs from its latest revision."""
    rows, table, latest = _staged[entity], definition_tables[entity], definition_revisions
    of_current = and_(latest.c.entity == entity, latest.c.key == table.c[entity], latest.c.revision == table.c.revision)
    source = rows.outerjoin(table, table.c[entity] == rows.c[entity]).outerjoin(latest, of_current)
    revision = func.coalesce(table.c.revision, 0) + 1
    made = select(literal(entity), rows.c[entity], revision, rows.c.content, literal(change_set)).select_from(source)
    columns = ["entity", "key", "revision", "content", "change_set"]
    changed = made.where(latest.c.content.is_distinct_from(rows.c.content))
    connection.execute(insert(definition_revisions).from_select(columns, changed))


def _write_current(connection: Connection, entity: str, since: int) -> None:
    """Make the revisions written after `since` the current rows."""
    rows, table, made = _staged[entity], definition_tables[entity], definition_revisions
    columns: dict[str, ColumnElement[Any]] = {name: rows.c[name] for name in _stored(entity)}
    columns |= {"revision": made.c.revision, "change_set": made.c.change_set}
    source: FromClause = rows.join(made, and_(made.c.entity == entity, made.c.key == rows.c[entity]))
    if table is goals:
        add_series_of_goals(connection, rows)
        columns |= {"series": OWN.c.id, "reference_series": OTHER.c.id}
        source = with_series(source, rows)
    asked = select(*columns.values()).select_from(source).where(made.c.id > since)
    insertion = insert_into(connection, table).from_select(list(columns), asked)
    connection.execute(or_change(insertion, [name for name in columns if name != entity]))


def _keep_whole(connection: Connection, entity: str) -> None:
    """Check and repair what a change of definitions touches elsewhere; RefusedInputError where there is a cycle."""
    if entity == "zone":
        _refuse_cycle(connection, zones.c.zone, zones.c.parent)
    if entity == "goal":
        _refuse_cycle(connection, goals.c.goal, goals.c.part_of)
    if entity == "plan":
        _refuse_cycle(connection, plans.c.plan, plans.c.succeeds)
        relink_goals(connection)


def _refuse_cycle(connection: Connection, key: Column[str], above: Column[str]) -> None:
    """Raise RefusedInputError where following the keys upward comes round to the start."""
    pairs = select(key, above).where(above.is_not(None)).order_by(key)
    upward: dict[str, str] = dict(connection.execute(pairs).all())
    cleared: set[str] = set()
    for start in upward:
        trail: list[str] = []
        step: str | None = start
        while step is not None and step not in cleared:
            if step in trail:
                seen = " → ".join([*trail[trail.index(step) :], step])
                raise RefusedInputError([Problem(wrong=_("These follow one another in a circle"), seen=seen)])
            trail.append(step)
            step = upward.get(step)
        cleared.update(trail)
