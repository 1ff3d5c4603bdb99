"""The worked cases that come with the method: every column of every case."""

import csv
from math import isnan
from pathlib import Path

import pytest

from tests.domain.by_hand import Found, judged
from tracker.domain.statuses import Rule

CASES = Path(__file__).parents[3] / "shared" / "cases" / "assessment.csv"
FIGURES = ("progress", "elapsed", "path_value", "gap", "gap_to_path", "pace", "required_pace")


def cases() -> list[dict[str, str]]:
    if not CASES.exists():
        return []
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found_for(case: dict[str, str]) -> Found:
    def number(column: str) -> float | None:
        return float(case[column]) if case[column] else None

    def year(column: str) -> int | None:
        return int(case[column]) if case[column] else None

    pairs = (pair.split("=") for pair in case["actuals"].split(";") if pair)
    return judged(
        {int(when): float(value) for when, value in pairs},
        kind=case["kind"],
        accumulates=case["accumulates"],
        comparator=case["comparator"],
        better="down" if case["comparator"].startswith("<") else "up",
        value=number("value"),
        start=year("start"),
        due=year("due"),
        approximate=int(case["approximate"] == "yes"),
        baseline_year=year("baseline_year"),
        baseline_value=number("baseline_value"),
    )


@pytest.mark.skipif(not CASES.exists(), reason="the worked cases are not beside the project")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_a_worked_case_comes_out_as_expected(case: dict[str, str]) -> None:
    found = found_for(case)
    assert [found.statuses[rule] for rule in Rule] == [case[f"status_{rule}"] for rule in Rule]
    if case["ratio_time"]:
        assert found.time == pytest.approx(float(case["ratio_time"]), rel=1e-9, abs=1e-9)
    for name in FIGURES:
        if case[name]:
            assert found.figure(name) == pytest.approx(float(case[name]), rel=1e-9, abs=1e-9), name


@pytest.mark.skipif(not CASES.exists(), reason="the worked cases are not beside the project")
def test_what_a_worked_case_leaves_undefined_is_undefined() -> None:
    for case in cases():
        found, status = found_for(case), case["status_time"]
        undefined = {"met": ["required_pace"], "missed": ["required_pace"]}.get(status, [])
        if status == "no actual yet":
            undefined = ["elapsed", "path_value", "gap_to_path", "pace", "progress"]
        if status == "no baseline":
            undefined = ["progress", "elapsed", "path_value", "gap_to_path", "pace"]
        assert all(isnan(found.figure(name)) for name in undefined), case["case"]
        assert isnan(found.time) == (not case["ratio_time"]), case["case"]
