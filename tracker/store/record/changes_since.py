"""Which series and definitions were changed since a version of the store."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from tracker.store.database.reader import Reader
from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.database.schema.record_tables import actuals


@dataclass(frozen=True, slots=True)
class Changed:
    """What was touched since a version: series with other actuals, and definitions by entity."""

    series: frozenset[int]
    definitions: dict[str, frozenset[str]]


def changed_since(reader: Reader, version: int) -> Changed:
    """Return which series and definitions were touched by the change sets after a version."""
    series = select(actuals.c.series).where(actuals.c.change_set > version).distinct()
    definitions = select(definition_revisions.c.entity, definition_revisions.c.key).distinct()
    with reader.read() as connection:
        touched = frozenset(connection.scalars(series))
        rows = connection.execute(definitions.where(definition_revisions.c.change_set > version)).all()
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for entity, key in rows:
        keys[entity].add(key)
    return Changed(touched, {entity: frozenset(keys[entity]) for entity in sorted(keys)})
