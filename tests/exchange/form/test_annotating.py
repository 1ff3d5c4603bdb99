"""The annotated copy shows each finding where it is, keeps what was filled in, and can be uploaded again."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from tests.exchange.form.filled_forms import (
    DRAFT,
    FIRM,
    FORM,
    ROWS,
    SHARE,
    SLUGS,
    TURNOVER,
    cell,
    changed,
    rows_of,
    saved,
)
from tracker.domain.entry.entries import Typed
from tracker.domain.entry.form_records import Form, FormField
from tracker.exchange.form.annotating import annotate
from tracker.exchange.form.cell_texts import FINDINGS, IDENTITY, SHEET
from tracker.exchange.form.reading import read_form
from tracker.exchange.form.writing import form_bytes

HOSTILE = '=HYPERLINK("http://evil","x")'


def fill(sheet: Any) -> None:
    cell(sheet, FIRM, FormField.VALUE).value = "many"
    cell(sheet, FIRM, FormField.COMMENT).value = HOSTILE
    cell(sheet, FIRM, FormField.COMMENT).data_type = "s"
    cell(sheet, TURNOVER, FormField.VALUE).value = "14.2"
    cell(sheet, TURNOVER, FormField.GOAL).value = "mine"
    cell(sheet, SHARE, FormField.VALUE).value = 0.035
    cell(sheet, SHARE, FormField.VALUE).number_format = "0.0%"


def copy_of(form: Form = FORM) -> bytes:
    return annotate(form, read_form(changed(fill, form), form))


def test_each_finding_is_a_comment_in_its_cell_and_a_line_on_the_list() -> None:
    book = load_workbook(BytesIO(copy_of()))
    sheet = book[SHEET]
    filled = cell(sheet, FIRM, FormField.VALUE)
    assert "seen: many" in filled.comment.text
    assert "proposed: 3.5%" in cell(sheet, SHARE, FormField.VALUE).comment.text
    assert "locked cell" in cell(sheet, TURNOVER, FormField.GOAL).comment.text
    assert cell(sheet, TURNOVER, FormField.VALUE).comment is None
    lines = [[column.value for column in row] for row in book[FINDINGS].iter_rows()]
    assert [line[0] for line in lines] == ["Cell", "G6", "D7", "G9"]
    assert [line[2] for line in lines[1:]] == ["not stored", "to look at", "not stored"]
    assert lines[3][6] == "3.5%"


def test_found_cells_are_coloured_by_their_weight_and_stay_to_be_filled_in() -> None:
    sheet = load_workbook(BytesIO(copy_of()))[SHEET]
    wrong, fine = (cell(sheet, code, FormField.VALUE) for code in (FIRM, TURNOVER))
    assert wrong.fill.fgColor.rgb != fine.fill.fgColor.rgb
    assert not wrong.protection.locked
    assert cell(sheet, TURNOVER, FormField.GOAL).protection.locked


def test_what_was_filled_in_stands_in_the_copy_as_text_and_can_be_corrected() -> None:
    book = load_workbook(BytesIO(copy_of()))
    sheet = book[SHEET]
    assert cell(sheet, FIRM, FormField.COMMENT).data_type == "s"
    cell(sheet, FIRM, FormField.VALUE).value = "1024"
    read = read_form(saved(book), FORM)
    assert rows_of(read) == {
        SLUGS[0]: Typed(value="1024", comment=HOSTILE),
        SLUGS[1]: Typed(value="14.2"),
        SLUGS[3]: Typed(value="3.5%"),
    }
    assert read.ours


def test_a_copy_without_findings_says_so() -> None:
    form = replace(FORM, rows=(replace(ROWS[0], typed=DRAFT), *ROWS[1:]))
    book = load_workbook(BytesIO(annotate(form, read_form(form_bytes(form), form))))
    assert book[FINDINGS]["A2"].value == "Nothing was found."
    assert book[IDENTITY].sheet_state == "hidden"
    assert cell(book[SHEET], FIRM, FormField.VALUE).value == "12.10"
