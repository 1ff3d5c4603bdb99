"""Tables come in workbooks of every kind, and in text files, within the same limits."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tracker.errors import RefusedInputError
from tracker.exchange.table.table_rows import Trait
from tracker.exchange.workbook.table_files import MOST_TABLE_BYTES, grids_of_file

KINDS = Path(__file__).parent / "kinds"


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_a_workbook_of_another_kind_is_read_with_its_merged_headings(ending: str) -> None:
    (grid,), warnings = grids_of_file(KINDS / f"quarters.{ending}")
    assert warnings == []
    assert grid.cells[0][:2] == ["Indicator", "2024"]
    assert grid.cells[1:3] == [["", "Q1", "Q4", "1-12月"], ["High-tech firms", "128", "142", "142"]]
    assert grid.name == "Sheet1"


def test_an_opendocument_sheet_shows_percentages_and_formulas_and_an_old_one_does_not() -> None:
    (ods,), _warnings = grids_of_file(KINDS / "quarters.ods")
    (xls,), _warnings = grids_of_file(KINDS / "quarters.xls")
    assert (ods.cells[3][3], xls.cells[3][3]) == ("1.72%", "0.0172")
    assert (ods.formats_known, xls.formats_known) == (True, False)
    assert {place: mark.trait for place, mark in ods.marks.items()} == {
        (2, 2): Trait.FORMULA,
        (3, 3): Trait.PERCENT,
    }


def test_an_opendocument_sheet_that_declares_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.ods"
    with ZipFile(KINDS / "quarters.ods") as good, ZipFile(path, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, b"<!DOCTYPE x>" + content if name == "content.xml" else content)
    with pytest.raises(RefusedInputError, match="document type"):
        grids_of_file(path)


@pytest.mark.parametrize(
    ("name", "content", "wrong"),
    [
        ("cut.xls", (KINDS / "quarters.xls").read_bytes()[:3000], "cannot be understood"),
        ("cut.ods", (KINDS / "quarters.ods").read_bytes()[:3000], "damaged"),
        ("text.xls", b"Indicator,2024\n", "not an .xlsx file"),
        ("empty.ods", b"", "not an .xlsx file"),
        ("empty.csv", b"", "the file is empty"),
        ("large.csv", b"x" * (MOST_TABLE_BYTES + 1), "too large"),
        ("long.csv", b"a,1\n" * 20_001, "too many rows"),
        ("open.csv", b'a,"1\n2,3\n', "never closed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, name: str, content: bytes, wrong: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RefusedInputError, match=wrong):
        grids_of_file(tmp_path / name)


@pytest.mark.parametrize(("ending", "mark"), [("csv", ","), ("csv", ";"), ("csv", "\t"), ("tsv", "\t"), ("txt", "\t")])
def test_cells_are_parted_as_most_lines_are(tmp_path: Path, ending: str, mark: str) -> None:
    path = tmp_path / f"t.{ending}"
    path.write_text(f'A title, with a comma\nIndicator{mark}2024\n"Output; in all"{mark}165.2\n')
    (grid,), _warnings = grids_of_file(path)
    assert grid.cells[-1][:2] == ["Output; in all", "165.2"]
    assert grid.semicolons is (mark == ";")
