"""Where each goal starts: the year and value of its baseline, and where that value comes from."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import NONE, Codes, Floats, Rows, Years, code
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.year_matrix import YearMatrix, at_place, first_place, last_place, year_at
from tracker.domain.vocabulary import BaselineOrigin

# How many years before the plan (or its issue) an actual may lie and still be where the plan starts.
_YEARS_BEFORE = 2


@dataclass(slots=True)
class Baselines:
    """Year (0 for none), value in the unit the actuals are counted in (NaN for none) and origin; shape (n,)."""

    year: Years
    value: Floats
    origin: Codes


def find_baselines(goals: GoalColumns, matrix: YearMatrix) -> Baselines:
    """Take the baseline as stated or implied, else from the actuals as the method orders; arrays of shape (n,)."""
    before = np.where(goals.start > 0, goals.start - 1, 0)
    stated = ~np.isnan(goals.baseline_value)
    zero = goals.starts_at_zero
    # A value without a year is that of the year before the plan, or of the year it was issued.
    supposed = np.where(stated & ~zero & (before == 0), goals.issued, before)
    year = np.where((goals.baseline_year == 0) & (stated | zero), supposed, goals.baseline_year).astype(np.int32)
    origin = np.where(stated & (goals.baseline_origin == NONE), code(BaselineOrigin.STATED), goals.baseline_origin)
    baselines = Baselines(year, goals.baseline_value.copy(), np.where(stated, origin, NONE).astype(np.int8))
    rows = np.flatnonzero(~stated & ~zero & goals.having(lambda kind: kind.finds_baseline))
    if len(rows):
        _from_actuals(baselines, goals.take(rows), matrix.rows(rows), rows)
    return baselines


def _from_actuals(baselines: Baselines, goals: GoalColumns, matrix: YearMatrix, rows: Rows) -> None:
    """Fill in the baselines of some rows from the actuals that lie nearest before the plan, else within it."""
    exact = matrix.exact
    named = exact & (matrix.year == goals.baseline_year[:, None])
    place = last_place(named & (goals.baseline_year > 0)[:, None])
    before_due = exact & ((matrix.year < goals.due[:, None]) | (goals.due <= 0)[:, None])
    for year in (goals.start, goals.issued):
        earlier = before_due & (matrix.year < year[:, None]) & (matrix.year >= year[:, None] - _YEARS_BEFORE)
        place = np.where(place < 0, last_place(earlier & (matrix.year > 0)), place)
    reported = place >= 0
    place = np.where(reported, place, _first_of_span(goals, matrix))
    known = place >= 0
    baselines.value[rows] = at_place(matrix.low, place)
    baselines.year[rows] = np.where(known, year_at(matrix.year, place), baselines.year[rows])
    baselines.origin[rows] = np.select(
        [reported, known], [code(BaselineOrigin.REPORTED), code(BaselineOrigin.FIRST)], default=NONE
    )


def _first_of_span(goals: GoalColumns, matrix: YearMatrix) -> Rows:
    """Place the first actual of the plan's span where a later one exists, -1 where none does; shape (n,).

    The due year's actual is what judges the goal, so it cannot be where the goal starts.
    """
    begin = goals.begin
    ends = np.where(goals.due > 0, goals.due, np.iinfo(np.int32).max)
    within = matrix.exact & (begin > 0)[:, None] & (matrix.year >= begin[:, None]) & (matrix.year < ends[:, None])
    first = first_place(within)
    return np.where(last_place(matrix.reported) > first, first, -1)
