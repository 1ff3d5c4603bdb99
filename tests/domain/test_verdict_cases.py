"""What is said of a goal beside its status: every column of every worked case."""

import csv
from math import isnan
from pathlib import Path
from typing import Any

import pytest

from tests.domain.by_hand import Found, judged
from tracker.domain.quantity.units import parse_unit
from tracker.domain.statuses import Rule

CASES = Path(__file__).with_name("verdict_cases.csv")
SHARED = Path(__file__).parents[3] / "shared" / "cases" / "assessment_2.csv"
Case = dict[str, str]


def cases(path: Path) -> list[Case]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_base_units(told: str, unit: str) -> dict[int, float]:
    pairs = (pair.split("=") for pair in told.split(";") if pair)
    return {int(year): float(value) * float(parse_unit(unit).factor) for year, value in pairs}


def found_for(case: Case) -> Found:
    def number(column: str) -> float | None:
        return float(case[column]) if case[column] else None

    def year(column: str) -> int | None:
        return int(case[column]) if case[column] else None

    told: dict[str, Any] = {name: case[name] for name in ("kind", "accumulates", "better", "comparator")}
    told |= {name: case[name] or None for name in ("basis", "measured_by")}
    return judged(
        in_base_units(case["actuals"], case["unit"]),
        reference=in_base_units(case["reference_actuals"], case["unit"]) if case["reference_actuals"] else None,
        looked_from=int(case["today"]),
        indicator_unit=case["unit"],
        value=number("value"),
        value_high=number("value_high"),
        start=year("start"),
        due=year("due"),
        baseline_year=year("baseline_year"),
        baseline_value=number("baseline_value"),
        **told,
    )


def same(found: float | None, expected: str) -> bool:
    return found is not None and not isnan(found) and found == pytest.approx(float(expected), abs=5e-7)


def holds(case: Case) -> None:
    found = found_for(case)
    verdict = found.verdict
    for rule in Rule:
        if case[f"status_{rule}"]:
            assert verdict.statuses[rule] == case[f"status_{rule}"], rule
    if case["measured_value"]:
        assert same(verdict.measured, case["measured_value"])
        assert verdict.measured == verdict.measured_high
    if case["measured_as"]:
        assert verdict.measured_words == case["measured_as"]
    assert verdict.decided_by == (int(case["decided_by"]) if case["decided_by"] else None)
    if case["gap_size"]:
        assert same(verdict.gap_size, case["gap_size"])
    if case["gap_word"]:
        assert verdict.gap_word == case["gap_word"]
    if case["progress"]:
        assert same(verdict.progress, case["progress"])


@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: case["case"])
def test_every_column_of_a_case_comes_out(case: Case) -> None:
    holds(case)


@pytest.mark.skipif(not SHARED.exists(), reason="the worked cases are not beside the project")
@pytest.mark.parametrize("case", cases(SHARED), ids=lambda case: case["case"])
def test_every_column_of_a_case_beside_the_project_comes_out(case: Case) -> None:
    holds(case)
