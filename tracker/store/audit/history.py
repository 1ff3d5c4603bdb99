"""The history: who changed what, when and why, and what a definition was before."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from tracker.store.audit.digests import FIRST_HASH
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.audit_tables import change_sets as table
from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.record.rows import Definition, from_content


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One event as the history keeps it; `hash` covers it and everything before it."""

    id: int
    at: datetime
    who: str
    deed: str
    reason: str | None
    origin: str | None
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRevision:
    """One revision of a definition and the change set that made it."""

    definition: Definition
    revision: int
    change_set: ChangeSet


def change_sets(
    reader: Reader,
    *,
    who: str | None = None,
    deed: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
) -> list[ChangeSet]:
    """List the change sets, newest first: all, or those of a person, a kind, a span of time."""
    asked = select(*(table.c[name] for name in _FIELDS)).order_by(table.c.id.desc()).limit(limit)
    wanted = [table.c.who == who] if who is not None else []
    wanted += [table.c.deed == deed] if deed is not None else []
    wanted += [table.c.at >= instants.written(since)] if since is not None else []
    wanted += [table.c.at <= instants.written(until)] if until is not None else []
    with reader.read() as connection:
        rows = connection.execute(asked.where(*wanted)).all()
    return [_change_set(*row) for row in rows]


_FIELDS = ("id", "at", "who", "deed", "reason", "origin", "hash")


def _change_set(
    number: int, at: str, who: str, deed: str, reason: str | None, origin: str | None, own_hash: str
) -> ChangeSet:
    """Make a change set of the columns of its row."""
    return ChangeSet(id=number, at=instants.read(at), who=who, deed=deed, reason=reason, origin=origin, hash=own_hash)


def definition_history(reader: Reader, entity: str, key: str) -> list[DefinitionRevision]:
    """List every revision of one definition, first to last."""
    revisions = definition_revisions
    asked = (
        select(revisions.c.content, revisions.c.revision, *(table.c[name] for name in _FIELDS))
        .join(table, table.c.id == revisions.c.change_set)
        .where(revisions.c.entity == entity, revisions.c.key == key)
        .order_by(revisions.c.revision)
    )
    with reader.read() as connection:
        rows = connection.execute(asked).all()
    return [
        DefinitionRevision(
            definition=from_content(entity, content), revision=revision, change_set=_change_set(*change_set)
        )
        for content, revision, *change_set in rows
    ]


def newest_and_noted(reader: Reader, noted: int) -> tuple[int, str | None, str | None]:
    """Return the newest change set's number (0 for none) and hash, and the hash of the one that was noted."""
    then = table.alias("noted")
    held = select(then.c.hash).where(then.c.id == noted).scalar_subquery().label("held")
    newest = select(table.c.id, table.c.hash, held).order_by(table.c.id.desc()).limit(1)
    with reader.read() as connection:
        row = connection.execute(newest).first()
    return (row.id, row.hash, row.held) if row else (0, None, None)


def newest_hash(reader: Reader) -> str:
    """Return the hash over the whole history, to be kept elsewhere and compared; zeros for an empty store."""
    with reader.read() as connection:
        newest = connection.scalar(select(table.c.hash).order_by(table.c.id.desc()).limit(1))
    return str(newest or FIRST_HASH)
