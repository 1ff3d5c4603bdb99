"""What people do to a form where nothing was to be changed is told and ignored; rows and columns are found again."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.exchange.form.filled_forms import (
    FIRM,
    FORM,
    INSTITUTIONS,
    ROWS,
    SLUGS,
    TURNOVER,
    cell,
    changed,
    place,
    rows_of,
    saved,
    words_of,
)
from tracker.domain.entry.entries import Typed
from tracker.domain.entry.form_records import FormField
from tracker.errors import RefusedInputError
from tracker.exchange.form.cell_texts import IDENTITY, SHEET
from tracker.exchange.form.reading import read_form
from tracker.exchange.form.writing import form_bytes


@pytest.mark.parametrize(
    ("field", "typed", "address"),
    [
        (FormField.CODE, "XYZ-1", "A7"),
        (FormField.NAME, "Turnover of mine", "B7"),
        (FormField.UNIT, "万元", "C7"),
        (FormField.GOAL, "none", "D7"),
        (FormField.PREVIOUS, 5, "E7"),
        (FormField.PREVIOUS_YEAR, "1999", "F7"),
    ],
)
def test_a_changed_locked_cell_is_told_and_its_change_ignored(field: FormField, typed: object, address: str) -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, TURNOVER, FormField.VALUE).value = "14.2"
        cell(sheet, TURNOVER, field).value = typed

    read = read_form(changed(fill), FORM)
    assert rows_of(read) == {SLUGS[1]: Typed(value="14.2")}
    assert [finding.cell for finding in read.findings] == [address]
    assert f"a locked cell was changed; the change is ignored; seen: {typed}" in words_of(read)
    assert read.findings[0].proposal == ("14.2 万元" if field is FormField.UNIT else "")


def test_change_and_check_are_not_looked_at() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.CHECK).value = "✓ trust me"
        cell(sheet, FIRM, FormField.CHANGE).value = "=1/0"

    assert read_form(changed(fill), FORM).findings == ()


def test_sorted_rows_and_moved_columns_are_found_again() -> None:
    content = form_bytes(FORM)
    book = load_workbook(BytesIO(content))
    sheet = book[SHEET]
    cell(sheet, FIRM, FormField.VALUE).value = "1024"
    cell(sheet, TURNOVER, FormField.VALUE).value = "14.2"
    lines = [[one.value for one in row] for row in sheet["A5:N13"]]
    for line, cells in enumerate([lines[0], *reversed(lines[1:])], 5):
        for column, value in enumerate(reversed(cells), 1):
            sheet.cell(line, column).value = value
    read = read_form(saved(book), FORM)
    assert rows_of(read) == {SLUGS[0]: Typed(value="1024"), SLUGS[1]: Typed(value="14.2")}
    assert (read.findings, read.recognised) == ((), len(ROWS))
    assert read.rows[0].line == 12


def test_inserted_rows_and_columns_shift_nothing() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "1024"
        line, column = place(sheet, INSTITUTIONS, FormField.VALUE)
        sheet.cell(line, column).value = "280"
        for line in (15, 16, 17):
            sheet.unmerge_cells(f"C{line}:D{line}")
        sheet.insert_cols(3)
        sheet.insert_rows(8)
        sheet["B8"].value = "a remark of ours"

    read = read_form(changed(fill), FORM)
    assert rows_of(read) == {SLUGS[0]: Typed(value="1024"), SLUGS[5]: Typed(value="280")}
    assert read.not_asked == ("8: a remark of ours",)


def test_a_deleted_row_is_told_and_a_new_one_is_not_read() -> None:
    def fill(sheet: Any) -> None:
        sheet.delete_rows(place(sheet, TURNOVER, FormField.VALUE)[0])
        sheet["B20"].value = "Incubators and coworking spaces"
        sheet["G20"].value = "7"

    read = read_form(changed(fill), FORM)
    assert read.rows == ()
    assert "the row is not in the workbook; nothing is stored for it; seen: TCT-43" in words_of(read)
    assert "is about no indicator of this form" in words_of(read)
    assert "Incubators and co-working spaces, by its code or name" in words_of(read)


def test_two_rows_about_one_indicator_are_both_refused() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "1024"
        sheet["A14"].value, sheet["G14"].value = FIRM, "1025"

    read = read_form(changed(fill), FORM)
    assert read.rows == ()
    assert [row.line for row in read.held] == [6, 14]
    assert words_of(read).count("two rows about one indicator") == 2


def test_a_code_beside_another_indicator_s_name_is_not_guessed_about() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "1024"
        cell(sheet, FIRM, FormField.NAME).value = "R&D investment"

    read = read_form(changed(fill), FORM)
    assert read.rows == ()
    assert "the code and the name belong to two indicators" in words_of(read)


def test_a_form_without_its_header_is_refused_with_what_is_looked_for() -> None:
    with pytest.raises(RefusedInputError, match=r"no sheet has the columns.*Actual 2021"):
        read_form(changed(lambda sheet: sheet.delete_rows(5)), FORM)


def test_a_tampered_identity_cannot_reach_another_indicator() -> None:
    book = load_workbook(BytesIO(form_bytes(FORM)))
    cell(book[SHEET], FIRM, FormField.VALUE).value = "1024"
    book[IDENTITY]["B6"], book[IDENTITY]["C6"] = "HTE-99", "somebody-elses-indicator"
    book[IDENTITY]["E6"] = "nonsense"
    assert rows_of(read_form(saved(book), FORM)) == {SLUGS[0]: Typed(value="1024")}
