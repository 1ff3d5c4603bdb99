"""Where the pace so far leads, held against numbers worked by hand and against scipy's regression."""

from math import isnan, sqrt
from typing import Any

import pytest
from scipy import stats

from tests.domain.by_hand import judged

GOAL: dict[str, Any] = {"value": 200, "start": 2021, "due": 2025, "baseline_year": 2020, "baseline_value": 100}


def test_the_line_goes_through_the_baseline_and_the_actuals_since() -> None:
    # Years −1, 0, 1 and values 100, 118, 130: mean 116, slope 15, at +4 years from the middle: 116 + 15 × 4 = 176.
    found = judged({2019: 7, 2021: 118, 2022: 130}, **GOAL)
    value, low, high, chance = found.projected()
    assert value == pytest.approx(176)
    # Residuals −1, 2, −1: s² = 6 / 1; se² = 6 × (1 + 1/3 + 16/2) = 56; t(0.9; 1 degree of freedom) = 3.0777.
    assert high - value == pytest.approx(3.077683537 * sqrt(56))
    assert value - low == pytest.approx(3.077683537 * sqrt(56))
    assert chance == pytest.approx(1 - stats.t.cdf(24 / sqrt(56), 1), rel=1e-6)


def test_the_projection_agrees_with_scipy() -> None:
    years, values = [2020, 2021, 2022, 2024], [100, 111, 108, 131]
    found = judged({2021: 111, 2022: 108, 2024: 131}, **{**GOAL, "due": 2027})
    line = stats.linregress(years, values)
    assert found.projected()[0] == pytest.approx(line.intercept + line.slope * 2027)
    mean = sum(years) / 4
    square = sum((year - mean) ** 2 for year in years)
    rest = sum((v - line.intercept - line.slope * y) ** 2 for y, v in zip(years, values, strict=True)) / 2
    error = sqrt(rest * (1 + 1 / 4 + (2027 - mean) ** 2 / square))
    assert found.projected()[2] == pytest.approx(found.projected()[0] + stats.t.ppf(0.9, 2) * error)
    assert found.projected()[3] == pytest.approx(stats.t.sf((200 - found.projected()[0]) / error, 2), rel=1e-6)


def test_a_projection_stays_within_the_indicators_own_bounds() -> None:
    assert judged({2022: 130}, **GOAL, maximum=150.0).projected()[0] == pytest.approx(150)
    assert judged({2022: 70}, **GOAL, minimum=40.0).projected()[0] == pytest.approx(40)


def test_an_indicators_own_bounds_stand_before_those_of_its_unit() -> None:
    share = {**GOAL, "value": 120, "baseline_value": 90, "indicator_unit": "%"}
    assert judged({2022: 96}, **share).projected()[0] == pytest.approx(100)
    assert judged({2022: 96}, **share, maximum=200.0).projected()[0] == pytest.approx(105)


def test_two_points_are_extended_without_interval_or_chance() -> None:
    value, low, high, chance = judged({2022: 130}, **GOAL).projected()
    assert value == pytest.approx(175)
    assert isnan(low)
    assert isnan(high)
    assert isnan(chance)


def test_one_point_gives_none() -> None:
    assert all(isnan(each) for each in judged({2020: 100}, **GOAL).projected())
    assert all(isnan(each) for each in judged({2022: 130}, value=200, start=2021, due=2025).projected())
    assert all(isnan(each) for each in judged({2022: "over 130"}, **GOAL).projected())


def test_a_bound_is_no_point_of_the_line() -> None:
    assert judged({2021: "over 300", 2022: 130}, **GOAL).projected()[0] == pytest.approx(175)


def test_a_goal_that_was_judged_at_its_due_year_is_not_projected() -> None:
    assert all(isnan(each) for each in judged({2022: 130, 2025: 180}, **GOAL).projected())
    assert not isnan(judged({2022: 130, 2024: 180}, **GOAL, looked_from=2030).projected()[0])
    assert isnan(judged({2022: 130}, value=200, start=2021, baseline_year=2020, baseline_value=100).projected()[0])


def test_year_by_year_goals_growth_and_milestones_are_not_projected() -> None:
    for kind in ("every_year", "range", "growth"):
        found = judged({2021: 110, 2022: 130, 2023: 140}, kind=kind, **GOAL, value_high=300)
        assert all(isnan(each) for each in found.projected()), kind


def test_additions_and_changes_are_projected_from_nought() -> None:
    found = judged({2021: 40, 2022: 40}, kind="increase", accumulates="flow", value=150, start=2021, due=2025)
    value, _, _, chance = found.projected()
    assert value == pytest.approx(200)
    assert chance == 1
    found = judged({2021: 96, 2022: 92}, kind="change", **{**GOAL, "value": -30, "comparator": "<="})
    assert found.projected()[0] == pytest.approx(-20)
    assert found.projected()[3] == 0


def test_a_steady_line_that_just_arrives_is_sure_to_arrive() -> None:
    found = judged({2021: 120, 2022: 140, 2023: 160}, **GOAL)
    assert found.projected() == pytest.approx((200, 200, 200, 1))
    assert judged({2021: 120, 2022: 140, 2023: 160}, **GOAL | {"comparator": ">"}).projected()[3] == 0


def test_counts_and_money_never_fall_below_nought() -> None:
    falling = {2021: 60, 2022: 30, 2023: 1}
    for unit in ("enterprises", "yuan"):
        value, low, high, chance = judged(falling, **GOAL, indicator_unit=unit).projected()
        assert value == 0
        assert low == 0
        assert high >= 0
        assert chance < 0.01
    below = judged({2021: 60, 2022: 30, 2023: -1}, **GOAL, indicator_unit="index").projected()
    assert below[0] < 0


def test_shares_stay_within_a_hundred_percent() -> None:
    goal: dict[str, Any] = {"value": 95, "start": 2021, "due": 2030, "baseline_year": 2020, "baseline_value": 50}
    value, low, high, _ = judged({2021: 60, 2022: 69, 2023: 81}, **goal, indicator_unit="%").projected()
    assert value == high == 100
    assert 0 <= low <= 100
    above = judged({2021: 80, 2022: 101, 2023: 120}, **goal, indicator_unit="%").projected()
    assert above[0] >= 120


def test_ranks_are_never_better_than_first() -> None:
    goal: dict[str, Any] = {
        "kind": "rank",
        "value": 3,
        "start": 2021,
        "due": 2030,
        "baseline_year": 2020,
        "baseline_value": 20,
    }
    for accumulates in ("rank", "level"):
        value, low, _, _ = judged({2021: 15, 2022: 11, 2023: 5}, **goal, accumulates=accumulates).projected()
        assert value == low == 1


def test_the_chance_of_landing_between_two_ends_counts_both() -> None:
    goal: dict[str, Any] = {**GOAL, "comparator": "between", "value": 170, "value_high": 180, "better": "none"}
    found = judged({2021: 118, 2022: 130}, **goal)
    error = sqrt(56)
    expected = stats.t.cdf(4 / error, 1) - stats.t.cdf(-6 / error, 1)
    assert found.projected()[3] == pytest.approx(expected, rel=1e-5)


def test_the_chance_of_about_a_number_is_that_of_reaching_its_lower_end() -> None:
    found = judged({2021: 118, 2022: 130}, **{**GOAL, "value": 184}, approximate=1)
    assert found.projected()[3] == pytest.approx(stats.t.sf((184 * 0.95 - 176) / sqrt(56), 1), rel=1e-6)


def test_a_change_may_be_projected_below_nought_whatever_its_indicator() -> None:
    told: dict[str, Any] = {"indicator_unit": "yuan", "start": 2021, "due": 2025, "baseline_year": 2020}
    found = judged({2021: 96, 2022: 92}, kind="change", value=-30, comparator="<=", baseline_value=100, **told)
    assert found.projected()[0] == pytest.approx(-20)
    found = judged({2021: 96, 2022: 92}, kind="increase", value=-30, comparator="<=", baseline_value=100, **told)
    assert found.projected()[0] == pytest.approx(-20)
    told = {"kind": "change", "accumulates": "annual_change", "value": -9, "comparator": "<=", "start": 2021}
    assert judged({2021: 10, 2022: -15, 2023: -5}, **told, due=2026).projected()[0] < 0


def test_a_series_that_never_moved_is_sure_to_stay() -> None:
    still = {2021: 100, 2022: 100}
    assert judged(still, **GOAL).projected() == (100, 100, 100, 0)
    assert judged(still, **GOAL | {"comparator": "<=", "value": 90}).projected()[3] == 0
    assert judged(still, **GOAL | {"comparator": "<=", "value": 100, "baseline_value": 100}).projected()[3] == 1


def test_a_start_of_no_known_year_is_no_point_of_the_line() -> None:
    found = judged({2021: 110, 2022: 130}, value=200, due=2025, baseline_value=100)
    assert found.projected()[0] == pytest.approx(190)
