"""Goals that every reported year must satisfy: which years keep them, which break them, and which year decides."""

import numpy as np

from tracker.domain.assessment.enum_codes import Codes, Flags, Floats, Rows, Years, code
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.judging import Judgement
from tracker.domain.assessment.measures import Measures
from tracker.domain.assessment.paths import Paths
from tracker.domain.assessment.targets import towards
from tracker.domain.assessment.year_matrix import at_place, last_place, year_at
from tracker.domain.statuses import Status


def judge_years(judged: Judgement, goals: GoalColumns, paths: Paths, measures: Measures) -> Years:
    """Judge goals of every year by their years, in place, and return the year that decides each; shape (n,).

    The paths then hold the value of that year. A goal of another kind is left as it is, its year is 0.
    """
    decided = np.zeros(len(goals), dtype=np.int32)
    rows = np.flatnonzero(goals.by_year)
    if not len(rows):
        return decided
    part, own = paths.take(rows), measures.take(rows)
    counted, kept, broken = years_kept(part, own)
    judged.status[:, rows] = _statuses(part, counted, kept, broken)
    judged.time[rows] = judged.compound[rows] = np.nan
    place = _deciding_place(part, own, counted, broken)
    decided[rows] = year_at(own.year, place)
    low, high = at_place(own.low, place), at_place(own.high, place)
    targets = towards(part.targets, part.start, low)
    paths.low[rows], paths.high[rows] = low, high
    paths.nearest.value[rows], paths.nearest.other[rows] = targets.value, targets.other
    paths.nearest_path[rows] = np.where(decided[rows] > 0, targets.value, part.nearest_path)
    return decided


def years_kept(paths: Paths, measures: Measures) -> tuple[Flags, Flags, Flags]:
    """Mark the years that count, those of them that keep the goal and those that break it; shape (n, k).

    A bound that straddles neither keeps nor breaks.
    """
    counted = measures.seen & (measures.year <= paths.year[:, None])
    kept = paths.targets.satisfied(measures.low) & paths.targets.satisfied(measures.high)
    return counted, counted & kept, counted & (_excess(paths, measures) > 0)


def _excess(paths: Paths, measures: Measures) -> Floats:
    """Return how far beyond what is asked even the better end of each year's value lies; shape (n, k)."""
    low, high = paths.targets.low[:, None], paths.targets.high[:, None]
    # Years that are not seen may have no ends.
    with np.errstate(invalid="ignore"):
        return np.asarray(np.maximum(low - measures.high, measures.low - high))


def _deciding_place(paths: Paths, measures: Measures, counted: Flags, broken: Flags) -> Rows:
    """Place the year that broke a goal worst, else the latest that counts, -1 where none does; shape (n,)."""
    worst = np.where(broken, _excess(paths, measures), -np.inf).argmax(axis=1)
    return np.where(broken.any(axis=1), worst, last_place(counted))


def _statuses(paths: Paths, counted: Flags, kept: Flags, broken: Flags) -> Codes:
    """Judge goals that every reported year of the plan must satisfy, by every rule alike; shape (n,)."""
    breach = broken.any(axis=1)
    unclear = (counted & ~kept & ~broken).any(axis=1)
    status = np.select(
        [breach & paths.at_due, breach, unclear, paths.at_due],
        [code(each) for each in (Status.MISSED, Status.BREACHED, Status.INDETERMINATE, Status.MET)],
        default=code(Status.ON_TRACK),
    )
    return status.astype(np.int8)
