"""Where the axes are marked: few round values with the goal among them, and years that never become 2,020.5."""

import math
from collections.abc import Sequence

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SAME = 0.02
_FLAT = 0.12


def nice_step(span: float, most: int = 5, *, whole: bool = False) -> float:
    """Return the smallest round step that puts at most so many ticks on a span."""
    if span <= 0 or not math.isfinite(span):
        return 1.0
    raw = span / (most - 1)
    size = 10.0 ** math.floor(math.log10(raw))
    steps = [factor for factor in _STEPS if not whole or (size * factor).is_integer()] or [1 / size]
    return next(size * factor for factor in steps if size * factor >= raw * (1 - 1e-9))


def value_range(values: Sequence[float], *, from_zero: bool = True) -> tuple[float, float]:
    """Return the ends of an axis that holds the values with room above; from 0 unless that would hide every change."""
    low, high = min(values), max(values)
    if from_zero and not _flat(low, high):
        low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or abs(high) or 1.0
    above = high + span * (0.16 if high > 0 else 0.06)
    below = low - span * 0.2 if low < 0 or _flat(low, high) else low
    return below, above


def _flat(low: float, high: float) -> bool:
    """Return whether all values lie so close together, far from zero, that an axis from zero shows one flat line."""
    return low > 0 and 0 < (high - low) < _FLAT * high


def _step_between(low: float, high: float, most: int, *, whole: bool) -> float:
    """Return the smallest round step that has at most so many multiples between the ends."""
    sizes = [nice_step((high - low) * share, most, whole=whole) for share in (0.5, 0.7, 1.0, 2.0)]
    return next((step for step in sizes if len(_multiples(step, low, high)) <= most), sizes[-1])


def _multiples(step: float, low: float, high: float) -> list[float]:
    return [tick * step for tick in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def value_ticks(low: float, high: float, goals: Sequence[float], *, whole: bool = False, most: int = 5) -> list[float]:
    """Return three to five round values between the ends, with the goals among them in place of close neighbours."""
    round_values = _multiples(_step_between(low, high, most, whole=whole), low, high)
    near = _SAME * (high - low)
    kept = [tick for tick in round_values if all(abs(tick - goal) > near for goal in goals)]
    return sorted({*kept, *(goal for goal in goals if low <= goal <= high)})


def rank_ticks(worst: float, goal: float | None) -> list[float]:
    """Return the places to mark on an axis that has the first place on top."""
    step = nice_step(worst, 5, whole=True)
    places = [1.0, *(step * i for i in range(1, int(worst / step) + 1) if step * i > 1)]
    near = 0.04 * worst
    return sorted({*(place for place in places if goal is None or abs(place - goal) > near), *([goal] if goal else [])})


def year_ticks(first: int, last: int, most: int, anchor: int | None = None) -> list[int]:
    """Return every year where there is room for so many, else every second, fifth or tenth counted from the anchor."""
    start = last if anchor is None else anchor
    step = next((step for step in (1, 2, 5, 10, 20, 25, 50) if (last - first) // step + 1 <= max(most, 1)), 100)
    return [year for year in range(first, last + 1) if (year - start) % step == 0]


def decimals_for(step: float) -> int:
    """Return how many decimals ticks of a step need."""
    return next((places for places in range(8) if abs(step * 10**places - round(step * 10**places)) < 1e-6), 2)
