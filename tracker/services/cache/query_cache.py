"""What is kept in memory of a store between questions: definitions by key, all goals as columns, all verdicts."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from tracker.domain.assessment.standings import Standings
from tracker.domain.records import Goal, Indicator, Plan, Source, Zone, in_readers_language
from tracker.language import clauses, current_language
from tracker.services.cache.goal_table import GoalTable, brought_up_to_date, fetch_goal_table
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.audit.history import newest_and_noted
from tracker.store.record.changes_since import changed_since
from tracker.store.record.definitions import indicators, plans, plans_of_wholes, sources, zones

_Answer = TypeVar("_Answer")
# Verdicts on all goals are kept for a few days and years to look from, small answers for many filters.
_VERDICTS_KEPT, _ANSWERS_KEPT = 8, 400

_caches_lock = Lock()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Zones, plans, indicators and sources by key; `wholes` are the plans of goals that others are part of."""

    zones: dict[str, Zone]
    plans: dict[str, Plan]
    indicators: dict[str, Indicator]
    sources: dict[str, Source]
    wholes: dict[str, str] = field(default_factory=dict)

    def name_of_reference(self, goal: Goal) -> str:
        """Name what a relative goal is measured against: another indicator, another zone, or both."""
        indicator = self.indicators.get(goal.reference_indicator or goal.indicator)
        zone = self.zones.get(goal.reference_zone or "")
        names = [indicator.name if indicator and goal.reference_indicator else "", zone.name if zone else ""]
        return clauses(names)


class _Shelf:
    """Answers by question, those asked for last; each is worked out once, outside any lock, while others go on."""

    def __init__(self, most: int) -> None:
        """Keep at most so many answers."""
        self._most = most
        self._lock = Lock()
        self._version = 0
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def answer(self, version: int, question: Hashable, find: Callable[[], _Answer]) -> _Answer:
        """Return the answer for a version of the store; who asks while it is worked out waits for it alone."""
        while True:
            answer, mine = self._place_of(version, question)
            if mine:
                try:
                    answer.set_result(find())
                except BaseException:
                    self._forget(version, question, answer)
                    raise
            try:
                return cast("_Answer", answer.result())
            except CancelledError:
                # The thread that worked it out was stopped or failed: the next one tries it for itself.
                continue

    def _place_of(self, version: int, question: Hashable) -> tuple[Future[Any], bool]:
        """Return the place of an answer, and whether it is to be filled by the one who asks."""
        with self._lock:
            if version > self._version:
                self._answers.clear()
                self._version = version
            known = self._answers.get((version, question))
            answer = self._answers.setdefault((version, question), Future())
            self._answers.move_to_end((version, question))
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer, known is None

    def _forget(self, version: int, question: Hashable, answer: Future[Any]) -> None:
        with self._lock:
            if self._answers.get((version, question)) is answer:
                del self._answers[version, question]
        answer.cancel()


class QueryCache:
    """The memory of one store; every answer is for the store's version at the time of the question."""

    def __init__(self, store: Store) -> None:
        """Begin with nothing in memory."""
        self.store = store
        self._verdicts = _Shelf(_VERDICTS_KEPT)
        self._answers = _Shelf(_ANSWERS_KEPT)
        self._goal_table: tuple[int, GoalTable] | None = None
        self._newest: tuple[int, str | None] = 0, None

    def _version(self) -> int:
        """Return the store's version; forget everything where a backup was restored over what is remembered."""
        noted, known_hash = self._newest
        version, newest, held = newest_and_noted(self.store, noted)
        if held != known_hash:
            self._verdicts, self._answers, self._goal_table = _Shelf(_VERDICTS_KEPT), _Shelf(_ANSWERS_KEPT), None
        self._newest = version, newest
        return version

    def answer(self, question: Hashable, find: Callable[[], _Answer], *, wordless: bool = False) -> _Answer:
        """Return what is remembered for a question at the store's present version, else find and remember it.

        Answers are kept for each language, save `wordless` ones, which hold nothing that is read.
        """
        asked = question if wordless else (current_language(), question)
        version = self._version()
        return self._answers.answer(version, asked, find)

    def catalogue(self, as_of: datetime | None = None) -> Catalogue:
        """Return the definitions as known at an instant, named in the reader's language: to be shown, never stored."""
        return self.answer(("catalogue", as_of), lambda: catalogue_in_readers_language(self.definitions(as_of)))

    def definitions(self, as_of: datetime | None = None) -> Catalogue:
        """Return the definitions as known at an instant, with the names they are stored under."""

        def find() -> Catalogue:
            with self.store.snapshot() as reader:
                return catalogue_of(reader, as_of)

        return self.answer(("definitions", as_of), find, wordless=True)

    def goal_table(self, as_of: datetime | None = None) -> GoalTable:
        """Return all goals and actuals as known at an instant."""
        version = self._version()

        def find() -> GoalTable:
            if as_of is not None:
                return fetch_goal_table(self.store, as_of=as_of)
            goal_table = self._fresh_goal_table()
            self._goal_table = version, goal_table
            return goal_table

        return self._verdicts.answer(version, ("book", as_of), find)

    def _fresh_goal_table(self) -> GoalTable:
        """Fetch only the touched series again where nothing but actuals has changed since the book was opened."""
        before = self._goal_table
        with self.store.snapshot() as reader:
            if before is not None:
                changed = changed_since(reader, before[0])
                if not changed.definitions and len(changed.series) * 10 < len(before[1].series):
                    return brought_up_to_date(before[1], reader, changed.series)
            return fetch_goal_table(reader)

    def standings(self, view: ViewSettings) -> tuple[GoalTable, Standings]:
        """Judge all goals of the book, which comes with them: the next question may be for a newer one."""

        def find() -> tuple[GoalTable, Standings]:
            goal_table = self.goal_table(view.as_of)
            return goal_table, Standings.of(goal_table.goals, goal_table.actuals, view.year, view.about)

        question = ("standings", view.as_of, view.year, view.about)
        version = self._version()
        return self._verdicts.answer(version, question, find)


def catalogue_of(reader: Reader, as_of: datetime | None = None) -> Catalogue:
    """Fetch the definitions as a reader has them."""
    return Catalogue(
        {zone.zone: zone for zone in zones(reader, as_of=as_of)},
        {plan.plan: plan for plan in plans(reader, as_of=as_of)},
        {indicator.indicator: indicator for indicator in indicators(reader, as_of=as_of)},
        {source.source: source for source in sources(reader, as_of=as_of)},
        plans_of_wholes(reader),
    )


def catalogue_in_readers_language(known: Catalogue) -> Catalogue:
    """Say what the definitions say in the reader's language, where they say it in that."""
    return Catalogue(
        {key: in_readers_language(zone) for key, zone in known.zones.items()},
        {key: in_readers_language(plan) for key, plan in known.plans.items()},
        {key: in_readers_language(indicator) for key, indicator in known.indicators.items()},
        {key: in_readers_language(source) for key, source in known.sources.items()},
        known.wholes,
    )


_caches: WeakKeyDictionary[Store, QueryCache] = WeakKeyDictionary()


def cache_of(store: Store) -> QueryCache:
    """Return the memory of a store."""
    with _caches_lock:
        if store not in _caches:
            _caches[store] = QueryCache(store)
        return _caches[store]
