"""Goals and their actuals as columns, fetched for one question or kept for many and brought up to date in part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from sys import intern
from typing import Any

import numpy as np

from tracker.domain.assessment.enum_codes import Flags, Floats, Rows
from tracker.domain.assessment.goal_columns import GoalColumns, GoalRow, columns_of_goals, goal_columns
from tracker.domain.assessment.series_columns import SeriesColumns, series_columns
from tracker.store import Reader
from tracker.store.record.actual_rows import actual_rows, state_rows
from tracker.store.record.goal_rows import goal_rows

# How many rows are laid out at once: as plain tuples, millions would take a gigabyte.
_BATCH = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class GoalTable:
    """n goals by key with what they belong to, and their actuals; `series` lists the store's numbers, ascending.

    Columns alone: a record for each goal would lengthen every collection of garbage, and so every answer.
    """

    keys: tuple[str, ...]
    plans: tuple[str, ...]
    zones: tuple[str, ...]
    indicators: tuple[str, ...]
    natures: tuple[str | None, ...]
    goals: GoalColumns
    series: Rows
    actuals: SeriesColumns


def fetch_goal_table(
    reader: Reader,
    *,
    as_of: datetime | None = None,
    plan: str | None = None,
    zone: str | None = None,
    with_children: bool = False,
    goal: str | None = None,
) -> GoalTable:
    """Fetch all goals, or those of one plan, one zone (and those under it) or one goal, with their actuals."""
    rows = goal_rows(reader, plan=plan, zone=zone, with_children=with_children, goal=goal, as_of=as_of)
    everything = plan is None and zone is None and goal is None
    return goal_table_of(reader, rows, as_of, everything=everything)


def goal_table_of(
    reader: Reader, given: Iterable[tuple[Any, ...]], as_of: datetime | None, *, everything: bool = False
) -> GoalTable:
    """Fetch the actuals of goals that are at hand; `everything` says that they are all goals of the store."""
    by_column = _columns(iter(given), len(GoalRow._fields))
    columns = dict(zip(GoalRow._fields, by_column, strict=True))
    goals = columns_of_goals(columns) if by_column[0] else goal_columns([])
    series = np.unique(np.r_[goals.series, goals.reference[goals.reference >= 0]])
    return GoalTable(
        keys=tuple(columns["goal"]),
        plans=tuple(map(intern, columns["plan"])),
        zones=tuple(map(intern, columns["zone"])),
        indicators=tuple(map(intern, columns["indicator"])),
        natures=tuple(columns["nature"]),
        goals=_renumbered(goals, series),
        series=series,
        actuals=fetch_series(reader, series, as_of, everything=everything),
    )


def fetch_series(reader: Reader, series: Rows, as_of: datetime | None, *, everything: bool = False) -> SeriesColumns:
    """Fetch the actuals of some series, numbered by their place in the list."""
    wanted: Iterable[int] | None = None if everything else [int(sery) for sery in series]
    rows = _table(actual_rows(reader, wanted, as_of=as_of))
    place, listed = _places(series, rows[:, 0])
    rows[:, 0] = place
    states = list(state_rows(reader, wanted, as_of=as_of))
    place_of_state, kept = _places(series, np.array([row[0] for row in states], dtype=np.int64))
    placed = [(int(place_of_state[n]), *states[n][1:]) for n in np.flatnonzero(kept)]
    return series_columns(rows[listed], placed, count=len(series))


def _places(series: Rows, numbers: Rows | Floats) -> tuple[Rows, Flags]:
    """Return where in a list of series some numbers stand, and mark those that are in it; arrays of one shape."""
    place = np.searchsorted(series, numbers)
    return place, np.r_[series, -1][place] == numbers


def _columns(rows: Iterator[tuple[Any, ...]], wide: int) -> list[list[Any]]:
    """Turn rows into columns, some rows at a time."""
    columns: list[list[Any]] = [[] for _ in range(wide)]
    while some := list(islice(rows, _BATCH)):
        for column, values in zip(columns, zip(*some, strict=True), strict=True):
            column.extend(values)
    return columns


def _table(rows: Iterator[tuple[Any, ...]]) -> Floats:
    """Lay out rows of six numbers as an array of shape (n, 6), NaN for None."""
    batches = [np.zeros((0, 6))]
    while some := list(islice(rows, _BATCH)):
        batches.append(np.array(some, dtype=np.float64))
    return np.concatenate(batches)


def brought_up_to_date(goal_table: GoalTable, reader: Reader, touched: Iterable[int]) -> GoalTable:
    """Fetch the actuals of the series that were touched again, and keep the rest."""
    series = np.intersect1d(goal_table.series, np.fromiter(touched, dtype=np.int64))
    if not len(series):
        return goal_table
    fetched = fetch_series(reader, series, None)
    return replace(
        goal_table, actuals=goal_table.actuals.with_series(np.searchsorted(goal_table.series, series), fetched)
    )


def _renumbered(goals: GoalColumns, series: Rows) -> GoalColumns:
    """Number the series of goals by their place in the list."""
    reference = np.where(goals.reference >= 0, np.searchsorted(series, goals.reference), goals.reference)
    return replace(goals, series=np.searchsorted(series, goals.series), reference=reference)
