"""A block pasted from a spreadsheet lands where it belongs, and what belongs nowhere is told."""

import pytest

from tests.services.round.round_samples import LI, YEAR
from tracker.domain.tables.periods import SpanYear
from tracker.errors import RefusedInputError
from tracker.services.round.pasting import Paste, match_paste, split_paste
from tracker.services.round.rounds import Round, my_round
from tracker.store import Store


@pytest.fixture
def owed(round_store: Store) -> Round:
    return my_round(round_store, LI, "park", YEAR)


def _cells(paste: Paste) -> dict[str, str]:
    return {cell.key.indicator: cell.text for cell in paste.cells}


def test_a_block_is_taken_apart_as_a_spreadsheet_puts_it_on_the_clipboard() -> None:
    block = 'Output\t14.2亿\r\n"High-tech\nfirms"\t"about ""150"""\r\n\t\r\nA 5" pipe\t3\r\n'
    assert split_paste(block) == [
        ["Output", "14.2亿"],
        ["High-tech\nfirms", 'about "150"'],
        ["", ""],
        ['A 5" pipe', "3"],
    ]
    assert split_paste("") == []
    assert split_paste('"never closed\t1\n2\t3') == [['"never closed', "1"], ["2", "3"]]


def test_a_block_that_is_too_large_is_refused() -> None:
    for block in ("x" * 1_000_001, "1\n" * 5_001):
        with pytest.raises(RefusedInputError, match="too"):
            split_paste(block)


def test_rows_find_their_values_by_name_or_code_in_any_order(owed: Round) -> None:
    rows = split_paste("产值\t14.2亿\nhigh-tech  FIRMS\tover 100\nrd\t\nhub\tunder way\nplace\tn/a")
    found = match_paste(owed, rows)
    assert _cells(found) == {"output": "14.2亿", "firms": "over 100", "hub": "under way", "place": "n/a"}
    assert found.problems == ()


def test_the_column_of_the_rounds_year_is_taken_where_there_are_several(owed: Round) -> None:
    rows = split_paste("Indicator\tUnit\t2022\t2024年\t2023\nfirms\tfirms\t121\t142\t130\nrd\t%\t1.55\n")
    assert _cells(match_paste(owed, rows)) == {"firms": "142"}


def test_of_a_unit_a_number_and_a_note_the_number_is_taken(owed: Round) -> None:
    rows = split_paste("firms\tfirms\t142\tas counted\nrd\t1.6\t1.7")
    found = match_paste(owed, rows)
    assert _cells(found) == {"firms": "142"}
    assert "which of the cells is meant?" in str(found.problems[0])
    assert found.problems[0].line == 2


def test_names_of_no_value_and_values_named_twice_are_told(owed: Round) -> None:
    found = match_paste(owed, split_paste("firms\t1\nfirms\t2\nghosts\t3\nrd\t1.7"))
    assert _cells(found) == {"rd": "1.7"}
    assert [(problem.line, problem.wrong) for problem in found.problems] == [
        (1, "the same value twice"),
        (2, "the same value twice"),
        (3, "no indicator is called so"),
    ]


def test_a_first_row_is_a_header_only_where_it_holds_no_value(owed: Round) -> None:
    assert match_paste(owed, split_paste("Indicator\tValue\nrd\t1.7")).problems == ()
    assert match_paste(owed, split_paste("ghosts\t3\nrd\t1.7")).problems[0].line == 1


def test_a_bare_column_is_laid_over_the_rows_in_order(owed: Round) -> None:
    names = [row.key.indicator for row in owed.rows]
    found = match_paste(owed, split_paste("1\n\n3"), first=1)
    assert _cells(found) == {names[1]: "1", names[3]: "3"}
    late = match_paste(owed, split_paste("1\n2"), first=len(names) - 1)
    assert _cells(late) == {names[-1]: "1"}
    assert "more rows than the form has" in str(late.problems[0])
    assert "one value a row" in str(match_paste(owed, split_paste("1\t2")).problems[0])


STATISTICS = """某园区2024年主要指标完成情况表\t\t\t\t\t
\t\t\t\t\t单位：亿元、家
序号\t指标名称\t计量单位\t2023年\t2024年\t备注
一\t创新\t\t\t\t
1\t研发强度（%）\t%\t２．１\t２．８６％\t快报数
2\t产值（万元）\t万元\t1,304,000\t1,652,000\t含外资
\t\t\t\t\t
3\t高新技术企业数①\t家\t130\t1,302\t
4\t总人口\t万人\t10\t11\t
注：①按年末有效数计。\t\t\t\t\t
填报人：张三\t\t\t审核人：李四\t\t
"""


def test_a_table_of_a_statistics_office_is_taken_as_it_stands(owed: Round) -> None:
    found = match_paste(owed, split_paste(STATISTICS))
    assert _cells(found) == {"rd": "２．８６％", "output": "1,652,000 万元", "firms": "1,302"}
    assert [(problem.line, problem.wrong) for problem in found.problems] == [(9, "no indicator is called so")]


@pytest.mark.parametrize(
    ("block", "taken"),
    [
        ("指标\t单位\t实际值\n产值\t万元\t14200", "14200 万元"),
        ("指标\t2024年（万元）\n产值\t14200", "14200 万元"),
        ("产值（万元）\t14200", "14200 万元"),
        ("（单位：万元）\n产值\t14200", "14200 万元"),
        ("产值（万元）\t1.42亿", "1.42亿"),
        ("产值（亿元）\t1.42", "1.42"),
        ("产值（万元）\t14200*", "14200* 万元"),
        ("产值（万元）\t暂无", "暂无"),
    ],
)
def test_a_unit_that_the_block_states_stands_beside_the_value(owed: Round, block: str, taken: str) -> None:
    assert _cells(match_paste(owed, split_paste(block))) == {"output": taken}


@pytest.mark.parametrize(
    ("block", "wrong"),
    [
        ("指标\t2023年\n产值\t130.4", "another year: 2023"),
        ("指标\t单位\t2024年\n高新技术企业数\t万元\t142", "the value is in another unit"),
        ("产值\t165\t高新技术企业数\t142", "several names in one row"),
        ("产值 165.2", "a name and a value in one cell"),
        ("指标\t2024年\t\t\n\t目标\t增速\t位次\n产值\t160\t165\t170", "a target or plan, no actual"),
    ],
)
def test_a_block_that_could_be_misread_is_told_and_not_taken(owed: Round, block: str, wrong: str) -> None:
    found = match_paste(owed, split_paste(block))
    assert found.cells == ()
    assert found.problems[0].wrong == wrong


def test_goals_and_last_years_values_beside_the_actual_are_left_alone(owed: Round) -> None:
    beside = "指标\t目标值\t上年数\t完成值\n产值\t160\t130.4\t165.2"
    below = "指标\t2023年\t\t2024年\t\n\t目标\t完成\t目标\t完成\n产值\t120\t130.4\t160\t165.2"
    for block in (beside, below):
        assert _cells(match_paste(owed, split_paste(block))) == {"output": "165.2"}


@pytest.mark.parametrize(
    ("block", "taken", "wrong"),
    [
        ("Indicator\tUnit\tBaseline\tTarget 2025\nfirms\tfirms\t100\t200", {}, "a baseline, not the value of the year"),
        (
            "Indicator\t2022/23\t2023/24\t2024/25\nfirms\t121\t130\t142",
            {},
            "a span of years, 2023–2024: for which year does it count, the first or the last?",
        ),
        ("Indicator\t2023\t2024\tFlag\nfirms\t130\t142\tp", {"firms": "142"}, ""),
        ("指标\t2024年上半年\n产值\t70", {}, "a part of a year: 上半年"),
        ("指标\t2024年\t\n\t1-9月\t1-12月\n高新技术企业数\t120\t142", {"firms": "142"}, ""),
        (
            "1.1 High-tech firms\t142\nHigh-tech firms:\t142\nR&D share, %\t1.7",
            {"firms": "142", "rd": "1.7"},
            "",
        ),
        ("Indicator\tYear\tValue\nfirms\t2023\t130", {}, "another year: 2023"),
        ("Indicator\t2024\t\t\t\n\tQ1\tQ2\tQ3\tQ4\nHigh-tech firms\t128\t130\t140\t142", {}, "a part of a year: q1"),
        ("年份\t产值\t高新技术企业数\n2023\t130.4\t130\n2024\t165\t142", {"output": "165", "firms": "142"}, ""),
        ("区域\t产值\n某园区\t165\n某港区\t80", {"output": "165"}, ""),
        ("某港区2024年主要指标\n指标\t完成\n产值\t80", {}, "another zone"),
        ("Indicator\tType\t2024\nfirms\tTarget\t150\nfirms\tActual\t142", {"firms": "142"}, ""),
        ("2023年\n130\n1.6", {}, "another year: 2023"),
    ],
)
def test_nothing_is_taken_for_the_years_value_that_is_something_else(
    owed: Round, block: str, taken: dict[str, str], wrong: str
) -> None:
    found = match_paste(owed, split_paste(block))
    assert _cells(found) == taken
    assert [problem.wrong for problem in found.problems] == ([wrong] if wrong else [])


def test_a_rule_says_for_which_year_a_span_counts(owed: Round) -> None:
    rows = split_paste("Indicator\t2022/23\t2023/24\t2024/25\nfirms\t121\t130\t142")
    assert _cells(match_paste(owed, rows, span=SpanYear.FIRST)) == {"firms": "142"}
    assert _cells(match_paste(owed, rows, span=SpanYear.LAST)) == {"firms": "130"}


def test_flags_come_along_as_status_or_comment(owed: Round) -> None:
    rows = split_paste("Indicator\t2024\tFlag\tNote\nfirms\t142\tp\tas counted\nrd\t1.7 b\t\t\noutput\t165.2\t\t1-9月")
    found = match_paste(owed, rows)
    assert [(cell.key.indicator, cell.text, cell.status, cell.comment) for cell in found.cells] == [
        ("firms", "142", "provisional", "as counted"),
        ("rd", "1.7", "final", "flag: b"),
        ("output", "165.2", "", "1-9月"),
    ]
    (doubt,) = found.problems
    assert doubt.warning
    assert "a part of a year" in doubt.wrong


def test_a_heading_over_a_bare_column_is_no_value(owed: Round) -> None:
    found = match_paste(owed, split_paste("2024年\n165.2\n1.7 p"))
    assert [(cell.text, cell.status) for cell in found.cells] == [("165.2", ""), ("1.7", "provisional")]
