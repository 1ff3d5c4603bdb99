"""The figures that go with a verdict: completion, progress, gap, pace, required pace, year of arrival."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.assess import Assessment
from tracker.domain.assessment.enum_codes import Codes, Flags, Floats
from tracker.domain.assessment.gaps import Ends, gap_in_words
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.targets import asks_more
from tracker.domain.kinds import Series


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers in the goal's unit, completion and progress as fractions, required growth in percent a year; shape (n,).

    NaN where undefined, and where m is a bound rather than a number. `gap_size` and `gap_word` say the gap.
    """

    measured: Floats
    completion: Floats
    progress: Floats
    gap: Floats
    gap_size: Floats
    gap_word: Codes
    gap_to_path: Floats
    pace: Floats
    required_pace: Floats
    required_growth: Floats
    pace_ratio: Floats
    arrival_year: Floats


def figures(goals: GoalColumns, assessment: Assessment) -> Figures:
    """Work out the figures of every goal; where only a start value is known, gap and required pace count from it."""
    measured = np.where(assessment.low == assessment.high, assessment.low, np.nan)
    value = np.where(assessment.start_only, assessment.start, measured)
    year = np.where(assessment.start_only, assessment.base_year, assessment.year).astype(np.float64)
    by_year, has_path = goals.by_year, goals.having(lambda kind: kind.has_path)
    years_left = np.where((assessment.due > year) & (year > 0), assessment.due - year, np.nan)
    with np.errstate(all="ignore"):
        ends = Ends.of(assessment)
        gap = np.where(goals.of_all_years & assessment.satisfied, 0.0, ends.nearest(value) - value)
        size, said = gap_in_words(goals, assessment, value, gap)
        required = np.where(has_path, gap / years_left, np.nan)
        pace = np.where(
            assessment.base_year > 0, (measured - assessment.start) / (assessment.year - assessment.base_year), np.nan
        )
        towards = (gap * pace > 0) & ~by_year
        whole = (
            (value > 0) & (assessment.target > 0) & asks_more(goals) & ~by_year
            & ~goals.having(lambda kind: kind.place or kind.relative)
        )  # fmt: skip
        return Figures(
            measured=measured,
            completion=np.where(whole, value / assessment.target, np.nan),
            progress=ends.progress(assessment.start, measured),
            gap=gap,
            gap_size=size,
            gap_word=said,
            gap_to_path=measured - assessment.path,
            pace=pace,
            required_pace=required,
            required_growth=_required_growth(goals, assessment, value, years_left),
            pace_ratio=np.where(pace != 0, required / pace, np.nan),
            arrival_year=np.where(towards & ~_reached(assessment), year + gap / pace, np.nan),
        )


def _reached(assessment: Assessment) -> Flags:
    """Mark goals whose measured value lies at or beyond the target; shape (n,)."""
    return np.asarray((assessment.target - assessment.low) * assessment.upward < 0)


def _required_growth(goals: GoalColumns, assessment: Assessment, value: Floats, years_left: Floats) -> Floats:
    """Return the percent growth a year that is left to make, for levels and for mean growth; shape (n,)."""
    level = goals.having(lambda kind: kind.of_amount) & (value > 0) & (assessment.target > 0)
    left = np.where(level, (assessment.target / value) ** (1 / years_left), np.nan)
    growth = goals.having(lambda kind: kind.series is Series.MEAN_GROWTH)
    if growth.any():
        asked = (1 + assessment.target / 100) ** (assessment.due - assessment.base_year)
        reached = (1 + value / 100) ** (assessment.year - assessment.base_year)
        left = np.where(growth & (assessment.base_year > 0), (asked / reached) ** (1 / years_left), left)
    # No growth leads back from nothing.
    return np.where(np.isinf(left), np.nan, (left - 1) * 100)
