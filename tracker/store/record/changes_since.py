"""Which series and definitions were changed since a version of the store."""

from dataclasses import dataclass

from sqlalchemy import text

from tracker.store.database.reader import Reader


@dataclass(frozen=True, slots=True)
class Changed:
    """What was touched since a version: series with other actuals, and definitions by entity."""

    series: frozenset[int]
    definitions: dict[str, frozenset[str]]


def changed_since(reader: Reader, version: int) -> Changed:
    """Return which series and definitions were touched by the change sets after a version."""
    values = {"version": version}
    with reader.read() as connection:
        series = connection.scalars(text("SELECT DISTINCT series FROM actuals WHERE change_set > :version"), values)
        touched = frozenset(series)
        statement = "SELECT DISTINCT entity, key FROM definition_revisions WHERE change_set > :version"
        rows = connection.execute(text(statement), values).all()
    entities = {entity for entity, _key in rows}
    return Changed(
        touched, {entity: frozenset(key for one, key in rows if one == entity) for entity in sorted(entities)}
    )
