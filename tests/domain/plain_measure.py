"""One goal's actuals, baseline and measured series in plain Python, straight from the method page, section 2."""

from collections.abc import Callable, Sequence
from math import inf, isnan, nan
from typing import NamedTuple

from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.assessment.series_columns import OPEN_HIGH, OPEN_LOW, ActualRow
from tracker.domain.quantity.units import limits, parse_unit
from tracker.domain.vocabulary import Accumulates

Ends = tuple[float, float]
UNKNOWN: Ends = (nan, nan)
BY_YEAR = ("every_year", "range", "relative")


def by_mean(goal: GoalRow) -> bool:
    """Say whether one mean of the plan's years so far judges the goal."""
    mean = goal.measured_by == "mean" and goal.kind in ("level", "every_year", "range")
    return mean or (goal.kind == "relative" and goal.basis == "on_average")


def by_year(goal: GoalRow) -> bool:
    """Say whether each year alone judges the goal."""
    return goal.kind in BY_YEAR and not by_mean(goal)


class Actuals(NamedTuple):
    """What was reported of one indicator by year: the ends between which each value lies, and growths in percent."""

    levels: dict[int, Ends]
    growths: dict[int, float]

    def exact(self, first: float, last: float) -> list[int]:
        """List the years of a span whose value is one number."""
        return [year for year, (low, high) in self.levels.items() if low == high and first <= year <= last]


class Start(NamedTuple):
    """Where a goal starts: the baseline's year and value, where known, and the value's origin."""

    year: int | None
    value: float | None
    origin: str | None


class Measured(NamedTuple):
    """m(t): the year it starts at, the value it has there, and its ends in each year that counts."""

    since: int | None
    start: float | None
    points: dict[int, Ends]


def scale_of(goal: GoalRow) -> float:
    """Say how many base units make one of the unit in which the goal's actuals are counted."""
    plain = goal.kind in ("multiple", "change", "growth", "milestone") or not goal.unit
    return float(parse_unit(goal.indicator_unit if plain else goal.unit or "").factor)


def allowed(goal: GoalRow) -> Ends:
    """Say what the indicator allows, else the unit of the goal's actuals."""
    accumulates = Accumulates.RANK if goal.kind == "rank" else Accumulates(goal.accumulates)
    floor, ceiling = limits(goal.indicator_unit, accumulates)
    own = float(parse_unit(goal.indicator_unit).factor)
    floor = floor if goal.minimum is None else goal.minimum * own
    ceiling = ceiling if goal.maximum is None else goal.maximum * own
    return floor / scale_of(goal), ceiling / scale_of(goal)


def read_actuals(rows: Sequence[ActualRow], factor: float, looked_from: int, within: Ends = (-inf, inf)) -> Actuals:
    """Read the actuals of one series, in years' order, up to a year; a growth chains onto the year before."""
    told: dict[int, tuple[Ends, int]] = {}
    growths: dict[int, float] = {}
    for _, year, low, high, growth, open_end in rows:
        if growth is not None:
            growths[year] = growth
        if low is not None or high is not None:
            told[year] = (-inf if low is None else low, inf if high is None else high), open_end
        elif growth is not None and growth > -100 and year - 1 in told:
            before = told[year - 1][0]
            told[year] = (before[0] * (1 + growth / 100), before[1] * (1 + growth / 100)), open_end
    judged = {year: _judged(ends, open_end, factor) for year, (ends, open_end) in told.items() if year <= looked_from}
    levels = {
        year: (min(within[0], high) if low == -inf else low, max(within[1], low) if high == inf else high)
        for year, (low, high) in judged.items()
    }
    return Actuals(levels, {year: growth for year, growth in growths.items() if year <= looked_from})


def _judged(ends: Ends, open_end: int, factor: float) -> Ends:
    """Move an open end a little into the open, so that "over 100" is more than 100."""
    low, high = ends
    if open_end == OPEN_LOW:
        low += max(abs(low) * 4e-9, 1e-290)
    if open_end == OPEN_HIGH:
        high -= max(abs(high) * 4e-9, 1e-290)
    return low / factor, high / factor


def starts_at_nought(goal: GoalRow) -> bool:
    """Say whether the goal needs no baseline value: additions of a flow, changes or growth of yearly changes."""
    return (goal.kind, goal.accumulates) in {
        ("increase", "flow"),
        ("change", "annual_change"),
        ("growth", "annual_change"),
    }


def find_start(goal: GoalRow, actuals: Actuals) -> Start:
    """Take the baseline as stated or implied, else as reported before the plan, else the first of its span."""
    before = goal.start - 1 if goal.start else None
    origin = None if goal.baseline_value is None else goal.baseline_origin or "stated"
    if starts_at_nought(goal):
        return Start(goal.baseline_year or before, goal.baseline_value, origin)
    if goal.baseline_value is not None:
        return Start(goal.baseline_year or before or goal.issued, goal.baseline_value, origin)
    if goal.kind in ("milestone", "relative") or by_mean(goal):
        return Start(goal.baseline_year, None, None)
    named = goal.baseline_year or 0
    for first, last in ((named, named), *((year - 2, year - 1) for year in (goal.start, goal.issued) if year)):
        if years := actuals.exact(first, last if (first, last) == (named, named) else min(last, (goal.due or inf) - 1)):
            return Start(max(years), actuals.levels[max(years)][0], "reported")
    begin = goal.start or goal.issued
    span = actuals.exact(begin, goal.due - 1 if goal.due else inf) if begin else []
    if span and max(actuals.levels) > min(span):
        return Start(min(span), actuals.levels[min(span)][0], "first")
    return Start(goal.baseline_year, None, None)


def measure(goal: GoalRow, start: Start, own: Actuals, reference: Actuals) -> Measured:
    """Turn the actuals into the goal's measured series."""
    if by_year(goal):
        return _measure_years(goal, start, own, reference)
    if by_mean(goal):
        return _measure_mean(goal, start, own, reference)
    begin = goal.start or goal.issued or 0
    known_since = start.year if start.value is not None or starts_at_nought(goal) else None
    since = begin - 1 if known_since is None else known_since
    levels = {year: ends for year, ends in own.levels.items() if year > since}
    if goal.kind == "growth":
        return _measure_growth(goal, start._replace(year=known_since), levels, own.growths)
    if starts_at_nought(goal):
        if known_since is None:
            return Measured(None, None, dict.fromkeys(levels, UNKNOWN))
        measured = _added(levels, since, goal.due or inf) if goal.kind == "increase" else chained(levels, since)
        return Measured(known_since, 0.0, measured)
    if goal.kind not in ("increase", "change", "direction"):
        return Measured(known_since, start.value, levels)
    if start.value is None:
        return Measured(None, None, dict.fromkeys(levels, UNKNOWN))
    rise = _percent if goal.kind == "change" else _rise
    return Measured(known_since, 0.0, {year: rise(ends, start.value) for year, ends in levels.items()})


def _measure_years(goal: GoalRow, start: Start, own: Actuals, reference: Actuals) -> Measured:
    """Take each year alone: the actual, or what it has over the reference's actual."""
    begin = goal.start or goal.issued
    since = begin - 1 if begin else start.year
    points = {year: ends for year, ends in own.levels.items() if year > (since or 0)}
    if goal.kind == "relative":
        points = {
            year: (low - reference.levels[year][1], high - reference.levels[year][0])
            for year, (low, high) in points.items()
            if year in reference.levels
        }
    return Measured(since, None, points)


def _measure_mean(goal: GoalRow, start: Start, own: Actuals, reference: Actuals) -> Measured:
    """Take the mean of the plan's years up to each year, or what the mean growth has over the reference's."""
    begin = goal.start or goal.issued
    since = begin - 1 if begin else start.year
    within = {year: ends for year, ends in own.levels.items() if year > (since or 0)}
    if goal.kind == "relative":
        one, other = (_mean_growth(goal, since, side) for side in (own, reference))
        return Measured(since, None, {y: (one[y][0] - other[y][1], one[y][1] - other[y][0]) for y in one if y in other})
    points: dict[int, Ends] = {}
    for year in within:
        told = [ends for when, ends in within.items() if when <= min(year, goal.due or inf)]
        if told:
            points[year] = sum(low for low, _ in told) / len(told), sum(high for _, high in told) / len(told)
    return Measured(since, None, points)


def _mean_growth(goal: GoalRow, since: int | None, side: Actuals) -> dict[int, Ends]:
    """Give the mean yearly growth since the year before the plan's first, of yearly changes or of levels."""
    levels = {year: ends for year, ends in side.levels.items() if year > (since or 0)}
    if since is None:
        return dict.fromkeys(levels, UNKNOWN)
    if goal.accumulates == "annual_change":
        return _yearly(chained(levels, since), since)
    low, high = side.levels.get(since, UNKNOWN)
    if low != high or low <= 0:
        return dict.fromkeys(levels, UNKNOWN)
    return _yearly({year: _percent(ends, low) for year, ends in levels.items()}, since)


def _measure_growth(goal: GoalRow, start: Start, levels: dict[int, Ends], growths: dict[int, float]) -> Measured:
    """Give the geometric mean yearly growth since the baseline: of the level, else of the growths reported."""
    if starts_at_nought(goal):
        changes = chained(levels, start.year) if start.year else dict.fromkeys(levels, UNKNOWN)
        return Measured(start.year, None, _yearly(changes, start.year))
    if start.value is not None and (levels or not growths):
        changes = {year: _percent(ends, start.value) for year, ends in levels.items()}
        return Measured(start.year, None, _yearly(changes if start.value > 0 else {}, start.year, levels))
    since = start.year or goal.baseline_year or (goal.start - 1 if goal.start else None)
    reported = {year: (growth, growth) for year, growth in growths.items() if year > (since or 0)}
    if not reported:
        return Measured(start.year, None, dict.fromkeys(levels, UNKNOWN))
    return Measured(since, None, _yearly(chained(reported, since) if since else {}, since, reported))


def _unbroken(points: dict[int, Ends], year: int, since: int) -> bool:
    """Say whether every year since the start was reported."""
    return all(each in points for each in range(since + 1, year + 1))


def _added(levels: dict[int, Ends], since: int, due: float) -> dict[int, Ends]:
    """Sum yearly additions up to the due year; where a year is missing the sum is known from below only."""
    low = high = 0.0
    sums: dict[int, Ends] = {}
    for year, ends in levels.items():
        if year <= due:
            low, high = low + ends[0], high + ends[1]
        sums[year] = low, high if _unbroken(levels, year, since) else inf
    return sums


def chained(levels: dict[int, Ends], since: int) -> dict[int, Ends]:
    """Chain yearly percent changes since the start; unknown where a year is missing."""
    low = high = 1.0
    changes: dict[int, Ends] = {}
    for year, ends in levels.items():
        low, high = low * max(1 + ends[0] / 100, 0), high * max(1 + ends[1] / 100, 0)
        high = 0.0 if isnan(high) else high
        whole = _unbroken(levels, year, since)
        changes[year] = ((low - 1) * 100, (high - 1) * 100) if whole else (-inf, inf)
    return changes


def _rise(ends: Ends, base: float) -> Ends:
    """Give what an amount has over the baseline, without the noise of the last digits."""
    low, high = (0.0 if abs(end - base) <= 1e-9 * abs(base) else end - base for end in ends)
    return low, high


def _percent(ends: Ends, base: float) -> Ends:
    """Give the percent change over a baseline; none from 0."""
    if base == 0:
        return UNKNOWN
    return (ends[0] - base) / abs(base) * 100, (ends[1] - base) / abs(base) * 100


def _yearly(changes: dict[int, Ends], since: int | None, years: dict[int, Ends] | None = None) -> dict[int, Ends]:
    """Turn percent changes since a year into mean yearly growth; unknown where there is nothing to grow from."""
    mean: Callable[[float, int], float] = lambda change, n: (  # noqa: E731
        change if abs(change) == inf else nan if change < -100 else ((1 + change / 100) ** (1 / n) - 1) * 100
    )
    if since is None:
        return dict.fromkeys(changes if years is None else years, UNKNOWN)
    known = {year: (mean(low, year - since), mean(high, year - since)) for year, (low, high) in changes.items()}
    return known if years is None else {year: known.get(year, UNKNOWN) for year in years}
