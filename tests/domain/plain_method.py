"""The method for one goal at a time, in plain Python straight from the method page: the columns are held against it."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf, isfinite, isnan, nan
from typing import NamedTuple

from tests.domain.plain_measure import (
    Ends,
    Measured,
    allowed,
    by_mean,
    by_year,
    find_start,
    measure,
    read_actuals,
    scale_of,
)
from tests.domain.plain_target import TOLERANCE, Asked, ask
from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.assessment.series_columns import ActualRow

CLASSES = ((1.05, "ahead"), (0.95, "on track"), (0.60, "behind"), (0.0, "far behind"))


class Plain(NamedTuple):
    """A verdict: statuses by the time, compound and projection rule, and the ratios of the first two (NaN: none)."""

    statuses: tuple[str, str, str]
    time: float = nan
    compound: float = nan


def alike(status: str) -> Plain:
    """Give one status by every rule."""
    return Plain((status, status, status))


def judge_plainly(
    goal: GoalRow,
    rows: Sequence[ActualRow] = (),
    reference_rows: Sequence[ActualRow] = (),
    states: Sequence[tuple[int, str]] = (),
    *,
    looked_from: int,
    about: float = 0.05,
) -> Plain:
    """Judge one goal on its actuals; the steps of section 4, in order."""
    if goal.kind == "milestone":
        return _judge_milestone(goal, states, looked_from)
    own = read_actuals(rows, scale_of(goal), looked_from, allowed(goal))
    start = find_start(goal, own)
    measured = measure(goal, start, own, read_actuals(reference_rows, scale_of(goal), looked_from))
    if not goal.due:
        return alike("no due year")
    later = [year for year in measured.points if year >= goal.due]
    year = min(later) if later else max(measured.points, default=0)
    low, high = measured.points.get(year, (nan, nan))
    asked = ask(goal, start.value, measured.start, low, about)
    if asked is None:
        return alike("no target value")
    if not measured.points:
        return alike("no actual yet")
    if by_year(goal):
        kept = [ends for when, ends in measured.points.items() if when <= year]
        return alike(_judge_years(kept, asked, at_due=bool(later)))
    at_low, at_high = (_judge_value(goal, asked, measured, year, value, start.value) for value in (low, high))
    if low == high or (isnan(low) and isnan(high)):
        return at_low
    across = low < asked.low and high > asked.high
    agreed = (
        one if one == two and not across else "indeterminate" for one, two in zip(at_low[0], at_high[0], strict=True)
    )
    return Plain(tuple(agreed))  # type: ignore[arg-type]  # three rules in, three out


def _judge_milestone(goal: GoalRow, states: Sequence[tuple[int, str]], looked_from: int) -> Plain:
    """Step 1: as reported last, missed where past due and not done."""
    told = [state for year, state in states if year <= looked_from]
    state = told[-1] if told else goal.state
    if state is None:
        return alike("no actual yet")
    late = goal.due is not None and goal.due < looked_from and state != "done"
    return alike("missed" if late else state)


def _judge_years(years: list[Ends], asked: Asked, *, at_due: bool) -> str:
    """Step 6 for goals that every reported year must satisfy."""
    if any(high < asked.low or low > asked.high for low, high in years):
        return "missed" if at_due else "breached"
    if not all(asked.by(low) and asked.by(high) for low, high in years):
        return "indeterminate"
    return "met" if at_due else "on track"


def _judge_value(goal: GoalRow, asked: Asked, measured: Measured, year: int, value: float, base: float | None) -> Plain:
    """Steps 5 to 9 for one value, with the ratios that go with the verdict."""
    assert goal.due
    growth, start = goal.kind == "growth", measured.start
    lost = start is not None and asked.by(start) and not asked.by(value)
    if isnan(value):
        known = measured.since and (growth or start is not None)
        return alike("not assessable" if known else "no baseline")
    ratios = (
        _growth_ratios(asked, value) if growth else (nan, nan) if lost else _ratios(goal, asked, measured, year, value)
    )
    if by_mean(goal) or goal.kind == "direction":
        ratios = nan, nan
    if year >= goal.due:
        return alike("met" if asked.by(value) else "missed")._replace(time=ratios[0], compound=ratios[1])
    own = _judge_by_own_rule(goal, asked, measured, year, value, base, ratios[0])
    if own is not None:
        return own
    if asked.by(value):
        return alike("met early")._replace(time=ratios[0], compound=ratios[1])
    if start is None or not measured.since:
        return alike("moving away" if lost else "no baseline")
    if lost:
        return alike("moving away")
    return Plain(_by_ratio(goal, asked, measured, year, value, ratios), *ratios)


def _judge_by_own_rule(
    goal: GoalRow, asked: Asked, measured: Measured, year: int, value: float, base: float | None, ratio: float
) -> Plain | None:
    """Judge mean growth, means of years and directions before the due year, which no course leads to."""
    if goal.kind == "growth":
        kept = "on track" if asked.by(value) else "far behind"
        status = kept if isnan(ratio) else _class_of(ratio)
        return Plain((status, status, "not assessable"), ratio, ratio)
    if by_mean(goal):
        return alike("on track" if asked.by(value) else "behind")
    if goal.kind == "direction":
        known = measured.start is not None and measured.since
        return _judge_direction(asked, measured, year, value, base or 0.0) if known else alike("no baseline")
    return None


def _judge_direction(asked: Asked, measured: Measured, year: int, value: float, base: float) -> Plain:
    """Judge on which side of its start the goal stands, its yearly growth, and its last changes."""
    assert measured.since
    still = "on track" if asked.by(0.0) else "far behind"

    def side(change: float) -> str:
        gain = change * asked.upward
        return "on track" if gain > 0 else "moving away" if gain < 0 else still

    compound = "not assessable"
    if (base + value) * base > 0:
        rate = ((base + value) / base) ** (1 / (year - measured.since)) - 1
        rate *= asked.upward * (1 if base > 0 else -1)
        compound = "on track" if rate >= 0.01 - TOLERANCE else "behind" if rate >= -TOLERANCE else "moving away"
    change = mean_of_changes(measured, year, value)
    if change is None:
        return Plain((side(value), compound, "too few points"))
    return Plain((side(value), compound, side(0.0 if abs(change) <= TOLERANCE * abs(base) else change)))


def _growth_ratios(asked: Asked, value: float) -> tuple[float, float]:
    """Growth is judged against the rate asked, where one of more than 0 is asked."""
    r = value / asked.value if asked.value > 0 and asked.high == inf else nan
    return r, r


def _turned(asked: Asked, value: float) -> float:
    """Count what lies beyond the far end of a goal between two ends like as much before its near end."""
    beyond = value > asked.high if asked.upward > 0 else value < asked.low
    return asked.value + asked.other - value if beyond and isfinite(asked.other) else value


def _ratios(goal: GoalRow, asked: Asked, measured: Measured, year: int, value: float) -> tuple[float, float]:
    """The ratios r of the time and the compound rule, NaN where none can be formed."""
    start, end, since = measured.start, asked.value, measured.since
    if start is None or not since:
        return nan, nan
    value = _turned(asked, value)
    one_sign = (start > 0) == (end > 0) == (value > 0) and 0 not in (start, end, value)
    if start == end:
        r = 0.0 if (value - start) * asked.upward >= 0 else nan
        return r, r if one_sign else nan
    share = (path_at(goal, asked, measured, min(year, goal.due or 0)) - start) / (end - start)
    time = (value - start) / (end - start) / share if share > TOLERANCE else nan
    if not one_sign:
        return time, nan
    span = (goal.due or 0) - since
    asked_rate = (end / start) ** (1 / span) - 1 if span else nan
    return time, ((value / start) ** (1 / (year - since)) - 1) / asked_rate if asked_rate else nan


def path_at(goal: GoalRow, asked: Asked, measured: Measured, year: int) -> float:
    """The straight path from start to end, by way of the interim values."""
    assert goal.due
    assert measured.since
    assert measured.start is not None
    pairs = [pair.split("=") for pair in goal.interim.split(";")] if goal.interim else []
    scale = measured.start if goal.kind == "multiple" else 1.0
    inner = sorted((int(when), float(value) * scale) for when, value in pairs)
    if measured.since >= goal.due:
        return asked.value
    knots = [(measured.since, measured.start)]
    knots += [(when, value) for when, value in inner if measured.since < when < goal.due]
    knots.append((goal.due, asked.value))
    for (a, low), (b, high) in pairwise(knots):
        if a <= year <= b:
            return low + (high - low) * (year - a) / max(b - a, 1)
    return asked.value


def _class_of(r: float) -> str:
    """Step 9: sort a ratio into its class."""
    return next((name for least, name in CLASSES if r >= least - TOLERANCE * max(least, 1.0)), "moving away")


def _by_ratio(
    goal: GoalRow, asked: Asked, measured: Measured, year: int, value: float, ratios: tuple[float, float]
) -> tuple[str, str, str]:
    """Step 9: the three rules, each on its own."""
    assert measured.start is not None
    turned, flat = _turned(asked, value), measured.start == asked.value
    if flat:
        time = "moving away" if isnan(ratios[0]) else "far behind"
        zero = measured.start * turned <= 0
        compound = "not assessable" if zero else time
    else:
        path = path_at(goal, asked, measured, year)
        kept = (turned - path) * asked.upward >= -TOLERANCE * abs(path)
        time = ("on track" if kept else "behind") if isnan(ratios[0]) else _class_of(ratios[0])
        compound = "not assessable" if isnan(ratios[1]) else _class_of(ratios[1])
    return time, compound, _by_projection(goal, asked, measured, year, value)


def _by_projection(goal: GoalRow, asked: Asked, measured: Measured, year: int, value: float) -> str:
    """The mean of the last five yearly changes carried to the due year: what share of the rest would be missing."""
    assert goal.due
    assert measured.since
    change = mean_of_changes(measured, year, value)
    if change is None:
        return "too few points"
    left = goal.due - year
    if not isnan(asked.other):
        return _between(asked, value, change, left)
    gain = change * asked.upward
    missing = (asked.value - value) * asked.upward
    if missing > 0 and isfinite(missing):
        share = 1 - gain * left / missing
    else:
        share = 0.0 if gain > 0 else 1.0 if gain == 0 else inf
    if share > 1 + TOLERANCE:
        return "moving away"
    return (
        "on track" if share <= 0.05 * (1 + TOLERANCE) else "behind" if share <= 0.20 * (1 + TOLERANCE) else "far behind"
    )


def _between(asked: Asked, value: float, change: float, left: int) -> str:
    """What would be missing on either side of a goal that can be passed, against what is missing now."""
    low, high = sorted((asked.value, asked.other))
    now, then = (max(low - each, each - high, 0.0) for each in (value, value + change * left))
    gain = change if value < low else -change
    if gain < 0:
        return "moving away"
    share = then / now if now > 0 and isfinite(then) else 0.0 if gain > 0 else 1.0
    return (
        "on track" if share <= 0.05 * (1 + TOLERANCE) else "behind" if share <= 0.20 * (1 + TOLERANCE) else "far behind"
    )


def mean_of_changes(measured: Measured, year: int, value: float) -> float | None:
    """Average the last five yearly changes; a change over n years is n equal ones. None below three."""
    assert measured.since
    assert measured.start is not None
    exact = [(when, low) for when, (low, high) in measured.points.items() if low == high and when < year]
    known = [(measured.since, measured.start), *exact, (year, value)]
    yearly = [(after - before) / (b - a) for (a, before), (b, after) in pairwise(known) for _ in range(b - a)]
    last = yearly[-5:]
    return sum(last) / len(last) if len(last) >= 3 else None
