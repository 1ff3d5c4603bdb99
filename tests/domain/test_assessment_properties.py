"""What holds of every assessment, whatever the goals and actuals."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.random_goals import Case, cases, goal_row, lay_out
from tracker.domain.assessment import assess as assessing
from tracker.domain.assessment.assess import Assessment, assess
from tracker.domain.assessment.enum_codes import code
from tracker.domain.assessment.figures import Figures, figures
from tracker.domain.assessment.projection import Projections, project
from tracker.domain.assessment.series_columns import OPEN_HIGH, OPEN_LOW, ActualRow
from tracker.domain.statuses import Status

FEW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
SEEN_FROM = st.integers(2016, 2028)
MIRRORED = {">=": "<=", ">": "<", "<=": ">=", "<": ">", "=": "=", None: None, "between": "between"}


def mirror(case: Case) -> Case:
    """Negate every number, and turn comparator, direction and open ends round."""
    goal = case.goal
    low, high = goal.value, goal.value_high
    if goal.comparator == "between" and low is not None and high is not None:
        low, high = -high, -low
    elif low is not None:
        low = -low
    pairs = [pair.split("=") for pair in goal.interim.split(";")] if goal.interim else []
    turned = goal._replace(
        comparator=MIRRORED[goal.comparator],
        better={"up": "down", "down": "up", "none": "none"}[goal.better],
        value=low,
        value_high=high,
        baseline_value=None if goal.baseline_value is None else -goal.baseline_value,
        interim=";".join(f"{year}={-float(value)}" for year, value in pairs) or None,
    )
    return case._replace(goal=turned, rows=tuple(mirrored_row(row) for row in case.rows))


def mirrored_row(row: ActualRow) -> ActualRow:
    series, year, low, high, growth, open_end = row
    turned = {OPEN_LOW: OPEN_HIGH, OPEN_HIGH: OPEN_LOW, 0: 0}[open_end]
    return series, year, None if high is None else -high, None if low is None else -low, growth, turned


def is_whole(case: Case) -> bool:
    return case.goal.comparator != "between" or None not in (case.goal.value, case.goal.value_high)


@FEW
@given(cases(("level",)).filter(is_whole), SEEN_FROM)
def test_the_mirror_of_a_level_goal_has_the_same_verdict_by_every_rule(case: Case, looked_from: int) -> None:
    case = case._replace(goal=case.goal._replace(accumulates="level"))
    one, other = (assess(*lay_out([each]), looked_from) for each in (case, mirror(case)))
    # Half-way between two ends either may be called the nearer; the mirror takes the other.
    if not np.isclose(abs(one.target[0]), abs(other.target[0])):
        return
    assert (one.status == other.status).all()
    assert np.allclose(one.time, other.time, equal_nan=True)
    assert np.allclose(one.compound, other.compound, equal_nan=True)


@FEW
@given(
    cases(("level", "increase", "change", "multiple", "growth", "rank")), SEEN_FROM, st.sampled_from((0.001, 7.0, 1e8))
)
def test_counting_in_another_unit_changes_no_ratio(case: Case, looked_from: int, factor: float) -> None:
    goals, actuals = lay_out([case])
    scaled = replace(
        actuals,
        low=actuals.low * factor,
        high=actuals.high * factor,
        judged_low=actuals.judged_low * factor,
        judged_high=actuals.judged_high * factor,
    )
    if case.goal.accumulates == "annual_change":
        return
    other = assess(replace(goals, factor=goals.factor * factor), scaled, looked_from)
    one = assess(goals, actuals, looked_from)
    assert np.allclose(one.time, other.time, equal_nan=True, rtol=1e-7, atol=1e-9)
    assert np.allclose(one.compound, other.compound, equal_nan=True, rtol=1e-6, atol=1e-8)


RANKED = [
    Status.MET, Status.MET_EARLY, Status.AHEAD, Status.ON_TRACK, Status.BEHIND, Status.FAR_BEHIND, Status.MOVING_AWAY,
    Status.MISSED,
]  # fmt: skip


@FEW
@given(
    st.sampled_from((">=", ">", "<=", "<")),
    st.integers(-300, 300),
    st.integers(-300, 300),
    st.dictionaries(st.integers(2021, 2026), st.integers(-400, 400), min_size=1),
    st.integers(1, 300),
    st.sampled_from((None, "2022=50;2023=-20")),
)
def test_a_worse_latest_actual_never_improves_the_status_by_time(
    comparator: str, base: int, value: int, actuals: dict[int, int], worse: int, interim: str | None
) -> None:
    goal = goal_row(
        comparator=comparator, value=value, start=2021, due=2025, baseline_year=2020, baseline_value=base,
        interim=interim,
    )  # fmt: skip
    year = min((when for when in actuals if when >= 2025), default=max(actuals))
    lower = {**actuals, year: actuals[year] - worse * (1 if comparator in (">=", ">") else -1)}
    better, poorer = (
        assess(*lay_out([Case(goal, tuple((0, y, v, v, None, 0) for y, v in sorted(told.items())), (), ())]), 2026)
        for told in (actuals, lower)
    )
    order = [code(each) for each in RANKED]
    assert order.index(int(poorer.status[0, 0])) >= order.index(int(better.status[0, 0]))


Columns = Assessment | Figures | Projections


def same_columns(one: Columns, other: Columns, row: int) -> bool:
    return all(
        np.allclose(getattr(one, name)[..., 0], getattr(other, name)[..., row], equal_nan=True, rtol=1e-12, atol=1e-12)
        for name in (field.name for field in fields(one))
    )


@FEW
@given(st.lists(cases(), min_size=1, max_size=7), SEEN_FROM, st.integers(1, 4))
def test_a_goal_alone_is_judged_as_among_others(several: list[Case], looked_from: int, block: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(assessing, "_BLOCK", block)
        patched.setattr("tracker.domain.assessment.projection._BLOCK", block)
        goals, actuals = lay_out(several)
        found = assess(goals, actuals, looked_from)
        among: list[Columns] = [found, figures(goals, found), project(goals, actuals, looked_from, found)]
    for row, case in enumerate(several):
        goals, actuals = lay_out([case])
        found = assess(goals, actuals, looked_from)
        alone: list[Columns] = [found, figures(goals, found), project(goals, actuals, looked_from, found)]
        for one, other in zip(alone, among, strict=True):
            assert same_columns(one, other, row), case


@FEW
@given(st.lists(cases(), max_size=5), SEEN_FROM)
def test_every_goal_gets_a_known_word_and_figures_without_infinity(several: list[Case], looked_from: int) -> None:
    goals, actuals = lay_out(several)
    found = assess(goals, actuals, looked_from)
    assert found.status.shape == (3, len(several))
    assert ((found.status >= 0) & (found.status < len(Status))).all()
    told = figures(goals, found)
    projected = project(goals, actuals, looked_from, found)
    numbers = [found.time, found.compound, found.path, found.elapsed, found.target, found.start]
    numbers += [getattr(told, field.name) for field in fields(told)]
    numbers += [getattr(projected, field.name) for field in fields(projected)]
    assert not any(np.isinf(each).any() for each in numbers)
    assert not ((projected.chance < 0) | (projected.chance > 1)).any()
    assert not ((projected.low > projected.value) | (projected.value > projected.high)).any()


def test_no_goals_give_no_verdicts() -> None:
    goals, actuals = lay_out([])
    found = assess(goals, actuals, 2026)
    assert len(found) == len(goals) == 0
    assert figures(goals, found).gap.shape == project(goals, actuals, 2026, found).value.shape == (0,)
