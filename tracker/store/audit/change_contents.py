"""What a change set holds: how much of everything, and each definition and actual as it was before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from tracker.domain.records import Actual
from tracker.store.audit.audit_conditions import Wanted, actuals_asked, definitions_asked
from tracker.store.database.reader import Reader
from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.database.schema.record_tables import actual_revisions
from tracker.store.record.current import REVISIONS, actual_columns, next_of
from tracker.store.record.definitions import next_of as next_definition
from tracker.store.record.rows import Definition, from_content, from_row, names

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
    revisions, asked = definition_revisions.c, definitions_asked(wanted)
    first, later = (func.count().filter(which) for which in (revisions.revision == 1, revisions.revision > 1))
    counted = select(revisions.entity, first, later).where(revisions.change_set == change_set)
    with reader.read() as connection:
        rows = [] if asked is None else connection.execute(counted.where(*asked).group_by(revisions.entity)).all()
        actuals = _count_actuals(connection, change_set, wanted)
    new = {entity: made for entity, made, _changed in rows if made}
    return Holds(new, {entity: changed for entity, _made, changed in rows if changed}, actuals)


def definition_changes(
    reader: Reader, change_set: int, wanted: Wanted, *, limit: int, offset: int = 0
) -> list[DefinitionChange]:
    """List the definitions a change set holds, of what is asked for, as they were stored."""
    asked, revisions, before = definitions_asked(wanted), definition_revisions, definition_revisions.alias("before")
    if asked is None:
        return []
    listed = (
        select(revisions.c.entity, revisions.c.key, revisions.c.content, before.c.content)
        .select_from(revisions.outerjoin(before, next_definition(before, revisions)))
        .where(revisions.c.change_set == change_set, *asked)
        .order_by(revisions.c.id)
    )
    with reader.read() as connection:
        rows = connection.execute(listed.limit(limit).offset(offset)).all()
    return [
        DefinitionChange(entity, key, from_content(entity, old) if old else None, from_content(entity, new))
        for entity, key, new, old in rows
    ]


def actual_changes(
    reader: Reader, change_set: int, wanted: Wanted, *, limit: int, offset: int = 0
) -> list[ActualChange]:
    """List the actuals a change set holds, of what is asked for, as they were stored."""
    asked, before = actuals_asked(wanted), actual_revisions.alias("before")
    if asked is None:
        return []
    listed = (
        select(*actual_columns(), before.c.id, *actual_columns(before))
        .select_from(REVISIONS.outerjoin(before, next_of(before, actual_revisions)))
        .order_by(actual_revisions.c.id)
        .limit(limit)
        .offset(offset)
    )
    with reader.read() as connection:
        rows = connection.execute(listed.where(_of_change_set(connection, change_set, asked), *asked)).all()
    return [_actual_change(row) for row in rows]


def _actual_change(row: Sequence[object]) -> ActualChange:
    new, before, old = row[:_WIDTH], row[_WIDTH], row[_WIDTH + 1 :]
    return ActualChange(None if before is None else from_row(Actual, old), from_row(Actual, new))


def _count_actuals(connection: Connection, change_set: int, wanted: Wanted) -> int:
    asked = actuals_asked(wanted)
    if asked is None:
        return 0
    if not asked:
        return _size(connection, change_set)
    counted = select(func.count()).select_from(REVISIONS)
    return int(connection.scalar(counted.where(_of_change_set(connection, change_set, asked), *asked)) or 0)


def _of_change_set(connection: Connection, change_set: int, asked: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Return that a revision is of a change set, so that a large one is not read whole for the sake of a few series."""
    large = bool(asked) and _size(connection, change_set) > _FEW
    made_by = actual_revisions.c.change_set
    # A sum is found by no index.
    return (made_by + 0 if large else made_by) == change_set


def _size(connection: Connection, change_set: int) -> int:
    counted = select(func.count()).select_from(actual_revisions)
    return int(connection.scalar(counted.where(actual_revisions.c.change_set == change_set)) or 0)
