"""The years of goals that ask something of all of them: which count, which broke it, and what was compared."""

from typing import NamedTuple

import numpy as np

from tracker.domain.assessment.enum_codes import Years
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.measures import Measures, survey, two_sides
from tracker.domain.assessment.paths import Paths, set_paths
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.targets import set_targets
from tracker.domain.assessment.year_matrix import YearMatrix
from tracker.domain.assessment.yearly import years_kept
from tracker.domain.kinds import Series


class YearFacts(NamedTuple):
    """Of one goal the years that count, those that kept or broke it, and the two values whose difference decides.

    `left` is the mean that the years left must have, where a mean of all years is asked.
    """

    counted: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    broken: tuple[int, ...] = ()
    own: float | None = None
    reference: float | None = None
    left: float | None = None


def year_facts(
    goals: GoalColumns, actuals: SeriesColumns, looked_from: int, about: float, decided: Years
) -> dict[int, YearFacts]:
    """Return what is known of the years of each goal that asks something of all years, by row; `decided` is (n,)."""
    rows = np.flatnonzero(goals.of_all_years)
    if not len(rows):
        return {}
    part = goals.take(rows)
    matrix, baselines, measures = survey(part, actuals, looked_from)
    paths = set_paths(part, baselines.value, measures, set_targets(part, baselines.value, about))
    counted, kept, broken = years_kept(paths, measures)
    sides = _sides(part, measures, matrix, actuals, looked_from)
    found = {}
    for place, row in enumerate(rows):
        years, traits = measures.year[place], part.traits(place)
        told = years[counted[place] & ((years <= part.due[place]) | (part.due[place] == 0))]
        own, reference = _compared(sides, place, int(decided[row]) or int(paths.year[place]))
        found[int(row)] = YearFacts(
            counted=_listed(told if traits.mean_of_plan else years[counted[place]]),
            kept=_listed(years[kept[place]]) if traits.judged_by_year else (),
            broken=_listed(years[broken[place]]) if traits.judged_by_year else (),
            own=own,
            reference=reference,
            left=_mean_left(paths, place, len(told)) if traits.series is Series.MEAN_OF_YEARS else None,
        )
    return found


def _sides(
    goals: GoalColumns, measures: Measures, matrix: YearMatrix, actuals: SeriesColumns, looked_from: int
) -> dict[int, tuple[Measures, Measures]]:
    """Return both sides of each relative goal, by row."""
    rows = np.flatnonzero(goals.having(lambda kind: kind.relative))
    if not len(rows):
        return {}
    own = measures.take(rows)
    own.low, own.high = matrix.low[rows].copy(), matrix.high[rows].copy()
    own.seen = matrix.reported[rows] & (own.year > own.since[:, None])
    one, other = two_sides(goals.take(rows), own, matrix.rows(rows), actuals, looked_from)
    return {
        int(row): (one.take(place), other.take(place))
        for row, place in zip(rows, np.arange(len(rows))[:, None], strict=True)
    }


def _mean_left(paths: Paths, place: int, count: int) -> float | None:
    """Return the mean that the years left must have, so that all of them together have the one that is asked."""
    left = int(paths.due[place]) - int(paths.year[place])
    if left <= 0 or not count or paths.low[place] != paths.high[place]:
        return None
    asked = paths.nearest.value[place]
    return float((asked * (count + left) - paths.low[place] * count) / left)


def _listed(years: Years) -> tuple[int, ...]:
    return tuple(int(year) for year in years)


def _compared(sides: dict[int, tuple[Measures, Measures]], place: int, year: int) -> tuple[float | None, float | None]:
    """Return what the goal's own indicator and its reference have in a year, where both have one number."""
    one, other = (_value_in(side, year) for side in sides.get(place, ())) if place in sides else (None, None)
    return (one, other) if one is not None and other is not None else (None, None)


def _value_in(side: Measures, year: int) -> float | None:
    """Return the one number of a year, None where there is none."""
    exact = (side.year[0] == year) & side.seen[0] & (side.low[0] == side.high[0]) & np.isfinite(side.low[0])
    return float(side.low[0][exact.argmax()]) if exact.any() else None
