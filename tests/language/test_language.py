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
        (3.14159, "3.14"),
        (2.675, "2.68"),
        (-3.5, "\u22123.5"),
        (-0.001, "0"),
        (4.0, "4"),
        (1e22, "10,000,000,000,000,000,000,000"),
        (None, "\u2013"),
        (float("nan"), "\u2013"),
        (float("inf"), "\u2013"),
        (Decimal("NaN"), "\u2013"),
    ],
)
def test_a_number_has_separators_a_true_minus_and_no_more_decimals_than_the_value(
    value: Numeric | None, written: str
) -> None:
    assert number(value) == written


def test_the_count_of_decimals_may_be_forced() -> None:
    assert number(3, 1) == "3.0"
    assert signed(3.14159, 3) == "+3.142"


def test_a_signed_number_shows_a_plus_and_none_for_zero() -> None:
    assert [signed(value) for value in (0.38, -5, 0, None)] == ["+0.38", "\u22125", "0", "\u2013"]


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_with_two_decimals_reads_back_as_itself(value: Decimal) -> None:
    assert Decimal(number(value).replace(",", "").replace("\u2212", "-")) == value


@pytest.mark.parametrize(
    ("fraction", "written"),
    [(0.393, "39%"), (1, "100%"), (0.9999, "99.99%"), (1.004, "100.4%"), (-0.25, "\u221225%"), (None, "\u2013")],
)
def test_a_fraction_never_rounds_to_a_full_hundred_percent(fraction: float | None, written: str) -> None:
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
        (123456789.123, "yuan", "123.46 million yuan"),
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
    assert quantity(4, "bn yuan") == "40 亿元"
    assert quantity(120_000, "yuan") == "12 万元"
    assert language.current_language() == "zh"


@pytest.mark.parametrize(
    ("unit", "chinese"),
    [
        ("enterprises", "家"),
        ("km²", "平方公里"),
        ("Hectares", "公顷"),
        ("billion yuan", "十亿元"),
        ("pieces per 100,000 persons", "件/10万人"),
        ("beds per 1,000 residents", "beds/千人"),
        ("widgets", "widgets"),
        ("亿元", "亿元"),
        ("", ""),
        (None, ""),
    ],
)
def test_units_are_named_in_chinese_where_there_is_a_name(unit: str | None, chinese: str) -> None:
    assert unit_word(unit) == (unit or "")
    speak("zh")
    assert unit_word(unit) == chinese


def test_chinese_readers_get_counted_units_points_and_days_in_their_own_words() -> None:
    speak("zh")
    assert quantity(2000, "enterprises") == "2,000 家"
    assert quantity(2000, "enterprises", bare=True) == "2,000"
    assert quantity(25, "pieces per 100,000 persons") == "25 件/10万人"
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
