"""A bundle goes out whole or not at all, harms no spreadsheet, and destroys nothing that is not its own."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.bundle_folders import read
from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal, Indicator, Plan, Zone
from tracker.domain.vocabulary import Accumulates, Better, Comparator
from tracker.errors import RefusedInputError
from tracker.exchange import write_bundle
from tracker.exchange.bundle import bundle_writing
from tracker.exchange.bundle.bundle_columns import Record
from tracker.exchange.table.formula_guard import guard, guard_quoted, unguard
from tracker.exchange.workbook import zip_checks

ZONE = Zone(zone="shenyang", name="=Shenyang", name_zh="沈阳", aliases=("-Mukden", "Shengjing"))
GOAL = Goal(
    goal="g",
    plan="p",
    indicator="i",
    kind=Kind.CHANGE,
    comparator=Comparator.AT_MOST,
    value=Decimal("-13.50"),
    due=2025,
    interim=((2022, Decimal("-3.0")), (2023, Decimal(-7))),
    approximate=True,
)
RECORDS: dict[str, list[Record]] = {
    "zones": [ZONE],
    "sources": [],
    "indicators": [
        Indicator(indicator="i", name="I", unit="tons", better=Better.DOWN, accumulates=Accumulates.LEVEL, decimals=2)
    ],
    "plans": [Plan(plan="p", zone="shenyang", name="'=P", start=2021, end=2025, issued="2021-03-01")],
    "goals": [GOAL],
    "actuals": [Actual(zone="shenyang", indicator="i", year=2021, value=Decimal("12.10"), note="+1\n-2")],
}


def failing() -> Iterator[Record]:
    yield ZONE
    raise LookupError


def test_a_folder_has_the_columns_in_their_order_and_no_file_without_rows(tmp_path: Path) -> None:
    write_bundle(tmp_path / "out", RECORDS)
    assert {file.name for file in (tmp_path / "out").iterdir()} == {
        "zones.csv",
        "indicators.csv",
        "plans.csv",
        "goals.csv",
        "actuals.csv",
    }
    written = (tmp_path / "out" / "zones.csv").read_bytes().decode()
    assert written == "zone,name,name_zh,parent,kind,aliases\nshenyang,'=Shenyang,沈阳,,,'-Mukden;Shengjing\n"


def test_texts_are_guarded_and_numbers_are_not(tmp_path: Path) -> None:
    write_bundle(tmp_path / "out", RECORDS)
    with (tmp_path / "out" / "goals.csv").open(newline="") as stream:
        (goal,) = csv.DictReader(stream)
    assert (goal["value"], goal["interim"], goal["approximate"]) == ("-13.50", "2022=-3.0;2023=-7", "yes")
    with (tmp_path / "out" / "actuals.csv").open(newline="") as stream:
        (actual,) = csv.DictReader(stream)
    assert (actual["value"], actual["note"]) == ("12.10", "'+1\n-2")


@pytest.mark.parametrize("start", "=+-@\t\r＝＋－＠")
def test_what_a_spreadsheet_could_run_is_guarded_and_comes_back(start: str) -> None:
    for text in (f"{start}x", f"'{start}x", f"''{start}x"):
        assert guard(text) == f"'{text}"
        assert unguard(guard(text)) == text
        assert unguard(guard_quoted(text)) == text


def test_other_texts_need_no_guard() -> None:
    assert [guard(text) for text in ("x=1", "'s", "")] == ["x=1", "'s", ""]
    assert guard_quoted("=x") == "=x"


def test_the_same_records_make_the_same_bytes_also_by_way_of_a_workbook(tmp_path: Path) -> None:
    write_bundle(tmp_path / "first", RECORDS)
    write_bundle(tmp_path / "first.xlsx", RECORDS)
    write_bundle(tmp_path / "second", read(tmp_path / "first"))
    write_bundle(tmp_path / "third", read(tmp_path / "first.xlsx"))
    write_bundle(tmp_path / "second.xlsx", read(tmp_path / "first.xlsx"))
    for name in ("zones", "indicators", "plans", "goals", "actuals"):
        first = (tmp_path / "first" / f"{name}.csv").read_bytes()
        assert (tmp_path / "second" / f"{name}.csv").read_bytes() == first
        assert (tmp_path / "third" / f"{name}.csv").read_bytes() == first
    assert (tmp_path / "second.xlsx").read_bytes() == (tmp_path / "first.xlsx").read_bytes()


@pytest.mark.parametrize("name", ["out", "out.xlsx"])
def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    write_bundle(tmp_path / name, RECORDS)
    before = read(tmp_path / name)
    with pytest.raises(LookupError):
        write_bundle(tmp_path / name, {"zones": failing()})
    assert read(tmp_path / name) == before
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["out", "out.xlsx"])
def test_an_earlier_export_is_replaced_with_all_its_files(tmp_path: Path, name: str) -> None:
    write_bundle(tmp_path / name, RECORDS)
    write_bundle(tmp_path / name, {"zones": [ZONE]})
    assert read(tmp_path / name)["zones"] == (ZONE,)
    assert read(tmp_path / name)["plans"] == ()


def test_a_store_without_records_is_exported_too(tmp_path: Path) -> None:
    write_bundle(tmp_path / "empty", {})
    assert list((tmp_path / "empty").iterdir()) == []
    write_bundle(tmp_path / "empty.xlsx", {})
    assert not any(read(tmp_path / "empty.xlsx").values())


def test_what_is_no_bundle_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(RefusedInputError, match=r"holds other things than a bundle; seen: folder.xlsx, notes.txt"):
        write_bundle(tmp_path, RECORDS)
    with pytest.raises(RefusedInputError, match="something else lies at this path"):
        write_bundle(tmp_path / "notes.txt", RECORDS)
    with pytest.raises(RefusedInputError, match="something else lies at this path"):
        write_bundle(tmp_path / "folder.xlsx", RECORDS)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_path_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(RefusedInputError, match="the export cannot be written; seen: File exists"):
        write_bundle(tmp_path / "file" / "out", RECORDS)


def test_an_earlier_export_comes_back_where_it_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bundle(tmp_path / "out", RECORDS)
    rename = Path.rename

    def refusing(self: Path, target: Path) -> Path:
        if target.name == "out":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(RefusedInputError, match="No space left"):
        write_bundle(tmp_path / "out", {"zones": [ZONE]})
    assert len(read(tmp_path / "out")["plans"]) == 1


def test_what_import_would_not_read_back_is_not_written_as_a_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_writing, "MOST_ROWS", 10)
    zones = [Zone(zone=f"z{number}", name="Z") for number in range(10)]
    write_bundle(tmp_path / "nine.xlsx", {"zones": zones[:9]})
    with pytest.raises(RefusedInputError, match=r"this is too much for a workbook .*; seen: more than 10 rows"):
        write_bundle(tmp_path / "ten.xlsx", {"zones": zones})
    monkeypatch.setattr(zip_checks, "MOST_BYTES", 1000)
    with pytest.raises(RefusedInputError, match=r"this is too much for a workbook .*; seen: 1 MB"):
        write_bundle(tmp_path / "large.xlsx", {"zones": zones[:2]})
    assert [file.name for file in tmp_path.iterdir()] == ["nine.xlsx"]
