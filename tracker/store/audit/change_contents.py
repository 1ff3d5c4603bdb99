"""What a change set holds: how much of everything, and each definition and actual as it was before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from tracker.domain.records import Actual
from tracker.store.audit.audit_conditions import Wanted, definitions_asked, run, values_asked
from tracker.store.database.reader import Reader
from tracker.store.record.rows import Definition, actual_columns, from_content, from_row, names

# Up to so many values a change set is read from its own end, beyond from that of the series asked for.
_FEW = 1_000
_WIDTH = len(names(Actual))


@dataclass(frozen=True, slots=True)
class DefinitionChange:
    """One definition before (None where it is new) and after."""

    entity: str
    key: str
    old: Definition | None
    new: Definition


@dataclass(frozen=True, slots=True)
class ActualChange:
    """One actual before (None where it is new) and after."""

    old: Actual | None
    new: Actual


@dataclass(frozen=True, slots=True)
class Holds:
    """How many new and changed definitions a change set holds by entity, and how many actuals."""

    new: dict[str, int]
    changed: dict[str, int]
    actuals: int

    @property
    def definitions(self) -> int:
        """All definitions together."""
        return sum(self.new.values()) + sum(self.changed.values())

    @property
    def total(self) -> int:
        """Everything together."""
        return self.definitions + self.actuals


def holds(reader: Reader, change_set: int, wanted: Wanted) -> Holds:
    """Count what a change set holds of what is asked for."""
    asked, values = definitions_asked(wanted), {"change_set": change_set}
    statement = f"""
        SELECT r.entity, count(*) FILTER (WHERE r.revision = 1), count(*) FILTER (WHERE r.revision > 1)
        FROM definition_revisions r WHERE r.change_set = :change_set AND {asked.written()} GROUP BY r.entity"""
    with reader.read() as connection:
        rows = run(connection, statement, {**asked.values, **values})
        actuals = _count_actuals(connection, change_set, wanted)
    new = {entity: first for entity, first, _later in rows if first}
    return Holds(new, {entity: later for entity, _first, later in rows if later}, actuals)


def definition_changes(
    reader: Reader, change_set: int, wanted: Wanted, *, limit: int, offset: int = 0
) -> list[DefinitionChange]:
    """List the definitions a change set holds, of what is asked for, as they were stored."""
    asked = definitions_asked(wanted)
    statement = f"""
        SELECT r.entity, r.key, r.content, before.content FROM definition_revisions r
        LEFT JOIN definition_revisions before
            ON before.entity = r.entity AND before.key = r.key AND before.revision = r.revision - 1
        WHERE r.change_set = :change_set AND {asked.written()} ORDER BY r.id LIMIT :limit OFFSET :offset"""
    values = {**asked.values, "change_set": change_set, "limit": limit, "offset": offset}
    with reader.read() as connection:
        rows = run(connection, statement, values)
    return [
        DefinitionChange(entity, key, from_content(entity, old) if old else None, from_content(entity, new))
        for entity, key, new, old in rows
    ]


def actual_changes(
    reader: Reader, change_set: int, wanted: Wanted, *, limit: int, offset: int = 0
) -> list[ActualChange]:
    """List the actuals a change set holds, of what is asked for, as they were stored."""
    asked = values_asked(wanted)
    with reader.read() as connection:
        of_set = _of_change_set(connection, change_set, wanted)
        statement = f"""
            SELECT {actual_columns("r")}, before.id, {actual_columns("before")}
            FROM actual_revisions r JOIN series k ON k.id = r.series
            LEFT JOIN actual_revisions before
                ON before.series = r.series AND before.period = r.period AND before.revision = r.revision - 1
            WHERE {of_set} AND {asked.written()} ORDER BY r.id LIMIT :limit OFFSET :offset"""
        values = {**asked.values, "change_set": change_set, "limit": limit, "offset": offset}
        rows = run(connection, statement, values)
    return [_actual_change(row) for row in rows]


def _actual_change(row: Sequence[object]) -> ActualChange:
    new, before, old = row[:_WIDTH], row[_WIDTH], row[_WIDTH + 1 :]
    return ActualChange(None if before is None else from_row(Actual, old), from_row(Actual, new))


def _count_actuals(connection: Connection, change_set: int, wanted: Wanted) -> int:
    asked = values_asked(wanted)
    if not asked.parts:
        return _size(connection, change_set)
    of_set = _of_change_set(connection, change_set, wanted)
    statement = f"""
        SELECT count(*) FROM actual_revisions r JOIN series k ON k.id = r.series
        WHERE {of_set} AND {asked.written()}"""
    return int(run(connection, statement, {**asked.values, "change_set": change_set})[0][0])


def _of_change_set(connection: Connection, change_set: int, wanted: Wanted) -> str:
    """Return that a revision is of a change set, so that a large one is not read whole for the sake of a few series."""
    narrow = bool(values_asked(wanted).parts)
    large = narrow and _size(connection, change_set) > _FEW
    # A sum is found by no index.
    return "r.change_set + 0 = :change_set" if large else "r.change_set = :change_set"


def _size(connection: Connection, change_set: int) -> int:
    statement = "SELECT count(*) FROM actual_revisions WHERE change_set = :change_set"
    return int(run(connection, statement, {"change_set": change_set})[0][0])
