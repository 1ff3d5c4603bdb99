"""How far a goal is from being satisfied: the nearest value that does, and the gap as it is said."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from tracker.domain.assessment.assess import Assessment
from tracker.domain.assessment.enum_codes import NONE, Codes, Flags, Floats, code
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.kinds import Series
from tracker.domain.vocabulary import GapWord


@dataclass(frozen=True, slots=True)
class Ends:
    """The lesser and the greater value that goals ask, one value for most; arrays of shape (n,).

    `two` marks goals between two values, and those of one value that is not to be passed.
    """

    low: Floats
    high: Floats
    two: Flags

    @classmethod
    def of(cls, assessment: Assessment) -> Self:
        """Read them off the assessment."""
        one = np.isnan(assessment.other)
        other = np.where(one, assessment.target, assessment.other)
        return cls(np.minimum(assessment.target, other), np.maximum(assessment.target, other), ~one)

    def nearest(self, value: Floats) -> Floats:
        """Return the value asked that lies nearest, which is the value itself between two; shape (n,)."""
        return np.clip(value, self.low, self.high)

    def progress(self, start: Floats, value: Floats) -> Floats:
        """Return the share of the way that was made, NaN where there was none to make; shape (n,).

        Where a goal can be passed on the far side it is 1 - distance now / distance at the start.
        """
        way = self.nearest(start) - start
        made = np.where(self.two, 1 - np.abs(self.nearest(value) - value) / np.abs(way), (value - start) / way)
        return np.where(way != 0, made, np.nan)


def gap_in_words(goals: GoalColumns, assessment: Assessment, value: Floats, gap: Floats) -> tuple[Floats, Codes]:
    """Return how far a goal is from being satisfied and in which word that is said, -1 for none; shape (n,).

    What lies beyond the far end, or beyond a limit that was kept at first, is past it; all else is short.
    """
    reached = assessment.satisfied & ~np.isnan(assessment.target)
    known = reached | ~(np.isnan(gap) | (assessment.start_only & assessment.begun_satisfied))
    size = np.where(reached, 0.0, np.where(known, np.abs(gap), np.nan))
    said = np.select(
        [~known, reached, _passed(goals, assessment, value)],
        [NONE, code(GapWord.REACHED), code(GapWord.PAST)],
        default=code(GapWord.SHORT),
    )
    return size, said.astype(np.int8)


def _passed(goals: GoalColumns, assessment: Assessment, value: Floats) -> Flags:
    """Mark values that lie beyond what is asked of them, rather than on the way to it; shape (n,)."""
    ends, start = Ends.of(assessment), assessment.start
    on_way = ~assessment.begun_satisfied & ~np.isnan(start)
    from_above = on_way & (start > ends.high)
    falls = goals.having(lambda kind: kind.place) | _falling_rate(goals, assessment)
    above = (value > ends.high) | ((value == ends.high) & (assessment.upward < 0))
    beyond = np.where(from_above, ends.two & (value < ends.low), above)
    return np.asarray(beyond & ~falls & ~(on_way & ~ends.two))


def _falling_rate(goals: GoalColumns, assessment: Assessment) -> Flags:
    """Mark goals that ask for a yearly fall, which is approached from above; shape (n,)."""
    return goals.having(lambda kind: kind.series is Series.MEAN_GROWTH) & (assessment.target < 0)
