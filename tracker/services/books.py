"""Goals and their actuals as columns, fetched for one question or kept for many and brought up to date in part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from tracker.domain.codes import Rows
from tracker.domain.goal_columns import GoalColumns, GoalRow, goal_columns
from tracker.domain.series_columns import SeriesColumns, series_columns
from tracker.store import Reader
from tracker.store.columns import actual_rows, goal_rows, state_rows


@dataclass(frozen=True, slots=True)
class Book:
    """n goals with what they belong to, and their actuals; `series` lists the store's numbers in ascending order."""

    rows: tuple[GoalRow, ...]
    goals: GoalColumns
    series: Rows
    actuals: SeriesColumns


def open_book(
    reader: Reader,
    *,
    as_of: datetime | None = None,
    plan: str | None = None,
    zone: str | None = None,
    with_children: bool = False,
    goal: str | None = None,
) -> Book:
    """Fetch all goals, or those of one plan, one zone (and those under it) or one goal, with their actuals."""
    found = goal_rows(reader, plan=plan, zone=zone, with_children=with_children, goal=goal, as_of=as_of)
    everything = plan is None and zone is None and goal is None
    return book_of(reader, map(GoalRow._make, found), as_of, everything=everything)


def book_of(reader: Reader, given: Iterable[GoalRow], as_of: datetime | None, *, everything: bool = False) -> Book:
    """Fetch the actuals of goals that are at hand; `everything` says that they are all goals of the store."""
    rows = tuple(given)
    goals = goal_columns(rows)
    series = np.unique(np.r_[goals.series, goals.reference[goals.reference >= 0]])
    actuals = fetch_series(reader, series, as_of, everything=everything)
    return Book(rows, _renumbered(goals, series), series, actuals)


def fetch_series(reader: Reader, series: Rows, as_of: datetime | None, *, everything: bool = False) -> SeriesColumns:
    """Fetch the actuals of some series, numbered by their place in the list."""
    wanted: Iterable[int] | None = None if everything else [int(one) for one in series]
    place = {int(one): number for number, one in enumerate(series)}
    rows = [(place[row[0]], *row[1:]) for row in actual_rows(reader, wanted, as_of=as_of) if row[0] in place]
    states = [(place[one], year, state) for one, year, state in state_rows(reader, wanted, as_of=as_of) if one in place]
    return series_columns(rows, states, count=len(series))


def brought_up_to_date(book: Book, reader: Reader, touched: Iterable[int]) -> Book:
    """Fetch the actuals of the series that were touched again, and keep the rest."""
    series = np.intersect1d(book.series, np.fromiter(touched, dtype=np.int64))
    if not len(series):
        return book
    told = fetch_series(reader, series, None)
    return replace(book, actuals=book.actuals.with_series(np.searchsorted(book.series, series), told))


def _renumbered(goals: GoalColumns, series: Rows) -> GoalColumns:
    """Number the series of goals by their place in the list."""
    reference = np.where(goals.reference >= 0, np.searchsorted(series, goals.reference), goals.reference)
    return replace(goals, series=np.searchsorted(series, goals.series), reference=reference)
