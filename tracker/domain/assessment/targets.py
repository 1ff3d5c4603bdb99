"""What satisfies a goal: the value asked as an interval, with its comparator, direction and tolerance."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import NONE, Codes, Flags, Floats, Rows, code
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.kinds import Kind, default_comparator
from tracker.domain.vocabulary import Better, Comparator

#: Relative tolerance of every comparison, so that exactly 95 % of the path is on track.
TOLERANCE = 1e-9
# At 0 nothing is relative: the noise of a sum is let pass, and more than 0 is whatever is not 0.
_NOISE, _LEAST = 1e-12, 1e-300


@dataclass(slots=True)
class Targets:
    """The target value yT, and the interval of values that satisfy the goal; arrays of shape (n,).

    `upward` is 1 where more is asked, -1 where less is, 0 where neither. `value` is NaN where no number is asked.
    `other` is the far end of a goal between two ends (for an exact value the value itself), NaN for the others.
    """

    value: Floats
    low: Floats
    high: Floats
    upward: Codes
    other: Floats

    def take(self, rows: Rows) -> "Targets":
        """Keep some rows."""
        return Targets(*(getattr(self, name)[rows] for name in self.__slots__))

    def satisfied(self, value: Floats) -> Flags:
        """Mark the values that satisfy their goals; the value's first axis is that of the goals."""
        shape = (-1,) + (1,) * (value.ndim - 1)
        return (value >= self.low.reshape(shape)) & (value <= self.high.reshape(shape))

    def ends(self) -> tuple[Floats, Floats]:
        """Return the lesser and the greater value asked, the same where a goal asks for one; shape (n,)."""
        other = np.where(np.isnan(self.other), self.value, self.other)
        return np.minimum(self.value, other), np.maximum(self.value, other)

    def turned(self, value: Floats) -> Floats:
        """Count what lies beyond the far end like as much before the near end, so that overshooting is no progress."""
        rows = np.flatnonzero(~np.isnan(self.other))
        if not len(rows):
            return value
        upward, near = self.upward[rows] > 0, value[rows]
        beyond = np.where(upward, near > self.high[rows], near < self.low[rows])
        turned = value.copy()
        turned[rows] = np.where(beyond, self.value[rows] + self.other[rows] - near, near)
        return turned


def set_targets(goals: GoalColumns, base: Floats, about: float) -> Targets:
    """Return what each goal asks, given its baseline value and how much "about" allows (0.05 for 5 %); shape (n,)."""
    comparator = _comparators(goals)
    # Nothing is a multiple of nothing.
    times = np.where(goals.having(lambda kind: kind.factor), np.where(base == 0, np.nan, base), 1.0)
    level_with = goals.having(lambda kind: bool(kind.without_value)) & np.isnan(goals.value)
    value = np.where(level_with, 0.0, goals.value * times)
    upper = np.where(comparator == code(Comparator.BETWEEN), goals.value_high * times, value)
    value, upper = np.minimum(value, upper), np.maximum(value, upper)
    more, less, between = (
        comparator == code(each) for each in (Comparator.MORE_THAN, Comparator.LESS_THAN, Comparator.BETWEEN)
    )
    up, down = _directions(goals, comparator)
    slack = np.where(goals.approximate, about, 0.0)
    low = value - _margin(value, slack, more & ~goals.approximate)
    high = upper + _margin(upper, slack, less & ~goals.approximate)
    low[down], high[up] = -np.inf, np.inf
    low[np.isnan(value)] = np.nan
    value = np.where(between & np.isnan(upper), np.nan, value)
    other = np.where(up | down | np.isnan(value), np.nan, upper)
    return Targets(value, low, high, (up.astype(np.int8) - down).astype(np.int8), other)


def _margin(value: Floats, slack: Floats, strict: Flags) -> Floats:
    """Return how far outside an end still satisfies; below 0 where the end itself is not enough; shape (n,)."""
    size = np.abs(value)
    tolerance = np.where(strict, -np.maximum(size * TOLERANCE, _LEAST), np.maximum(size * TOLERANCE, _NOISE))
    return np.asarray(size * slack + tolerance)


def asks_more(goals: GoalColumns) -> Flags:
    """Mark goals that more always satisfies; shape (n,)."""
    return _directions(goals, _comparators(goals))[0]


def _directions(goals: GoalColumns, comparator: Codes) -> tuple[Flags, Flags]:
    """Mark goals that ask for more and goals that ask for less; neither is asked of those with two ends; shape (n,)."""
    at_least, more, at_most, less, equal = (comparator == code(each) for each in list(Comparator)[:5])
    better = _better(goals)
    up_is_better, down_is_better = better == code(Better.UP), better == code(Better.DOWN)
    return at_least | more | (equal & up_is_better), at_most | less | (equal & down_is_better)


def _better(goals: GoalColumns) -> Codes:
    """Return which way each goal improves: as its kind says, else its indicator; shape (n,)."""
    better = goals.better
    for kind in Kind:
        if kind.traits.better is not None:
            better = np.where(goals.kind == code(kind), code(kind.traits.better), better)
    return better


def _comparators(goals: GoalColumns) -> Codes:
    """Read each goal's comparator, and where none is given the one its kind and indicator suggest; shape (n,)."""
    implied = np.full(len(goals), code(Comparator.EQUAL), dtype=np.int8)
    for better in (Better.UP, Better.DOWN):
        implied[goals.better == code(better)] = code(default_comparator(Kind.LEVEL, better))
    for kind in Kind:
        if kind.traits.comparator is not None:
            implied[goals.kind == code(kind)] = code(kind.traits.comparator)
    two_ends = goals.having(lambda kind: kind.two_ends)
    return np.where((goals.comparator == NONE) | two_ends, implied, goals.comparator)


def passed(targets: Targets, measured: Floats) -> Targets:
    """Point goals with two ends whose far end was passed back at that end; shape (n,)."""
    rows = np.flatnonzero(~np.isnan(targets.other))
    if not len(rows):
        return targets
    upward = targets.upward[rows] > 0
    beyond = np.where(upward, measured[rows] > targets.high[rows], measured[rows] < targets.low[rows])
    rows = rows[beyond]
    if not len(rows):
        return targets
    value, other, turned = targets.value.copy(), targets.other.copy(), targets.upward.copy()
    value[rows], other[rows] = targets.other[rows], targets.value[rows]
    turned[rows] = -targets.upward[rows]
    return Targets(value, targets.low, targets.high, turned, other)


def towards(targets: Targets, start: Floats, measured: Floats) -> Targets:
    """Point goals with two ends at the end that is nearest to where they come from; shape (n,)."""
    rows = np.flatnonzero(~np.isnan(targets.other))
    if not len(rows):
        return targets
    low, high = targets.value[rows], targets.other[rows]
    inside = (start[rows] >= low) & (start[rows] <= high)
    origin = np.where(np.isnan(start[rows]) | inside, measured[rows], start[rows])
    below = np.abs(origin - low) <= np.abs(origin - high)
    value, other, upward = targets.value.copy(), targets.other.copy(), targets.upward.copy()
    value[rows], other[rows] = np.where(below, low, high), np.where(below, high, low)
    exact = np.sign(np.nan_to_num(low - origin))
    upward[rows] = np.where(low == high, exact, np.where(below, 1, -1))
    return Targets(value, targets.low, targets.high, upward, other)
