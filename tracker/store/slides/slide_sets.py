"""Slide sets: listed, found, kept and removed; every event on one is told by its history."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from tracker.domain.slides.slide_sets import SlideEvent, SlideSet
from tracker.store.audit.event_chain import append_event
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.audit_tables import change_sets, definition_revisions
from tracker.store.database.schema.slide_set_tables import slide_set_events, slide_sets
from tracker.store.slides.slide_set_texts import row_of, set_of, told_text


def all_slide_sets(reader: Reader) -> list[SlideSet]:
    """List the sets that are not removed, those changed last first."""
    asked = select(slide_sets).where(slide_sets.c.removed == 0)
    with reader.read() as connection:
        rows = connection.execute(asked.order_by(slide_sets.c.changed_at.desc(), slide_sets.c.slide_set)).mappings()
        return [set_of(dict(row)) for row in rows]


def find_slide_set(reader: Reader, key: str) -> SlideSet | None:
    """Find one set; None where there is none of that key, or it is removed."""
    with reader.read() as connection:
        return slide_set_within(connection, key)


def slide_set_within(connection: Connection, key: str) -> SlideSet | None:
    """Find one set within a transaction, so that what is checked is what is changed."""
    asked = select(slide_sets).where(slide_sets.c.slide_set == key, slide_sets.c.removed == 0)
    row = connection.execute(asked).mappings().first()
    return None if row is None else set_of(dict(row))


def write_slide_set(connection: Connection, at: datetime, who: str, deed: SlideEvent, slide_set: SlideSet) -> None:
    """Keep a set in the place of what there was, in a transaction that has locked out other writers."""
    row = row_of(slide_set, removed=deed is SlideEvent.REMOVED)
    mine = slide_sets.c.slide_set == slide_set.key
    before = connection.execute(select(slide_sets).where(mine)).mappings().first()
    with journalled(connection, at, slide_sets, mine):
        if before is None:
            connection.execute(insert(slide_sets).values(**row))
        else:
            connection.execute(update(slide_sets).where(mine).values(**row))
    old = None if before is None else told_text(dict(before))
    event = {"who": who, "deed": deed.value, "slide_set": slide_set.key, "version": slide_set.version}
    append_event(connection, slide_set_events, at, **event, old=old, new=told_text(row))


def who_changed_last(reader: Reader, key: str) -> str:
    """Return who did the latest event on a set."""
    asked = select(slide_set_events.c.who).where(slide_set_events.c.slide_set == key)
    with reader.read() as connection:
        return str(connection.scalar(asked.order_by(slide_set_events.c.version.desc()).limit(1)) or "")


def newest_change(connection: Connection) -> datetime | None:
    """Return the instant of the newest change of plans or actuals; None for an empty store."""
    newest = connection.scalar(select(func.max(change_sets.c.at)))
    return None if newest is None else instants.read(newest)


def goals_new_since(reader: Reader, instant: datetime) -> frozenset[str]:
    """Return the goals that were first entered after an instant."""
    first = (definition_revisions.c.entity == "goal", definition_revisions.c.revision == 1)
    asked = select(definition_revisions.c.key).join(change_sets, change_sets.c.id == definition_revisions.c.change_set)
    with reader.read() as connection:
        return frozenset(connection.scalars(asked.where(*first, change_sets.c.at > instants.written(instant))))
