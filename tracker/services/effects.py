"""What a value would do to the goals it counts for: each goal's status before and after, by every rule."""

from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter

import numpy as np

from tracker.domain.asking import asked_by
from tracker.domain.entries import EntryKey
from tracker.domain.judging import RULES
from tracker.domain.records import Actual
from tracker.domain.series_columns import SeriesColumns, series_columns
from tracker.domain.standings import STATUSES, Standings
from tracker.domain.vocabulary import Rule, Status
from tracker.services.books import Book, book_of
from tracker.services.ledger import ledger_of
from tracker.services.looking import Look
from tracker.store import Reader, Store
from tracker.store.columns import actual_rows, goal_rows, state_rows
from tracker.store.definitions import goals
from tracker.store.measures import Scale, measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One goal's status before and after a value, by every rule; `asked` says what the goal asks and by when."""

    goal: str
    plan: str
    asked: str
    before: dict[Rule, Status]
    after: dict[Rule, Status]

    @property
    def changes(self) -> bool:
        """Whether the verdict changes by any rule."""
        return self.before != self.after


def effect(store: Store, key: EntryKey, actual: Actual, look: Look | None = None) -> tuple[Effect, ...]:
    """Judge every goal of the zone on the indicator without and with a value; nothing is stored."""
    look = replace(look or Look.at(), as_of=None)
    look = replace(look, year=max(look.year, key.year))
    known = ledger_of(store).catalogue()
    indicator = known.indicators[key.indicator]
    with store.snapshot() as reader:
        own = {goal.goal: goal for goal in goals(reader, zone=key.zone, indicator=key.indicator)}
        if not own:
            return ()
        rows = chain.from_iterable(goal_rows(reader, goal=goal) for goal in own)
        book = book_of(reader, rows, None)
        told = _with_actual(book, reader, actual, Scale(indicator.unit, indicator.accumulates))
    before, after = _statuses(book, book.actuals, look), _statuses(book, told, look)
    return tuple(
        Effect(
            goal=goal,
            plan=known.plans[book.plans[place]].name,
            asked=asked_by(own[goal], indicator, known.plans[book.plans[place]], known.name_of_reference(own[goal])),
            before=before[place],
            after=after[place],
        )
        for place, goal in enumerate(book.keys)
    )


def _statuses(book: Book, told: SeriesColumns, look: Look) -> list[dict[Rule, Status]]:
    """Judge the goals of a book by every rule."""
    found = Standings.of(book.goals, told, look.year, look.about).found
    return [
        {rule: STATUSES[found.status[number, row]] for number, rule in enumerate(RULES)}
        for row in range(len(book.keys))
    ]


def _with_actual(book: Book, reader: Reader, actual: Actual, scale: Scale) -> SeriesColumns:
    """Give a book's actuals as if the one series that judges its goals had an actual, whatever was told before."""
    series = int(book.goals.series[0])
    number = int(book.series[series])
    rows = [(0, *told[1:]) for told in actual_rows(reader, [number]) if told[1] != actual.year]
    states = [(0, year, state) for _series, year, state in state_rows(reader, [number]) if year != actual.year]
    rows.append((0, actual.year, *measure(actual, scale)))
    if actual.state is not None and actual.year is not None:
        states.append((0, actual.year, actual.state.value))
    told = series_columns(sorted(rows, key=itemgetter(1)), states, count=1)
    return book.actuals.with_series(np.array([series]), told)
