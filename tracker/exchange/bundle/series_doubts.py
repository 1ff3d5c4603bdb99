"""What is doubtful about the actuals of a bundle: each held against the year before it, in the bundle or the store.

Kept in bounded memory: some 30 bytes an actual. Only values that a quick look finds sudden are looked at closely.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np

from tracker.domain.checks.entry_doubts import fall, telling_numbers
from tracker.domain.checks.far_values import far_from_goals
from tracker.domain.checks.goal_amounts import goal_amounts
from tracker.domain.checks.plausibility import sudden
from tracker.domain.quantity.units import convert, convertible, is_known
from tracker.domain.records import Actual, Goal, Indicator, Plan
from tracker.domain.vocabulary import Accumulates, Better
from tracker.errors import Problem

Pair = tuple[str, str]
#: Gives the actuals and the goals that the store has of some zones.
StoredOfZones = Callable[[Collection[str]], tuple[Iterable[Actual], Iterable[tuple[str, Goal]]]]
#: With more zones than these, the store's own history is not asked for: it would take longer than the import.
MOST_ZONES = 200
_STORED = -1


class SeriesSeen:
    """The values of a bundle by series and year, with the lines they stand in."""

    def __init__(self, indicators: Mapping[str, Indicator], plans: Mapping[str, Plan]) -> None:
        """Take what the values are of."""
        self._indicators, self._plans = indicators, plans
        self._pairs: dict[Pair, int] = {}
        self._codes, self._years, self._lines = array("l"), array("h"), array("q")
        self._values, self._remarked = array("d"), array("b")
        self._goals: defaultdict[Pair, list[Decimal]] = defaultdict(list)
        self._in_order: list[Pair] = []

    def add_goal(self, goal: Goal, zone: str | None = None) -> None:
        """Keep what a goal asks for and starts from."""
        plan, indicator = self._plans.get(goal.plan), self._indicators.get(goal.indicator)
        if indicator is not None and (zone or plan):
            where = zone or (plan.zone if plan else "")
            self._goals[where, goal.indicator] += goal_amounts([goal], indicator)

    def add(self, actual: Actual, line: int) -> None:
        """Keep the value of a year; a row with a note of its own has answered what is doubted of it."""
        indicator = self._indicators.get(actual.indicator)
        if actual.year is None or actual.period is not None or indicator is None:
            return
        unit = actual.unit or indicator.unit
        value = (
            actual.growth
            if indicator.accumulates is Accumulates.ANNUAL_CHANGE and actual.value is None
            else actual.value
        )
        if value is None or not convertible(unit, indicator.unit):
            return
        pair = (actual.zone, actual.indicator)
        self._codes.append(self._pairs.setdefault(pair, len(self._pairs)))
        self._years.append(actual.year)
        self._lines.append(line)
        self._values.append(float(convert(value, unit, indicator.unit) if unit != indicator.unit else value))
        self._remarked.append(actual.note is not None)

    def problems(self, file: str, stored: StoredOfZones, *, strict: bool) -> Iterator[Problem]:
        """Yield what is doubtful, by line; with `strict` what no note of its row answers stops the import."""
        self._add_stored(stored)
        found: list[tuple[int, Problem]] = []
        for code, places in self._sudden():
            found += self._of_series(self._pair(code), places, strict=strict)
        for line, problem in sorted(found, key=lambda one: one[0]):
            yield replace(problem, file=file, line=line)

    def _add_stored(self, stored: StoredOfZones) -> None:
        """Add what the store has of the same series, in other years."""
        zones = {zone for zone, _indicator in self._pairs}
        if not zones or len(zones) > MOST_ZONES:
            return
        seen = set(zip(self._codes, self._years, strict=True))
        actuals, goals = stored(zones)
        for actual in actuals:
            code = self._pairs.get((actual.zone, actual.indicator))
            if code is not None and (code, actual.year) not in seen:
                self.add(actual, _STORED)
        for zone, goal in goals:
            self.add_goal(goal, zone)

    def _sudden(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each series with the places of all its values by year, where a quick look finds any of them sudden."""
        if not self._codes:
            return
        codes, years = np.frombuffer(self._codes, dtype=np.int_), np.frombuffer(self._years, dtype=np.int16)
        order = np.lexsort((years, codes))
        codes, values = codes[order], np.frombuffer(self._values, dtype=np.float64)[order]
        first = np.r_[True, codes[1:] != codes[:-1]]
        odd = self._odd(codes, values, first)
        starts = np.flatnonzero(first)
        for start, end in zip(starts, np.r_[starts[1:], len(order)], strict=True):
            if odd[start:end].any() or self._is_far(int(codes[start]), abs(float(values[start]))):
                yield int(codes[start]), [int(place) for place in order[start:end]]

    def _odd(self, codes: "np.ndarray", values: "np.ndarray", first: "np.ndarray") -> "np.ndarray":
        """Return which values are sudden after the one before them, fall though they count, or stand for another."""
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = values / np.r_[np.nan, values[:-1]]
        of_pairs = [self._indicators[indicator] for _zone, indicator in self._pairs]
        counted = np.array([_counts(one) for one in of_pairs])[codes]
        changes = np.array([one.accumulates is Accumulates.ANNUAL_CHANGE for one in of_pairs])[codes]
        sudden = ~((ratio >= 0.5) & (ratio <= 1.5)) | (counted & (ratio < 1))
        index = changes & (values >= 70) & (values <= 140)
        odd: np.ndarray = (~first & ~changes & sudden) | (values <= -888) | index
        return odd

    def _is_far(self, code: int, size: float) -> bool:
        """Return whether the first value of a series is far from every goal and start."""
        if not self._goals:
            return False
        sizes = [abs(float(goal)) for goal in self._goals.get(self._pair(code), ()) if goal]
        return bool(sizes and size) and not 0.05 * min(sizes) <= size <= 5 * max(sizes)

    def _pair(self, code: int) -> Pair:
        if len(self._in_order) != len(self._pairs):
            self._in_order = list(self._pairs)
        return self._in_order[code]

    def _of_series(self, pair: Pair, places: list[int], *, strict: bool) -> Iterator[tuple[int, Problem]]:
        """Yield what is doubtful about the values of one series that stand in the bundle, with their lines."""
        indicator, goals = self._indicators[pair[1]], tuple(self._goals.get(pair, ()))
        earlier: dict[int, Decimal] = {}
        for place in places:
            year, value = self._years[place], Decimal(repr(self._values[place]))
            value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
            if self._lines[place] != _STORED:
                answered = bool(self._remarked[place]) or not strict
                for problem in _doubts(value, earlier, year, indicator, goals):
                    yield self._lines[place], replace(problem, warning=answered)
            earlier[year] = value


def _counts(indicator: Indicator) -> bool:
    """Return whether an indicator counts what there is by now, so that its values do not fall."""
    return indicator.accumulates is Accumulates.LEVEL and indicator.better is Better.UP and not is_known(indicator.unit)


def _doubts(
    value: Decimal, earlier: Mapping[int, Decimal], year: int, indicator: Indicator, goals: tuple[Decimal, ...]
) -> tuple[Problem, ...]:
    """Return what is doubtful about a value after those of the years before."""
    known = tuple(earlier.values())
    if telling := tuple(telling_numbers(value, indicator, known, goals)):
        return telling
    if not earlier:
        return tuple(far_from_goals(value, indicator, goals))
    last_year = max(earlier)
    return (*sudden(value, earlier[last_year], last_year, indicator), *fall(value, earlier, year, indicator))
