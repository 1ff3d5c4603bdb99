"""Interim values, figures and units, worked by hand."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged

GOAL: dict[str, Any] = {"value": 200, "start": 2021, "due": 2025, "baseline_year": 2020, "baseline_value": 100}


def test_the_path_runs_through_interim_values() -> None:
    wanted: dict[str, Any] = {**GOAL, "interim": "2022=110;2024=150"}
    found = judged({2022: 110}, **wanted)
    assert found.figure("path_value") == 110
    assert found.time == pytest.approx(1.0)
    found = judged({2023: 124}, **wanted)
    assert found.figure("path_value") == pytest.approx(130)
    assert found.time == pytest.approx(24 / 30)
    assert found.by_time == "behind"
    assert found.figure("elapsed") == pytest.approx(0.6)
    assert found.figure("gap_to_path") == pytest.approx(-6)
    assert judged({2021: 105}, **wanted).time == pytest.approx(1.0)
    assert judged({2025: 190}, **wanted).figure("path_value") == 200
    assert judged({2026: 190}, **wanted).figure("path_value") == 200


def test_interim_values_may_come_in_any_order_and_only_those_on_the_way_count() -> None:
    wanted: dict[str, Any] = {**GOAL, "interim": "2024=150;2019=500;2022=110;2025=7;2027=9"}
    assert judged({2023: 124}, **wanted).figure("path_value") == pytest.approx(130)
    assert judged({2025: 190}, **wanted).figure("path_value") == 200


def test_interim_values_of_a_multiple_are_factors() -> None:
    found = judged({2022: 120}, kind="multiple", **{**GOAL, "value": 2}, interim="2022=1.2")
    assert found.figure("path_value") == pytest.approx(120)
    assert found.by_time == "on track"


def test_where_the_path_first_turns_back_the_value_is_held_against_the_path() -> None:
    wanted: dict[str, Any] = {**GOAL, "interim": "2022=90"}
    for actual, status in ((90, "on track"), (95, "on track"), (89.9, "behind")):
        found = judged({2022: actual}, **wanted)
        assert found.by_time == status
        assert isnan(found.time)
    assert judged({2021: 95}, **wanted).by_time == "on track"
    # Two of three years up from 90 to 200 the path asks 163.3, a progress of 63.3 of 100.
    assert judged({2024: 160}, **wanted).time == pytest.approx(60 / (190 / 3))
    falling: dict[str, Any] = {**GOAL, "comparator": "<=", "value": 50, "interim": "2022=110"}
    assert judged({2022: 111}, **falling).by_time == "behind"
    assert judged({2022: 109}, **falling).by_time == "on track"


def test_a_path_that_is_flat_at_first_asks_nothing_yet() -> None:
    found = judged({2022: 100}, **GOAL, interim="2022=100")
    assert found.by_time == "on track"
    assert isnan(found.time)


def test_interim_values_do_not_move_the_other_rules() -> None:
    plain, bent = judged({2023: 124}, **GOAL), judged({2023: 124}, **GOAL, interim="2022=110;2024=150")
    assert plain.compound == bent.compound
    assert plain.by_projection == bent.by_projection


def test_the_figures_of_a_goal_under_way() -> None:
    found = judged({2022: 130}, **GOAL)
    expected = {
        "measured": 130, "completion": 0.65, "progress": 0.3, "elapsed": 0.4, "path_value": 140, "gap": 70,
        "gap_to_path": -10, "pace": 15, "required_pace": 70 / 3, "pace_ratio": 70 / 45,
        "required_growth": ((200 / 130) ** (1 / 3) - 1) * 100, "arrival_year": 2022 + 70 / 15,
    }  # fmt: skip
    for name, value in expected.items():
        assert found.figure(name) == pytest.approx(value), name


def test_completion_is_shown_only_where_more_is_better_and_both_are_positive() -> None:
    told: dict[str, Any] = {"start": 2021, "due": 2025, "baseline_year": 2020, "baseline_value": 100}
    assert isnan(judged({2022: 90}, **told, value=50, comparator="<=").figure("completion"))
    assert isnan(judged({2022: -10}, **told, value=50).figure("completion"))
    assert isnan(judged({2022: 10}, **told, value=-50).figure("completion"))
    assert isnan(judged({2022: 0}, **told, value=50).figure("completion"))
    assert isnan(judged({2022: 90}, **told, value=150, comparator="=", better="none").figure("completion"))
    assert judged({2022: 90}, **told, value=150, comparator="=").figure("completion") == pytest.approx(0.6)
    assert judged({2022: "over 90"}, **told, value=150).figure("completion") != 0.6


def test_required_growth_is_told_only_between_positive_levels() -> None:
    told: dict[str, Any] = {"start": 2021, "due": 2025, "baseline_year": 2020, "baseline_value": 100}
    assert isnan(judged({2022: -10}, **told, value=50).figure("required_growth"))
    assert isnan(judged({2022: 10}, **told, value=-50).figure("required_growth"))
    assert isnan(judged({2022: 120}, **told, kind="increase", value=50).figure("required_growth"))
    assert isnan(judged({2025: 120}, **told, value=50).figure("required_growth"))
    falling = judged({2023: 90}, **told, value=40, comparator="<=")
    assert falling.figure("required_growth") == pytest.approx(((40 / 90) ** 0.5 - 1) * 100)


def test_the_growth_a_growth_goal_still_needs_makes_up_for_slow_years() -> None:
    found = judged({2022: 104.04}, kind="growth", **{**GOAL, "value": 7})
    left = (1.07**5 / 1.02**2) ** (1 / 3) - 1
    assert found.figure("required_growth") == pytest.approx(left * 100)
    assert isnan(found.figure("required_pace"))


def test_the_year_of_arrival_is_told_only_where_the_pace_leads_there() -> None:
    assert judged({2022: 120}, **GOAL).figure("arrival_year") == pytest.approx(2030)
    assert judged({2025: 180}, **GOAL).figure("arrival_year") == pytest.approx(2026.25)
    assert isnan(judged({2022: 100}, **GOAL).figure("arrival_year"))
    assert isnan(judged({2022: 90}, **GOAL).figure("arrival_year"))
    assert isnan(judged({2022: 210}, **GOAL).figure("arrival_year"))
    assert isnan(judged({2022: 260}, **{**GOAL, "baseline_value": 300}).figure("arrival_year"))
    assert isnan(judged({2022: 190}, value=200, start=2021, due=2025).figure("arrival_year"))


def test_no_pace_has_been_kept_where_nothing_moved() -> None:
    found = judged({2022: 100}, **GOAL)
    assert found.figure("pace") == 0
    assert isnan(found.figure("pace_ratio"))
    assert found.figure("progress") == 0


def test_an_actual_in_another_unit_than_the_goal_is_converted() -> None:
    told: dict[str, Any] = {"unit": "亿元", "indicator_unit": "yuan", "start": 2021, "due": 2025, "baseline_year": 2020}
    found = judged({2022: 3.6e9, 2023: "over 4000000000"}, value=40, baseline_value=30, **told, looked_from=2022)
    assert found.figure("measured") == pytest.approx(36)
    assert found.figure("gap") == pytest.approx(4)
    assert found.time == pytest.approx(0.6 / 0.4)
    assert found.assessment.latest_low[0] == pytest.approx(36)
    later = judged({2022: 3.6e9, 2023: "over 4000000000"}, value=40, comparator=">", baseline_value=30, **told)
    assert later.status == "met early"


def test_nothing_is_told_of_a_goal_without_actuals() -> None:
    found = judged(value=200, start=2021, due=2025)
    for name in ("measured", "completion", "progress", "elapsed", "path_value", "gap", "pace", "required_pace"):
        assert isnan(found.figure(name)), name
    assert found.figure("target") == 200
    assert found.assessment.latest_year[0] == 0
