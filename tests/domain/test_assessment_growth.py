"""Goals on the mean yearly growth, worked by hand."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged

PLAN: dict[str, Any] = {"start": 2021, "due": 2025}


def test_growth_is_the_geometric_mean_since_the_baseline() -> None:
    found = judged({2022: 121}, kind="growth", comparator=">", value=8, baseline_year=2020, baseline_value=100, **PLAN)
    assert found.figure("measured") == pytest.approx(10)
    assert found.time == found.compound == pytest.approx(10 / 8)
    assert found.status == "ahead / ahead / not assessable"
    assert isnan(found.figure("pace"))


def test_growth_that_satisfies_before_the_due_year_is_not_yet_met() -> None:
    found = judged({2022: 121}, kind="growth", value=10, baseline_year=2020, baseline_value=100, **PLAN)
    assert found.by_time == "on track"


def test_growth_of_exactly_more_than_what_is_asked_is_missed_at_the_due_year() -> None:
    wanted: dict[str, Any] = {"kind": "growth", "value": 10, "baseline_year": 2023, "baseline_value": 100, **PLAN}
    assert judged({2025: 121}, **wanted, comparator=">=").status == "met"
    assert judged({2025: 121}, **wanted, comparator=">").status == "missed"


def test_growth_of_yearly_changes_is_their_mean() -> None:
    wanted: dict[str, Any] = {"kind": "growth", "accumulates": "annual_change", "value": 7, **PLAN}
    assert judged({2021: 21, 2022: 0}, **wanted).figure("measured") == pytest.approx(10)
    assert judged({2021: 21, 2022: 0}, **wanted).by_time == "ahead"
    assert judged({2022: 7}, **wanted).by_time == "indeterminate"
    assert judged({2021: 8}, **wanted, baseline_year=2020, baseline_value=-2).by_time == "ahead"


def test_growth_asked_below_a_limit_knows_only_kept_and_not_kept() -> None:
    wanted: dict[str, Any] = {"kind": "growth", "baseline_year": 2020, "baseline_value": 100, **PLAN}
    for comparator, value, expected in (
        ("<=", 10, "on track"),
        ("<", 9, "far behind"),
        (">=", 0, "on track"),
        (">=", -5, "on track"),
        ("between", 5, "on track"),
    ):
        found = judged({2022: 121}, **wanted, comparator=comparator, value=value, value_high=20)
        assert found.status == f"{expected} / {expected} / not assessable"
        assert isnan(found.time)


def test_growth_from_nought_or_less_cannot_be_assessed() -> None:
    for base in (0, -10):
        found = judged({2022: 5}, kind="growth", value=7, baseline_year=2020, baseline_value=base, **PLAN)
        assert found.status == "not assessable"
    found = judged({2022: 0}, kind="growth", value=7, baseline_year=2020, baseline_value=10, **PLAN)
    assert found.by_time == "moving away"


def test_growth_from_a_level_without_a_baseline_has_none() -> None:
    assert judged({2023: 121}, kind="growth", value=7, **PLAN).status == "no baseline"
    assert judged({2023: 121}, kind="growth", value=7, baseline_value=100, due=2025).status == "no baseline"


def test_growth_from_less_than_one_and_of_less_than_one_percent_counts_as_any_other() -> None:
    told: dict[str, Any] = {"kind": "growth", "baseline_year": 2020, **PLAN}
    assert judged({2022: 0.605}, value=10, baseline_value=0.5, **told).time == pytest.approx(1)
    assert judged({2021: 101}, value=0.5, baseline_value=100, **told).time == pytest.approx(2)
