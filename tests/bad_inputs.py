"""The shared list of bad inputs, line by line, for the tests of whatever is no number."""

import csv
from dataclasses import dataclass
from functools import cache

import pytest

from tests.requirements import SHARED

#: The first line that is about something else than numbers, years, cells and files.
FIRST = 127
#: The numbers of the lines that tests ask for.
TESTED: set[int] = set()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is put in, in which place, and what is to come of it."""

    number: int
    kind: str
    text: str
    expected: str


@cache
def listed() -> dict[int, Line]:
    """Give the lines by number; none where the list is absent."""
    cases = SHARED / "cases" / "bad_inputs.csv"
    if not cases.exists():
        return {}
    with cases.open(encoding="utf-8-sig", newline="") as file:
        rows = [Line(int(row["id"]), row["kind"], row["input"], row["expected"]) for row in csv.DictReader(file)]
    return {row.number: row for row in rows if row.number >= FIRST}


def lines(*numbers: int) -> pytest.MarkDecorator:
    """Run a test for each of these lines; skip it where the list is absent."""
    TESTED.update(numbers)
    absent = pytest.mark.skip(reason="../shared/cases/bad_inputs.csv is not on this machine")
    return pytest.mark.parametrize(
        "line",
        [pytest.param(listed().get(one), id=f"line {one}", marks=() if listed() else absent) for one in numbers],
    )
