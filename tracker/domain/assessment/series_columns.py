"""Dated actuals as columns: one row a reported year, ordered by series and year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from tracker.domain.assessment.enum_codes import NONE, Codes, Floats, Rows, Years, code_of
from tracker.domain.vocabulary import MilestoneState, Qualifier

OPEN_LOW, OPEN_HIGH = 1, 2
# How far an open end ("over 100") lies beyond its number: more than a comparison's tolerance, less than any digit.
HAIR, _LEAST = 4e-9, 1e-290

ActualRow = tuple[int, int, float | None, float | None, float | None, int]


@dataclass(frozen=True, slots=True)
class SeriesColumns:
    """Dated actuals as arrays of shape (m,), in the base unit of their dimension.

    `offset` has shape (series + 1,): series i owns the rows offset[i] to offset[i + 1]. A value has low = high; an
    end without bound is infinite; both are NaN where only a growth (percent) or a milestone's state is known.
    `judged_low` and `judged_high` lie a hair beyond an open end, so that "over 100" is more than 100.
    """

    offset: Rows
    year: Years
    low: Floats
    high: Floats
    growth: Floats
    state: Codes
    judged_low: Floats
    judged_high: Floats

    @classmethod
    def build(cls, offset: Rows, year: Years, low: Floats, high: Floats, growth: Floats, open_end: Codes) -> Self:
        """Chain growths onto the level of the year before and set the ends that are judged; no states."""
        low, high = chain_growth(offset, year, low, high, growth)
        return cls(
            offset=offset,
            year=year,
            low=low,
            high=high,
            growth=growth,
            state=np.full(len(year), NONE, dtype=np.int8),
            judged_low=_beyond(low, open_end == OPEN_LOW, +1),
            judged_high=_beyond(high, open_end == OPEN_HIGH, -1),
        )

    def qualifier(self, series: int, year: int) -> Qualifier:
        """Return how exactly a series' value of a year was reported; exact where there is none."""
        row = int(self.offset[series]) + int(
            np.searchsorted(self.year[self.offset[series] : self.offset[series + 1]], year)
        )
        if series < 0 or row >= self.offset[series + 1] or self.year[row] != year:
            return Qualifier.EXACT
        if self.high[row] == np.inf:
            return Qualifier.OVER if self.judged_low[row] != self.low[row] else Qualifier.AT_LEAST
        if self.low[row] == -np.inf:
            return Qualifier.UNDER if self.judged_high[row] != self.high[row] else Qualifier.AT_MOST
        return Qualifier.BETWEEN if self.low[row] < self.high[row] else Qualifier.EXACT

    def with_series(self, series: Rows, replacement: "SeriesColumns") -> "SeriesColumns":
        """Put other actuals in the place of some series: row i of `replacement` belongs to series[i]; series ascend."""
        count = np.diff(self.offset)
        owner = np.repeat(np.arange(len(count)), count)
        kept = ~np.isin(owner, series)
        owners = np.r_[owner[kept], np.repeat(series, np.diff(replacement.offset))]
        order = np.argsort(owners, kind="stable")
        columns = {
            name: np.concatenate([getattr(self, name)[kept], getattr(replacement, name)])[order]
            for name in self.__slots__
            if name != "offset"
        }
        return SeriesColumns(
            offset=np.searchsorted(owners[order], np.arange(len(count) + 1)).astype(np.int64), **columns
        )


def _beyond(value: Floats, is_open: Codes, side: int) -> Floats:
    """Move open ends a hair into the open; arrays of one shape."""
    rows = np.flatnonzero(is_open)
    if not len(rows):
        return value
    moved = value.copy()
    moved[rows] += side * np.maximum(np.abs(value[rows]) * HAIR, _LEAST)
    return moved


def chain_growth(offset: Rows, year: Years, low: Floats, high: Floats, growth: Floats) -> tuple[Floats, Floats]:
    """Return a level to a year that has only a growth where the year before has a level; arrays as in SeriesColumns."""
    missing = np.isnan(low) & np.isnan(high) & (growth > -100)
    if not missing.any():
        return low, high
    low, high = low.copy(), high.copy()
    begins = np.zeros(len(year), dtype=bool)
    begins[offset[:-1][offset[:-1] < len(year)]] = True
    follows = ~begins & (np.diff(year, prepend=year[:1]) == 1)
    waiting = np.flatnonzero(missing & follows)
    while len(rows := waiting[~np.isnan(low[waiting - 1])]):
        factor = 1 + growth[rows] / 100
        low[rows], high[rows] = low[rows - 1] * factor, high[rows - 1] * factor
        waiting = waiting[np.isnan(low[waiting])]
    return low, high


def series_columns(
    rows: Sequence[ActualRow] | Floats, states: Iterable[tuple[int, int, str]] = (), *, count: int
) -> SeriesColumns:
    """Lay out rows (series, year, low, high, growth, open end), ordered by series and year, for `count` series.

    A bound that is missing beside a known one is no bound. States of milestones come as (series, year, state).
    """
    table = np.array(rows, dtype=np.float64).reshape(-1, 6)
    series, year = table[:, 0].astype(np.int64), table[:, 1].astype(np.int32)
    low, high = table[:, 2].copy(), table[:, 3].copy()
    no_low, no_high = np.isnan(low), np.isnan(high)
    low[no_low & ~no_high], high[no_high & ~no_low] = -np.inf, np.inf
    offset = np.searchsorted(series, np.arange(count + 1)).astype(np.int64)
    columns = SeriesColumns.build(offset, year, low, high, table[:, 4].copy(), table[:, 5].astype(np.int8))
    for one, when, state in states:
        begin, end = int(offset[one]), int(offset[one + 1])
        columns.state[begin + int(np.searchsorted(year[begin:end], when))] = code_of(MilestoneState, state)
    return columns


def supposing(actuals: SeriesColumns, series: int, year: int, value: float) -> SeriesColumns:
    """Return the actuals as if a series had had a value (in base units) in a year, whatever was reported for it."""
    begin, end = int(actuals.offset[series]), int(actuals.offset[series + 1])
    kept = np.flatnonzero(actuals.year[begin:end] != year) + begin
    place = int(np.searchsorted(actuals.year[kept], year))
    supposed = {"year": year, "growth": np.nan, "state": NONE}
    columns = {
        name: np.insert(getattr(actuals, name)[kept], place, supposed.get(name, value))
        for name in actuals.__slots__
        if name != "offset"
    }
    return actuals.with_series(np.array([series]), SeriesColumns(offset=np.array([0, len(kept) + 1]), **columns))
