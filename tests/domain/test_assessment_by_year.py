"""Goals that every year of the plan must keep, worked by hand."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged

PLAN: dict[str, Any] = {"start": 2021, "due": 2025}


def test_every_year_breaks_with_the_first_year_that_does() -> None:
    wanted: dict[str, Any] = {"kind": "every_year", "comparator": "<", "value": 5.5, "better": "down", **PLAN}
    assert judged({2020: 9, 2021: 5.1, 2022: 5.4}, **wanted).status == "on track"
    assert judged({2021: 5.1, 2022: 5.5, 2023: 5.0}, **wanted).status == "breached"
    assert judged({2021: 5.1, 2025: 5.0}, **wanted).status == "met"
    assert judged({2021: 5.6, 2025: 5.0}, **wanted).status == "missed"
    assert judged({2021: 5.1, 2025: 5.0, 2026: 7}, **wanted).status == "met"
    assert judged({2021: "under 5.6", 2022: 5.1}, **wanted).status == "indeterminate"
    assert judged({2021: "under 5.5", 2022: 5.1}, **wanted).status == "on track"
    assert judged({2021: "under 5.6", 2022: 5.6}, **wanted).status == "breached"
    assert judged({2020: 5.0}, **wanted).status == "no actual yet"


def test_every_year_counts_from_the_issue_where_the_plan_names_no_first_year() -> None:
    wanted: dict[str, Any] = {"kind": "every_year", "comparator": "<", "value": 5.5, "better": "down", "due": 2025}
    assert judged({2019: 9, 2021: 6, 2022: 5}, **wanted, issued=2021).status == "breached"
    assert judged({2019: 9, 2021: 5, 2022: 5}, **wanted, issued=2021).status == "on track"


def test_every_year_has_no_pace_no_progress_and_no_ratio() -> None:
    found = judged({2020: 4, 2021: 5.1}, kind="every_year", comparator="<", value=5.5, better="down", **PLAN)
    for name in ("progress", "pace", "required_pace", "arrival_year", "completion", "required_growth"):
        assert isnan(found.figure(name)), name
    assert isnan(found.time)
    assert isnan(found.compound)
    assert found.figure("gap") == 0
    assert found.figure("path_value") == 5.5


def test_a_range_is_kept_within_both_ends() -> None:
    wanted: dict[str, Any] = {"kind": "range", "value": 2, "value_high": 4, "better": "none", **PLAN}
    assert judged({2021: 2, 2022: 4}, **wanted).status == "on track"
    assert judged({2021: 1.9, 2022: 3}, **wanted).status == "breached"
    assert judged({2021: 3, 2025: 4.1}, **wanted).status == "missed"
    assert judged({2021: 3, 2025: 3.9}, **wanted).status == "met"
    assert judged({2021: "between 1 5"}, **wanted).status == "indeterminate"
    assert judged({2021: "over 4"}, **wanted).status == "breached"


def test_the_gap_of_a_range_is_to_its_nearest_end_and_none_inside() -> None:
    wanted: dict[str, Any] = {"kind": "range", "value": 2, "value_high": 4, "better": "none", **PLAN}
    assert judged({2021: 5.5}, **wanted).figure("gap") == pytest.approx(-1.5)
    assert judged({2021: 0.5}, **wanted).figure("gap") == pytest.approx(1.5)
    assert judged({2021: 3.5}, **wanted).figure("gap") == 0


def test_a_range_needs_both_ends() -> None:
    assert judged({2021: 3}, kind="range", value=2, better="none", **PLAN).status == "no target value"


def test_a_relative_goal_compares_with_the_reference_year_by_year() -> None:
    wanted: dict[str, Any] = {
        "kind": "relative",
        "accumulates": "annual_change",
        "unit": "%",
        "indicator_unit": "%",
        **PLAN,
    }
    assert judged({2021: 6, 2022: 5}, reference={2021: 6, 2022: 4}, **wanted).status == "on track"
    assert judged({2021: 6, 2022: 5}, reference={2021: 6.1, 2022: 4}, **wanted).status == "breached"
    assert judged({2021: 6, 2022: 5}, reference={2021: 6}, **wanted).figure("year") == 2021
    assert judged({2021: 6}, reference={2022: 4}, **wanted).status == "no actual yet"
    assert judged({2021: 6, 2025: 5}, reference={2021: 6, 2025: 4}, **wanted).status == "met"
    assert judged({2021: 6, 2025: 5}, reference={2021: 7, 2025: 4}, **wanted).status == "missed"
    assert judged({2021: 6}, reference={2021: "over 5"}, **wanted).status == "indeterminate"
    assert judged({2021: 6}, reference={2021: "under 5"}, **wanted).status == "on track"


def test_a_relative_goal_of_more_than_the_reference_is_broken_by_the_same() -> None:
    wanted: dict[str, Any] = {"kind": "relative", "accumulates": "annual_change", "comparator": ">", **PLAN}
    assert judged({2021: 6.1}, reference={2021: 6.1}, **wanted).status == "breached"
    assert judged({2021: 6.2}, reference={2021: 6.1}, **wanted).status == "on track"
    assert judged({2021: 6.2}, reference={2021: 6.1}, value=0.5, **wanted).status == "breached"


def test_a_relative_goal_counts_no_year_from_before_the_plan() -> None:
    wanted: dict[str, Any] = {"kind": "relative", "accumulates": "annual_change", **PLAN}
    found = judged({2019: 1, 2022: 5}, reference={2019: 6, 2022: 4}, **wanted)
    assert found.status == "on track"
    assert judged({2019: 1}, reference={2019: 6}, **wanted).status == "no actual yet"
