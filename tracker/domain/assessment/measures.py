"""The measured series m(t) of each goal: every kind turned into one problem of a start, a course and an end."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.baselines import Baselines, find_baselines
from tracker.domain.assessment.enum_codes import Flags, Floats, Rows, Years
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.targets import TOLERANCE
from tracker.domain.assessment.year_matrix import YearMatrix, at_place, last_place
from tracker.domain.kinds import Series
from tracker.domain.vocabulary import Accumulates


@dataclass(slots=True)
class Measures:
    """m(t) in the goal's unit: matrices (n, k) over the reported years; `seen` marks the years that count.

    `since` is the year the goal starts at (0 where unknown) and `start` the value m has there (NaN where unknown).
    `low` and `high` are NaN where a year was reported but m cannot be told from it.
    """

    year: Years
    low: Floats
    high: Floats
    seen: Flags
    since: Years
    start: Floats

    def take(self, rows: Rows) -> "Measures":
        """Keep some rows."""
        return Measures(*(getattr(self, name)[rows] for name in self.__slots__))

    def put(self, rows: Rows, part: "Measures") -> None:
        """Write some rows back."""
        for name in self.__slots__:
            getattr(self, name)[rows] = getattr(part, name)


def survey(goals: GoalColumns, actuals: SeriesColumns, looked_from: int) -> tuple[YearMatrix, Baselines, Measures]:
    """Look up each goal's actuals up to a year, its baseline and its measured series."""
    matrix = YearMatrix.of(actuals, goals.series, goals.factor, looked_from)
    baselines = find_baselines(goals, matrix)
    return matrix, baselines, _measure(goals, baselines, matrix, actuals, looked_from)


def _measure(
    goals: GoalColumns, baselines: Baselines, matrix: YearMatrix, actuals: SeriesColumns, looked_from: int
) -> Measures:
    """Turn the actuals of each goal into its measured series; arrays as in Measures."""
    low, high = _within_limits(goals, matrix)
    all_years, zero = goals.of_all_years, goals.starts_at_zero
    known = ~np.isnan(baselines.value) | zero
    since = np.where(known, baselines.year, 0)
    since = np.where(all_years, np.where(goals.begin > 0, goals.begin - 1, baselines.year), since).astype(np.int32)
    # Without a baseline, too, an actual from before the plan says nothing about the plan.
    after = np.where(since > 0, since, goals.begin - 1)
    start = np.where(goals.having(lambda kind: kind.has_path), baselines.value, np.nan)
    measures = Measures(matrix.year, low, high, ~np.isnan(low) & (matrix.year > after[:, None]), since, start)
    worked_out = goals.having(lambda kind: kind.worked_out)
    if worked_out.any():
        if high is low:
            measures.high = low.copy()
        _measure_increases(measures, goals, baselines, zero)
        _measure_changes(measures, goals, baselines, zero)
        _measure_growth(measures, goals, baselines, matrix, zero)
        _measure_means(measures, goals)
        _measure_relative(measures, goals, matrix, actuals, looked_from)
    return measures


def _within_limits(goals: GoalColumns, matrix: YearMatrix) -> tuple[Floats, Floats]:
    """Close ends without bound at what the unit allows; a number stands as reported, even beyond; shape (n, k)."""
    if matrix.high is matrix.low:
        return matrix.low, matrix.low
    low = np.where(matrix.low == -np.inf, np.minimum(goals.floor[:, None], matrix.high), matrix.low)
    high = np.where(matrix.high == np.inf, np.maximum(goals.ceiling[:, None], matrix.low), matrix.high)
    return low, high


def _measure_increases(measures: Measures, goals: GoalColumns, baselines: Baselines, zero: Flags) -> None:
    """Count additions from 0: the sum of a flow's years, or the rise of a level over its baseline; in place."""
    increase = goals.having(lambda kind: kind.series is Series.ADDED)
    rows = np.flatnonzero(increase & zero)
    part = measures.take(rows)
    # What is added after the due year is no part of what was asked.
    due = goals.due[rows, None]
    added = part.seen & ((part.year <= due) | (due == 0))
    low, high = (np.where(added, ends, 0).cumsum(axis=1) for ends in (part.low, part.high))
    # A year without a report may have added anything, so the sum is known only from below.
    measures.put(rows, _from_zero(part, low, np.where(_unbroken(part), high, np.inf)))
    rows = np.flatnonzero(increase & ~zero)
    base = baselines.value[rows]
    for ends in (measures.low, measures.high):
        rise = ends[rows] - base[:, None]
        # What two large values differ by in their last digits is noise.
        ends[rows] = np.where(np.abs(rise) <= TOLERANCE * np.abs(base[:, None]), 0.0, rise)
    measures.start[rows] = np.where(np.isnan(base), np.nan, 0.0)


def _measure_changes(measures: Measures, goals: GoalColumns, baselines: Baselines, zero: Flags) -> None:
    """Measure percent changes since the baseline, of a level or chained from yearly changes; in place."""
    changes = goals.having(lambda kind: kind.series in (Series.CHANGED, Series.MEAN_GROWTH))
    rows = np.flatnonzero(changes & zero)
    measures.put(rows, _chained(measures.take(rows)))
    rows = np.flatnonzero(changes & ~zero)
    base = np.where(baselines.value[rows] == 0, np.nan, baselines.value[rows])[:, None]
    measures.low[rows] = (measures.low[rows] - base) / np.abs(base) * 100
    measures.high[rows] = (measures.high[rows] - base) / np.abs(base) * 100
    measures.start[rows] = np.where(np.isnan(baselines.value[rows]), np.nan, 0.0)


def _measure_growth(
    measures: Measures, goals: GoalColumns, baselines: Baselines, matrix: YearMatrix, zero: Flags
) -> None:
    """Turn changes since the baseline into mean yearly growth, judged by itself and without a start; in place."""
    rows = np.flatnonzero(goals.having(lambda kind: kind.series is Series.MEAN_GROWTH))
    if not len(rows):
        return
    part, chained = measures.take(rows), zero[rows]
    base = np.where(chained, np.nan, baselines.value[rows])
    unknown = ~chained & (np.isnan(base) | ~part.seen.any(axis=1))
    alone = np.flatnonzero(unknown & ~np.isnan(matrix.growth[rows]).all(axis=1))
    if len(alone):
        part.put(alone, _chained(_reported_growth(part.take(alone), goals.take(rows[alone]), matrix.rows(rows[alone]))))
        base[alone] = np.nan
    years = np.where(part.since > 0, part.year.T - part.since, np.nan).T
    part.low, part.high = (_yearly(ends, years, base) for ends in (part.low, part.high))
    part.start[:] = np.nan
    measures.put(rows, part)


def _reported_growth(part: Measures, goals: GoalColumns, matrix: YearMatrix) -> Measures:
    """Take the growths that were reported where no level is known to grow from."""
    before = np.where(goals.baseline_year > 0, goals.baseline_year, np.maximum(goals.start - 1, 0))
    since = np.where(part.since > 0, part.since, before).astype(np.int32)
    seen = ~np.isnan(matrix.growth) & (matrix.year > since[:, None])
    reported = np.flatnonzero(seen.any(axis=1))
    for ends in (part.low, part.high):
        ends[reported] = matrix.growth[reported]
    part.seen[reported], part.since[reported] = seen[reported], since[reported]
    return part


def _chained(part: Measures) -> Measures:
    """Chain yearly percent changes into the change since the start; unknown where a year is missing."""
    with np.errstate(invalid="ignore"):  # without bound times nothing left is nothing left
        low, high = (
            np.nan_to_num(
                np.where(part.seen, np.maximum(1 + ends / 100, 0), 1.0).cumprod(axis=1), nan=0.0, posinf=np.inf
            )
            for ends in (part.low, part.high)
        )
    whole = _unbroken(part)
    return _from_zero(part, np.where(whole, (low - 1) * 100, -np.inf), np.where(whole, (high - 1) * 100, np.inf))


def _from_zero(part: Measures, low: Floats, high: Floats) -> Measures:
    """Start at 0, where the year it starts at is known; where it is not, nothing can be counted from it."""
    known = part.since > 0
    part.low, part.high = (np.where(known[:, None], ends, np.nan) for ends in (low, high))
    part.start = np.where(known, 0.0, np.nan)
    return part


def _unbroken(part: Measures) -> Flags:
    """Mark the years up to which every year since the start was reported; shape (n, k)."""
    return np.asarray(part.seen.cumsum(axis=1) == part.year - part.since[:, None])


def _yearly(change: Floats, years: Floats, base: Floats) -> Floats:
    """Turn a percent change over some years into the geometric mean growth a year, NaN from a base of 0 or less."""
    ratio = np.where((base <= 0)[:, None], np.nan, 1 + change / 100)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        yearly = (np.where(ratio >= 0, ratio, np.nan) ** (1 / years) - 1) * 100
    # 1 to an unknown power is 1 to the computer.
    return np.where(np.isnan(years), np.nan, np.where(np.isinf(change), change, yearly))


def _measure_means(measures: Measures, goals: GoalColumns) -> None:
    """Take the mean of the plan's years up to each, and not beyond the due year; in place."""
    rows = np.flatnonzero(goals.having(lambda kind: kind.series is Series.MEAN_OF_YEARS))
    if not len(rows):
        return
    part, due = measures.take(rows), goals.due[rows, None]
    within = part.seen & ((part.year <= due) | (due == 0))
    count = within.cumsum(axis=1)
    part.seen &= count > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        part.low, part.high = (np.where(within, ends, 0).cumsum(axis=1) / count for ends in (part.low, part.high))
    measures.put(rows, part)


def _measure_relative(
    measures: Measures, goals: GoalColumns, matrix: YearMatrix, actuals: SeriesColumns, looked_from: int
) -> None:
    """Take what the reference has from what the goal's own indicator has, year by year; in place."""
    rows = np.flatnonzero(goals.having(lambda kind: kind.relative))
    if not len(rows):
        return
    own, reference = two_sides(goals.take(rows), measures.take(rows), matrix.rows(rows), actuals, looked_from)
    same = (own.year[:, :, None] == reference.year[:, None, :]) & reference.seen[:, None, :]
    found, place = same.any(axis=2), same.argmax(axis=2)
    # Years that only one of the two has give no difference: they are not seen.
    with np.errstate(invalid="ignore"):
        own.low, own.high = (
            own.low - np.take_along_axis(reference.high, place, axis=1),
            own.high - np.take_along_axis(reference.low, place, axis=1),
        )
    own.seen &= found
    measures.put(rows, own)


def two_sides(
    goals: GoalColumns, own: Measures, matrix: YearMatrix, actuals: SeriesColumns, looked_from: int
) -> tuple[Measures, Measures]:
    """Return what relative goals compare: each year's values, or the mean yearly growth of both up to each year."""
    told = YearMatrix.of(actuals, goals.reference, goals.factor, looked_from)
    seen = told.reported & (told.year > own.since[:, None])
    reference = Measures(told.year, told.low, told.high, seen, own.since, own.start)
    rows = np.flatnonzero(goals.having(lambda kind: kind.series is Series.MEANS_APART))
    if len(rows):
        chained = goals.accumulating(Accumulates.ANNUAL_CHANGE)[rows]
        for side, reported in ((own, matrix), (reference, told)):
            if side.high is side.low:
                side.high = side.low.copy()
            side.put(rows, _mean_growth(side.take(rows), reported.rows(rows), chained))
    return own, reference


def _mean_growth(part: Measures, matrix: YearMatrix, chained: Flags) -> Measures:
    """Return the mean yearly growth since the year before the plan's first, of yearly changes or of levels."""
    start = matrix.exact & (matrix.year == part.since[:, None]) & (part.since > 0)[:, None]
    base = np.where(chained, np.nan, at_place(matrix.low, last_place(start)))
    size = np.abs(base)[:, None]
    changes = _chained(part.take(np.arange(len(base))))
    years = np.where(part.since > 0, part.year.T - part.since, np.nan).T
    with np.errstate(invalid="ignore", divide="ignore"):
        for name in ("low", "high"):
            grown = (getattr(part, name) - base[:, None]) / size * 100
            change = np.where(chained[:, None], getattr(changes, name), grown)
            setattr(part, name, _yearly(change, years, base))
    return part
