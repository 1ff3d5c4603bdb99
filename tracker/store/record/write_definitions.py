"""Store zones, sources, indicators, plans and goals: what differs becomes a revision and the current row."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Text, text

from tracker.domain.records import Goal
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.store.database.schema.record_tables import definition_tables, goals
from tracker.store.record.counts import Counts, count_revisions, newest_id
from tracker.store.record.rows import Definition, content_of, names, record_of, to_row
from tracker.store.record.series import LINKS, add_series_of_staged_goals, relink_goals
from tracker.store.record.staging import count_staged, refuse_twice_given, staged

_NUMBERS = ("value_number", "value_high_number", "baseline_number")


def put(
    connection: Connection, entity: str, records: Iterable[Definition], *, change_set: int, listing: int = 0
) -> Counts:
    """Store definitions of one entity within a change set and count them; RefusedInputError as `Change`."""
    columns = [*(definition_tables[entity].c[name] for name in _stored(entity)), Column("content", Text)]
    with staged(connection, columns, _rows(entity, records)):
        # Without it SQLite may look every revision up by reading all that is staged.
        connection.exec_driver_sql(f"CREATE INDEX staged_key ON staged ({entity})")
        refuse_twice_given(connection, entity)
        since = newest_id(connection, "definition_revisions")
        _write_revisions(connection, entity, change_set)
        counts = _count(connection, since, listing)
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


def _write_revisions(connection: Connection, entity: str, change_set: int) -> None:
    """Write a revision of every staged row that is new or differs from its latest revision."""
    table = definition_tables[entity].name
    statement = f"""
        INSERT INTO definition_revisions (entity, key, revision, content, change_set)
        SELECT CAST(:entity AS TEXT), s.{entity}, coalesce(t.revision, 0) + 1, s.content,
            CAST(:change_set AS INTEGER)
        FROM staged s
        LEFT JOIN {table} t ON t.{entity} = s.{entity}
        LEFT JOIN definition_revisions r ON r.entity = :entity AND r.key = t.{entity} AND r.revision = t.revision
        WHERE r.content IS DISTINCT FROM s.content"""
    connection.execute(text(statement), {"entity": entity, "change_set": change_set})


def _count(connection: Connection, since: int, listing: int) -> Counts:
    """Count what was written, and name the first rows."""
    listed = f"""SELECT key, revision = 1 FROM definition_revisions
        WHERE id > :since ORDER BY revision = 1, id LIMIT {listing}"""
    return count_revisions(connection, "definition_revisions", since, count_staged(connection), listed)


def _write_current(connection: Connection, entity: str, since: int) -> None:
    """Make the revisions written after `since` the current rows."""
    table, stored = definition_tables[entity], _stored(entity)
    source = [f's."{name}"' for name in stored] + ["r.revision", "r.change_set"]
    target = [*stored, "revision", "change_set"]
    joins = ""
    if table is goals:
        add_series_of_staged_goals(connection)
        source, target, joins = [*source, "own.id", "other.id"], [*target, "series", "reference_series"], LINKS
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in target if name != entity)
    columns = ", ".join(f'"{name}"' for name in target)
    statement = f"""
        INSERT INTO {table.name} ({columns})
        SELECT {", ".join(source)}
        FROM staged s
        JOIN definition_revisions r ON r.entity = :entity AND r.key = s.{entity} AND r.id > :since
        {joins}
        WHERE true
        ON CONFLICT ({entity}) DO UPDATE SET {updates}"""
    connection.execute(text(statement), {"entity": entity, "since": since})


def _keep_whole(connection: Connection, entity: str) -> None:
    """Check and repair what a change of definitions touches elsewhere; RefusedInputError where there is a cycle."""
    if entity == "zone":
        _refuse_cycle(connection, "SELECT zone, parent FROM zones WHERE parent IS NOT NULL ORDER BY zone")
    if entity == "goal":
        _refuse_cycle(connection, "SELECT goal, part_of FROM goals WHERE part_of IS NOT NULL ORDER BY goal")
    if entity == "plan":
        _refuse_cycle(connection, "SELECT plan, succeeds FROM plans WHERE succeeds IS NOT NULL ORDER BY plan")
        relink_goals(connection)


def _refuse_cycle(connection: Connection, pairs: str) -> None:
    """Raise RefusedInputError where following the pairs upward comes round to the start."""
    upward: dict[str, str] = dict(connection.execute(text(pairs)).all())
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
