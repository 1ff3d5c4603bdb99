"""The measured series m(t) of each goal: every kind turned into one problem of a start, a course and an end."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.baselines import Baselines, find_baselines, starts_at_nought
from tracker.domain.codes import Flags, Floats, Rows, Years
from tracker.domain.goal_columns import GoalColumns
from tracker.domain.series_columns import SeriesColumns
from tracker.domain.vocabulary import Accumulates, Kind
from tracker.domain.window import Window

#: Kinds that are judged year by year and have no path.
YEAR_BY_YEAR = (Kind.EVERY_YEAR, Kind.RANGE, Kind.RELATIVE)


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


def survey(goals: GoalColumns, actuals: SeriesColumns, looked_from: int) -> tuple[Window, Baselines, Measures]:
    """Look up each goal's actuals up to a year, its baseline and its measured series."""
    window = Window.of(actuals, goals.series, goals.factor, looked_from)
    baselines = find_baselines(goals, window)
    return window, baselines, _measure(goals, baselines, window, actuals, looked_from)


def _measure(
    goals: GoalColumns, baselines: Baselines, window: Window, actuals: SeriesColumns, looked_from: int
) -> Measures:
    """Turn the actuals of each goal into its measured series; arrays as in Measures."""
    low = np.maximum(window.low, goals.floor[:, None])
    high = low if window.high is window.low else np.minimum(window.high, goals.ceiling[:, None])
    by_year = goals.of_kind(*YEAR_BY_YEAR)
    since = np.where(by_year & (goals.start > 0), goals.start - 1, baselines.year).astype(np.int32)
    start = np.where(by_year | goals.of_kind(Kind.GROWTH), np.nan, baselines.value)
    measures = Measures(window.year, low, high, ~np.isnan(low) & (window.year > since[:, None]), since, start)
    special = goals.of_kind(Kind.INCREASE, Kind.CHANGE, Kind.GROWTH, Kind.RELATIVE)
    if special.any():
        if high is low:
            measures.high = low.copy()
        _measure_increases(measures, goals, baselines)
        _measure_changes(measures, goals, baselines, window)
        _measure_relative(measures, goals, actuals, looked_from)
    return measures


def _measure_increases(measures: Measures, goals: GoalColumns, baselines: Baselines) -> None:
    """Count additions from nought: the sum of a flow's years, or the rise of a level over its baseline; in place."""
    increase, nought = goals.of_kind(Kind.INCREASE), starts_at_nought(goals)
    rows = np.flatnonzero(increase & nought)
    part = measures.take(rows)
    part.seen &= (part.since > 0)[:, None]
    low, high = (np.where(part.seen, ends, 0).cumsum(axis=1) for ends in (part.low, part.high))
    # A year without a report may have added anything, so the sum is known only from below.
    part.low, part.high = low, np.where(_unbroken(part), high, np.inf)
    part.start[:] = np.where(part.since > 0, 0.0, np.nan)
    measures.put(rows, part)
    rows = np.flatnonzero(increase & ~nought)
    base = baselines.value[rows]
    measures.low[rows] -= base[:, None]
    measures.high[rows] -= base[:, None]
    measures.start[rows] = np.where(np.isnan(base), np.nan, 0.0)


def _measure_changes(measures: Measures, goals: GoalColumns, baselines: Baselines, window: Window) -> None:
    """Measure percent changes since the baseline, and mean yearly growth from them; in place."""
    changes, growth = goals.of_kind(Kind.CHANGE, Kind.GROWTH), goals.of_kind(Kind.GROWTH)
    levels = changes & ~starts_at_nought(goals)
    growth_alone = growth & levels & np.isnan(baselines.value)
    rows = np.flatnonzero(growth_alone)
    if len(rows):
        _look_at_growth(measures, rows, goals, window)
    rows = np.flatnonzero(changes & ~(levels & ~growth_alone))
    measures.put(rows, _chained(measures.take(rows)))
    rows = np.flatnonzero(levels & ~growth_alone)
    base = np.where(baselines.value[rows] == 0, np.nan, baselines.value[rows])[:, None]
    with np.errstate(invalid="ignore"):
        measures.low[rows] = (measures.low[rows] - base) / np.abs(base) * 100
        measures.high[rows] = (measures.high[rows] - base) / np.abs(base) * 100
    measures.start[rows] = np.where(np.isnan(baselines.value[rows]), np.nan, 0.0)
    measures.start[np.flatnonzero(growth)] = np.nan
    rows = np.flatnonzero(growth)
    years = (measures.year[rows] - measures.since[rows, None]).astype(np.float64)
    for ends in (measures.low, measures.high):
        ends[rows] = _yearly(ends[rows], years, baselines.value[rows])


def _look_at_growth(measures: Measures, rows: Rows, goals: GoalColumns, window: Window) -> None:
    """Judge growth goals without any level by the growths that were reported; in place."""
    since = np.where(goals.baseline_year > 0, goals.baseline_year, np.maximum(goals.start - 1, 0))[rows]
    measures.low[rows] = measures.high[rows] = window.growth[rows]
    measures.since[rows] = since
    measures.seen[rows] = ~np.isnan(window.growth[rows]) & (window.year[rows] > since[:, None])


def _chained(part: Measures) -> Measures:
    """Chain yearly percent changes into the change since the start; unknown where a year is missing."""
    part.seen &= (part.since > 0)[:, None]
    low, high = ((np.where(part.seen, 1 + ends / 100, 1.0).cumprod(axis=1) - 1) * 100 for ends in (part.low, part.high))
    whole = _unbroken(part)
    part.low, part.high = np.where(whole, low, -np.inf), np.where(whole, high, np.inf)
    part.start[:] = np.where(part.since > 0, 0.0, np.nan)
    return part


def _unbroken(part: Measures) -> Flags:
    """Mark the years up to which every year since the start was reported; shape (n, k)."""
    return np.asarray(part.seen.cumsum(axis=1) == part.year - part.since[:, None])


def _yearly(change: Floats, years: Floats, base: Floats) -> Floats:
    """Turn a percent change over some years into the geometric mean growth a year, NaN from a base of 0 or less."""
    ratio = np.where((base <= 0)[:, None], np.nan, 1 + change / 100)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(np.isinf(change), change, (np.where(ratio > 0, ratio, np.nan) ** (1 / years) - 1) * 100)


def _measure_relative(measures: Measures, goals: GoalColumns, actuals: SeriesColumns, looked_from: int) -> None:
    """Take the reference's actual of the same year from the goal's own; in place."""
    rows = np.flatnonzero(goals.of_kind(Kind.RELATIVE))
    if not len(rows):
        return
    reference = Window.of(actuals, goals.reference[rows], goals.factor[rows], looked_from)
    own = measures.take(rows)
    same = (own.year[:, :, None] == reference.year[:, None, :]) & reference.reported[:, None, :]
    found, place = same.any(axis=2), same.argmax(axis=2)
    own.low, own.high = (
        own.low - np.take_along_axis(reference.high, place, axis=1),
        own.high - np.take_along_axis(reference.low, place, axis=1),
    )
    own.seen &= found
    measures.put(rows, own)
