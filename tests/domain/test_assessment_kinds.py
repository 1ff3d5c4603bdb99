"""Each kind of goal, worked by hand: what is measured, and what it starts and ends at."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged

PLAN: dict[str, Any] = {"start": 2021, "due": 2025}


def test_additions_of_a_flow_are_summed_from_the_first_year_of_the_plan() -> None:
    found = judged({2020: 99, 2021: 30, 2022: 40}, kind="increase", accumulates="flow", value=150, **PLAN)
    assert found.figure("measured") == 70
    assert found.figure("elapsed") == pytest.approx(0.4)
    assert found.time == pytest.approx(70 / 150 / 0.4)
    assert found.status == "ahead / not assessable / too few points"


def test_additions_start_after_the_baseline_year_where_one_is_named() -> None:
    found = judged({2020: 99, 2021: 30}, kind="increase", accumulates="flow", value=150, baseline_year=2019, **PLAN)
    assert found.figure("measured") == 129


def test_additions_with_a_missing_year_are_a_lower_bound() -> None:
    wanted: dict[str, Any] = {"kind": "increase", "accumulates": "flow", "value": 150, **PLAN}
    assert judged({2021: 30, 2023: 40}, **wanted).status == "indeterminate"
    assert isnan(judged({2021: 30, 2023: 40}, **wanted).time)
    assert judged({2021: 30, 2023: 120}, **wanted).status == "met early"
    assert judged({2021: 30, 2025: 119}, **wanted).status == "indeterminate"
    assert judged({2021: 30, 2025: 120}, **wanted).status == "met"


def test_additions_that_may_not_pass_a_limit_are_missed_once_the_known_part_passes_it() -> None:
    wanted: dict[str, Any] = {"kind": "increase", "accumulates": "flow", "comparator": "<=", "value": 100, **PLAN}
    assert judged({2021: 30, 2025: 80}, **wanted).status == "missed"
    assert judged({2021: 30, 2025: 60}, **wanted).status == "indeterminate"


def test_additions_after_the_due_year_do_not_help() -> None:
    wanted: dict[str, Any] = {"kind": "increase", "accumulates": "flow", "value": 150, "start": 2017, "due": 2019}
    assert judged({2017: 60, 2018: 60, 2020: 60}, **wanted).status == "indeterminate"
    assert judged({2017: 60, 2018: 90, 2020: 0}, **wanted).status == "met"
    assert judged({2017: 60, 2018: 60, 2019: 20, 2020: 60}, **wanted).status == "missed"


def test_additions_without_a_year_to_start_from_have_no_baseline() -> None:
    found = judged({2021: 30}, kind="increase", accumulates="flow", value=150, due=2025)
    assert found.status == "no baseline"
    assert isnan(found.figure("measured"))


def test_an_increase_of_a_level_is_the_actual_less_the_baseline() -> None:
    found = judged(
        {2022: 79.2}, kind="increase", value=1, baseline_year=2020, baseline_value=78.4, unit="years",
        indicator_unit="years", **PLAN,
    )  # fmt: skip
    assert found.figure("measured") == pytest.approx(0.8)
    assert found.figure("gap") == pytest.approx(0.2)
    assert found.by_time == "ahead"
    assert found.baseline == (2020, 78.4, "stated")


def test_an_increase_of_a_level_without_a_baseline_cannot_be_measured() -> None:
    for due in (2025, 2022):
        assert judged({2022: 79.2}, kind="increase", value=1, start=2021, due=due).status == "no baseline"


def test_a_multiple_asks_its_factor_times_the_baseline() -> None:
    found = judged({2023: 260}, kind="multiple", value=2, baseline_year=2020, baseline_value=200, **PLAN)
    assert found.figure("target") == 400
    assert found.figure("path_value") == pytest.approx(320)
    assert found.status == "far behind / behind / far behind"
    assert found.time == pytest.approx(0.5)


def test_halving_is_a_multiple_too() -> None:
    found = judged(
        {2023: 70}, kind="multiple", comparator="<=", value=0.5, baseline_year=2020, baseline_value=100, **PLAN
    )
    assert found.figure("target") == 50
    assert found.by_time == "on track"


def test_a_multiple_between_two_factors_asks_both_times_the_baseline() -> None:
    wanted: dict[str, Any] = {
        "kind": "multiple",
        "comparator": "between",
        "value": 2,
        "value_high": 3,
        "baseline_year": 2020,
        **PLAN,
    }
    assert judged({2025: 600}, **wanted, baseline_value=200).status == "met"
    assert judged({2025: 601}, **wanted, baseline_value=200).status == "missed"
    assert judged({2025: 399}, **wanted, baseline_value=200).status == "missed"
    assert judged({2025: -500}, **wanted, baseline_value=-200).status == "met"


def test_a_change_is_counted_in_percent_of_the_baseline() -> None:
    found = judged(
        {2023: 46}, kind="change", comparator="<=", value=-13.5, baseline_year=2020, baseline_value=50, **PLAN
    )
    assert found.figure("measured") == pytest.approx(-8)
    assert found.time == pytest.approx(-8 / -13.5 / 0.6)
    assert found.status == "on track / not assessable / on track"


def test_a_change_from_a_negative_baseline_is_up_where_the_value_rises() -> None:
    found = judged({2023: -40}, kind="change", value=50, baseline_year=2020, baseline_value=-50, **PLAN)
    assert found.figure("measured") == pytest.approx(20)


def test_a_change_from_nought_cannot_be_assessed() -> None:
    found = judged({2023: 46}, kind="change", value=10, baseline_year=2020, baseline_value=0, **PLAN)
    assert found.status == "not assessable"


def test_yearly_changes_are_chained_not_added() -> None:
    found = judged({2021: 10, 2022: 10}, kind="change", accumulates="annual_change", value=50, **PLAN)
    assert found.figure("measured") == pytest.approx(21)
    assert found.time == pytest.approx(21 / 50 / 0.4)


def test_yearly_changes_with_a_missing_year_leave_the_goal_indeterminate() -> None:
    wanted: dict[str, Any] = {"kind": "change", "accumulates": "annual_change", "value": 50, **PLAN}
    assert judged({2021: 10, 2023: 10}, **wanted).status == "indeterminate"
    assert judged({2022: 10}, **wanted).status == "indeterminate"
    assert judged({2022: 10}, **wanted, baseline_year=2021).figure("measured") == pytest.approx(10)


def test_yearly_changes_without_a_year_to_start_from_have_no_baseline() -> None:
    assert judged({2021: 10}, kind="change", accumulates="annual_change", value=50, due=2025).status == "no baseline"


def test_a_bound_on_a_yearly_change_stays_a_bound_of_the_chain() -> None:
    wanted: dict[str, Any] = {"kind": "change", "accumulates": "annual_change", "comparator": "<=", "value": -5, **PLAN}
    assert judged({2021: "under 0", 2022: "under 0"}, **wanted, looked_from=2022).status == "indeterminate"
    found = judged({2021: "under -3", 2022: "under -3"}, **wanted, looked_from=2022)
    assert found.status == "met early"


def test_a_level_of_nothing_left_stays_nothing_whatever_is_added() -> None:
    wanted: dict[str, Any] = {
        "kind": "change",
        "accumulates": "annual_change",
        "comparator": "<=",
        "value": -50,
        **PLAN,
    }
    assert judged({2021: -100, 2022: "over 5"}, **wanted, looked_from=2022).status == "met early"


def test_a_rank_is_better_the_smaller() -> None:
    wanted: dict[str, Any] = {
        "kind": "rank",
        "accumulates": "rank",
        "value": 20,
        "baseline_year": 2020,
        "baseline_value": 35,
        **PLAN,
    }
    for comparator in (None, "<=", "="):
        assert judged({2025: 20}, **wanted, comparator=comparator).status == "met"
        assert judged({2025: 21}, **wanted, comparator=comparator).status == "missed"
    found = judged({2022: 29}, **wanted)
    assert found.figure("gap") == -9
    assert found.figure("pace") == -3
    assert isnan(found.figure("completion"))
    assert isnan(found.figure("required_growth"))
