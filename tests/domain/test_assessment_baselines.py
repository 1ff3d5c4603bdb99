"""Where a goal starts: the order of baselines, worked by hand."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged

PLAN: dict[str, Any] = {"value": 200, "start": 2021, "due": 2025}


def test_a_stated_baseline_comes_before_any_actual() -> None:
    found = judged({2020: 90, 2022: 120}, **PLAN, baseline_year=2020, baseline_value=100)
    assert found.figure("pace") == 10
    assert found.baseline == (2020, 100, "stated")


def test_an_implied_baseline_keeps_its_origin() -> None:
    found = judged({2022: 2}, value=3, start=2021, due=2025, baseline_value=1.5, baseline_year=2020,
                   baseline_origin="implied")  # fmt: skip
    assert found.baseline == (2020, 1.5, "implied")


def test_a_stated_value_without_a_year_is_that_of_the_year_before_the_plan() -> None:
    assert judged({2022: 120}, **PLAN, issued=2022, baseline_value=100).baseline[0] == 2020


def test_a_stated_value_of_a_plan_without_a_first_year_is_that_of_its_issue() -> None:
    found = judged({2022: 120}, value=200, issued=2021, due=2025, baseline_value=100)
    assert found.baseline[0] == 2021
    assert found.time == pytest.approx(20 / 100 / 0.25)


def test_a_stated_value_of_no_year_at_all_gives_no_pace() -> None:
    found = judged({2022: 120}, value=200, due=2025, baseline_value=100)
    assert found.status == "no baseline"
    assert isnan(found.time)
    assert isnan(found.figure("pace"))
    assert found.figure("gap") == 80
    assert judged({2022: 220}, value=200, due=2025, baseline_value=100).status == "met early"


def test_a_year_named_without_a_value_takes_the_actual_of_that_year() -> None:
    found = judged({2018: 80, 2020: 100, 2022: 120}, **PLAN, baseline_year=2018)
    assert found.baseline == (2018, 80, "reported")


def test_the_latest_actual_of_the_two_years_before_the_plan_is_next() -> None:
    assert judged({2019: 90, 2020: 100, 2022: 120}, **PLAN, issued=2017).baseline == (2020, 100, "reported")
    assert judged({2017: 60, 2019: 90, 2022: 120}, **PLAN, issued=2018).baseline == (2019, 90, "reported")


def test_then_the_latest_actual_within_two_years_before_the_issue() -> None:
    assert judged({2017: 60, 2018: 80, 2022: 120}, **PLAN, issued=2019).baseline == (2018, 80, "reported")
    assert judged({2017: 60, 2022: 120, 2023: 130}, **PLAN, issued=2019).baseline == (2017, 60, "reported")


def test_the_actual_of_the_due_year_is_no_baseline_where_the_plan_was_issued_later() -> None:
    found = judged({2018: 19, 2020: 18, 2022: 17}, start=2010, issued=2021, due=2020, value=10, comparator="<=")
    assert (found.baseline, found.status) == ((2018, 19, "first"), "missed")
    assert (
        judged({2019: 19, 2020: 18}, start=2010, issued=2021, due=2020, value=10, comparator="<=").baseline[0] == 2019
    )


def test_then_the_first_actual_of_the_span_where_a_later_one_exists() -> None:
    assert judged({2016: 60, 2022: 120, 2023: 130}, **PLAN, issued=2019).baseline == (2022, 120, "first")
    assert judged({2022: 120}, **PLAN).status == "no baseline"
    assert judged({2022: 120, 2023: "over 130"}, **PLAN).baseline == (2022, 120, "first")
    assert judged({2021: 120, 2022: 125, 2023: 130}, **PLAN).baseline == (2021, 120, "first")


def test_the_actual_of_the_due_year_judges_and_is_never_the_start() -> None:
    found = judged({2025: 150, 2026: 220}, **PLAN, looked_from=2027)
    assert found.status == "missed"
    assert found.figure("year") == 2025
    assert isnan(found.figure("progress"))


def test_without_any_known_span_the_first_actual_is_no_baseline() -> None:
    assert judged({1990: 10, 2023: 130}, value=200, due=2025).status == "no baseline"


def test_an_issued_plan_without_a_first_year_spans_from_its_issue() -> None:
    assert judged({2020: 10, 2023: 130, 2024: 140}, value=200, due=2025, issued=2023).baseline == (2023, 130, "first")


def test_an_actual_from_before_the_plan_says_nothing_about_it() -> None:
    assert judged({2015: 250}, **PLAN).status == "no actual yet"
    assert judged({2020: "over 250"}, **PLAN).status == "no actual yet"
    assert judged({2021: "over 250"}, **PLAN).status == "met early"


def test_a_bound_is_no_baseline() -> None:
    found = judged({2019: 90, 2020: "over 100", 2022: 120}, **PLAN)
    assert found.baseline == (2019, 90, "reported")


def test_a_baseline_is_counted_in_the_unit_of_the_goal() -> None:
    found = judged(
        {2022: 3e9}, value=4, unit="bn yuan", indicator_unit="yuan", start=2021, due=2025, baseline_year=2020,
        baseline_value=2,
    )  # fmt: skip
    assert found.figure("measured") == pytest.approx(3)
    assert found.figure("gap") == pytest.approx(1)
    assert found.time == pytest.approx(0.5 / 0.4)


def test_the_baseline_of_a_multiple_and_of_a_change_is_in_the_unit_of_the_indicator() -> None:
    told: dict[str, Any] = {
        "unit": None,
        "indicator_unit": "bn yuan",
        "start": 2021,
        "due": 2025,
        "baseline_year": 2020,
    }
    found = judged({2022: 3e9}, kind="multiple", value=2, baseline_value=2, **told)
    assert found.figure("target") == 4
    assert found.figure("measured") == pytest.approx(3)
    assert judged({2022: 3e9}, kind="change", value=60, baseline_value=2, **told).figure("measured") == pytest.approx(
        50
    )


def test_only_a_start_value_gives_gap_and_required_pace() -> None:
    found = judged({2020: 786}, value=2000, comparator=">", start=2021, due=2023, looked_from=2020)
    assert found.status == "no actual yet"
    assert found.assessment.start_only[0]
    assert found.figure("gap") == 1214
    assert found.figure("completion") == pytest.approx(0.393)
    assert found.figure("required_pace") == pytest.approx(1214 / 3)
    assert found.figure("required_growth") == pytest.approx(((2000 / 786) ** (1 / 3) - 1) * 100)
    assert isnan(found.figure("progress"))
    assert isnan(found.figure("pace"))
    assert isnan(found.figure("measured"))
    assert not judged({2020: 786, 2021: 900}, value=2000, start=2021, due=2023).assessment.start_only[0]
