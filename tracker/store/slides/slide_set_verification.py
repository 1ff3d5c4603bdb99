"""Is what stands of the slide sets what their history says."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from tracker.errors import Problem
from tracker.language import _
from tracker.store.database.schema.slide_set_tables import slide_sets
from tracker.store.database.streams import stream
from tracker.store.slides.slide_set_texts import told_text

_COLUMNS = tuple(column.name for column in slide_sets.c)
_TOLD = """
    SELECT e.slide_set, e.version, e.new, f.who FROM slide_set_events e
    LEFT JOIN slide_set_events f ON f.slide_set = e.slide_set AND f.version = 1
    WHERE NOT EXISTS (SELECT 1 FROM slide_set_events n WHERE n.slide_set = e.slide_set AND n.version = e.version + 1)"""


def slide_sets_as_told(connection: Connection) -> Iterator[Problem]:
    """Check every slide set against the latest deed on it."""
    told = {key: (version, new, made_by) for key, version, new, made_by in connection.execute(text(_TOLD))}
    for row in stream(connection, f"SELECT {', '.join(_COLUMNS)} FROM slide_sets"):
        kept = dict(zip(_COLUMNS, row, strict=True))
        if told.pop(kept["slide_set"], None) != (kept["version"], _text(kept), kept["made_by"]):
            yield _differs(kept["slide_set"])
    yield from map(_differs, told)


def _text(kept: dict[str, Any]) -> str:
    """Return a set as its history does; empty where its row cannot be read any more."""
    try:
        return told_text(kept)
    except ValueError:
        return ""


def _differs(key: str) -> Problem:
    return Problem(wrong=_("The slide set differs from the latest deed in its history"), seen=key)
