"""The template loads as it is and without its examples, and says everything that can be filled in."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.exchange.bundle_folders import read, warnings
from tracker.errors import RefusedInputError
from tracker.exchange import write_template
from tracker.exchange.bundle.bundle_columns import COLUMNS, header
from tracker.exchange.bundle.column_words import column_words


@pytest.fixture(params=["template", "template.xlsx"])
def template(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a template as a folder and as a workbook."""
    path = tmp_path / str(request.param)
    write_template(path)
    return path


def without_examples(path: Path) -> None:
    """Take every row away but the header and the line that explains it."""
    if path.is_dir():
        for file in path.iterdir():
            head, explained, *_examples = file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
            file.write_text(head + explained, encoding="utf-8")
        return
    book = load_workbook(path)
    for sheet in book:
        sheet.delete_rows(3, 10)
    book.save(path)


def test_a_template_loads_as_it_is(template: Path) -> None:
    assert warnings(template) == []
    assert {kind: len(records) for kind, records in read(template).items()} == dict.fromkeys(COLUMNS, 2)


def test_a_template_loads_without_its_examples(template: Path) -> None:
    without_examples(template)
    assert warnings(template) == []
    assert {kind: len(records) for kind, records in read(template).items()} == dict.fromkeys(COLUMNS, 0)


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_column_is_explained(kind: str, tmp_path: Path) -> None:
    assert tuple(sorted(column_words(kind))) == tuple(sorted(header(kind)))
    write_template(tmp_path / "template")
    with (tmp_path / "template" / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as stream:
        head, explained, *examples = csv.reader(stream)
    assert tuple(head) == header(kind)
    assert all(explained)
    assert len(examples) == 2
    for column, text in zip(COLUMNS[kind], explained, strict=True):
        assert all(word in text for word in column.words)
        assert ("required" in text) is column.required


def test_a_workbook_offers_the_words_of_each_column(tmp_path: Path) -> None:
    write_template(tmp_path / "template.xlsx")
    book = load_workbook(tmp_path / "template.xlsx")
    for kind, columns in COLUMNS.items():
        offered = {
            next(iter(rule.sqref.ranges)).min_col - 1: str(rule.formula1)
            for rule in book[kind].data_validations.dataValidation
        }
        for place, column in enumerate(columns):
            if column.words:
                assert offered[place] == f'"{",".join(column.words)}"'
            elif column.refers_to:
                assert offered[place].startswith(f"{column.refers_to}!$")
    assert book["goals"]["A3"].number_format == "@"


def test_a_template_replaces_nothing(template: Path) -> None:
    with pytest.raises(RefusedInputError, match="something else lies at this path"):
        write_template(template)
    assert warnings(template) == []


def test_a_template_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("template", "template.xlsx"):
        with pytest.raises(RefusedInputError, match="cannot be written"):
            write_template(tmp_path / "file" / name)
