"""A form that comes back holds what was typed in it, exactly, and nothing where nothing was typed."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.exchange.form.filled_forms import (
    CODES,
    DRAFT,
    FIRM,
    FORM,
    NONE_YET,
    ROWS,
    SLUGS,
    TURNOVER,
    cell,
    changed,
    rows_of,
    saved,
    words_of,
)
from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.entry.form_records import FormField, form_codes
from tracker.domain.entry.typed_values import Wanted
from tracker.domain.records import Indicator, Zone
from tracker.domain.vocabulary import Accumulates, Better
from tracker.errors import RefusedInputError
from tracker.exchange.form.cell_texts import IDENTITY, SHEET, SIGN_OFF
from tracker.exchange.form.reading import MOST_FORM_BYTES, read_form
from tracker.exchange.form.writing import form_bytes, write_form

HUB = Indicator(indicator="hub", name="Hub", unit="milestone", better=Better.NONE, accumulates=Accumulates.LEVEL)
STATE = Wanted(indicator=HUB, zone=Zone(zone="park", name="Park"), zones={}, state=True, number=False)
PREFILLED = replace(FORM, rows=(replace(ROWS[0], typed=DRAFT), replace(ROWS[1], typed=NONE_YET), *ROWS[2:]))


def test_an_untouched_form_has_nothing_to_store() -> None:
    for form in (FORM, PREFILLED):
        read = read_form(form_bytes(form), form)
        assert read.ours
        assert (read.rows, read.held, read.findings, read.not_asked) == ((), (), (), ())
        assert (read.recognised, read.revision) == (len(ROWS), "17")


def test_an_untouched_form_that_a_spreadsheet_program_saved_has_nothing_to_store() -> None:
    read = read_form(changed(lambda _sheet: None, PREFILLED), PREFILLED)
    assert (read.rows, read.held, read.findings) == ((), (), ())


def test_what_was_filled_in_comes_back_as_typed() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "12.10"
        cell(sheet, FIRM, FormField.STATUS).value = "estimated 估计"
        cell(sheet, FIRM, FormField.SOURCE).value = "Liaoning statistical yearbook 2021 辽宁统计年鉴"
        cell(sheet, FIRM, FormField.LOCATOR).value = "表 3-2"
        cell(sheet, FIRM, FormField.COMMENT).value = "line one\nline two"
        cell(sheet, TURNOVER, FormField.NO_VALUE).value = "未公布"
        cell(sheet, TURNOVER, FormField.SOURCE).value = "A report nobody knew"

    typed = rows_of(read_form(changed(fill), FORM))
    assert typed == {
        SLUGS[0]: Typed(
            value="12.10",
            status="estimated",
            source="yearbook-2021",
            locator="表 3-2",
            comment="line one\nline two",
        ),
        SLUGS[1]: Typed(no_value=NoValue.NOT_PUBLISHED, new_source="A report nobody knew"),
    }


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("12.10", "12.10"),
        (12.10, "12.1"),
        (1024, "1024"),
        (0.1, "0.1"),
        ("约150", "约150"),
        ("over 100", "over 100"),
        ("+23.7%", "+23.7%"),
        ("占全市25%", "占全市25%"),
        ("１４．２", "１４．２"),
        ("100–120", "100–120"),
        ("123456789012345678", "123456789012345678"),
    ],
)
def test_every_way_to_write_a_value_comes_back(typed: object, text: str) -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = typed

    read = read_form(changed(fill), FORM)
    assert rows_of(read) == {SLUGS[0]: Typed(value=text)}
    assert read.findings == ()


def test_an_empty_cell_leaves_what_was_typed_before() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "13"
        cell(sheet, FIRM, FormField.COMMENT).value = None

    assert rows_of(read_form(changed(fill, PREFILLED), PREFILLED)) == {SLUGS[0]: replace(DRAFT, value="13")}


def test_emptying_a_value_changes_nothing_and_is_told() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = None

    read = read_form(changed(fill, PREFILLED), PREFILLED)
    assert read.rows == ()
    assert "an empty cell changes nothing; seen: 12.10" in words_of(read)


def test_a_reason_takes_the_place_of_a_value_and_the_other_way_round() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = None
        cell(sheet, FIRM, FormField.NO_VALUE).value = "not collected"
        cell(sheet, TURNOVER, FormField.VALUE).value = "14.2亿"
        cell(sheet, TURNOVER, FormField.NO_VALUE).value = None

    typed = rows_of(read_form(changed(fill, PREFILLED), PREFILLED))
    assert typed[SLUGS[0]] == replace(DRAFT, value="", no_value=NoValue.NOT_COLLECTED)
    assert typed[SLUGS[1]] == replace(NONE_YET, value="14.2亿", no_value=None)


def test_words_for_no_value_are_enough_beside_a_reason() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "暂无"
        cell(sheet, FIRM, FormField.NO_VALUE).value = "not applicable 不适用"

    assert rows_of(read_form(changed(fill), FORM)) == {SLUGS[0]: Typed(no_value=NoValue.NOT_APPLICABLE)}


def test_a_value_changed_in_the_program_meanwhile_is_told_and_both_are_known() -> None:
    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "13"

    now = replace(PREFILLED, rows=(replace(ROWS[0], typed=replace(DRAFT, value="14")), *PREFILLED.rows[1:]))
    read = read_form(changed(fill, PREFILLED), now)
    assert read.rows[0].before == DRAFT
    assert "changed in the program after this form was made; seen: 14" in words_of(read)
    untouched = read_form(form_bytes(PREFILLED), now)
    assert (untouched.rows, untouched.findings) == ((), ())


def test_the_form_of_another_zone_or_year_is_refused() -> None:
    for other in (replace(FORM, zone="dalian"), replace(FORM, year=2022)):
        with pytest.raises(RefusedInputError, match=r"another zone or year.*Shenyang High-Tech Zone for 2021"):
            read_form(form_bytes(other), FORM)


def test_what_is_no_workbook_or_too_large_is_refused() -> None:
    for content in (b"", b"a,b\n1,2\n", form_bytes(FORM)[:3000]):
        with pytest.raises(RefusedInputError):
            read_form(content, FORM)
    with pytest.raises(RefusedInputError, match="too large"):
        read_form(b"PK" + bytes(MOST_FORM_BYTES), FORM)


def test_the_same_form_makes_the_same_workbook(tmp_path: Path) -> None:
    write_form(tmp_path / "form.xlsx", FORM)
    assert (tmp_path / "form.xlsx").read_bytes() == form_bytes(FORM)


def test_only_the_cells_to_fill_in_are_unlocked_and_no_password_is_asked() -> None:
    book = load_workbook(BytesIO(form_bytes(PREFILLED)))
    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    unlocked = {filled.column_letter for row in sheet["A6:N13"] for filled in row if not filled.protection.locked}
    assert unlocked == {"G", "H", "K", "L", "M", "N"}
    assert book[IDENTITY].sheet_state == "hidden"
    assert sheet.freeze_panes == "C6"
    labels = [filled.value for filled in sheet["B"]]
    assert labels[-3:] == list(SIGN_OFF)


def test_hostile_names_are_written_as_text() -> None:
    hostile = '=HYPERLINK("http://evil","x")'
    row = replace(
        ROWS[0], name=hostile, name_zh="@SUM(A1)", goal="+1", unit="-2", typed=Typed(comment="=1+1", value="1")
    )
    form = replace(FORM, zone_name=hostile, zone_zh="&P&[Tab]", rows=(row,))
    book = load_workbook(BytesIO(form_bytes(form)))
    formulas = [filled.column_letter for line in book[SHEET].iter_rows() for filled in line if filled.data_type == "f"]
    assert formulas == ["A", "I", "J"]
    assert not book[SHEET]._hyperlinks
    assert read_form(form_bytes(form), form).findings == ()


def test_a_form_may_ask_for_nothing_and_offer_no_sources() -> None:
    bare = replace(FORM, rows=(), sources=(), deadline=None)
    assert read_form(form_bytes(bare), bare).recognised == 0


def test_sources_of_one_title_are_told_apart() -> None:
    twins = tuple(replace(source, title="Yearbook") for source in FORM.sources)
    form = replace(FORM, sources=twins)

    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "5"
        cell(sheet, FIRM, FormField.SOURCE).value = "Yearbook (yearbook-2021)"

    assert rows_of(read_form(changed(fill, form), form))[SLUGS[0]].source == "yearbook-2021"


def test_an_accepted_value_is_corrected_with_a_reason_and_words_are_chosen_where_no_number_is_due() -> None:
    rows = (
        replace(ROWS[0], typed=DRAFT, accepted=True),
        replace(ROWS[1], choices=("not started", "under way", "done"), wanted=STATE),
        *ROWS[2:],
    )
    form = replace(FORM, rows=rows)

    def fill(sheet: Any) -> None:
        cell(sheet, FIRM, FormField.VALUE).value = "13"
        cell(sheet, FIRM, FormField.REASON).value = "the bureau revised it"
        cell(sheet, TURNOVER, FormField.VALUE).value = "已完成"

    typed = rows_of(read_form(changed(fill, form), form))
    assert typed[SLUGS[0]] == replace(DRAFT, value="13", reason="the bureau revised it")
    assert typed[SLUGS[1]] == Typed(value="已完成")

    def guess(sheet: Any) -> None:
        cell(sheet, TURNOVER, FormField.VALUE).value = "nearly"

    assert "not the state of a milestone; seen: nearly" in words_of(read_form(changed(guess, form), form))


def test_codes_are_short_stable_and_differ() -> None:
    many = tuple(f"goal-{number}" for number in range(500))
    codes = form_codes(many)
    assert len(set(codes.values())) == 500
    assert form_codes(SLUGS) == CODES
    assert form_codes((SLUGS[0],))[SLUGS[0]] == FIRM == "HTE-32"
    assert form_codes(("incubators",)) == {"incubators": "INCU-54"}
    assert form_codes(()) == {}


def test_a_workbook_whose_hidden_sheet_is_not_ours_is_read_as_made_elsewhere() -> None:
    book = load_workbook(BytesIO(form_bytes(FORM)))
    book[IDENTITY]["B1"] = "something else"
    assert not read_form(saved(book), FORM).ours
