"""What a heading says of the values under it, in the words of offices."""

import pytest

from tracker.domain.entry.form_records import FormField
from tracker.domain.tables.heading_words import Sense
from tracker.domain.tables.headings import HeadingReader, together
from tracker.domain.tables.periods import SpanYear
from tracker.domain.tables.scopes import Scope, verdict
from tracker.domain.vocabulary import Accumulates, Certainty

READER = HeadingReader({"dalian": "dalian", "park": "park", "全省": ""})


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("指标", FormField.NAME),
        ("Unit 单位", FormField.UNIT),
        ("年份", FormField.YEAR),
        ("年度", FormField.YEAR),
        ("Quarter", FormField.YEAR),
        ("TIME_PERIOD", FormField.YEAR),
        ("OBS_VALUE", FormField.VALUE),
        ("Flag", FormField.FLAG),
        ("OBS_STATUS", FormField.FLAG),
        ("备注", FormField.COMMENT),
        ("Page or table\n页码/表号", FormField.LOCATOR),
        ("Reference area", FormField.ZONE),
        ("地区", FormField.ZONE),
        ("Population", None),
    ],
)
def test_the_field_of_a_column_is_known_by_its_name(text: str, field: FormField | None) -> None:
    assert READER.read(text).field == field


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Target 2025", Sense.TARGET),
        ("计划数", Sense.TARGET),
        ("Baseline", Sense.BASELINE),
        ("2020年基数", Sense.BASELINE),
        ("预计完成", Sense.FORECAST),
        ("2024 forecast", Sense.FORECAST),
        ("上年同期", Sense.PREVIOUS),
        ("Last year", Sense.PREVIOUS),
        ("同比增长（%）", Sense.CHANGE),
        ("比上年±%", Sense.CHANGE),
        ("% change", Sense.CHANGE),
        ("完成率（%）", Sense.COMPLETION),
        ("% of target", Sense.COMPLETION),
        ("占全市比重", Sense.SHARE),
        ("位次", Sense.RANK),
        ("累计", Sense.CUMULATIVE),
        ("Average 2016–2020", Sense.AVERAGE),
        ("2024年实际完成", Sense.ACTUAL),
    ],
)
def test_a_heading_says_what_its_values_are(text: str, sense: Sense) -> None:
    assert sense in READER.read(text).senses


def test_a_heading_states_a_unit_a_status_and_a_zone() -> None:
    assert READER.read("2024年（万元）").unit == "万元"
    flash, letter = READER.read("2024年（快报）").flag, READER.read("2024p").flag
    assert flash is not None
    assert flash.status is Certainty.PROVISIONAL
    assert letter is not None
    assert (letter.text, letter.status) == ("p", Certainty.PROVISIONAL)
    assert READER.read("Dalian 2024").places == {"dalian"}
    assert READER.read("全省").places == {""}
    assert READER.read("2024 Men").rest == "men"


@pytest.mark.parametrize(
    ("headings", "taken"),
    [
        (["2024"], True),
        (["2024年", "1-12月"], True),
        (["2024年", "1-9月"], False),
        (["2024", "Q4"], False),
        (["2024", "Target"], False),
        (["2023"], False),
        (["2024", "Dalian"], False),
        (["2024", "Park"], True),
        (["实际值"], True),
        (["2024f"], False),
        (["2023/24"], False),
        (["2024", "2023"], False),
        (["2024", "同比"], False),
    ],
)
def test_a_value_is_taken_for_the_year_only_where_nothing_says_otherwise(headings: list[str], taken: bool) -> None:
    heading = together(READER.read(text) for text in headings)
    judged = verdict(heading, (), Scope(2024, "park"))
    assert bool(judged.strength) is taken
    assert bool(judged.why) is not taken


def test_a_title_decides_where_a_column_says_less() -> None:
    scope = Scope(2024, "park")
    part, last, plan = (READER.read(text) for text in ("2024年1-9月主要指标", "2023年统计表", "2024年主要目标"))
    year, value, whole = (READER.read(text) for text in ("2024年", "实际", "1-12月"))
    assert "1-9月" in verdict(year, [part], scope).why
    assert "2023" in verdict(value, [last], scope).why
    assert verdict(READER.read("数"), [plan], scope).why == "a target or plan, no actual"
    assert verdict(READER.read("数值"), [plan], scope).why == "a target or plan, no actual"
    assert verdict(value, [plan], scope).strength
    assert verdict(year, [last], scope).strength
    assert verdict(whole, [part], scope).strength


def test_a_rule_says_for_which_year_a_span_counts() -> None:
    span = READER.read("2023/24")
    assert "2023–2024" in verdict(span, (), Scope(2024, "park")).why
    assert verdict(span, (), Scope(2024, "park", SpanYear.LAST)).strength
    assert not verdict(span, (), Scope(2024, "park", SpanYear.FIRST)).strength


def test_growths_and_places_are_values_of_indicators_that_count_them() -> None:
    growth, place = READER.read("2024年增长（%）"), READER.read("2024年位次")
    scope = Scope(2024, "park")
    assert verdict(growth, (), scope, Accumulates.ANNUAL_CHANGE).strength
    assert not verdict(growth, (), scope, Accumulates.FLOW).strength
    assert verdict(place, (), scope, Accumulates.RANK).strength


@pytest.mark.parametrize("text", ["比上年增长（%）", "2024年比上年±%", "较去年同期增减", "growth over last year"])
def test_a_change_on_the_year_before_is_no_value_of_the_year_before(text: str) -> None:
    assert {Sense.CHANGE} == HeadingReader().read(text).senses


@pytest.mark.parametrize("text", ["上年同期", "去年", "同期", "value of the previous year"])
def test_the_year_before_is_known_where_nothing_is_compared(text: str) -> None:
    assert Sense.PREVIOUS in HeadingReader().read(text).senses


@pytest.mark.parametrize("unit", ["亿美元", "US$ billion", "EUR m", "万欧元"])
def test_money_of_another_country_is_a_unit(unit: str) -> None:
    assert HeadingReader().read(f"2024 ({unit})").unit == unit.casefold()
