"""What a planner sees of a text: any text is taken, quickly, and each figure says what it is and how sure that is."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.kinds import Kind
from tracker.domain.quantity.units import AREA_WORDS
from tracker.domain.vocabulary import Comparator
from tracker.exchange.text import written_figures
from tracker.exchange.text.statement_reading import KnownNames, Read, Statement, Why, find_statements
from tracker.exchange.text.zone_mentions import find_zones

PIECES = (
    "到2025年，", "by 2025", "by then", "double to ", "3%", "约150家", "占全市25%", "1,2,3", "1.2.3", "1e999",
    "top 20", "top 3%", "\t|\t", "2020\t2025\t单位\n", "\n", "。", "(", "“", "respectively", "分别增长", "from 3 to 5",
    "US$", "$1", "由2%提高到3%", "第3", "翻两番", "百分之二十", "\x00", "ß", "İ", "９９９", "9" * 30, "Zone of Xi",
    "the zone",
    "每万人", "per 0 persons", "十五五", "99th five-year plan", "award of 3 yuan", "- add 5 parks;", " and ", ",",
    "10-5", "2020-19", "last year", "－", "²", "\u202e", "\ud800",
)  # fmt: skip


def figures(text: str, **given: str) -> list[Statement]:
    """Return what is found with a number that is not ignored."""
    return [
        statement
        for statement in find_statements(text, **given)  # type: ignore[arg-type]
        if statement.quantity and statement.reading is not Read.IGNORED
    ]


def only(text: str, **given: str) -> Statement:
    """Return the one figure of a text."""
    (one,) = figures(text, **given)
    return one


def why(text: str, words: str) -> Why | None:
    """Return why a part of a text is ignored."""
    statements = [
        statement
        for statement in find_statements(text)
        if statement.quantity and words in text[slice(*statement.quantity)]
    ]
    assert all(statement.reading is Read.IGNORED for statement in statements)
    return statements[0].why if statements else None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join))
def test_no_text_makes_it_fail_and_every_place_is_in_the_text(text: str) -> None:
    for statement in find_statements(text, published="2024", known=KnownNames(zones={"the zone": "z", "Xi": "x"})):
        assert 0 <= statement.quote.start <= statement.quote.end <= len(text)
        if statement.quantity:
            assert 0 <= statement.quantity.start < statement.quantity.end <= len(text)
        assert (statement.reading is Read.IGNORED) == (statement.why is not None)
        assert statement.reading in (Read.IGNORED, Read.QUALITATIVE) or statement.value is not None


@pytest.mark.parametrize(
    "piece", ["In 2023, the zone signed 2,024 contracts, up 5.5 percent.\n", "增长", "从", "1,", " ", "a"]
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(piece: str) -> None:
    def taken(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        find_statements(text)
        return time.process_time() - started

    taken(2_000)
    short, long = taken(20_000), taken(80_000)
    assert long < 12 * short + 0.2


def test_a_level_with_a_bound_and_a_due_year() -> None:
    one = only("By 2025, the city will have more than 2,000 high-tech enterprises.")
    assert (one.reading, one.kind, one.comparator, one.year) == (Read.GOAL, Kind.LEVEL, Comparator.MORE_THAN, 2025)
    assert (one.value, one.unit, one.indicator) == (Decimal(2000), "enterprises", "high-tech enterprises")


def test_a_raise_from_one_level_to_another_keeps_where_it_starts() -> None:
    one = only("到2025年，研发投入强度由2.1%提高到3%。")
    assert (one.value, one.baseline_value, one.kind) == (Decimal(3), Decimal("2.1"), Kind.LEVEL)


def test_a_value_that_a_level_is_up_from_is_where_it_starts() -> None:
    text = "By 2025, R&D spending will reach 3.5 percent of GDP, up from 2.9 percent in 2022."
    one = only(text)
    assert (one.value, one.baseline_value, one.baseline_year) == (Decimal("3.5"), Decimal("2.9"), 2022)
    assert why(text, "2.9") is Why.STARTING_VALUE


@pytest.mark.parametrize(
    ("said", "comparator"),
    [
        ("exceed", Comparator.MORE_THAN),
        ("not exceed", Comparator.AT_MOST),
        ("reach or exceed", Comparator.AT_LEAST),
    ],
)
def test_to_exceed_a_value_is_more_than_it_and_not_to_exceed_it_at_most(said: str, comparator: Comparator) -> None:
    one = only(f"By 2025, the share of clean energy shall {said} 5.5 percent.")
    assert (one.value, one.comparator, one.kind) == (Decimal("5.5"), comparator, Kind.LEVEL)


def test_more_than_doubled_is_more_than_twice_and_implies_no_start() -> None:
    factor, level = figures("In 2023, revenue more than doubled to 3.2 billion yuan.")
    assert (factor.value, factor.comparator, factor.kind) == (Decimal(2), Comparator.MORE_THAN, Kind.MULTIPLE)
    assert (level.value, level.baseline_value) == (Decimal("3.2"), None)


@pytest.mark.parametrize(
    "base", ["an increase of 1,000 over 2022", "a cut in energy use of 14 percent from 2020 levels"]
)
def test_a_year_compared_with_is_never_the_due_year_of_the_sentences_after_it(base: str) -> None:
    text = f"By 2025, the zone will have 3,000 firms, {base}. Technology turnover will reach 25 billion yuan."
    assert [figure.year for figure in figures(text)] == [2025, 2025, 2025]


def test_a_zone_is_not_known_by_the_beginning_of_a_longer_word() -> None:
    (one,) = find_zones("chinadaily.com.cn on China", KnownNames(zones={"China": "china"})).mentions
    assert one.start == len("chinadaily.com.cn on ")


def test_zones_of_the_nation_in_general_are_no_zone_that_a_text_turns_to() -> None:
    text = "2023年，大连金普新区在全国国家级新区综合考核中排名第6位。2024年，力争技术合同成交额超过40亿元。"
    zones = KnownNames(zones={"大连金普新区": "jinpu"})
    assert {
        statement.zone_key for statement in find_statements(text, known=zones) if statement.reading is not Read.IGNORED
    } == {"jinpu"}


def test_a_range_is_one_figure_with_two_ends() -> None:
    one = only("By 2025, the zone aims to attract 100 to 120 companies.")
    assert (one.value, one.value_high, one.kind) == (Decimal(100), Decimal(120), Kind.RANGE)


def test_a_fall_is_negative_and_at_most() -> None:
    one = only("到2025年，单位GDP能耗比2020年下降13.5%。")
    assert (one.value, one.comparator, one.kind, one.baseline_year) == (
        Decimal("-13.5"), Comparator.AT_MOST, Kind.CHANGE, 2020,
    )  # fmt: skip


def test_an_addition_in_points_is_an_increase() -> None:
    one = only("到2025年，城镇化率提高5个百分点。")
    assert (one.kind, one.unit, one.value) == (Kind.INCREASE, "percentage points", Decimal(5))


def test_number_words_are_figures_where_something_was_done() -> None:
    assert only("Five technology contracts have been signed.").value == Decimal(5)
    assert only("2023年，新建三十个园区。").value == Decimal(30)
    assert only("到2025年，工业总产值翻两番。").value == Decimal(4)
    assert only("到2025年，占比达到百分之二十五。").value == Decimal(25)


def test_last_year_counts_from_the_publication() -> None:
    text = "Last year, the zone signed 300 contracts."
    assert only(text, published="2024-03-01").year == 2023
    assert only(text).year is None
    assert only("The zone is home to 300 labs.", published="2024").sure is False


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        ("It will pay up to 10 million yuan in subsidies.", "10 million", Why.AWARD),
        ("最高奖励1000万元。", "1000", Why.AWARD),
        ("on August 18, the zone", "18", Why.DATE),
        ("粤ICP备12345678号", "12345678", Why.RECORD_NUMBER),
        ("第3届大会", "第3", Why.ORDINAL),
        ("the third of 169 ranked among 169 zones", "169 z", None),
        ("It ranked fifth among 169 national zones.", "169", Why.DENOMINATOR),
        ("The zone moved up from 21st.", "21", Why.ORDINAL),
        ("Tel. 024-2389 1234, office hours", "2389", Why.RECORD_NUMBER),
        ("服务热线：12345", "12345", Why.RECORD_NUMBER),
        ("in room 1508 of the building", "1508", Why.ORDINAL),
        ("Between 2021 and 2023 much was done.", "2021", Why.YEAR),
        ("With Fortune 500 firms it grows.", "500", Why.NAME),
        ("引进世界500强企业", "500", Why.NAME),
        ("“一区三园”格局", "一区三园", Why.NAME),
        ("three driving forces", "three", Why.COUNT_OF_NAMED),
        ("7 8 9", "9", Why.NOTHING_COUNTED),
    ],
)
def test_what_states_nothing_is_ignored_with_the_reason(text: str, said: str, reason: Why | None) -> None:
    assert why(text, said) is reason


def test_the_zone_is_known_by_its_alias_and_the_park_beside_it_is_not_meant_by_the_zone() -> None:
    known = KnownNames(zones={"Jinpu New District": "jinpu", "金普新区": "jinpu"})
    text = (
        "Jinpu New District grows. The North Park has a planning area of 3 sq km. By 2025, the zone will have 30 labs."
    )
    read = [one for one in find_statements(text, known=known) if one.value]
    assert [(one.zone, one.zone_key) for one in read] == [("North Park", None), ("Jinpu New District", "jinpu")]
    assert find_zones("金普新区2023年", known).mentions[0].key == "jinpu"


def test_a_table_gives_year_and_promise_by_its_columns() -> None:
    text = "指标\t单位\t2020\t2025\n高新技术企业\t家\t786\t2000\n\n| Indicator | 2019 actual |\n| Labs | 5 | x |\n"
    read = figures(text)
    assert [(one.reading, one.year, one.unit, one.indicator) for one in read[:2]] == [
        (Read.ACTUAL, 2020, "家", "高新技术企业"),
        (Read.GOAL, 2025, "家", "高新技术企业"),
    ]


def test_a_heading_that_looks_back_makes_its_list_a_report() -> None:
    read = figures("Main achievements:\n- 300 labs in the zone;\n\nGoals for 2025:\n- 500 labs in the zone;")
    assert [one.reading for one in read] == [Read.ACTUAL, Read.GOAL]


@pytest.mark.parametrize("unit", AREA_WORDS)
def test_every_unit_of_area_is_read_with_its_figure(unit: str) -> None:
    assert [figure.unit for figure in written_figures.figures(f"the park covers 14.5 {unit} now.")] == [unit]
