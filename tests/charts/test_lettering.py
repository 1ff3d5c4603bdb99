"""Text is measured and broken so that it fits."""

import pytest

from tracker.charts.lettering import shortened, width_of, wrapped


def test_bold_and_chinese_letters_are_wider() -> None:
    assert width_of("goal", 20, bold=True) > width_of("goal", 20)
    assert width_of("目标", 20) == 40


def test_a_headline_breaks_into_two_lines_of_about_the_same_width() -> None:
    lines = wrapped(
        "Shenyang High-Tech Zone needs about 405 more high-tech firms every year to pass 2,000 by 2023", 48, 1800
    )
    assert len(lines) == 2
    first, second = (width_of(line, 48) for line in lines)
    assert abs(first - second) < 0.2 * first


def test_a_short_text_stays_on_one_line() -> None:
    assert wrapped("Met early", 20, 400) == ("Met early",)


def test_chinese_breaks_between_letters_but_never_before_a_comma() -> None:
    lines = wrapped("沈阳高新技术产业开发区，需要每年增加四百零五家", 20, 260)
    assert "".join(lines) == "沈阳高新技术产业开发区，需要每年增加四百零五家"
    assert not lines[1].startswith("，")


def test_chinese_lines_neither_begin_with_a_closing_mark_nor_end_with_an_opening_one() -> None:
    text = "沈阳（高新区）2023年：超过2,000家；目标路径为“每年新增405家”，所需年均进度为23.5%。"
    for room in range(120, 400, 7):
        lines = wrapped(text, 20, room, most=12)
        assert "".join(lines) == text
        assert not any(line[0] in "，。；：）”%" for line in lines)
        assert not any(line[-1] in "（“" for line in lines)
        assert all("2,000" in line or "2," not in line for line in lines)


def test_a_chinese_headline_breaks_where_the_sentence_pauses() -> None:
    lines = wrapped(
        "大连金普新区：高端制造业占制造业销售收入比重从未上报数据；2019年目标为38%，已到期", 32, 1218, bold=True
    )
    assert lines == ("大连金普新区：高端制造业占制造业销售收入比重从未上报数据；", "2019年目标为38%，已到期")


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("技术合同成交额原规划目标为40 亿元到期后为40 亿元", "40", "40 亿元"),
        ("沈阳高新技术产业开发区从2020—2025年的年均增速", "2025", "2025年"),
    ],
)
def test_a_number_stays_on_one_line_with_what_it_counts(text: str, number: str, whole: str) -> None:
    for room in range(150, 400, 7):
        assert all(line.count(number) == line.count(whole) for line in wrapped(text, 20, room, most=12))


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    lines = wrapped("one two three four five six seven eight nine ten", 20, 120)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width_of(line, 20) <= 120 for line in lines)
    assert shortened("Met", 20, 400) == "Met"


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 20, 100) == ("",)
