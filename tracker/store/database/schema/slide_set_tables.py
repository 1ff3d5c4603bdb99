"""The tables of slide sets as queries name them; their constraints are in the migration."""

from sqlalchemy import Column, Integer, Table, Text

from tracker.store.database.schema.record_tables import metadata


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _numbers(*names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names]


slide_sets = Table(
    "slide_sets",
    metadata,
    *_texts("slide_set", "name", "origin", "subjects"),
    *_numbers("year"),
    *_texts("as_of", "rule", "slides", "made_by", "made_at", "changed_at", "refreshed_at"),
    *_numbers("removed", "version"),
)

slide_set_events = Table(
    "slide_set_events",
    metadata,
    *_numbers("id"),
    *_texts("at", "who", "deed", "slide_set"),
    *_numbers("version"),
    *_texts("old", "new", "previous_hash", "hash"),
)
