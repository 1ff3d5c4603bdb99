"""The actuals of each goal side by side: matrices of one row a goal and one column a reported year."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tracker.domain.assessment.enum_codes import Flags, Floats, Rows, Years
from tracker.domain.assessment.series_columns import SeriesColumns


@dataclass(slots=True)
class YearMatrix:
    """Actuals up to the year looked from; matrices of shape (n, k), in each goal's unit, NaN where nothing counts.

    `year` is 0 where a row has fewer than k actuals; `low` and `high` are the ends between which a value lies.
    """

    year: Years
    low: Floats
    high: Floats
    growth: Floats

    @classmethod
    def of(cls, actuals: SeriesColumns, series: Rows, factor: Floats, looked_from: int) -> Self:
        """Look up the actuals of each series (shape (n,), -1 for none), counted in units of `factor` base units."""
        known = series >= 0
        begin = np.where(known, actuals.offset[series], 0)
        counts = np.where(known, actuals.offset[series + 1] - begin, 0)
        wide = max(int(counts.max(initial=0)), 1)
        if not len(actuals.year):
            nothing = np.full((len(series), wide), np.nan)
            return cls(np.zeros(nothing.shape, dtype=np.int32), nothing, nothing.copy(), nothing.copy())
        place = np.arange(wide)
        index = np.minimum(begin[:, None] + place, len(actuals.year) - 1)
        year = actuals.year[index]
        outside = (place >= counts[:, None]) | (year > looked_from)
        year[outside] = 0
        low = actuals.judged_low[index] / factor[:, None]
        low[outside] = np.nan
        if actuals.judged_high is actuals.judged_low:
            high = low
        else:
            high = actuals.judged_high[index] / factor[:, None]
            high[outside] = np.nan
        growth = actuals.growth[index]
        growth[outside] = np.nan
        return cls(year, low, high, growth)

    @property
    def reported(self) -> Flags:
        """Mark the years with a value, exact or bounded; shape (n, k)."""
        return ~np.isnan(self.low)

    @property
    def exact(self) -> Flags:
        """Mark the years whose value is one number; shape (n, k)."""
        return np.asarray(self.low == self.high)

    def rows(self, rows: Rows) -> "YearMatrix":
        """Keep some rows."""
        return YearMatrix(self.year[rows], self.low[rows], self.high[rows], self.growth[rows])


def first_place(marked: Flags) -> Rows:
    """Return the first marked column of each row, -1 where none is; (n, k) to (n,)."""
    return np.where(marked.any(axis=1), marked.argmax(axis=1), -1)


def last_place(marked: Flags) -> Rows:
    """Return the last marked column of each row, -1 where none is; (n, k) to (n,)."""
    wide = marked.shape[1]
    return np.where(marked.any(axis=1), wide - 1 - marked[:, ::-1].argmax(axis=1), -1)


def at_place(matrix: Floats, place: Rows) -> Floats:
    """Read one column of each row, NaN where the place is -1; (n, k) and (n,) to (n,)."""
    return np.where(place < 0, np.nan, matrix[np.arange(len(place)), place])


def year_at(year: Years, place: Rows) -> NDArray[np.int32]:
    """Read one year of each row, 0 where the place is -1; (n, k) and (n,) to (n,)."""
    return np.where(place < 0, 0, year[np.arange(len(place)), place]).astype(np.int32)
