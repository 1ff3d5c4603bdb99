"""Is what stands of the slide sets what their history says."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, and_, select

from tracker.errors import Problem
from tracker.language import _
from tracker.store.database.schema.slide_set_tables import slide_set_events, slide_sets
from tracker.store.database.streams import stream
from tracker.store.slides.slide_set_texts import told_text


def slide_sets_as_told(connection: Connection) -> Iterator[Problem]:
    """Check every slide set against the latest event on it."""
    recorded = {key: (version, new, made_by) for key, version, new, made_by in connection.execute(_latest())}
    for row in stream(connection, select(slide_sets)):
        kept = dict(zip(slide_sets.c.keys(), row, strict=True))
        if recorded.pop(kept["slide_set"], None) != (kept["version"], _text(kept), kept["made_by"]):
            yield _differs(kept["slide_set"])
    yield from map(_differs, recorded)


def _latest() -> Select[Any]:
    """Return the query for the latest event of each set, with who made the set."""
    first, later = slide_set_events.alias("first"), slide_set_events.alias("later")
    event = slide_set_events.c
    follows = and_(later.c.slide_set == event.slide_set, later.c.version == event.version + 1)
    made = and_(first.c.slide_set == event.slide_set, first.c.version == 1)
    asked = select(event.slide_set, event.version, event.new, first.c.who)
    asked = asked.select_from(slide_set_events.outerjoin(first, made))
    return asked.where(~select(later.c.id).where(follows).exists())


def _text(kept: dict[str, Any]) -> str:
    """Return a set as its history does; empty where its row cannot be read any more."""
    try:
        return told_text(kept)
    except ValueError:
        return ""


def _differs(key: str) -> Problem:
    return Problem(wrong=_("The slide set differs from the latest event of its history"), seen=key)
