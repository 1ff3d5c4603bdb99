"""Is what stands of the entries what their history says: the entries and the deadlines."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, func, null, or_, select

from tracker.domain.entry.entries import EntryState
from tracker.domain.history.events import EventKind
from tracker.errors import Problem
from tracker.language import _
from tracker.store.database.schema.entry_tables import entries, entry_events, rounds
from tracker.store.database.streams import stream

_SUBMIT, _ACCEPT, _DEADLINE = EventKind.SUBMIT.value, EventKind.ACCEPT.value, EventKind.DEADLINE.value


def entries_as_told(connection: Connection) -> Iterator[Problem]:
    """Check every entry and every deadline against the latest event of it."""
    for asked in (_differing_entries(), _differing_deadlines()):
        for row in stream(connection, asked):
            wrong = _("What is entered now differs from the latest event of its history")
            yield Problem(wrong=wrong, seen=" ".join(str(part) for part in row))


def _same_value(first: FromClause, second: FromClause) -> ColumnElement[bool]:
    """Return that two rows are of one value."""
    return and_(*(first.c[name] == second.c[name] for name in ("zone", "indicator", "year")))


def _differing_entries() -> Select[Any]:
    """Return the query for the entries that are not what their latest event made them."""
    later, first = entry_events.alias("later"), entry_events.alias("first")
    follows = and_(_same_value(later, entry_events), later.c.version == entry_events.c.version + 1)
    newest = select(entry_events).where(entry_events.c.zone.is_not(None), ~select(later.c.id).where(follows).exists())
    event = newest.subquery("event")
    submitted = select(first.c.who).where(_same_value(first, event), first.c.deed == _SUBMIT)
    entered_by = submitted.order_by(first.c.version.desc()).limit(1).scalar_subquery()
    is_submitted = event.c.deed == _SUBMIT
    states = {_SUBMIT: EntryState.SUBMITTED.value, _ACCEPT: EntryState.ACCEPTED.value}
    expected: dict[str, Any] = {
        "version": event.c.version,
        "typed": event.c.new,
        "state": case(states, value=event.c.deed, else_=EntryState.RETURNED.value),
        "entered_by": entered_by,
        "reviewed_by": case((is_submitted, null()), else_=event.c.who),
        "review_reason": case((is_submitted, null()), else_=event.c.reason),
    }
    named = (func.coalesce(entries.c[name], event.c[name]) for name in ("zone", "indicator", "year"))
    both = event.outerjoin(entries, _same_value(entries, event), full=True)
    differs = (entries.c[name].is_distinct_from(value) for name, value in expected.items())
    return select(*named).select_from(both).where(or_(*differs))


def _differing_deadlines() -> Select[Any]:
    """Return the query for the deadlines that are not what was set last."""
    later = entry_events.alias("later")
    follows = and_(later.c.deed == _DEADLINE, later.c.year == entry_events.c.year, later.c.id > entry_events.c.id)
    newest = select(entry_events.c.year, entry_events.c.new).where(entry_events.c.deed == _DEADLINE)
    event = newest.where(~select(later.c.id).where(follows).exists()).subquery("event")
    both = event.outerjoin(rounds, rounds.c.year == event.c.year, full=True)
    asked = select(func.coalesce(rounds.c.year, event.c.year), rounds.c.deadline).select_from(both)
    return asked.where(rounds.c.deadline.is_distinct_from(event.c.new))
