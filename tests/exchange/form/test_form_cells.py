"""Every bad cell of a form is told by its address with what was seen, and keeps its row from being stored."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.exchange.form.filled_forms import FIRM, FORM, SHARE, SLUGS, TURNOVER, cell, changed, rows_of, words_of
from tracker.domain.entry.form_records import FormField, ReadForm
from tracker.exchange.form.reading import read_form
from tracker.exchange.form.writing import form_bytes

_SHEET_PART = "xl/worksheets/sheet1.xml"


def filled(code: str, field: FormField, typed: object, number_format: str = "General") -> ReadForm:
    def fill(sheet: Any) -> None:
        cell(sheet, code, field).value = typed
        cell(sheet, code, field).number_format = "yyyy-mm-dd" if isinstance(typed, datetime) else number_format

    return read_form(changed(fill), FORM)


def with_cell(address: str, xml: str) -> ReadForm:
    """Read a form in which one cell is written by hand, as no library would write it."""
    content = BytesIO()
    with ZipFile(BytesIO(form_bytes(FORM))) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part == _SHEET_PART:
                start = text.index(f'<c r="{address}"'.encode())
                text = text[:start] + xml.encode() + text[text.index(b"</c>", start) + 4 :]
            new.writestr(part, text)
    return read_form(content.getvalue(), FORM)


@pytest.mark.parametrize(
    ("xml", "words", "proposal"),
    [
        ('<c r="G6"><f>1+1</f></c>', "F: the formula has no saved value; seen: =1+1", ""),
        ('<c r="G6" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "the cell holds a spreadsheet error; seen: #DIV/0!", ""),
        ('<c r="G6"><v>NaN</v></c>', "the cell's number is not a number; seen: NaN", ""),
        ('<c r="G6"><v>1e999</v></c>', "the cell's number is not a number", ""),
        ('<c r="G6"><v>123456789012345678</v></c>', "more than 15 significant digits", "123456789012346000"),
        ('<c r="G6"><v>0.30000000000000004</v></c>', "more than 15 significant digits", "0.3"),
        ('<c r="G6" t="b"><v>1</v></c>', "seen: TRUE", ""),
        (f'<c r="G6" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c>', "the text is too long", ""),
    ],
)
def test_a_cell_a_spreadsheet_has_spoilt_is_told_and_not_stored(xml: str, words: str, proposal: str) -> None:
    read = with_cell("G6", xml)
    assert words.removeprefix("F: ") in words_of(read)
    assert next(finding.cell for finding in read.findings if not finding.problem.warning) == "G6"
    assert read.findings[0].proposal == proposal
    assert read.rows == ()
    assert read.held[0].key.indicator == SLUGS[0]


def test_a_formula_with_a_saved_value_is_taken_and_told() -> None:
    read = with_cell("G6", '<c r="G6"><f>1+1</f><v>2</v></c>')
    assert rows_of(read)[SLUGS[0]].value == "2"
    assert words_of(read) == "G6: a formula; its saved value is taken; seen: =1+1"


def test_a_percentage_is_asked_about_and_never_stored_unasked() -> None:
    read = filled(SHARE, FormField.VALUE, 0.035, "0.0%")
    assert read.rows == ()
    assert (read.findings[0].cell, read.findings[0].proposal) == ("G9", "3.5%")
    assert "holds 0.035 and shows 3.5%" in words_of(read)


def test_the_value_counts_where_the_format_shows_ten_thousands() -> None:
    assert rows_of(filled(FIRM, FormField.VALUE, 12000, '0!.0,"万"'))[SLUGS[0]].value == "12000"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (datetime(2021, 3, 5), "a date stands where a value is due; seen: 2021-03-05"),  # noqa: DTZ001
        (True, "seen: TRUE"),
        ("暂无", "there is no value here: say why; seen: 暂无"),
        ("N/A", "there is no value here: say why"),
        ("inf", "seen: inf"),
        ("1.2.3", "seen: 1.2.3"),
        ("1_000", "seen: 1_000"),
        ("٣٤", "seen: ٣٤"),
        ("2024-01", "looks like a date"),
        ("100 and 120", "seen: 100 and 120"),
        ("5\u202e1", "\\u202e"),
        ("3.5%", "seen: 3.5%"),
        ("x" * 2000, "too long"),
    ],
)
def test_a_value_that_cannot_be_understood_is_told_and_held_back(typed: object, words: str) -> None:
    read = filled(FIRM, FormField.VALUE, typed)
    assert words in words_of(read)
    assert words_of(read).startswith("G6: ")
    assert (read.rows, len(read.held)) == ((), 1)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        (FormField.STATUS, "definitive", "K6: this is none of the choices; seen: definitive"),
        (FormField.NO_VALUE, "forgot", "H6: this is none of the choices; seen: forgot"),
        (FormField.NO_VALUE, "not collected", "H6: both a value and a reason for none"),
        (FormField.COMMENT, "x" * 2_001, "N6: the text is too long"),
        (FormField.LOCATOR, "\u200bpage", "M6: a control, invisible"),
        (FormField.SOURCE, "a" * 400, "L6: the text is too long"),
    ],
)
def test_what_stands_around_a_value_is_checked_too(field: FormField, typed: str, words: str) -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "1024"
        cell(sheet, FIRM, field).value = typed

    read = read_form(changed(fill), FORM)
    assert words in words_of(read)
    assert (read.rows, len(read.held)) == ((), 1)


def test_one_bad_row_keeps_no_other_from_being_stored() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "many"
        cell(sheet, TURNOVER, FormField.VALUE).value = "14.2亿"

    read = read_form(changed(fill), FORM)
    assert rows_of(read).keys() == {SLUGS[1]}
    assert dict(read.held[0].written)[FormField.VALUE] == "many"


def test_words_around_no_value_store_nothing() -> None:
    read = filled(FIRM, FormField.COMMENT, "later")
    assert (read.rows, read.held) == ((), ())
    assert "neither a value nor a reason" in words_of(read)


def test_merged_values_are_told_for_the_rows_they_empty() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "5"
        sheet.merge_cells("G6:G8")

    read = read_form(changed(fill), FORM)
    assert rows_of(read).keys() == {SLUGS[0]}
    assert [(finding.cell, finding.problem.seen) for finding in read.findings] == [("G7", "G6:G8"), ("G8", "G6:G8")]


def test_hidden_rows_are_read_and_told() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "5"
        sheet.row_dimensions[6].hidden = True
        sheet.row_dimensions[60].hidden = True

    read = read_form(changed(fill), FORM)
    assert rows_of(read)[SLUGS[0]].value == "5"
    assert [(finding.cell, finding.problem.seen) for finding in read.findings] == [("6:6", "6")]
