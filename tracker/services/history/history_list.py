"""The history as people read it: every deed with time, person, old and new, reason, source, as far as one may see."""

from dataclasses import dataclass
from datetime import datetime

from tracker.domain.history.events import EventKind, Subject
from tracker.domain.people.roles import ZONE_ROLES, Permission, Person
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.dimensions import zones_within
from tracker.services.cache.query_cache import Catalogue, ledger_of
from tracker.services.history.history_rows import DeedRow, altered_by, told
from tracker.services.history.history_words import Altered
from tracker.store import Reader, Store
from tracker.store.audit.audit_conditions import Wanted
from tracker.store.audit.audit_events import Chain, KeptDeed, count_deeds, find_deed, list_deeds
from tracker.store.audit.change_contents import holds

ON_A_PAGE = 25
OPENED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilters:
    """Which deeds are looked for; the first given of account, goal, plan and the values of a place counts."""

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
class DeedPage:
    """A page of deeds, newest first: which of how many pages, and how many deeds there are in all."""

    rows: tuple[DeedRow, ...]
    number: int
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class OpenedDeed:
    """One deed with a page of everything it altered, and how many things it holds."""

    row: DeedRow
    altered: tuple[Altered, ...]
    number: int
    pages: int
    count: int


def deeds(store: Store, person: Person, filters: HistoryFilters | None = None, page: int = 1) -> DeedPage:
    """List a page of the deeds the person may see; NotAllowedError, NotFoundError where the zone is not there."""
    wanted = wanted_by(store, person, filters or HistoryFilters())
    known = ledger_of(store).catalogue()
    with store.snapshot() as reader:
        count = count_deeds(reader, wanted)
        pages = max(1, -(-count // ON_A_PAGE))
        number = min(max(1, page), pages)
        found = list_deeds(reader, wanted, limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE)
        rows = tuple(told(reader, found, wanted, known))
    return DeedPage(rows, number, pages, count)


def opened(store: Store, person: Person, key: str, page: int = 1) -> OpenedDeed:
    """Open one deed, with a page of everything it altered that the person may see; NotAllowedError, NotFoundError."""
    wanted = wanted_by(store, person, HistoryFilters())
    known = ledger_of(store).catalogue()
    with store.snapshot() as reader:
        deed = _found(reader, key, wanted)
        (row,) = told(reader, [deed], wanted, known)
        if deed.chain is not Chain.CHANGES:
            return OpenedDeed(row, row.altered, 1, 1, len(row.altered))
        count = holds(reader, deed.id, wanted).total
        pages = max(1, -(-count // OPENED))
        number = min(max(1, page), pages)
        altered = altered_by(reader, deed.id, wanted, known, limit=OPENED, offset=(number - 1) * OPENED, whole=True)
    return OpenedDeed(row, tuple(altered), number, pages, count)


def _found(reader: Reader, key: str, wanted: Wanted) -> KeptDeed:
    """Find a deed the person may see; NotFoundError for any other, as if it were not there."""
    chain, _dash, number = key.rpartition("-")
    known = chain in tuple(Chain) and number.isascii() and number.isdigit() and len(number) < 16
    deed = find_deed(reader, Chain(chain), int(number)) if known else None
    if deed is None or not _may_see(reader, deed, wanted):
        raise NotFoundError(_("There is no such entry in the history, or it is not yours to see."))
    return deed


def _may_see(reader: Reader, deed: KeptDeed, wanted: Wanted) -> bool:
    if deed.chain is Chain.ACCOUNTS:
        return wanted.accounts
    if deed.chain is Chain.ENTRIES:
        return wanted.scope is None or deed.zone is None or deed.zone in wanted.scope
    if deed.chain is Chain.SLIDES:
        return True
    return wanted.definitions or holds(reader, deed.id, wanted).total > 0


def wanted_by(store: Store, person: Person, filters: HistoryFilters) -> Wanted:
    """Ask for what the filters say, as far as the role goes; NotAllowedError, NotFoundError."""
    person.require(Permission.READ_HISTORY)
    known = ledger_of(store).catalogue()
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
