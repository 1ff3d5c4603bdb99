"""Where the pace so far leads: least squares through the baseline and the actuals since it, with an 80 % interval."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from tracker.domain.assessment.assess import ABOUT, Assessment
from tracker.domain.assessment.enum_codes import Flags, Floats, Rows, Years
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.measures import Measures, survey
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.targets import set_targets
from tracker.domain.kinds import Series
from tracker.domain.vocabulary import Accumulates

#: How likely the value at the due year is to lie within the interval.
INTERVAL = 0.80
_BLOCK = 8192


@dataclass(frozen=True, slots=True)
class Projections:
    """Value at the due year in the goal's unit, its interval, and the chance that it satisfies the goal; shape (n,).

    NaN where fewer than two points are known, or where the due year has been judged; interval and chance from three.
    """

    value: Floats
    low: Floats
    high: Floats
    chance: Floats


def project(
    goals: GoalColumns, actuals: SeriesColumns, looked_from: int, assessment: Assessment, about: float = ABOUT
) -> Projections:
    """Carry on every goal's pace to its due year, never outside what the unit allows."""
    out = np.full((4, len(goals)), np.nan)
    courses = goals.having(lambda kind: kind.has_path) & ~assessment.at_due & (goals.due > 0)
    rows = np.flatnonzero(courses & (assessment.year > 0))
    for begin in range(0, len(rows), _BLOCK):
        part = rows[begin : begin + _BLOCK]
        out[:, part] = _project_block(goals.take(part), actuals, looked_from, about)
    return Projections(*out)


def _project_block(goals: GoalColumns, actuals: SeriesColumns, looked_from: int, about: float) -> Floats:
    """Project the goals of one block: value, low, high and chance, shape (4, n)."""
    _, baselines, measures = survey(goals, actuals, looked_from)
    targets = set_targets(goals, baselines.value, about)
    year, value, usable = _points(measures)
    count = usable.sum(axis=1)
    with np.errstate(all="ignore"):
        middle, spread, free = _fit(year, value, usable, count, goals.due)
        middle = np.where(count >= 2, middle, np.nan)
        spread = np.where(count >= 3, spread, np.nan)
        reach = special.stdtrit(free, (1 + INTERVAL) / 2) * spread
        chance = _chance(targets.low, targets.high, middle, spread, free)
        lowest, highest = _limits(goals, value, usable)
        ends = [np.clip(each, lowest, highest) for each in (middle, middle - reach, middle + reach)]
    return np.vstack((*ends, chance))


def _points(measures: Measures) -> tuple[Floats, Floats, Flags]:
    """List the points of the fit: the start, then every exact actual since; arrays of shape (n, k + 1)."""
    year = np.column_stack((measures.since, measures.year)).astype(np.float64)
    value = np.column_stack((measures.start, measures.low))
    exact = measures.seen & (measures.low == measures.high)
    usable = np.column_stack((~np.isnan(measures.start) & (measures.since > 0), exact))
    return year, np.where(usable, value, 0.0), usable


def _fit(year: Floats, value: Floats, usable: Flags, count: Rows, due: Years) -> tuple[Floats, Floats, Floats]:
    """Fit a line to each row's points: value at the due year, its standard error, degrees of freedom; shape (n,).

    se = s sqrt(1 + 1/n + (T - mean t)^2 / Sxx): the prediction error of simple linear regression.
    """
    mean_year = np.where(usable, year, 0).sum(axis=1) / count
    mean_value = value.sum(axis=1) / count
    away = np.where(usable, year - mean_year[:, None], 0.0)
    rise = np.where(usable, value - mean_value[:, None], 0.0)
    square = (away**2).sum(axis=1)
    slope = (away * rise).sum(axis=1) / square
    rest = np.where(usable, rise - slope[:, None] * away, 0.0)
    free = (count - 2).astype(np.float64)
    error = np.sqrt((rest**2).sum(axis=1) / free * (1 + 1 / count + (due - mean_year) ** 2 / square))
    return mean_value + slope * (due - mean_year), error, free


def _chance(low: Floats, high: Floats, middle: Floats, spread: Floats, free: Floats) -> Floats:
    """Return the chance that the value lies between two bounds, by Student's t; shape (n,)."""
    sure = (spread == 0) & ~np.isnan(middle)
    below = special.stdtr(free, (low - middle) / spread)
    above = special.stdtr(free, (middle - high) / spread)
    chance = 1 - np.where(np.isinf(low), 0, below) - np.where(np.isinf(high), 0, above)
    return np.where(sure, (middle >= low) & (middle <= high), np.clip(chance, 0, 1))


def _limits(goals: GoalColumns, value: Floats, usable: Flags) -> tuple[Floats, Floats]:
    """Return the least and greatest value a projection may take: what the unit allows, and no less than 0 for counts.

    A limit that the actuals themselves have passed (a rate of 120 %) is none.
    """
    added = goals.having(lambda kind: kind.series is Series.ADDED)
    summed = added & goals.accumulating(Accumulates.FLOW)
    change = goals.having(lambda kind: kind.from_zero) & ~summed
    counted = (np.where(usable, value, 0) >= 0).all(axis=1) & ~goals.accumulating(Accumulates.ANNUAL_CHANGE)
    low = np.where(counted, np.maximum(goals.floor, 0.0), goals.floor)
    passed_low = np.where(usable, value, np.inf).min(axis=1) < low
    passed_high = np.where(usable, value, -np.inf).max(axis=1) > goals.ceiling
    return np.where(change | passed_low, -np.inf, low), np.where(change | passed_high, np.inf, goals.ceiling)
