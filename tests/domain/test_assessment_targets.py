"""What satisfies a goal: comparators, "about", two ends, and bounds, worked by hand."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged

DUE: dict[str, Any] = {"start": 2021, "due": 2025, "baseline_year": 2020}


@pytest.mark.parametrize(
    ("comparator", "better", "value", "met", "missed"),
    [
        (">=", "up", 120, [120, 121], [119.9]),
        (">", "up", 120, [120.1], [120, 119]),
        ("<=", "down", 120, [120, 119], [120.1]),
        ("<", "down", 120, [119.9], [120, 121]),
        ("=", "up", 120, [120, 130], [119]),
        ("=", "down", 120, [120, 110], [121]),
        ("=", "none", 120, [120], [119, 121]),
        (None, "up", 120, [120, 130], [119]),
        (None, "down", 120, [120, 110], [121]),
        (None, "none", 120, [120], [119, 121]),
        (">=", "down", 120, [130], [110]),
        ("<=", "up", 120, [110], [130]),
        (">", "up", 0, [0.1], [0, -1]),
        (">=", "up", 0, [0], [-0.1]),
        ("<", "down", 0, [-0.1], [0]),
        ("<=", "down", 0, [0], [0.1]),
        (">", "up", -5, [-4.9], [-5, -6]),
        ("<=", "down", -13.5, [-13.5, -14], [-13.4]),
    ],
)
def test_a_comparator_takes_its_numbers_and_no_others(
    comparator: str | None, better: str, value: float, met: list[float], missed: list[float]
) -> None:
    for expected, actuals in (("met", met), ("missed", missed)):
        for actual in actuals:
            found = judged({2025: actual}, comparator=comparator, better=better, value=value, start=2021, due=2025)
            assert found.status == expected, actual


@pytest.mark.parametrize(
    ("comparator", "value", "met", "missed"),
    [
        (">=", 150, [142.5], [142.4]),
        (">", 150, [142.5], [142.4]),
        ("<=", 200, [210], [210.1]),
        ("<", 200, [210], [210.1]),
        (">=", -10, [-10.5], [-10.6]),
        ("<=", -20, [-19], [-18.9]),
    ],
)
def test_about_is_satisfied_five_percent_short(
    comparator: str, value: float, met: list[float], missed: list[float]
) -> None:
    for expected, actuals in (("met", met), ("missed", missed)):
        for actual in actuals:
            found = judged({2025: actual}, comparator=comparator, value=value, approximate=1, start=2021, due=2025)
            assert found.status == expected, actual


def test_about_an_exact_number_allows_both_sides() -> None:
    wanted: dict[str, Any] = {
        "comparator": "=",
        "better": "none",
        "value": 100,
        "approximate": 1,
        "start": 2021,
        "due": 2025,
    }
    assert [judged({2025: each}, **wanted).status for each in (94.9, 95, 105, 105.1)] == [
        "missed", "met", "met", "missed",
    ]  # fmt: skip


def test_how_much_about_allows_can_be_set() -> None:
    wanted: dict[str, Any] = {"value": 150, "approximate": 1, "start": 2021, "due": 2025}
    assert judged({2025: 135}, **wanted, about=0.1).status == "met"
    assert judged({2025: 135}, **wanted).status == "missed"
    assert judged({2025: 149}, **wanted, about=0.0).status == "missed"


def test_a_tenth_of_a_billionth_short_is_not_short() -> None:
    assert judged({2025: 0.1 + 0.2}, comparator="<=", value=0.3, start=2021, due=2025).status == "met"
    assert judged({2025: 0.3}, comparator=">", value=0.1 + 0.2 - 1e-16, start=2021, due=2025).status == "missed"


def test_a_level_between_two_numbers_heads_for_the_nearer_one() -> None:
    wanted: dict[str, Any] = {"comparator": "between", "value": 100, "value_high": 120, "better": "none", **DUE}
    found = judged({2022: 88}, **wanted, baseline_value=80)
    assert found.figure("target") == 100
    assert found.by_time == "on track"
    found = judged({2022: 132}, **wanted, baseline_value=140)
    assert found.figure("target") == 120
    assert found.by_time == "on track"
    assert judged({2022: 110}, **wanted, baseline_value=80).status == "met early"
    assert judged({2022: 130}, **wanted, baseline_value=110).status == "moving away"
    assert judged({2025: 120}, **wanted, baseline_value=80).status == "met"
    assert judged({2025: 121}, **wanted, baseline_value=80).status == "missed"
    assert isnan(judged({2022: 88}, **wanted, baseline_value=80).figure("completion"))


def test_overshooting_a_goal_with_two_ends_counts_like_falling_short_by_as_much() -> None:
    wanted: dict[str, Any] = {"comparator": "between", "value": 100, "value_high": 120, "better": "none", **DUE}
    over, short = judged({2023: 127}, **wanted, baseline_value=80), judged({2023: 93}, **wanted, baseline_value=80)
    assert over.time == pytest.approx(short.time) == pytest.approx(0.65 / 0.6)
    assert over.compound == pytest.approx(short.compound)
    assert over.by_time == "ahead"
    assert judged({2023: 145}, **wanted, baseline_value=80).by_time == "moving away"
    exact: dict[str, Any] = {"comparator": "=", "value": 100, "better": "none", **DUE}
    assert judged({2023: 108}, **exact, baseline_value=80).time == pytest.approx(0.6 / 0.6)
    assert judged({2023: 125}, **exact, baseline_value=80).by_time == "moving away"
    assert judged({2023: 92}, **exact, baseline_value=120).time == pytest.approx(0.6 / 0.6)


def test_a_rising_series_beyond_the_far_end_leads_away_from_it() -> None:
    wanted: dict[str, Any] = {"comparator": "between", "value": 100, "value_high": 120, "better": "none", **DUE}
    found = judged({2021: 95, 2022: 115, 2023: 127}, **wanted, baseline_value=80)
    assert found.by_projection == "moving away"


def test_a_goal_between_needs_both_numbers() -> None:
    assert judged({2022: 3}, comparator="between", value=2, **DUE).status == "no target value"
    assert judged({2022: 3}, comparator="between", value_high=2, **DUE).status == "no target value"


def test_over_a_number_is_more_than_it() -> None:
    wanted: dict[str, Any] = {"start": 2021, "due": 2025, "value": 100}
    assert judged({2025: "over 100"}, comparator=">", **wanted).status == "met"
    assert judged({2025: "at least 100"}, comparator=">", **wanted).status == "indeterminate"
    assert judged({2025: "at least 100"}, comparator=">=", **wanted).status == "met"
    assert judged({2025: "over 100"}, comparator=">=", start=2021, due=2025, value=120).status == "indeterminate"
    assert judged({2025: "over 0"}, comparator=">", start=2021, due=2025, value=0).status == "met"


def test_under_a_number_is_less_than_it() -> None:
    wanted: dict[str, Any] = {"start": 2021, "due": 2025, "value": 5.5, "better": "down"}
    assert judged({2025: "under 5.5"}, comparator="<", **wanted).status == "met"
    assert judged({2025: "at most 5.5"}, comparator="<", **wanted).status == "indeterminate"
    assert judged({2025: "at most 5.5"}, comparator="<=", **wanted).status == "met"
    assert judged({2025: "over 5.5"}, comparator="<=", **wanted).status == "missed"
    assert judged({2025: "under 5.5"}, comparator=">=", **wanted).status == "missed"


def test_a_range_is_judged_at_both_ends() -> None:
    wanted: dict[str, Any] = {"value": 200, "baseline_value": 100, **DUE}
    found = judged({2022: "between 138 139"}, **wanted)
    assert found.by_time == "on track"
    assert isnan(found.time)
    assert isnan(found.figure("measured"))
    assert isnan(found.figure("progress"))
    assert judged({2022: "between 130 139"}, **wanted).by_time == "indeterminate"
    assert judged({2022: "between 190 210"}, **wanted).status == "indeterminate"
    assert judged({2022: "between 201 210"}, **wanted).status == "met early"
    assert judged({2025: "between 199 201"}, **wanted).status == "indeterminate"
    assert judged({2022: "under 100"}, **wanted).by_time == "moving away"


def test_a_range_around_a_goal_with_two_ends_is_not_missed_for_being_outside_at_both() -> None:
    wanted: dict[str, Any] = {"comparator": "between", "value": 100, "value_high": 120, "better": "none", **DUE}
    assert judged({2025: "between 90 130"}, **wanted).status == "indeterminate"
    assert judged({2025: "between 90 99"}, **wanted).status == "missed"
    assert judged({2025: "between 100 120"}, **wanted).status == "met"


def test_a_bound_without_end_stops_at_what_the_unit_allows() -> None:
    wanted: dict[str, Any] = {"comparator": ">=", "value": 0, "indicator_unit": "%", "start": 2021, "due": 2025}
    assert judged({2025: "under 5"}, **wanted).status == "met"
    assert (
        judged({2025: "over 95"}, comparator="<=", value=100, indicator_unit="%", start=2021, due=2025).status == "met"
    )


def test_a_number_beyond_what_the_unit_allows_stands_as_reported() -> None:
    wanted: dict[str, Any] = {"indicator_unit": "%", "start": 2021, "due": 2025}
    assert judged({2024: "over 3", 2025: 120}, value=110, **wanted).status == "met"
    assert judged({2024: "over 3", 2025: -2}, value=0, **wanted).status == "missed"
    assert judged({2025: -2}, value=0, **wanted).figure("measured") == -2


def test_the_latest_actual_is_as_reported() -> None:
    found = judged({2022: "over 100"}, value=120, **DUE).assessment
    assert (found.latest_year[0], found.latest_low[0], found.latest_high[0]) == (2022, 100, float("inf"))
    found = judged(
        {2022: 7e9, 2023: "under 8000000000"}, value=9, unit="bn yuan", indicator_unit="yuan", **DUE
    ).assessment
    assert (found.latest_year[0], found.latest_low[0], found.latest_high[0]) == (2023, float("-inf"), 8)


def test_growth_chains_onto_the_level_of_the_year_before() -> None:
    wanted: dict[str, Any] = {"value": 200, "baseline_value": 100, **DUE}
    found = judged({2021: 120, 2022: "growth 25", 2023: "growth 10"}, **wanted)
    assert found.figure("measured") == pytest.approx(165)
    assert found.figure("year") == 2023
    assert judged({2021: 120, 2023: "growth 25"}, **wanted).figure("year") == 2021
    assert judged({2022: "growth 25"}, **wanted).status == "no actual yet"
    assert judged({2021: "over 170", 2022: "growth 25"}, **wanted).status == "met early"
    assert judged({2021: 120, 2022: "growth -100"}, **wanted).figure("year") == 2021


def test_growth_without_a_level_judges_a_growth_goal() -> None:
    wanted: dict[str, Any] = {"kind": "growth", "value": 7, "start": 2021, "due": 2025}
    found = judged({2021: "growth 10", 2022: "growth 10"}, **wanted)
    assert found.figure("measured") == pytest.approx(10)
    assert found.by_time == "ahead"
    assert judged({2022: "growth 10"}, **wanted).by_time == "indeterminate"
    assert judged({2022: "growth 10"}, **wanted, baseline_year=2021).by_time == "ahead"
    assert judged({2022: "growth 10"}, **wanted, baseline_year=2021, baseline_value=50).by_time == "ahead"
    assert judged({2021: "growth 10"}, **wanted, comparator="<=").by_time == "far behind"
    assert judged({2022: "growth 10"}, kind="growth", value=7, due=2025).status == "no baseline"
