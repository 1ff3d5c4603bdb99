"""What satisfies one goal, in plain Python straight from the method page: value, comparator, direction, tolerance."""

from math import inf, nan
from typing import NamedTuple

from tracker.domain.assessment.goal_columns import GoalRow

TOLERANCE = 1e-9


class Asked(NamedTuple):
    """The target, the interval that satisfies, the direction asked, and the other end of the goal (NaN: none)."""

    value: float
    low: float
    high: float
    upward: int
    other: float

    def by(self, value: float) -> bool:
        """Say whether a value satisfies the goal."""
        return self.low <= value <= self.high


def ask(goal: GoalRow, base: float | None, start: float | None, measured: float, about: float) -> Asked | None:
    """Say what the goal asks: the interval that satisfies, with tolerance, and which way it lies."""
    value = goal.value
    if goal.kind in ("relative", "direction") and value is None:
        value = 0.0
    if goal.kind == "multiple" and value is not None:
        value = value * base if base else None
    comparator = _comparator(goal)
    upper = goal.value_high if comparator == "between" else value
    if value is None or upper is None:
        return None
    if goal.kind == "multiple" and comparator == "between":
        value, upper = sorted((value, upper * (base or 0)))
    better = "down" if goal.kind == "rank" else goal.better
    up = comparator in (">=", ">") or (comparator == "=" and better == "up")
    down = comparator in ("<=", "<") or (comparator == "=" and better == "down")
    low, high = (
        _loosened(value, -1, goal, comparator == ">", about),
        _loosened(upper, 1, goal, comparator == "<", about),
    )
    if up or down:
        return Asked(value, low if up else -inf, high if down else inf, 1 if up else -1, nan)
    inside = start is None or value <= start <= upper
    origin = measured if inside else start
    assert origin is not None
    if value == upper:
        return Asked(value, low, high, (value > origin) - (value < origin), value)
    below = abs(origin - value) <= abs(origin - upper)
    return Asked(value, low, high, 1, upper) if below else Asked(upper, low, high, -1, value)


def _loosened(value: float, side: int, goal: GoalRow, strict: bool, about: float) -> float:
    """Move an end of what is asked outwards by the tolerances, or inwards where more (less) than it is asked."""
    if goal.approximate:
        return value + side * (abs(value) * (about + TOLERANCE))
    if strict:
        return value - side * max(abs(value) * TOLERANCE, 1e-300)
    return value + side * max(abs(value) * TOLERANCE, 1e-12)


def _comparator(goal: GoalRow) -> str:
    """Read the comparator, or what the kind and the indicator imply."""
    if goal.kind == "range":
        return "between"
    if goal.comparator:
        return goal.comparator
    implied = {"rank": "<=", "relative": ">="}
    return implied.get(goal.kind) or {"up": ">=", "down": "<=", "none": "="}[goal.better]
