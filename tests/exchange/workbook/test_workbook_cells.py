"""What a spreadsheet hides behind a cell is told, and what it has already spoilt is refused."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.bundle_folders import problems, read, warnings
from tests.exchange.crafted_workbooks import DATE, MAIN, PERCENT, TEN_THOUSANDS, bundle, number, sheet, text, texts

HEADER = texts(1, "zone", "indicator", "year", "value")


def actuals(path: Path, value: str, *, year: str = text("C2", "2021"), indicator: str = "rd") -> Path:
    """Put a workbook together with one actual."""
    return bundle(path / "b.xlsx", sheet(HEADER, texts(2, "shenyang", indicator) + year + value))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('<c r="D2"><f>1+1</f></c>', "the formula has no saved value; seen: =1+1"),
        ('<c r="D2"><f>1+1</f><v></v></c>', "the formula has no saved value; seen: =1+1"),
        ('<c r="D2" t="e"><v>#DIV/0!</v></c>', "the cell holds a spreadsheet error; seen: #DIV/0!"),
        ('<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "the cell holds a spreadsheet error; seen: #DIV/0!"),
        (number("D2", "NaN"), "the cell's number is not a number; seen: NaN"),
        (number("D2", "1e999"), "the cell's number is not a number; seen: 1e999"),
        (number("D2", "123456789012345678"), "more than 15 significant digits"),
        (number("D2", "0.30000000000000004"), "more than 15 significant digits"),
        ('<c r="D2" t="b"><v>1</v></c>', "not a number"),
        (text("D2", "x" * 40_000), "the text is too long"),
        (number("D2", "44197", DATE), "looks like a date"),
        (number("D2", "44197.5", DATE), "a date"),
        (number("D2", "0.035", PERCENT).replace("D2", "E2"), "the row has more cells than the header"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_refused_in_its_place(tmp_path: Path, cell: str, words: str) -> None:
    refused = problems(actuals(tmp_path, cell, indicator="firms"))
    assert refused[0].startswith("b.xlsx[actuals]:2"), refused
    assert any(words in line for line in refused), refused


def test_a_formula_with_a_saved_value_is_taken_and_its_text_told(tmp_path: Path) -> None:
    path = actuals(tmp_path, '<c r="D2"><f>1+1</f><v>2</v></c>')
    assert read(path)["actuals"][0].value == Decimal(2)
    assert warnings(path) == ["b.xlsx[actuals]:2:value: a formula; its saved value is taken; seen: =1+1"]


def test_a_formula_that_gives_no_text_is_an_empty_cell(tmp_path: Path) -> None:
    path = actuals(tmp_path, number("D2", "3") + '<c r="E2" t="str"><f>""</f><v></v></c>')
    assert any("more cells than the header" in line for line in problems(path))
    header = texts(1, "zone", "indicator", "value", "note")
    row = texts(2, "shenyang", "rd") + number("C2", "3") + '<c r="D2" t="str"><f>""</f><v></v></c>'
    assert read(bundle(tmp_path / "c.xlsx", sheet(header, row)))["actuals"][0].note is None


def test_a_percentage_is_taken_as_it_is_shown_and_said_so(tmp_path: Path) -> None:
    path = actuals(tmp_path, number("D2", "0.035", PERCENT))
    assert read(path)["actuals"][0].value == Decimal("3.5")
    assert "formatted as a percentage" in warnings(path)[0]
    assert "seen: 0.035 (3.5%)" in warnings(path)[0]


def test_a_percentage_where_enterprises_are_counted_is_refused(tmp_path: Path) -> None:
    path = actuals(tmp_path, number("D2", "0.035", PERCENT), indicator="firms")
    assert problems(path)[0].startswith("b.xlsx[actuals]:2:value: ")


def test_the_value_is_taken_where_the_format_shows_ten_thousands(tmp_path: Path) -> None:
    taken = read(actuals(tmp_path, number("D2", "12000", TEN_THOUSANDS), indicator="firms"))
    assert taken["actuals"][0].value == Decimal(12000)


def test_a_date_in_the_year_column_gives_its_year_with_a_warning(tmp_path: Path) -> None:
    path = actuals(tmp_path, number("D2", "3"), year=number("C2", "44197", DATE))
    assert read(path)["actuals"][0].year == 2021
    assert warnings(path) == [
        "b.xlsx[actuals]:2:year: a date stands in a column of years; its year is taken; seen: 2021-01-01; "
        "right would be: 2021"
    ]


def test_a_date_as_text_in_the_year_column_is_refused(tmp_path: Path) -> None:
    assert problems(actuals(tmp_path, number("D2", "3"), year=text("C2", "2021-01-01")))


@pytest.mark.parametrize(("written", "value"), [("1.1000000000000001", "1.1"), ("12.10", "12.1"), ("3", "3")])
def test_numbers_come_with_the_digits_they_were_typed_with(tmp_path: Path, written: str, value: str) -> None:
    assert str(read(actuals(tmp_path, number("D2", written)))["actuals"][0].value) == value


def test_text_stays_text_with_its_digits(tmp_path: Path) -> None:
    assert str(read(actuals(tmp_path, text("D2", "12.10")))["actuals"][0].value) == "12.10"


def test_cells_and_rows_without_places_follow_each_other(tmp_path: Path) -> None:
    content = sheet(HEADER, texts(2, "shenyang", "rd", "2021") + number("D2", "0.035", PERCENT))
    for place in ("A1", "B1", "C1", "D1", "A2", "B2", "C2", "D2"):
        content = content.replace(f' r="{place}"', "")
    taken = read(bundle(tmp_path / "b.xlsx", content.replace('<row r="2">', "<row>")))
    assert taken["actuals"][0].value == Decimal("3.5")


def test_a_hidden_sheet_and_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    rows = f'<row r="1">{HEADER}</row><row r="2" hidden="1">{texts(2, "shenyang", "rd", "2021", "3")}</row>'
    content = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    path = bundle(tmp_path / "b.xlsx", content, hidden="actuals")
    assert len(read(path)["actuals"]) == 1
    assert warnings(path) == [
        "b.xlsx[actuals]: the sheet is hidden; it is read all the same",
        "b.xlsx[actuals]:2: hidden rows are read all the same; seen: 2",
    ]


def test_a_value_merged_over_three_rows_is_refused_with_the_range(tmp_path: Path) -> None:
    rows = [texts(at, "shenyang", "rd", str(2019 + at)) + (number("D2", "3") if at == 2 else "") for at in (2, 3, 4)]
    merged = '<mergeCells count="1"><mergeCell ref="D2:D4"/></mergeCells>'
    refused = problems(bundle(tmp_path / "b.xlsx", sheet(HEADER, *rows, after=merged)))
    assert refused[0].startswith("b.xlsx[actuals]:3:value: merged cells: all but the first are empty; seen: D2:D4")


def test_merged_cells_beside_the_table_do_no_harm(tmp_path: Path) -> None:
    merged = '<mergeCells count="2"><mergeCell ref="G1:H1"/><mergeCell ref="A90:B95"/></mergeCells>'
    content = sheet(HEADER, texts(2, "shenyang", "rd", "2021", "3"), after=merged)
    assert len(read(bundle(tmp_path / "b.xlsx", content))["actuals"]) == 1


def test_a_row_beyond_an_empty_one_keeps_its_line(tmp_path: Path) -> None:
    content = sheet(HEADER, "", texts(3, "shenyang", "rd", "21", "3"))
    assert problems(bundle(tmp_path / "b.xlsx", content))[0].startswith("b.xlsx[actuals]:3:year: ")


def test_texts_shared_between_cells_are_read(tmp_path: Path) -> None:
    shared = f'<sst xmlns="{MAIN}"><si><t>shen</t></si><si><r><t>shen</t></r><r><t>yang</t></r></si></sst>'
    row = '<c r="A2" t="s"><v>1</v></c>' + text("B2", "rd") + text("C2", "2021") + text("D2", "3")
    path = bundle(tmp_path / "b.xlsx", sheet(HEADER, row), parts={"xl/sharedStrings.xml": shared})
    assert read(path)["actuals"][0].zone == "shenyang"


def test_a_workbook_without_styles_is_read(tmp_path: Path) -> None:
    path = bundle(tmp_path / "b.xlsx", sheet(HEADER, texts(2, "shenyang", "rd", "2021", "3")), without="xl/styles.xml")
    assert len(read(path)["actuals"]) == 1
