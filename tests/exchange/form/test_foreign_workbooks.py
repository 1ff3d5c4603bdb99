"""A spreadsheet that was not made for it is met half-way: found by names, told what was matched, never guessed."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from tests.exchange.form.filled_forms import FORM, SLUGS, TURNOVER, rows_of, saved, words_of
from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.entry.form_records import FormField, ReadForm
from tracker.errors import RefusedInputError
from tracker.exchange.form.column_list import Headers
from tracker.exchange.form.reading import read_form


def foreign(*lines: tuple[Any, ...], hidden: bool = False) -> ReadForm:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    if hidden:
        book.create_sheet("Notes")
        sheet.sheet_state = "hidden"
    return read_form(saved(book), FORM)


def test_a_chinese_table_of_several_years_gives_the_year_that_is_asked_for() -> None:
    read = foreign(
        ("沈阳高新区主要指标",),
        (),
        ("序号", "指标名称", "计量单位", "2020年", "2021年", "备注"),
        (1, "1. 高新技术企业", "家", 786, 1024, None),
        (2, "2. 技术合同成交额（亿元）", "亿元", 121, "142.5", "初步"),
        (3, "总人口", "万人", 10, 11, None),
        ("", "", "", "", "", ""),
        ("填表人：王某",),
    )
    assert not read.ours
    assert rows_of(read) == {SLUGS[0]: Typed(value="1024"), SLUGS[1]: Typed(value="142.5", comment="初步")}
    assert {column.field: column.letters for column in read.columns} == {
        FormField.NAME: "B",
        FormField.UNIT: "C",
        FormField.VALUE: "E",
        FormField.COMMENT: "F",
    }
    assert read.recognised == 2
    assert "A6: no indicator is called so; seen: 3 | 总人口 | 万人 | 10 | 11" in words_of(read)
    assert "D4: 2020年: 786" in read.not_asked


@pytest.mark.parametrize("status", ["provisional 初步", "初步", "provisional 初步值", "初步值", "provisional"])
@pytest.mark.parametrize("comment", ["备注", "说明", "Comment\n备注", "Comment\n说明"])
def test_the_words_of_earlier_forms_are_read_as_those_of_today(status: str, comment: str) -> None:
    read = foreign(
        ("Indicator\n指标", "Actual 2021\n2021年实际数", "Status\n数据状态", comment),
        ("High-tech enterprises", 1024, status, "counted anew"),
        ("Entered by 填报人", "", "", ""),
        ("Entered by 填报员", "", "", ""),
    )
    assert rows_of(read) == {SLUGS[0]: Typed(value="1024", status="provisional", comment="counted anew")}
    assert read.not_asked == ()
    assert read.findings == ()


def test_a_table_with_a_year_and_a_zone_column_gives_its_own_rows() -> None:
    read = foreign(
        ("Area", "Year", "Indicator", "Value", "Status", "Why no value"),
        ("Shenyang High-Tech Zone", 2021, "High-tech enterprises", 1024, "provisional", None),
        ("Shenyang High-Tech Zone", 2020, "High-tech enterprises", 786, "final", None),
        ("Dalian", 2021, "High-tech enterprises", 999, "final", None),
        ("沈阳高新区", "2021年", TURNOVER, None, None, "not collected"),
    )
    assert rows_of(read) == {
        SLUGS[0]: Typed(value="1024", status="provisional"),
        SLUGS[1]: Typed(no_value=NoValue.NOT_COLLECTED),
    }
    assert len(read.not_asked) == 2


def test_a_code_in_a_column_of_codes_is_enough() -> None:
    read = foreign(("Code", "Actual 2021", "Why no value"), (TURNOVER, None, "not collected"))
    assert rows_of(read) == {SLUGS[1]: Typed(no_value=NoValue.NOT_COLLECTED)}


@pytest.mark.parametrize(
    ("header", "unit", "indicator", "held", "proposal"),
    [
        ("实际值", "万元", "技术合同成交额", True, "14200 万元"),
        ("实际值（万元）", "", "技术合同成交额", True, "14200 万元"),
        ("实际值", "", "技术合同成交额（万元）", True, "14200 万元"),
        ("实际值", "", "技术合同成交额（亿元）①", False, ""),
        ("实际值（快报）", "", "技术合同成交额", False, ""),
        ("实际值", "人", "技术合同成交额", True, ""),
        ("实际值", "家", "高新技术企业", False, ""),
        ("实际值", "万元", "高新技术企业", True, ""),
    ],
)
def test_a_value_in_another_unit_is_proposed_and_not_taken(
    header: str, unit: str, indicator: str, held: bool, proposal: str
) -> None:
    read = foreign(("指标", "单位", header), (indicator, unit, 14200))
    assert (len(read.held), len(read.rows)) == ((1, 0) if held else (0, 1))
    assert [finding.proposal for finding in read.findings] == ([proposal] if held or unit else [])


@pytest.mark.parametrize(
    "name", ["研发投入（亿元）", "● 研发投入*", "研发投入①", "（三）研发投入 [2]", "3.研发投入（亿元）②"]
)
def test_a_name_is_known_with_its_number_unit_and_footnote(name: str) -> None:
    assert rows_of(foreign(("指标", "2021年"), (name, 14.2))) == {SLUGS[2]: Typed(value="14.2")}


def test_a_goal_under_the_same_year_is_not_taken_for_the_actual() -> None:
    head = ("指标", "单位", "2020年", "", "2021年", "")
    read = foreign(head, ("", "", "目标", "完成", "目标", "完成"), ("研发投入", "亿元", 13, 12, 14, 14.2))
    assert rows_of(read) == {SLUGS[2]: Typed(value="14.2")}
    read = foreign(head, ("", "", "目标", "增速", "目标", "增速"), ("研发投入", "亿元", 13, 12, 14, 14.2))
    assert rows_of(read) == {}
    assert "E3: a target or plan, no actual" in words_of(read)


def test_a_unit_above_the_whole_table_counts_where_it_fits() -> None:
    read = foreign(("主要指标", "单位：万元"), ("指标", "2021年"), ("研发投入", 142000), ("高新技术企业", 786))
    assert rows_of(read) == {SLUGS[0]: Typed(value="786")}
    assert [(row.meant, row.key.indicator) for row in read.held] == [("142000 万元", SLUGS[2])]


def test_a_hidden_sheet_is_read_and_told() -> None:
    read = foreign(("Indicator", "2021"), ("Research institutions", 280), hidden=True)
    assert rows_of(read) == {SLUGS[5]: Typed(value="280")}
    assert "the sheet is hidden; it is read all the same" in words_of(read)


def test_a_spreadsheet_without_the_year_that_is_asked_for_gives_nothing() -> None:
    read = foreign(("Indicator", "2019", "Actual 2020"), ("Research institutions", 270, 272))
    assert rows_of(read) == {}
    assert "another year: 2019" in words_of(read)
    with pytest.raises(RefusedInputError, match="no sheet has the columns of the form"):
        foreign(("Department", "2021"), ("Finance", 270))


def test_parts_of_a_year_under_a_merged_heading_are_not_taken_for_the_year() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (("Indicator", 2021, "", ""), ("", "Q1", "Q2", "Q3"), ("Research institutions", 270, 271, 272)):
        sheet.append(line)
    sheet.merge_cells("B1:D1")
    read = read_form(saved(book), FORM)
    assert rows_of(read) == {}
    assert "B3: a part of a year: q1" in words_of(read)


def test_a_text_file_is_read_as_a_workbook_is() -> None:
    content = "指标;2020;2021\n高新技术企业;786;1024 p\n".encode("gb18030")
    read = read_form(content, FORM, "table.csv")
    assert rows_of(read) == {SLUGS[0]: Typed(value="1024", status="provisional")}


def test_a_name_two_indicators_bear_is_not_guessed_about() -> None:
    twins = replace(FORM, rows=(FORM.rows[0], replace(FORM.rows[1], name="High-tech enterprises")))
    book = Workbook()
    book.active.append(("Indicator", "2021"))
    book.active.append(("High-tech enterprises", 5))
    buffer = BytesIO()
    book.save(buffer)
    read = read_form(buffer.getvalue(), twins)
    assert read.rows == ()
    assert "several indicators have this name" in words_of(read)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Actual 2021\n2021年实际数", FormField.VALUE),
        ("2021", FormField.VALUE),
        ("2021.0", FormField.VALUE),
        ("２０２１年", FormField.VALUE),
        ("2021年度完成数", FormField.VALUE),
        ("Actual", FormField.VALUE),
        ("Unit 单位", FormField.UNIT),
        ("年份", FormField.YEAR),
        ("Its year\n所属年", FormField.PREVIOUS_YEAR),
        ("Last reported (2020)", FormField.PREVIOUS),
        ("Goal 目标", FormField.GOAL),
        ("2020", None),
        ("Actual 2020", None),
        ("Population", None),
        ("", None),
    ],
)
def test_headers_are_understood_as_people_write_them(header: str, field: FormField | None) -> None:
    understood = Headers(2021).understand(header)
    assert (understood.field if understood else None) == field
