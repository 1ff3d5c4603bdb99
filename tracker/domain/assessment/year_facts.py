"""The years of goals that ask something of every year: which count, which broke the goal, and what was compared."""

from typing import NamedTuple

import numpy as np

from tracker.domain.assessment.enum_codes import Years
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.measures import Measures, survey
from tracker.domain.assessment.paths import set_paths
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.targets import set_targets
from tracker.domain.assessment.year_matrix import YearMatrix
from tracker.domain.assessment.yearly import years_kept


class YearFacts(NamedTuple):
    """Of one goal the years that count, those that kept or broke it, and the two values whose difference decides."""

    counted: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    broken: tuple[int, ...] = ()
    own: float | None = None
    reference: float | None = None


def year_facts(
    goals: GoalColumns, actuals: SeriesColumns, looked_from: int, about: float, decided: Years
) -> dict[int, YearFacts]:
    """Return what is known of the years of each goal of every year, by row; `decided` has shape (n,)."""
    rows = np.flatnonzero(goals.by_year)
    if not len(rows):
        return {}
    part = goals.take(rows)
    matrix, baselines, measures = survey(part, actuals, looked_from)
    paths = set_paths(part, baselines.value, measures, set_targets(part, baselines.value, about))
    counted, kept, broken = years_kept(paths, measures)
    relative = part.having(lambda kind: kind.relative)
    found = {}
    for place, row in enumerate(rows):
        own, reference = _compared(matrix, measures, place, int(decided[row])) if relative[place] else (None, None)
        years = measures.year[place]
        found[int(row)] = YearFacts(
            _listed(years[counted[place]]), _listed(years[kept[place]]), _listed(years[broken[place]]), own, reference
        )
    return found


def _listed(years: Years) -> tuple[int, ...]:
    return tuple(int(year) for year in years)


def _compared(matrix: YearMatrix, measures: Measures, place: int, year: int) -> tuple[float | None, float | None]:
    """Return the own and the reference's value of a year, where both are one number."""
    own, apart = matrix.low[place], measures.low[place]
    exact = (matrix.year[place] == year) & matrix.exact[place] & (measures.high[place] == apart)
    if not exact.any():
        return None, None
    at = int(exact.argmax())
    return float(own[at]), float(own[at] - apart[at])
