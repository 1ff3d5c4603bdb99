"""The events of all histories in one order, newest first: changes, entries under review, accounts, slides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Table,
    and_,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union,
    union_all,
)

from tracker.domain.history.events import EventKind
from tracker.store.audit.audit_conditions import (
    Conditions,
    Wanted,
    actuals_asked,
    definitions_asked,
    entries_asked,
    event_asked,
)
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.account_tables import account_events, accounts
from tracker.store.database.schema.audit_tables import change_sets, definition_revisions
from tracker.store.database.schema.entry_tables import entry_events
from tracker.store.database.schema.record_tables import actual_revisions
from tracker.store.database.schema.slide_set_tables import slide_set_events
from tracker.store.record.current import REVISIONS


class Chain(StrEnum):
    """Which history keeps an event."""

    CHANGES = "change"
    ENTRIES = "entry"
    ACCOUNTS = "account"
    SLIDES = "slides"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One event as its history keeps it; the later fields are those its history has.

    `old` and `new` are the texts of what was typed, or days; `change_set` is empty for an event that changed nothing.
    """

    chain: Chain
    id: int
    at: datetime
    who: str
    deed: str
    reason: str | None = None
    origin: str | None = None
    hash: str = ""
    zone: str | None = None
    indicator: str | None = None
    year: int | None = None
    old: str | None = None
    new: str | None = None
    account: str | None = None
    address: str | None = None
    detail: str | None = None


_NOT_OF_ENTRIES = (
    *(EventKind.ACCOUNT, EventKind.SLIDES, EventKind.IMPORT),
    *(EventKind.CREATE, EventKind.CHANGE, EventKind.COPY, EventKind.FROM_TEXT),
)
_COLUMNS = {
    Chain.CHANGES: (change_sets, ("id", "at", "who", "deed", "reason", "origin", "hash")),
    Chain.ENTRIES: (
        entry_events,
        ("id", "at", "who", "deed", "reason", "hash", "zone", "indicator", "year", "old", "new"),
    ),
    Chain.ACCOUNTS: (account_events, ("id", "at", "who", "deed", "account", "address", "detail", "hash")),
    Chain.SLIDES: (slide_set_events, ("id", "at", "who", "deed", "old", "new", "hash")),
}


def list_events(reader: Reader, wanted: Wanted, *, limit: int, offset: int = 0) -> list[AuditEvent]:
    """List events, newest first; an accepted value that made a change is told by that change alone."""
    asked = _selected(wanted)
    if asked is None:
        return []
    newest = asked.order_by(asked.selected_columns["at"].desc(), "chain", asked.selected_columns["id"].desc())
    kept: dict[tuple[Chain, int], AuditEvent] = {}
    with reader.read() as connection:
        page = [(Chain(chain), number) for chain, number, _at in connection.execute(newest.limit(limit).offset(offset))]
        for chain, (table, _names) in _COLUMNS.items():
            numbers = [number for of, number in page if of is chain]
            kept |= {(chain, event.id): event for event in _events(connection, chain, table.c.id.in_(numbers))}
    return [kept[key] for key in page]


def count_events(reader: Reader, wanted: Wanted) -> int:
    """Count the events that `list_events` lists in all."""
    asked = _selected(wanted)
    if asked is None:
        return 0
    with reader.read() as connection:
        return int(connection.scalar(select(func.count()).select_from(asked.subquery())) or 0)


def find_event(reader: Reader, chain: Chain, number: int) -> AuditEvent | None:
    """Find one event by its number."""
    with reader.read() as connection:
        return next(_events(connection, chain, _COLUMNS[chain][0].c.id == number), None)


def entries_within(reader: Reader, change_set: int, wanted: Wanted) -> list[AuditEvent]:
    """List the events of entries that made a change set, of what is asked for."""
    asked = entries_asked(wanted)
    if asked is None:
        return []
    with reader.read() as connection:
        return list(_events(connection, Chain.ENTRIES, entry_events.c.change_set == change_set, *asked))


def people(reader: Reader, *, accounts: bool) -> set[str]:
    """Return the accounts of everybody who did anything, with accounts only where that may be seen."""
    tables = [change_sets, entry_events, slide_set_events, *([account_events] if accounts else [])]
    with reader.read() as connection:
        return set(connection.scalars(union(*(select(table.c.who) for table in tables))))


def account_names(reader: Reader) -> dict[str, str]:
    """Return the name of each account."""
    with reader.read() as connection:
        return dict(connection.execute(select(accounts.c.account, accounts.c.name)).all())


def _events(connection: Connection, chain: Chain, *wanted: ColumnElement[bool]) -> Iterator[AuditEvent]:
    """Yield events of one chain."""
    table, columns = _COLUMNS[chain]
    for row in connection.execute(select(*(table.c[name] for name in columns)).where(*wanted)).mappings():
        yield AuditEvent(chain=chain, **{**row, "at": instants.read(row["at"])})


def _selected(wanted: Wanted) -> CompoundSelect[Any] | None:
    """Return the query for chain, number and instant of all events asked for; None where there can be none."""
    conditions = {
        Chain.CHANGES: _changes(wanted),
        Chain.ENTRIES: _entries(wanted),
        Chain.ACCOUNTS: _accounts(wanted),
        Chain.SLIDES: _slides(wanted),
    }
    parts = [
        select(literal(chain.value).label("chain"), table.c.id, table.c.at).where(*asked)
        for chain, (table, _names) in _COLUMNS.items()
        if (asked := conditions[chain]) is not None
    ]
    return union_all(*parts) if parts else None


def _changes(wanted: Wanted) -> Conditions:
    if wanted.kind in (EventKind.ACCOUNT, EventKind.SLIDES):
        return None
    asked = event_asked(wanted, change_sets, ("reason", "origin", "deed"), change_sets.c.deed)
    of_values, of_definitions, of_entries = actuals_asked(wanted), definitions_asked(wanted), entries_asked(wanted)
    if of_values == [] and of_definitions == []:
        return asked
    holds: list[ColumnElement[bool]] = []
    if of_values is not None and of_entries is not None:
        holds.append(_holds(actual_revisions, REVISIONS, of_values))
        accepted = select(entry_events.c.change_set).where(entry_events.c.change_set.is_not(None), *of_entries)
        holds.append(change_sets.c.id.in_(accepted))
    if of_definitions is not None:
        holds.append(_holds(definition_revisions, definition_revisions, of_definitions))
    return [*asked, or_(*holds)] if holds else None


def _holds(revisions: Table, source: FromClause, wanted: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Return that a change set holds any revision, or one of those wanted."""
    if not wanted:
        # Where all are meant, one look at each change set; else the few that are.
        return select(revisions.c.id).where(revisions.c.change_set == change_sets.c.id).exists()
    return change_sets.c.id.in_(select(revisions.c.change_set).select_from(source).where(*wanted))


def _entries(wanted: Wanted) -> Conditions:
    about, of_values = wanted.about, entries_asked(wanted)
    if of_values is None or wanted.kind in _NOT_OF_ENTRIES:
        return None
    asked = event_asked(wanted, entry_events, ("reason", "new"), entry_events.c.deed)
    asked.append(entry_events.c.change_set.is_(None))
    # A deadline is of no zone: who may see values of a year may see it.
    free: ColumnElement[bool] = (
        entry_events.c.zone.is_(None) if about.zones is None and not about.indicator else false()
    )
    if about.year is not None:
        free = and_(free, entry_events.c.year == about.year)
    return [*asked, or_(and_(true(), *of_values), free)]


def _accounts(wanted: Wanted) -> Conditions:
    about = wanted.about
    if not wanted.accounts or about.entity or about.place or wanted.kind not in (None, EventKind.ACCOUNT):
        return None
    kind = literal(EventKind.ACCOUNT.value)
    asked = event_asked(wanted, account_events, ("account", "address", "detail", "deed"), kind)
    return [*asked, account_events.c.account == about.account] if about.account else asked


def _slides(wanted: Wanted) -> Conditions:
    about = wanted.about
    if about.entity or about.place or about.account or wanted.kind not in (None, EventKind.SLIDES):
        return None
    # What is shown is open to everybody who may look, and so is who put it together.
    return event_asked(wanted, slide_set_events, ("new", "deed"), slide_set_events.c.deed)
