"""Numbers, quantities, dates and texts as a reader sees them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import language
from tracker.language import (
    _,
    comparator_words,
    date_words,
    difference,
    instant_words,
    ngettext,
    number,
    part_words,
    percent_value,
    quantity,
    signed,
    speak,
    unit_word,
    years_words,
)
from tracker.language.numbers import Numeric


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English before and after each test."""
    speak("en")
    yield
    speak("en")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (2000, "2,000"),
        (Decimal("12.10"), "12.10"),
        (Decimal("3.14"), "3.14"),
        (Decimal("1E+3"), "1,000"),
        (3.14159, "3.14159"),
        (22 / 7, "3.14"),
        (1 / 3000, "0.000333"),
        (0.1 + 0.2, "0.3"),
        (0.000054, "0.000054"),
        (-3.5, "\u22123.5"),
        (-0.001, "\u22120.001"),
        (4.0, "4"),
        (1e22, "10,000,000,000,000,000,000,000"),
        (None, "\u2013"),
        (float("nan"), "\u2013"),
        (float("inf"), "\u2013"),
        (Decimal("NaN"), "\u2013"),
    ],
)
def test_a_number_has_separators_a_true_minus_and_the_decimals_of_its_value(
    value: Numeric | None, written: str
) -> None:
    assert number(value) == written


def test_the_count_of_decimals_may_be_forced() -> None:
    assert number(3, 1) == "3.0"
    assert signed(3.14159, 3) == "+3.142"
    assert [number(2.675, 2), number(-0.5, 0), number(1.005, 2)] == ["2.68", "\u22121", "1.01"]


def test_a_signed_number_shows_a_plus_and_none_for_zero() -> None:
    assert [signed(value) for value in (0.38, -5, 0, None)] == ["+0.38", "\u22125", "0", "\u2013"]


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_with_two_decimals_reads_back_as_itself(value: Decimal) -> None:
    assert Decimal(number(value).replace(",", "").replace("\u2212", "-")) == value


@pytest.mark.parametrize(
    ("fraction", "written"),
    [
        (0.393, "39%"), (1, "100%"), (0.9999, "99.99%"), (1.004, "100.4%"), (-0.25, "\u221225%"), (0, "0%"),
        (0.004, "0.4%"), (-0.0001, "\u22120.01%"), (None, "\u2013"),
    ],
)  # fmt: skip
def test_a_fraction_never_rounds_to_a_full_hundred_percent_nor_to_nothing(fraction: float | None, written: str) -> None:
    assert percent_value(fraction) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (4, "bn yuan", "4 bn yuan"),
        (Decimal(40), "亿元", "4 bn yuan"),
        (Decimal("14.25"), "亿元", "1,425 million yuan"),
        (Decimal("12.10"), "bn yuan", "12.10 bn yuan"),
        (120, "million yuan", "120 million yuan"),
        (0, "yuan", "0 yuan"),
        (-40, "亿元", "\u22124 bn yuan"),
        (Decimal("123456789.1"), "yuan", "123.4567891 million yuan"),
        (6564, "万人", "65.64 million persons"),
        (5, "万人", "50,000 persons"),
        (46, "亿吨标准煤", "4.6 bn tonnes of coal equivalent"),
        (Decimal("1.43"), "万亿斤", "1,430 bn jin"),
        (100, "万套", "1 million homes"),
        (87000, "元/人", "87,000 yuan per person"),
        (Decimal("4.5"), "个/千人", "4.5 items per 1,000 persons"),
        (12, "million persons", "12 million persons"),
        (2300, "某种单位", "2,300 某种单位"),
        (3.5, "%", "3.5%"),
        (1, "km²", "1 km²"),
        (2000, "", "2,000"),
        (2000, None, "2,000"),
        (25, "per 100,000 persons", "25 per 100,000 persons"),
        (None, "bn yuan", "\u2013"),
    ],
)
def test_a_quantity_is_written_in_its_most_readable_unit(value: Numeric | None, unit: str | None, written: str) -> None:
    assert quantity(value, unit) == written


def test_a_bare_quantity_leaves_out_the_counted_things_name_and_keeps_a_measure() -> None:
    assert quantity(2000, "enterprises", bare=True) == "2,000"
    assert quantity(25, "per 100,000 persons", bare=True) == "25 per 100,000 persons"


def test_percentages_differ_in_points_and_the_rest_in_its_unit() -> None:
    assert difference(0.38, "%") == "0.38 points"
    assert difference(-0.38, "percent", sign=True) == "\u22120.38 points"
    assert difference(None, "%") == "\u2013"
    assert difference(405, "enterprises", sign=True) == "+405 enterprises"


def test_chinese_readers_get_yuan_in_their_own_steps() -> None:
    speak("zh")
    assert quantity(4, "bn yuan") == "40亿元"
    assert quantity(120_000, "yuan") == "12万元"
    assert quantity(39262, "亿元") == "39262亿元"
    assert language.current_language() == "zh"


@pytest.mark.parametrize(
    ("unit", "chinese"),
    [
        ("enterprises", "家"),
        ("km²", "平方公里"),
        ("Hectares", "公顷"),
        ("billion yuan", "十亿元"),
        ("pieces per 100,000 persons", "件/10万人"),
        ("beds per 1,000 residents", "张/千人"),
        ("yuan per worker", "元/人"),
        ("million persons", "百万人"),
        ("widgets", "widgets"),
        ("widgets per 1,000 residents", "widgets per 1,000 residents"),
        ("", ""),
        (None, ""),
    ],
)
def test_units_are_named_in_chinese_where_there_is_a_name(unit: str | None, chinese: str) -> None:
    assert unit_word(unit) == (unit or "")
    speak("zh")
    assert unit_word(unit) == chinese


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("万人", "10,000 persons"),
        ("亿元", "100 million yuan"),
        ("亿吨标准煤", "100 million tonnes of coal equivalent"),
        ("万套", "10,000 homes"),
        ("亿立方米", "100 million m³"),
        ("亩", "mu"),
        ("元/人", "yuan per person"),
        ("吨标准煤/万元", "tonnes of coal equivalent per 10,000 yuan"),
        ("千瓦时", "kWh"),
        ("万千瓦时", "10,000 kWh"),
        ("百分点", "points"),
        ("µg/m³", "µg/m³"),
        ("某种单位", "某种单位"),
    ],
)
def test_units_are_named_in_english_where_there_is_a_name(unit: str, name: str) -> None:
    assert unit_word(unit) == name


def test_chinese_readers_get_counted_units_points_and_days_in_their_own_words() -> None:
    speak("zh")
    assert quantity(2000, "enterprises") == "2000家"
    assert quantity(2000, "enterprises", bare=True) == "2000"
    assert quantity(25, "pieces per 100,000 persons") == "25件/10万人"
    assert quantity(Decimal("4.5"), "places per 1,000 persons") == "4.5个/千人"
    assert [quantity(2000, "万人"), quantity(400_000, "m²"), quantity(20_000_000)] == [
        "2000万人",
        "40万平方米",
        "2000万",
    ]
    assert [quantity(9999, "firms"), quantity(10_000, "firms"), number(45_000)] == ["9999家", "1万家", "45000"]
    assert difference(0.38, "%") == "0.38个百分点"
    assert date_words("2021-08-18") == "2021年8月18日"
    assert date_words("2021") == "2021年"
    assert (years_words(2016, 2020), years_words(None, 2020), years_words(None, None)) == (
        "2016—2020年",
        "…—2020年",
        "",
    )
    assert instant_words(datetime(2021, 8, 18, 14, 5, tzinfo=UTC)) == "2021年8月18日 14:05"
    assert comparator_words(">", 150) == "超过150"


@pytest.mark.parametrize(
    ("comparator", "approximate", "words"),
    [
        (">", False, "over 150"),
        ("over", True, "over about 150"),
        (">=", False, "at least 150"),
        ("at_least", True, "about 150"),
        ("=", False, "150"),
        ("exact", True, "about 150"),
        ("<", False, "under 150"),
        ("under", False, "under 150"),
        ("<=", False, "at most 150"),
        ("at_most", True, "at most about 150"),
        ("about", False, "about 150"),
        ("about", True, "about 150"),
        (None, False, "150"),
    ],
)
def test_comparators_and_qualifiers_are_said_in_words(comparator: str | None, approximate: bool, words: str) -> None:
    assert comparator_words(comparator, 150, approximate=approximate) == words


def test_a_range_names_both_ends() -> None:
    assert comparator_words("between", 10, "%", high=12) == "between 10% and 12%"


def test_dates_are_written_with_the_day_first_and_years_stay() -> None:
    assert date_words(date(2021, 8, 18)) == "18 August 2021"
    assert date_words("2021-08-18") == "18 August 2021"
    assert date_words("2021") == "2021"
    assert date_words(None) == "\u2013"
    assert instant_words(datetime(2021, 8, 18, 14, 5, tzinfo=UTC)) == "18 August 2021, 14:05"


def test_a_date_that_is_none_stays_as_it_was_written() -> None:
    assert date_words("2021-13-45") == "2021-13-45"


def test_a_text_without_a_translation_is_said_in_english() -> None:
    speak("fr")
    assert _("{count} goals") == "{count} goals"
    assert ngettext("{count} goal", "{count} goals", 1) == "{count} goal"


def test_a_translated_text_is_said_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shouted(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    monkeypatch.setattr("tracker.language.catalogue._catalogue", lambda code: Shouted() if code == "en" else None)
    assert _("over") == "OVER"


@pytest.mark.parametrize(
    ("comparator", "value", "high", "said", "chinese"),
    [
        (None, "-13.5", None, "−13.5%", "下降13.5%"),
        ("<=", "-18", None, "at most −18%", "下降18%及以上"),
        ("<", "-18", None, "under −18%", "下降超过18%"),
        (">=", "-5", None, "at least −5%", "降幅不超过5%"),
        ("between", "-20", "-15", "between −20% and −15%", "下降15%至20%"),
        (">", "6.5", None, "over 6.5%", "增长超过6.5%"),
        (None, "0", None, "0%", "0%"),
    ],
)
def test_chinese_says_a_fall_by_its_size(
    comparator: str | None, value: str, high: str | None, said: str, chinese: str
) -> None:
    told = {"high": None if high is None else Decimal(high), "change": True}
    assert comparator_words(comparator, Decimal(value), "%", **told) == said  # type: ignore[arg-type]
    speak("zh")
    assert comparator_words(comparator, Decimal(value), "%", **told) == chinese  # type: ignore[arg-type]
    speak("en")


@pytest.mark.parametrize(
    ("part", "cumulative", "said", "chinese"),
    [
        ("2024-H1", False, "first half of 2024", "2024年上半年"),
        ("2024-H2", False, "second half of 2024", "2024年下半年"),
        ("2024-Q3", False, "Q3 2024", "2024年第3季度"),
        ("2024-09", False, "September 2024", "2024年9月"),
        ("2024-Q3", True, "January–September 2024", "2024年1—9月"),
        ("2024-H1", True, "January–June 2024", "2024年1—6月"),
        ("2024-01", True, "January 2024", "2024年1月"),
    ],
)
def test_parts_of_years_are_named(part: str, cumulative: bool, said: str, chinese: str) -> None:
    assert part_words(part, cumulative=cumulative) == said
    speak("zh")
    assert part_words(part, cumulative=cumulative) == chinese
