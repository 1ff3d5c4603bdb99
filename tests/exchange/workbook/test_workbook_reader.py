"""The process that reads workbooks hands over so much and no more, and says how it ended."""

import json
import resource
from pathlib import Path

import pytest

from tests.exchange.bundle_folders import problems
from tests.exchange.crafted_workbooks import bundle, number, sheet, texts
from tracker.exchange.workbook import reader_process
from tracker.exchange.workbook.reader_process import Budget, TooMuchError

HEADER = texts(1, "zone", "indicator", "year", "value")


@pytest.fixture(autouse=True)
def _without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the limits of the other process off this one."""
    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)


def handed_over(path: Path, capsys: pytest.CaptureFixture[str]) -> list[object]:
    reader_process.main(path, frozenset({"actuals"}))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_sheets_come_with_their_heads_and_the_end_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = bundle(tmp_path / "b.xlsx", sheet(HEADER, texts(2, "a") + number("D2", "12000000000000000000")))
    assert handed_over(path, capsys) == [
        {"sheet": "Zones", "hidden": False},
        {"sheet": "INDICATORS", "hidden": False},
        {"sheet": "actuals", "hidden": False, "hidden_rows": [], "merged": []},
        [1, ["zone", "indicator", "year", "value"], {}],
        [2, ["a", "", "", "12000000000000000000"], {}],
        {"end": "read"},
    ]


def test_no_more_rows_and_characters_than_agreed_are_handed_over() -> None:
    budget = Budget()
    budget.rows, budget.characters = 2, 5
    budget.spend(["abc"])
    with pytest.raises(TooMuchError, match="characters"):
        budget.spend(["def"])
    with pytest.raises(TooMuchError, match="rows"):
        budget.spend([""])


@pytest.mark.parametrize(
    ("error", "end"),
    [
        (MemoryError(), {"end": "aborted"}),
        (TooMuchError("rows"), {"end": "rows"}),
        (RecursionError("deep"), {"end": "damaged", "detail": "RecursionError: deep"}),
    ],
)
def test_whatever_happens_is_said_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, end: dict[str, str]
) -> None:
    def failing(path: Path, wanted: frozenset[str]) -> None:
        raise error

    monkeypatch.setattr(reader_process, "sheets", failing)
    assert handed_over(Path("any.xlsx"), capsys) == [end]


@pytest.mark.parametrize("value", ["1e40", "1e-70", "letters"])
def test_numbers_out_of_all_proportion_are_refused(tmp_path: Path, value: str) -> None:
    cells = texts(2, "shenyang", "rd", "2021") + number("D2", value)
    assert problems(bundle(tmp_path / "b.xlsx", sheet(HEADER, cells)))
