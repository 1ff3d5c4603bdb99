"""The history as people read it, filter it and download it, as far as a person may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

import pandas as pd

from tracker.domain.history.events import EventKind, Subject, event_kind_word
from tracker.domain.people.roles import ZONE_ROLES, Permission, Person
from tracker.errors import NotFoundError
from tracker.language import _, number
from tracker.services.cache.dimensions import zones_within
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.choices import distinct_labels, zones_to_choose
from tracker.services.history.altered_fields import Altered
from tracker.services.history.event_rows import EventRow, altered_by, event_rows
from tracker.services.history.people import people_names, person_words
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.audit.audit_conditions import Wanted
from tracker.store.audit.audit_events import AuditEvent, Chain, count_events, find_event, list_events, people
from tracker.store.audit.change_contents import holds
from tracker.store.audit.newest_hashes import newest_hashes

ON_A_PAGE = 25
OPENED = 100

_OF_VALUES = (
    *(EventKind.IMPORT, EventKind.SUBMIT, EventKind.ACCEPT, EventKind.RETURN, EventKind.DEADLINE),
    EventKind.SLIDES,
)
#: More events than these are not written to one file; narrow the choice to get older ones.
MOST_EVENTS = 5_000
#: More things than these of one event are counted, not written.
MOST_THINGS = 200
_NONE = dict.fromkeys(("at", "who", "said", "about", "field", "old", "new", "reason", "source"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilters:
    """Which events are looked for; the first given of account, goal, plan and the values of a place counts."""

    account: str = ""
    goal: str = ""
    plan: str = ""
    zone: str = ""
    indicator: str = ""
    year: int | None = None
    who: str = ""
    kind: EventKind | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of events, newest first: which of how many pages, and how many events there are in all."""

    rows: tuple[EventRow, ...]
    number: int
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class OpenedEvent:
    """One event with a page of everything it altered, and how many things it holds."""

    row: EventRow
    altered: tuple[Altered, ...]
    number: int
    pages: int
    count: int


def events_page(store: Store, person: Person, filters: HistoryFilters | None = None, page: int = 1) -> EventPage:
    """List a page of the events the person may see; NotAllowedError, NotFoundError where the zone is not there."""
    wanted = wanted_by(store, person, filters or HistoryFilters())
    known = cache_of(store).catalogue()
    with store.snapshot() as reader:
        count = count_events(reader, wanted)
        pages = max(1, -(-count // ON_A_PAGE))
        number = min(max(1, page), pages)
        events = list_events(reader, wanted, limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE)
        rows = tuple(event_rows(reader, events, wanted, known))
    return EventPage(rows, number, pages, count)


def opened_event(store: Store, person: Person, key: str, page: int = 1) -> OpenedEvent:
    """Open one event, with a page of everything it altered that the person may see; NotAllowedError, NotFoundError."""
    wanted = wanted_by(store, person, HistoryFilters())
    known = cache_of(store).catalogue()
    with store.snapshot() as reader:
        event = _found(reader, key, wanted)
        (row,) = event_rows(reader, [event], wanted, known)
        if event.chain is not Chain.CHANGES:
            return OpenedEvent(row, row.altered, 1, 1, len(row.altered))
        count = holds(reader, event.id, wanted).total
        pages = max(1, -(-count // OPENED))
        number = min(max(1, page), pages)
        altered = altered_by(reader, event.id, wanted, known, limit=OPENED, offset=(number - 1) * OPENED, whole=True)
    return OpenedEvent(row, tuple(altered), number, pages, count)


def _found(reader: Reader, key: str, wanted: Wanted) -> AuditEvent:
    """Find an event the person may see; NotFoundError for any other, as if it were not there."""
    chain, _dash, number = key.rpartition("-")
    known = chain in tuple(Chain) and number.isascii() and number.isdigit() and len(number) < 16
    event = find_event(reader, Chain(chain), int(number)) if known else None
    if event is None or not _may_see(reader, event, wanted):
        raise NotFoundError(_("There is no such entry in the history, or it is not yours to see."))
    return event


def _may_see(reader: Reader, event: AuditEvent, wanted: Wanted) -> bool:
    if event.chain is Chain.ACCOUNTS:
        return wanted.accounts
    if event.chain is Chain.ENTRIES:
        return wanted.scope is None or event.zone is None or event.zone in wanted.scope
    if event.chain is Chain.SLIDES:
        return True
    return wanted.definitions or holds(reader, event.id, wanted).total > 0


def wanted_by(store: Store, person: Person, filters: HistoryFilters) -> Wanted:
    """Ask for what the filters say, as far as the role goes; NotAllowedError, NotFoundError."""
    person.require(Permission.READ_HISTORY)
    known = cache_of(store).catalogue()
    by_zone = person.role in ZONE_ROLES
    all_zones = person.zones >= known.zones.keys()
    return Wanted(
        about=_about(filters, known),
        scope=tuple(sorted(person.zones)) if by_zone and not all_zones else None,
        definitions=not by_zone,
        accounts=person.may(Permission.MANAGE_ACCOUNTS),
        who=filters.who,
        kind=filters.kind,
        since=filters.since,
        until=filters.until,
        text=" ".join(filters.text.split()),
    )


def _about(filters: HistoryFilters, known: Catalogue) -> Subject:
    if filters.account:
        return Subject(account=filters.account)
    if filters.goal or filters.plan:
        return Subject(entity="goal" if filters.goal else "plan", key=filters.goal or filters.plan)
    zones = zones_within(known, filters.zone) if filters.zone else None
    return Subject(zones=zones, indicator=filters.indicator, year=filters.year)


def reads_plans(person: Person) -> bool:
    """Return whether the history of plans and goals is the person's to read, and not values alone."""
    return person.may(Permission.READ_HISTORY) and person.role not in ZONE_ROLES


def zones_of_history(store: Store, person: Person, view: ViewSettings) -> dict[str, str]:
    """List the zones whose history a person may read; NotAllowedError."""
    person.require(Permission.READ_HISTORY)
    listed = zones_to_choose(store, view)
    return listed if reads_plans(person) else {key: name for key, name in listed.items() if key in person.zones}


def indicators_of_history(store: Store) -> dict[str, str]:
    """List the indicators by name."""
    known = cache_of(store).catalogue().indicators.values()
    return distinct_labels(
        sorted(((indicator.indicator, indicator.name) for indicator in known), key=lambda pair: pair[1])
    )


def people_of_history(store: Store, person: Person) -> dict[str, str]:
    """List who did anything that the person may see, by name; NotAllowedError."""
    person.require(Permission.READ_HISTORY)
    names, keys = people_names(store), people(store, accounts=person.may(Permission.MANAGE_ACCOUNTS))
    return distinct_labels(sorted(((key, person_words(key, names)) for key in keys), key=lambda pair: pair[1]))


def kinds_of_history(person: Person) -> dict[str, str]:
    """List the kinds of events that the person may see."""
    kinds = [kind for kind in EventKind if kind is not EventKind.OTHER] if reads_plans(person) else list(_OF_VALUES)
    seen = [kind for kind in kinds if kind is not EventKind.ACCOUNT or person.may(Permission.MANAGE_ACCOUNTS)]
    return {kind.value: event_kind_word(kind) for kind in seen}


def history_frame(store: Store, person: Person, filters: HistoryFilters) -> pd.DataFrame:
    """Lay out the events asked for, as far as the person may see them; raises as `history.events`.

    One row for each thing an event altered, texts alone: time, person, event, what of, field, old, new, reason, source.
    """
    wanted = wanted_by(store, person, filters)
    known = cache_of(store).catalogue()
    with store.snapshot() as reader:
        left = count_events(reader, wanted) - MOST_EVENTS
        events = list_events(reader, wanted, limit=MOST_EVENTS)
        lines = [line for row in event_rows(reader, events, wanted, known, MOST_THINGS) for line in _lines(row)]
    if left > 0:
        lines.append({**_NONE, "said": _("{count} older events are not in this file").format(count=number(left))})
    return pd.DataFrame(lines, columns=list(_NONE), dtype=object).rename(columns=_heads())


def history_file_name(store: Store, filters: HistoryFilters, ending: str) -> str:
    """Name a file by how far the history has come and by the choice, so that no other is taken for it."""
    reached = "-".join(str(newest.number) for newest in newest_hashes(store)) or "0"
    return f"history-{reached}-{crc32(repr(filters).encode()):08x}.{ending}"


def _heads() -> dict[str, str]:
    return {
        "at": _("Time"),
        "who": _("Person"),
        "said": _("What was done"),
        "about": _("Of"),
        "field": _("Field"),
        "old": _("Old value"),
        "new": _("New value"),
        "reason": _("Reason"),
        "source": _("Source"),
    }


def _lines(row: EventRow) -> Iterator[dict[str, Any]]:
    """Write one line for each thing altered, one without where there is none or too many."""
    whole = {"at": row.at.isoformat(timespec="seconds"), "who": row.who, "said": row.said}
    whole |= {"reason": row.reason, "source": row.source}
    for altered in row.altered or (None,):
        yield {**_NONE, **whole, **(_fields(altered) if altered else {})}


def _fields(altered: Altered) -> dict[str, str]:
    return {"about": altered.about, "field": altered.field, "old": altered.old, "new": altered.new}
