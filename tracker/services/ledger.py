"""What is kept in memory of a store between questions: definitions by key, all goals as columns, all verdicts."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import RLock
from typing import TypeVar
from weakref import WeakKeyDictionary

from tracker.domain.records import Goal, Indicator, Plan, Source, Zone
from tracker.domain.standings import Standings
from tracker.language import clauses, current_language
from tracker.services.books import Book, brought_up_to_date, open_book
from tracker.services.looking import Look
from tracker.store import Reader, Store
from tracker.store.columns import changed_since
from tracker.store.definitions import indicators, plans, sources, zones

_Answer = TypeVar("_Answer")
_Named = TypeVar("_Named", Zone, Plan, Indicator)
# Verdicts on all goals are kept for a few days and years to look from, small answers for many filters.
_VERDICTS_KEPT, _ANSWERS_KEPT = 8, 400


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Zones, plans, indicators and sources by key."""

    zones: dict[str, Zone]
    plans: dict[str, Plan]
    indicators: dict[str, Indicator]
    sources: dict[str, Source]

    def name_of_reference(self, goal: Goal) -> str:
        """Name what a relative goal is measured against: another indicator, another zone, or both."""
        indicator = self.indicators.get(goal.reference_indicator or goal.indicator)
        zone = self.zones.get(goal.reference_zone or "")
        names = [indicator.name if indicator and goal.reference_indicator else "", zone.name if zone else ""]
        return clauses(names)


class Ledger:
    """The memory of one store; every answer is for the store's version at the time of the question."""

    def __init__(self, store: Store) -> None:
        """Begin with nothing in memory."""
        self.store = store
        self._lock = RLock()
        self._verdicts: OrderedDict[Hashable, object] = OrderedDict()
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._version = 0
        self._book: tuple[int, Book] | None = None

    def answer(self, question: Hashable, find: Callable[[], _Answer], *, wordless: bool = False) -> _Answer:
        """Give what is remembered for a question at the store's present version, else find and remember it.

        Answers are kept for each language, save `wordless` ones, which hold nothing that is read.
        """
        asked = question if wordless else (current_language(), question)
        return self._remembered(self._answers, _ANSWERS_KEPT, asked, find)

    def _remembered(
        self, shelf: OrderedDict[Hashable, object], most: int, question: Hashable, find: Callable[[], _Answer]
    ) -> _Answer:
        """Keep at most so many answers on a shelf, the ones asked for last."""
        version = self.store.version()
        with self._lock:
            if version != self._version:
                self._verdicts.clear()
                self._answers.clear()
                self._version = version
            if question not in shelf:
                shelf[question] = find()
            shelf.move_to_end(question)
            while len(shelf) > most:
                shelf.popitem(last=False)
            return shelf[question]  # type: ignore[return-value]  # a question has answers of one type

    def catalogue(self, as_of: datetime | None = None) -> Catalogue:
        """Give the definitions as known at an instant, named in the reader's language: to be shown, never stored."""
        return self.answer(("catalogue", as_of), lambda: in_readers_language(self.definitions(as_of)))

    def definitions(self, as_of: datetime | None = None) -> Catalogue:
        """Give the definitions as known at an instant, with the names they are stored under."""

        def find() -> Catalogue:
            with self.store.snapshot() as reader:
                return catalogue_of(reader, as_of)

        return self.answer(("definitions", as_of), find, wordless=True)

    def book(self, as_of: datetime | None = None) -> Book:
        """Give all goals and actuals as known at an instant."""
        if as_of is not None:
            return self._remembered(
                self._verdicts, _VERDICTS_KEPT, ("book", as_of), lambda: open_book(self.store, as_of=as_of)
            )
        with self._lock:
            version = self.store.version()
            if self._book is None or self._book[0] != version:
                self._book = version, self._fresh_book()
            return self._book[1]

    def _fresh_book(self) -> Book:
        """Fetch only the touched series again where nothing but actuals has changed since the book was opened."""
        with self.store.snapshot() as reader:
            if self._book is not None:
                changed = changed_since(reader, self._book[0])
                if not changed.definitions and len(changed.series) * 10 < len(self._book[1].series):
                    return brought_up_to_date(self._book[1], reader, changed.series)
            return open_book(reader)

    def standings(self, look: Look) -> tuple[Book, Standings]:
        """Judge all goals."""

        def find() -> tuple[Book, Standings]:
            book = self.book(look.as_of)
            return book, Standings.of(book.goals, book.actuals, look.year, look.about)

        question = ("standings", look.as_of, look.year, look.about)
        return self._remembered(self._verdicts, _VERDICTS_KEPT, question, find)


def catalogue_of(reader: Reader, as_of: datetime | None = None) -> Catalogue:
    """Fetch the definitions as a reader has them."""
    return Catalogue(
        {zone.zone: zone for zone in zones(reader, as_of=as_of)},
        {plan.plan: plan for plan in plans(reader, as_of=as_of)},
        {indicator.indicator: indicator for indicator in indicators(reader, as_of=as_of)},
        {source.source: source for source in sources(reader, as_of=as_of)},
    )


def in_readers_language(known: Catalogue) -> Catalogue:
    """Name zones, plans and indicators as the reader's language does, where they have a name in it."""
    if current_language() != "zh":
        return known
    return Catalogue(
        {key: _named(zone) for key, zone in known.zones.items()},
        {key: _named(plan) for key, plan in known.plans.items()},
        {key: _named(indicator) for key, indicator in known.indicators.items()},
        known.sources,
    )


def _named(record: _Named) -> _Named:
    return replace(record, name=record.name_zh) if record.name_zh else record


_ledgers: WeakKeyDictionary[Store, Ledger] = WeakKeyDictionary()
_ledgers_lock = RLock()


def ledger_of(store: Store) -> Ledger:
    """Give the memory of a store."""
    with _ledgers_lock:
        if store not in _ledgers:
            _ledgers[store] = Ledger(store)
        return _ledgers[store]
