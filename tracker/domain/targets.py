"""What satisfies a goal: the value asked as an interval, with its comparator, direction and tolerance."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.codes import NONE, Codes, Flags, Floats, Rows, code
from tracker.domain.goal_columns import GoalColumns
from tracker.domain.vocabulary import Better, Comparator, Kind

#: Relative tolerance of every comparison, so that exactly 95 % of the path is on track.
TOLERANCE = 1e-9


@dataclass(slots=True)
class Targets:
    """The target value yT, and the interval of values that satisfy the goal; arrays of shape (n,).

    `upward` is 1 where more is asked, -1 where less is, 0 where neither. `value` is NaN where no number is asked.
    """

    value: Floats
    low: Floats
    high: Floats
    upward: Codes

    def take(self, rows: Rows) -> "Targets":
        """Keep some rows."""
        return Targets(self.value[rows], self.low[rows], self.high[rows], self.upward[rows])

    def satisfied(self, value: Floats) -> Flags:
        """Say which values satisfy their goals; the value's first axis is that of the goals."""
        shape = (-1,) + (1,) * (value.ndim - 1)
        return (value >= self.low.reshape(shape)) & (value <= self.high.reshape(shape))


def set_targets(goals: GoalColumns, base: Floats, about: float) -> Targets:
    """Say what each goal asks, given its baseline value and how much "about" allows (0.05 for 5 %); shape (n,)."""
    comparator = _comparators(goals)
    value = np.where(goals.of_kind(Kind.MULTIPLE), goals.value * base, goals.value)
    value = np.where(goals.of_kind(Kind.RELATIVE) & np.isnan(value), 0.0, value)
    upper = np.where(comparator == code(Comparator.BETWEEN), goals.value_high, value)
    at_least, more, at_most, less = (comparator == code(each) for each in list(Comparator)[:4])
    equal, between = (comparator == code(each) for each in (Comparator.EQUAL, Comparator.BETWEEN))
    down_is_better = goals.better == code(Better.DOWN)
    up_is_better = goals.better == code(Better.UP)
    up = at_least | more | (equal & up_is_better)
    down = at_most | less | (equal & (down_is_better | goals.of_kind(Kind.RANK)))
    slack = np.where(goals.approximate, about, 0.0)
    low = value - np.abs(value) * (slack + np.where(more, -TOLERANCE, TOLERANCE))
    high = upper + np.abs(upper) * (slack + np.where(less, -TOLERANCE, TOLERANCE))
    low[down], high[up] = -np.inf, np.inf
    low[np.isnan(value)] = np.nan
    value = np.where(between & np.isnan(upper), np.nan, value)
    return Targets(value, low, high, (up.astype(np.int8) - down).astype(np.int8))


def _comparators(goals: GoalColumns) -> Codes:
    """Read each goal's comparator, and where none is given the one its kind and indicator suggest; shape (n,)."""
    implied = np.select(
        [
            goals.of_kind(Kind.RANGE),
            goals.of_kind(Kind.RANK),
            goals.of_kind(Kind.RELATIVE),
            goals.better == code(Better.UP),
            goals.better == code(Better.DOWN),
        ],
        [code(each) for each in (Comparator.BETWEEN, Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.AT_LEAST,
                                 Comparator.AT_MOST)],
        default=code(Comparator.EQUAL),
    )
    ranged = goals.of_kind(Kind.RANGE)
    return np.where((goals.comparator == NONE) | ranged, implied, goals.comparator).astype(np.int8)


def towards(targets: Targets, value_high: Floats, start: Floats, measured: Floats) -> Targets:
    """Point goals between two bounds at the bound that is nearest to where they come from; shape (n,)."""
    rows = np.flatnonzero(np.isfinite(targets.low) & np.isfinite(targets.high) & (value_high > targets.value))
    if not len(rows):
        return targets
    low, high = targets.value[rows], value_high[rows]
    inside = (start[rows] >= low) & (start[rows] <= high)
    origin = np.where(np.isnan(start[rows]) | inside, measured[rows], start[rows])
    below = np.abs(origin - low) <= np.abs(origin - high)
    value, upward = targets.value.copy(), targets.upward.copy()
    value[rows] = np.where(below, low, high)
    upward[rows] = np.where(below, 1, -1)
    return Targets(value, targets.low, targets.high, upward)
