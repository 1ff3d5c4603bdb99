"""What is true of a made goal, worked out by the plain method: nothing here is read off the product's assessment."""

from collections.abc import Iterator
from functools import cached_property
from math import inf, isfinite

from tests.domain.plain_measure import (
    Actuals,
    Ends,
    Measured,
    Start,
    allowed,
    by_year,
    find_start,
    measure,
    read_actuals,
    scale_of,
)
from tests.domain.plain_method import Plain, judge_plainly, mean_of_changes, path_at
from tests.domain.plain_target import Asked, ask
from tests.sentences.made_goals import DUE, FIRST, MadeGoal
from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import Accumulates


class Truth:
    """One made goal as the plain method sees it."""

    def __init__(self, goal: MadeGoal) -> None:
        """Measure and judge the goal."""
        self.goal, self.row, self.seen_from = goal, goal.row, goal.situation.seen_from
        self.own: Actuals = read_actuals(goal.rows, scale_of(goal.row), self.seen_from, allowed(goal.row))
        self.reference: Actuals = read_actuals(goal.reference, scale_of(goal.row), self.seen_from)
        self.start: Start = find_start(goal.row, self.own)
        self.measured: Measured = measure(goal.row, self.start, self.own, self.reference)
        self.plain: Plain = judge_plainly(*goal.case, looked_from=self.seen_from)

    @property
    def kind(self) -> Kind:
        """The goal's kind."""
        return self.goal.form.kind

    @property
    def each(self) -> float:
        """How many single units make one of the goal's."""
        return {"billion yuan": 1e9, "万人": 1e4}.get(self.goal.form.unit, 1.0)

    @property
    def total(self) -> bool:
        """Whether yearly amounts are summed."""
        return self.kind is Kind.INCREASE and self.goal.form.accumulates is Accumulates.FLOW

    @cached_property
    def year(self) -> int:
        """The judged year: the due year or the first later one with an actual, else the latest."""
        later = [year for year in self.measured.points if year >= DUE]
        return min(later) if later else max(self.measured.points, default=0)

    @cached_property
    def ends(self) -> Ends:
        """What is measured in the year that decides."""
        return self.measured.points.get(self.decides if by_year(self.row) else self.year, (-inf, inf))

    @property
    def value(self) -> float:
        """The measured value, where it is one number."""
        return self.ends[0]

    @property
    def exact(self) -> bool:
        """Whether the measured value is one number."""
        return self.ends[0] == self.ends[1] and isfinite(self.ends[0])

    @cached_property
    def asked(self) -> Asked | None:
        """What satisfies the goal."""
        value = self.ends[0] if isfinite(self.ends[0]) else self.ends[1]
        return ask(self.row, self.start.value, self.measured.start, value, 0.05)

    @cached_property
    def nearest(self) -> float:
        """The value asked that lies nearest to the measured one."""
        assert self.asked
        other = self.asked.other if isfinite(self.asked.other) else self.asked.value
        return min(max(self.value, min(self.asked.value, other)), max(self.asked.value, other))

    @cached_property
    def counting_as(self) -> float:
        """The measured value, past the far end the one that is as much short of the near end."""
        assert self.asked
        near, far, start = self.asked.value, self.asked.other, self.measured.start
        if not isfinite(far) or start is None:
            return self.value
        passed = self.value > far if start < near else self.value < far
        return near + far - self.value if passed else self.value

    def missing_from(self, value: float) -> float:
        """How far a value lies from what satisfies the goal."""
        assert self.asked
        other = self.asked.other if isfinite(self.asked.other) else self.asked.value
        low, high = sorted((self.asked.value, other))
        return max(low - value, value - high, 0.0) if isfinite(self.asked.other) else abs(self.asked.value - value)

    @property
    def counted(self) -> list[int]:
        """The years that count for a goal of every year."""
        return [year for year in self.measured.points if year <= self.year]

    @property
    def broken(self) -> list[int]:
        """The years that broke a goal of every year."""
        return [year for year in self.counted if self._excess(year) > 0]

    @property
    def kept(self) -> list[int]:
        """The years that kept a goal of every year for certain."""
        ends = self.measured.points
        return [year for year in self.counted if self._limits.by(ends[year][0]) and self._limits.by(ends[year][1])]

    @property
    def decides(self) -> int:
        """The year that broke it worst, else the latest."""
        return max(self.broken, key=self._excess) if self.broken else max(self.counted, default=0)

    @cached_property
    def _limits(self) -> Asked:
        found = ask(self.row, None, None, 0.0, 0.05)
        assert found
        return found

    def _excess(self, year: int) -> float:
        low, high = self.measured.points[year]
        return max(self._limits.low - high, low - self._limits.high)

    @property
    def base(self) -> float | None:
        """The level it starts from."""
        return self.start.value

    @cached_property
    def recent(self) -> float | None:
        """The mean of the last five yearly changes."""
        if self.measured.start is None or not self.measured.since or not self.exact or by_year(self.row):
            return None
        return mean_of_changes(self.measured, self.year, self.value)

    @cached_property
    def shares(self) -> dict[str, float]:
        """Progress, time gone by the judged year and by now, and what the path asks, as fractions."""
        since, start, found = self.measured.since, self.measured.start, self.asked
        if not since or found is None:
            return {}
        gone = {"gone": min((self.year - since) / (DUE - since), 1.0), "now": (self.seen_from - since) / (DUE - since)}
        if start is None or not self.exact:
            return gone
        if found.value == start:
            return gone
        path = path_at(self.row, found, self.measured, min(self.year, DUE))
        gone["asked"] = (path - start) / (found.value - start)
        gone["made"] = (self.value - start) / (found.value - start)
        if isfinite(found.other):
            gone["made"] = 1 - abs(self.nearest - self.value) / abs(found.value - start)
        return gone

    def without_limits(self, ends: Ends) -> Ends:
        """Return ends of which those that the unit alone sets are none: nobody reported them."""
        low, high = ends
        least, most = (-100.0, inf) if self.kind.traits.percentage else allowed(self.row)
        if low == high or self.kind is Kind.RELATIVE:
            return ends
        if self.kind in (Kind.INCREASE, Kind.DIRECTION) and not self.total:
            least, most = least - (self.base or 0), most - (self.base or 0)
        return -inf if low <= least else low, inf if high >= most else high

    @property
    def limits(self) -> Ends:
        """What the unit allows the measured value to be; a limit that was passed is none."""
        if self.kind is Kind.CHANGE or (self.kind is Kind.INCREASE and not self.total):
            return -inf, inf
        low, high = allowed(self.row)
        told = [end for ends in self.measured.points.values() for end in ends if isfinite(end)]
        told += [] if self.measured.start is None else [self.measured.start]
        low = max(low, 0.0) if min(told, default=0.0) >= 0 else low
        return (-inf if min(told, default=0.0) < low else low), (inf if max(told, default=0.0) > high else high)

    @cached_property
    def yearly_changes(self) -> dict[int, float]:
        """By how much the measured value changed on the year before."""
        points = self.measured.points
        return {year: ends[0] - points[year - 1][0] for year, ends in points.items() if year - 1 in points}

    def figures(self) -> Iterator[float]:
        """Yield every value of the measured series and of what it is worked out of, in the goal's unit."""
        for actuals in (self.own, self.reference):
            yield from (end for ends in actuals.levels.values() for end in ends)
        yield from (end for ends in self.measured.points.values() for end in ends)
        form = self.goal.form
        yield from (float(each) for each in (form.value, form.high) if each is not None)
        yield from (float(value) for _year, value in form.interim)
        if self.asked:
            yield from (self.asked.value, self.asked.other, self.nearest)
        yield from (each for each in (self.base, self.measured.start) if each is not None)

    def unit_kind(self) -> str:
        """Say of which kind the measured values are: percent or plain."""
        return "percent" if self.kind.traits.percentage or self.goal.form.unit == "%" else "plain"

    def reported_since(self, year: int) -> bool:
        """Whether anything counts after a year."""
        return any(each > year for each in self.measured.points)

    @property
    def first(self) -> int:
        """The first year that counts."""
        return FIRST
