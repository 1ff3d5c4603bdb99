"""Means of the plan's years, growth in step over the whole plan, and goals that ask for a direction alone, by hand."""

from typing import Any

import pytest

from tests.domain.by_hand import judged
from tracker.domain.statuses import Rule

PLAN: dict[str, Any] = {"start": 2021, "due": 2025}
MEAN: dict[str, Any] = {"measured_by": "mean", "comparator": "<=", "value": 5, "better": "down", **PLAN}
IN_STEP: dict[str, Any] = {"kind": "relative", "basis": "on_average", **PLAN}


def test_the_years_left_may_have_what_the_mean_still_allows() -> None:
    found = judged({2021: 6, 2022: 5, 2023: 4.5}, **MEAN, looked_from=2024)
    assert found.status == "behind"
    assert found.verdict.required_mean == pytest.approx(4.75)
    assert found.verdict.counted_years == (2021, 2022, 2023)
    assert found.verdict.progress is None
    assert found.verdict.required_pace is None


def test_a_mean_counts_the_years_of_the_plan_alone_and_those_that_were_reported() -> None:
    assert judged({2019: 50, 2021: 4, 2022: 6}, **MEAN, looked_from=2022).status == "on track"
    found = judged({2021: 4, 2023: 7}, **MEAN, looked_from=2023).verdict
    assert found.measured == 5.5
    assert found.required_mean == pytest.approx((20 - 11) / 2)
    assert judged({2021: 4, 2025: 5, 2026: 90}, **MEAN).status == "met"
    assert judged({2020: 4}, **MEAN).status == "no actual yet"
    assert judged({2021: 4, 2022: 5}, **MEAN, looked_from=2026).assessment.overdue[0]


def test_a_mean_of_bounds_is_judged_at_both_ends() -> None:
    assert judged({2021: 4, 2022: "under 5"}, **MEAN, looked_from=2022).status == "on track"
    assert judged({2021: 6, 2022: "under 5"}, **MEAN, looked_from=2022).status == "indeterminate"


def test_nothing_is_left_of_a_mean_that_is_due() -> None:
    found = judged({2021: 4, 2022: 4, 2023: 4, 2024: 5, 2025: 5}, **MEAN).verdict
    assert (found.statuses[Rule.TIME], found.required_mean, found.gap) == ("met", None, 0)


def test_a_range_may_be_kept_on_average() -> None:
    wanted: dict[str, Any] = {"kind": "range", "measured_by": "mean", "value": 2, "value_high": 4, **PLAN}
    assert judged({2021: 1, 2022: 4}, **wanted).status == "on track"
    assert judged({2021: 1, 2022: 2}, **wanted).status == "behind"
    assert judged({2021: 1, 2025: 2}, **wanted).status == "missed"


def test_growth_in_step_is_that_of_both_over_the_whole_plan() -> None:
    found = judged(
        {2021: 10, 2022: 0}, reference={2021: 4, 2022: 4}, accumulates="annual_change", **IN_STEP, looked_from=2022
    )
    assert found.status == "on track"
    assert found.verdict.own_value == pytest.approx(100 * (1.1**0.5 - 1))
    assert found.verdict.reference_value == pytest.approx(4)
    assert found.verdict.measured == pytest.approx(100 * (1.1**0.5 - 1) - 4)
    assert found.verdict.breached_years == ()


def test_levels_grow_from_the_year_before_the_plan() -> None:
    levels = {2020: 100.0, 2021: 105.0, 2022: 121.0}
    found = judged(levels, reference={2020: 50, 2022: 60.5}, **IN_STEP, looked_from=2022)
    assert found.verdict.measured == pytest.approx(0, abs=1e-9)
    assert found.verdict.own_value == pytest.approx(10)
    assert judged(levels, reference={2022: 60.5}, **IN_STEP, looked_from=2022).status == "no baseline"
    assert judged(levels, reference={2020: 50}, **IN_STEP, looked_from=2022).status == "no actual yet"


def test_a_missing_year_leaves_growth_in_step_open() -> None:
    found = judged({2021: 10, 2023: 9}, reference={2021: 4, 2023: 4}, accumulates="annual_change", **IN_STEP)
    assert found.status == "indeterminate"


DOWN: dict[str, Any] = {"kind": "direction", "baseline_year": 2020, "baseline_value": 100, **PLAN}


@pytest.mark.parametrize(
    ("comparator", "value", "status"),
    [
        (">", 101, "on track"), (">", 100, "far behind"), (">", 99, "moving away"),
        (">=", 101, "on track"), (">=", 100, "on track"), (">=", 99, "moving away"),
        ("<", 99, "on track"), ("<", 100, "far behind"), ("<", 101, "moving away"),
        ("<=", 99, "on track"), ("<=", 100, "on track"), ("<=", 101, "moving away"),
    ],
)  # fmt: skip
def test_a_direction_is_kept_on_its_side_of_the_start(comparator: str, value: float, status: str) -> None:
    assert judged({2023: value}, comparator=comparator, **DOWN).by_time == status
    assert judged({2023: value}, comparator=comparator, **DOWN).by_projection == status
    due = judged({2025: value}, comparator=comparator, **DOWN).status
    assert due == ("met" if status == "on track" else "missed")


@pytest.mark.parametrize(
    ("value", "status"),
    [(101.0**2 / 100, "on track"), (102, "behind"), (100, "behind"), (99.9, "moving away"), (-5, "not assessable")],
)
def test_the_compound_rule_asks_of_a_direction_one_percent_a_year(value: float, status: str) -> None:
    assert judged({2022: value}, comparator=">", **DOWN).by_compound == status


def test_the_growth_of_a_direction_is_counted_towards_it_from_below_zero_too() -> None:
    wanted = {**DOWN, "baseline_value": -100}
    assert judged({2022: -90}, comparator=">", **wanted).by_compound == "on track"
    assert judged({2022: -110}, comparator=">", **wanted).by_compound == "moving away"


def test_the_projection_rule_looks_at_the_last_changes_of_a_direction() -> None:
    rising = {2021: 120.0, 2022: 118.0, 2023: 116.0}
    assert judged(rising, comparator=">", **DOWN).by_projection == "on track"
    later = {**rising, 2024: 110.0, 2025: 108.0, 2026: 105.0}
    assert judged(later, comparator=">", **{**DOWN, "due": 2030}).by_projection == "moving away"
    assert judged({2022: 110}, comparator=">", **DOWN).by_projection == "too few points"


def test_a_direction_has_no_target_gap_or_progress() -> None:
    found = judged({2022: 90}, comparator="<", **DOWN).verdict
    assert (found.measured, found.target, found.gap, found.gap_size, found.gap_word) == (-10, None, None, None, None)
    assert (found.progress, found.path_value, found.gap_to_path, found.required_pace) == (None,) * 4
    assert judged({2022: 90}, comparator="<", kind="direction", **PLAN).status == "no baseline"
    assert judged({2020: 90}, comparator="<", kind="direction", **PLAN).status == "no actual yet"


def test_the_noise_of_large_values_is_no_change() -> None:
    wanted = {**DOWN, "baseline_value": 0.1 + 0.2}
    assert judged({2025: 0.3}, comparator=">=", **wanted).status == "met"
    assert judged({2025: 0.3}, comparator=">", **wanted).status == "missed"
