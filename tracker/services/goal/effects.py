"""What a value would do to the goals it counts for: each goal's status before and after, by every rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

import numpy as np

from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.assessment.judging import RULES
from tracker.domain.assessment.series_columns import SeriesColumns, series_columns
from tracker.domain.assessment.standings import STATUSES, Standings
from tracker.domain.entry.entries import EntryKey
from tracker.domain.explaining.target_wording import asked_by
from tracker.domain.records import Actual, Goal, Indicator
from tracker.domain.statuses import Rule, Status
from tracker.services.cache.goal_table import GoalTable, goal_table_of
from tracker.services.cache.query_cache import cache_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.actual_bounds import Scale, measure
from tracker.store.record.actual_rows import actual_rows, state_rows
from tracker.store.record.definitions import goals_named
from tracker.store.record.goal_rows import goal_rows

_ZONE, _INDICATOR = GoalRow._fields.index("zone"), GoalRow._fields.index("indicator")


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


def effects(
    store: Store, values: Mapping[EntryKey, Actual], view: ViewSettings | None = None
) -> dict[EntryKey, tuple[Effect, ...]]:
    """Judge the goals of each value's zone on its indicator without that value and with it alone; store nothing."""
    view = replace(view or ViewSettings.at(), as_of=None)
    known = cache_of(store).catalogue()
    judged = _judged_by(store, values)
    return {
        key: tuple(
            Effect(
                goal=goal.goal,
                plan=known.plans[goal.plan].name,
                asked=asked_by(
                    goal, known.indicators[key.indicator], known.plans[goal.plan], known.name_of_reference(goal)
                ),
                before=before,
                after=after,
            )
            for goal, before, after in judged.statuses(key, values[key], known.indicators[key.indicator], view)
        )
        for key in values
    }


@dataclass(frozen=True, slots=True)
class _Judged:
    """The goals that some values count for, as records and as columns, and what was told for each by its number."""

    goal_table: GoalTable
    goals: Mapping[str, Goal]
    told: Mapping[int, list[tuple[Any, ...]]]
    states: Mapping[int, list[tuple[Any, ...]]]

    def statuses(
        self, key: EntryKey, actual: Actual, indicator: Indicator, view: ViewSettings
    ) -> Iterator[tuple[Goal, dict[Rule, Status], dict[Rule, Status]]]:
        """Yield each goal of a value with its statuses without and with it."""
        goal_table = self.goal_table
        pairs = zip(goal_table.zones, goal_table.indicators, strict=True)
        rows = np.array([row for row, pair in enumerate(pairs) if pair == (key.zone, key.indicator)], dtype=np.int64)
        if not len(rows):
            return
        columns, year = goal_table.goals.take(rows), max(view.year, key.year)
        if actual.state is not None:
            # What was reported of a milestone for an earlier year says nothing of a due year after it.
            year = key.year
        supposed = self._with_actual(int(columns.series[0]), actual, indicator)
        before = _statuses(Standings.of(columns, goal_table.actuals, year, view.about))
        after = _statuses(Standings.of(columns, supposed, year, view.about))
        for row, then, now in zip(rows, before, after, strict=True):
            yield self.goals[goal_table.keys[row]], then, now

    def _with_actual(self, series: int, actual: Actual, indicator: Indicator) -> SeriesColumns:
        """Return the book's actuals as if one series had an actual, whatever was told for its year before."""
        number = int(self.goal_table.series[series])
        rows = [(0, *row[1:]) for row in self.told.get(number, ()) if row[1] != actual.year]
        states = [(0, year, state) for _series, year, state in self.states.get(number, ()) if year != actual.year]
        rows.append((0, actual.year, *measure(actual, Scale(indicator.unit, indicator.accumulates))))
        if actual.state is not None and actual.year is not None:
            states.append((0, actual.year, actual.state.value))
        row = series_columns(sorted(rows, key=itemgetter(1)), states, count=1)
        return self.goal_table.actuals.with_series(np.array([series]), row)


def _judged_by(store: Store, values: Iterable[EntryKey]) -> _Judged:
    """Fetch the goals of some values' zones on their indicators with what was told, a few questions for each zone."""
    wanted = {(key.zone, key.indicator) for key in values}
    with store.snapshot() as reader:
        candidates = [
            row for zone in sorted({zone for zone, _indicator in wanted}) for row in goal_rows(reader, zone=zone)
        ]
        goal_table = goal_table_of(reader, [row for row in candidates if (row[_ZONE], row[_INDICATOR]) in wanted], None)
        numbers = [int(number) for number in goal_table.series]
        by_series: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
        states: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for row in actual_rows(reader, numbers):
            by_series[row[0]].append(row)
        for state in state_rows(reader, numbers):
            states[state[0]].append(state)
        return _Judged(goal_table, goals_named(reader, goal_table.keys), by_series, states)


def _statuses(standings: Standings) -> list[dict[Rule, Status]]:
    """Return each goal's status by every rule."""
    codes = standings.assessment.status
    return [{rule: STATUSES[codes[number, row]] for number, rule in enumerate(RULES)} for row in range(codes.shape[1])]
