"""The assessment alone, from arrays in memory, against the plain method that goes goal by goal."""

from collections.abc import Iterator
from dataclasses import fields, replace
from random import Random
from statistics import median
from typing import Any

import numpy as np

from tests.bench.lines import Line, timed
from tests.bench.progress import tell
from tests.bench.stores import Stores
from tests.bench.synthetic import SEED, TERMS, YEARS, level
from tests.domain.plain_method import judge_plainly
from tests.domain.random_goals import Case, goal_row, lay_out
from tracker.domain.assessment.assess import assess
from tracker.domain.assessment.enum_codes import word
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.series_columns import OPEN_LOW, ActualRow, SeriesColumns
from tracker.domain.statuses import Status

_GOALS, _SAMPLE, _PLAIN, _RUNS = 1_000_000, 20_000, 4_000, 5
_SEEN_FROM = 2026


def measure_assessment(_stores: Stores) -> Iterator[Line]:
    """Judge a million goals by all three rules, and a few thousand of them by the plain method."""
    tell("making a million goals")
    chance = Random(SEED)  # noqa: S311  # numbers to measure with, nothing secret
    sample = [_case(place % len(TERMS), chance) for place in range(_SAMPLE)]
    goals, actuals = _repeated(*lay_out(sample), _GOALS // _SAMPLE)
    tell("judging them")
    speed = median(_GOALS / timed(lambda: assess(goals, actuals, _SEEN_FROM)) for _run in range(_RUNS))
    reached = speed >= 1e6
    yield Line("assessment alone", "1 M", f"{speed:,.0f} goals/s", _RUNS, "1,000,000 goals/s", reached)
    plain = median(_PLAIN / timed(lambda: _judge_plainly(sample)) for _run in range(3))
    yield Line("the plain method, goal by goal", f"{_PLAIN:,}", f"{plain:,.0f} goals/s", 3)
    yield Line("assessment against the plain method", "", f"{speed / plain:,.0f} times as fast", 1)
    yield _agreement(sample, goals, actuals)


def _case(place: int, chance: Random) -> Case:
    """Make up a goal of the usual mix with five actuals, one in thirty of them "over" its number."""
    kind, comparator, better, accumulates, value, unit = TERMS[place]
    stated = kind in ("level", "multiple", "rank") and chance.random() < 0.5
    goal = goal_row(
        kind=kind, comparator=comparator, better=better, accumulates=accumulates, indicator_unit=unit,
        value=round(chance.uniform(*value), 1), due=2025, start=2021, issued=2021,
        approximate=int(chance.random() < 0.1), baseline_year=2020 if stated else None,
        baseline_value=float(level(place, 0, chance)) if stated else None,
    )  # fmt: skip
    return Case(goal, tuple(_actual(place, year, chance) for year in YEARS), (), ())


def _actual(place: int, year: int, chance: Random) -> ActualRow:
    value, over = float(level(place, year - YEARS[0], chance)), chance.random() < 1 / 30
    if TERMS[place][3] == "annual_change":
        return 0, year, None, None, value, 0
    return 0, year, value, None if over else value, None, OPEN_LOW if over else 0


def _repeated(goals: GoalColumns, actuals: SeriesColumns, times: int) -> tuple[GoalColumns, SeriesColumns]:
    """Repeat goals and their series, each repetition with series of its own."""
    series, rows = len(actuals.offset) - 1, len(actuals.year)
    own = {"series": np.concatenate([goals.series + series * turn for turn in range(times)])}
    many = replace(goals.take(np.tile(np.arange(len(goals)), times)), **own)
    columns: dict[str, Any] = {field.name: np.tile(getattr(actuals, field.name), times) for field in fields(actuals)}
    columns["offset"] = np.r_[0, np.concatenate([actuals.offset[1:] + rows * turn for turn in range(times)])]
    return many, SeriesColumns(**columns)


def _judge_plainly(sample: list[Case]) -> None:
    for case in sample[:_PLAIN]:
        judge_plainly(*case, looked_from=_SEEN_FROM)


def _agreement(sample: list[Case], goals: GoalColumns, actuals: SeriesColumns) -> Line:
    """Count the goals of the sample on which both give the same three statuses."""
    found = assess(goals.take(slice(0, _PLAIN)), actuals, _SEEN_FROM).status
    words = (tuple(str(word(Status, int(each))) for each in found[:, row]) for row in range(_PLAIN))
    plain = (judge_plainly(*case, looked_from=_SEEN_FROM).statuses for case in sample[:_PLAIN])
    same = sum(one == other for one, other in zip(words, plain, strict=True))
    return Line("goals on which both agree", f"{_PLAIN:,}", f"{same:,}", 1, f"{_PLAIN:,}", same == _PLAIN)
