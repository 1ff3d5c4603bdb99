"""Every way people write a number is understood, marked as missing or refused with the reason."""

import csv
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.numerals import (
    Empty,
    NoValue,
    Numeral,
    Year,
    parse_number,
    parse_plain,
    parse_year,
    plain_numeral,
)
from tracker.domain.vocabulary import Qualifier
from tracker.errors import RefusedInputError

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "bad_inputs.csv"
WORDS = {"about": Qualifier.ABOUT, "at least": Qualifier.AT_LEAST, "over": Qualifier.OVER}


def shared_cases() -> list[tuple[str, str, str, str, str]]:
    """Give the number and year lines of the shared list; none where it is absent."""
    if not CASES.exists():
        return []
    with CASES.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if int(row["id"]) <= 85]
    return [(row["id"], row["kind"], row["input"], row["expected"], row["expected_value"]) for row in rows]


def typed(listed: str) -> str:
    """Undo how the list writes a text down: a spreadsheet's apostrophe and escapes of invisible characters."""
    unguarded = listed.removeprefix("'")
    for escape, character in (("\\u200b", "\u200b"), ("\\u202e", "\u202e"), ("\\x00", "\x00")):
        unguarded = unguarded.replace(escape, character)
    return unguarded


def read(kind: str, text: str) -> Numeral | Year | NoValue | Empty:
    """Read a listed text the way its kind of cell does."""
    if kind == "year cell":
        return parse_year(text)
    return parse_number(text, kind.removeprefix("number cell (goal unit ").rstrip(")"))


def in_words(found: Numeral | Year | NoValue | Empty) -> str:
    """Say what was understood the way the list says it."""
    if isinstance(found, Year):
        return str(found.value)
    assert isinstance(found, Numeral)
    if found.high is not None:
        return f"between {canonical(found.value)} and {canonical(found.high)}"
    word = next((word for word, qualifier in WORDS.items() if found.qualifier is qualifier), "")
    return f"{word} {canonical(found.value)}".strip()


@pytest.mark.skipif(not CASES.exists(), reason="the shared list of bad inputs is not here")
@pytest.mark.parametrize(("number", "kind", "listed", "expected", "value"), shared_cases())
def test_a_listed_input_is_taken_as_the_list_says(
    number: str, kind: str, listed: str, expected: str, value: str
) -> None:
    if expected == "REJECT":
        with pytest.raises(RefusedInputError) as refusal:
            read(kind, typed(listed))
        assert refusal.value.problems[0].wrong, number
        return
    found = read(kind, typed(listed))
    if expected in ("MISSING", "EMPTY"):
        assert isinstance(found, NoValue if expected == "MISSING" else Empty)
        return
    assert in_words(found) == value
    assert isinstance(found, Numeral | Year)
    assert bool(found.remarks) is (expected == "WARN")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("3.14", None, "3.14"),
        ("12.10", "亿元", "12.10"),
        ("-5", None, "-5"),
        ("1,234.5", None, "1234.5"),
        ("1\u00a0234", None, "1234"),
        ("\uff11\uff0c\uff12\uff13\uff14.\uff15", None, "1234.5"),
        ("1.2万", "enterprises", "12000"),
        ("1.2万家", "家", "12000"),
        ("302家", "enterprises", "302"),
        ("1.2万家", "enterprises", "12000"),
        ("１，６８０ 人", "persons", "1680"),
        ("0.5个百分点", "points", "0.5"),
        ("3.52十亿元", "billion yuan", "3.52"),
        ("14.2亿", "亿元", "14.2"),
        ("14.2亿元", "亿元", "14.2"),
        ("1.42 billion", "亿元", "14.2"),
        ("1.42 billion yuan", "亿元", "14.2"),
        ("1,420 million", "亿元", "14.20"),
        ("12bn", "yuan", "12000000000"),
        ("4 billion", None, "4000000000"),
        ("3亿", "亿吨", "3"),
        ("3亿千瓦", "万千瓦", "30000"),
        ("5", "千瓦", "5"),
        ("3万", "千瓦", "30000"),
        ("18.65亿亩", "万亩", "186500"),
        ("20 km²", "m²", "20000000"),
        ("30 亩", "ha", "2"),
        ("15.42 million yuan", "亿元", "0.1542"),
        ("12元", None, "12"),
        ("1.5 km²", None, "1.5"),
        ("3.5%", "%", "3.5"),
        ("3.5 percent", "%", "3.5"),
        ("3.5 个百分点", "percent", "3.5"),
        ("3.5% of regional GDP", "% of regional GDP", "3.5"),
        ("1.10%", "ratio", "0.0110"),
        ("25 pieces per 100,000 persons", "pieces per 10,000 people", "2.5"),
        ("(5)", None, "-5"),
        ("(5%)", "%", "-5"),
        ("\u22125", None, "-5"),
        ("+5", None, "5"),
        ("-0.0", None, "0.0"),
        ("1e5", None, "100000"),
    ],
)
def test_a_number_is_understood_in_the_unit_wanted(text: str, unit: str | None, value: str) -> None:
    found = parse_number(text, unit)
    assert isinstance(found, Numeral)
    assert canonical(found.value) == value
    assert found.qualifier is Qualifier.EXACT


@pytest.mark.parametrize(
    ("text", "qualifier", "value"),
    [
        ("约150", Qualifier.ABOUT, 150),
        ("about 150", Qualifier.ABOUT, 150),
        ("150左右", Qualifier.ABOUT, 150),
        ("150 or so", Qualifier.ABOUT, 150),
        ("over 100", Qualifier.OVER, 100),
        ("more than 100", Qualifier.OVER, 100),
        ("超过100", Qualifier.OVER, 100),
        ("100多", Qualifier.OVER, 100),
        ("100余万", Qualifier.OVER, 1000000),
        ("100以上", Qualifier.AT_LEAST, 100),
        ("at least 100", Qualifier.AT_LEAST, 100),
        ("不低于100", Qualifier.AT_LEAST, 100),
        ("≥100", Qualifier.AT_LEAST, 100),
        (">= 100", Qualifier.AT_LEAST, 100),
        ("under 100", Qualifier.UNDER, 100),
        ("不到100", Qualifier.UNDER, 100),
        ("<100", Qualifier.UNDER, 100),
        ("≤100", Qualifier.AT_MOST, 100),
        ("不超过100", Qualifier.AT_MOST, 100),
        ("100以下", Qualifier.AT_MOST, 100),
    ],
)
def test_a_bound_keeps_its_direction(text: str, qualifier: Qualifier, value: int) -> None:
    found = parse_number(text)
    assert isinstance(found, Numeral)
    assert (found.qualifier, found.value) == (qualifier, Decimal(value))


@pytest.mark.parametrize(
    "text", ["100\u2013120", "100-120", "100~120", "100 to 120", "between 100 and 120", "100至120", "介于100和120"]
)
def test_a_range_keeps_both_ends(text: str) -> None:
    found = parse_number(text)
    assert isinstance(found, Numeral)
    assert (found.value, found.high, found.qualifier) == (Decimal(100), Decimal(120), Qualifier.BETWEEN)


def test_both_ends_of_a_range_are_converted() -> None:
    found = parse_number("10%-12%", "ratio")
    assert isinstance(found, Numeral)
    assert (found.value, found.high) == (Decimal("0.10"), Decimal("0.12"))


@pytest.mark.parametrize("text", ["+23.7%", "growth 23.7%", "growth of 23.7 percent", "同比增长23.7%"])
def test_a_growth_is_no_level_whatever_unit_is_wanted(text: str) -> None:
    found = parse_number(text, "亿元")
    assert isinstance(found, Numeral)
    assert (found.value, found.growth, found.share_of_parent) == (Decimal("23.7"), True, False)


def test_a_fall_is_a_negative_growth() -> None:
    found = parse_number("下降3.1%", "亿元")
    assert isinstance(found, Numeral)
    assert (found.value, found.growth) == (Decimal("-3.1"), True)


@pytest.mark.parametrize(
    "text", ["占全市25%", "25% of the city's", "25% of the city\u2019s total", "25% of the province"]
)
def test_a_share_of_the_parent_is_no_level(text: str) -> None:
    found = parse_number(text, "亿元")
    assert isinstance(found, Numeral)
    assert (found.value, found.share_of_parent, found.growth) == (Decimal(25), True, False)


@pytest.mark.parametrize("text", ["top 20", "among the top 20", "前20", "前20名"])
def test_among_the_top_is_a_place_of_at_most_that(text: str) -> None:
    found = parse_number(text, "rank")
    assert isinstance(found, Numeral)
    assert (found.value, found.rank, found.qualifier) == (Decimal(20), True, Qualifier.AT_MOST)


@pytest.mark.parametrize(
    "text", ["N/A", "NA", "nan", "\u2013", "-", "暂无", " NaN ", ":", "..", "x", "c", "n.a.", "未公布", "#N/A"]
)
def test_words_for_missing_are_neither_a_hole_nor_zero(text: str) -> None:
    assert parse_number(text) == NoValue(text.strip())
    assert parse_year(text) == NoValue(text.strip())


@pytest.mark.parametrize("text", ["", "   ", "\u3000", "\t"])
def test_a_blank_cell_is_untouched(text: str) -> None:
    assert parse_number(text) == Empty()
    assert parse_year(text) == Empty()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("inf", None),
        ("1e999", None),
        ("1e999999999", None),
        ("1e-999999999", None),
        ("1e-70", None),
        ("1000000000000000000", None),
        ("999999万亿万", None),
        ("999999999万亿", None),
        ("9" * 400, None),
        ("10 12", None),
        ("10 and 12", None),
        ("1.2.3", None),
        ("2024.1.5", None),
        ("2024-01-05", None),
        ("1/2/2024", None),
        ("2024年3月", None),
        ("2024年", "years"),
        ("5 mu", "ha"),
        ("05-07-2024", None),
        ("5-07", None),
        ("0x10", None),
        ("1_000", None),
        ("1,23", None),
        (".5", None),
        ("5.", None),
        ("12-10", None),
        ("10%-12元", None),
        ("over 10-12", None),
        ("between 10", None),
        ("about over 5", None),
        ("over 5以下", None),
        ("(5-7)", None),
        ("5\u200b", None),
        ("\u0665", None),
        ("½", None),
        ("=1+1", None),
        ("$5", None),
        ("¥5", "%"),
        ("1,2,345", None),
        ("5 apples", None),
        ("5 ?", None),
        ("about", None),
        ("12元", "percent"),
        ("3.5%", "亿元"),
        ("5‰", "percent"),
        ("5 lakh", "enterprises"),
        ("top 20", "enterprises"),
        ("top 20 yuan", "rank"),
        ("top 0", None),
        ("growth 5元", "元"),
        ("下降超过3%", "%"),
    ],
)
def test_what_is_no_number_is_refused_with_what_was_seen(text: str, unit: str | None) -> None:
    with pytest.raises(RefusedInputError) as refusal:
        parse_number(text, unit)
    (problem,) = refusal.value.problems
    assert problem.wrong
    assert problem.seen
    assert all(character.isprintable() for character in str(problem))


def test_a_decimal_comma_is_read_where_the_language_has_one() -> None:
    found = parse_number("1 234,5", decimal_comma=True)
    assert isinstance(found, Numeral)
    assert found.value == Decimal("1234.5")
    grouped = parse_number("1.234,5", decimal_comma=True)
    assert isinstance(grouped, Numeral)
    assert grouped.value == Decimal("1234.5")
    with pytest.raises(RefusedInputError):
        parse_number("1 234,5")
    with pytest.raises(RefusedInputError):
        parse_number("1,234.5", decimal_comma=True)


def test_the_decimals_are_those_that_were_written() -> None:
    found = parse_number("1.20万")
    assert isinstance(found, Numeral)
    assert (found.decimals, found.value) == (2, Decimal(12000))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("35.2*", "亿元", "35.2"),
        ("35.2* 亿元", "亿元", "35.2"),
        ("1,420 † 亿元", "亿元", "1420"),
        ("142¹", None, "142"),
        ("142¹⁾", "家", "142"),
        ("1.7%②", "%", "1.7"),
        ("5²", None, "5"),
    ],
)
def test_a_footnote_mark_is_left_out_and_said_so(text: str, unit: str | None, value: str) -> None:
    found = parse_number(text, unit)
    assert isinstance(found, Numeral)
    assert canonical(found.value) == value
    assert found.remarks[0] == "a footnote mark left out"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1'234.5", None, "1234.5"),
        ("1’234’567", None, "1234567"),
        ("12,34,567", None, "1234567"),
        ("\u20131.7", "%", "-1.7"),
        ("\u2013 1.7", "%", "-1.7"),
        ("¥1.42亿", "亿元", "1.42"),
        ("￥14,200万", "亿元", "1.4200"),
        ("¥1,420 million", "亿元", "14.20"),
        ("¥ 5", "yuan", "5"),
        ("1.42亿元¥", "亿元", "1.42"),
    ],
)
def test_a_number_is_understood_as_offices_write_it(text: str, unit: str | None, value: str) -> None:
    found = parse_number(text, unit)
    assert isinstance(found, Numeral)
    assert canonical(found.value) == value


@pytest.mark.parametrize("text", ["T3", "=3", "3=", "t-3", "joint 3rd", "并列第3", "并列3位", "3rd", "第3名", "3"])
def test_a_place_may_be_shared(text: str) -> None:
    found = parse_number(text, "rank")
    assert isinstance(found, Numeral)
    assert found.value == 3
    assert bool(found.remarks) is (text not in ("3", "3rd", "第3名"))
    if text != "3":
        with pytest.raises(RefusedInputError):
            parse_number(text, "亿元")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+0.3 pp", "0.3"),
        ("+0.3个百分点", "0.3"),
        ("提高0.3个百分点", "0.3"),
        ("up 0.3 percentage points", "0.3"),
        ("-0.3 pp", "-0.3"),
        ("下降0.3个百分点", "-0.3"),
    ],
)
def test_points_with_a_sign_say_how_far_a_percentage_moved(text: str, value: str) -> None:
    found = parse_number(text, "%")
    assert isinstance(found, Numeral)
    assert (found.points, canonical(found.value)) == (True, value)
    with pytest.raises(RefusedInputError):
        parse_plain(text, "%")


def test_points_are_a_value_where_points_are_wanted() -> None:
    for text, unit in (("+0.3 points", "points"), ("0.3个百分点", "%")):
        found = parse_number(text, unit)
        assert isinstance(found, Numeral)
        assert (found.points, found.value) == (False, Decimal("0.3"))


@pytest.mark.parametrize("text", ["1.10", "-3", "1,234.5", "3.5"])
def test_a_bundle_takes_plain_numbers(text: str) -> None:
    assert canonical(parse_plain(text)) == text.replace(",", "")


def test_a_bundle_says_what_it_normalised() -> None:
    assert plain_numeral("1,234").remarks
    assert not plain_numeral("1234").remarks


@pytest.mark.parametrize(
    ("text", "unit"),
    [("N/A", None), ("", None), ("over 100", None), ("10-12", None), ("3.5%", None), ("3.5%", "yuan"), ("+3%", "%")],
)
def test_a_bundle_refuses_what_belongs_into_another_column(text: str, unit: str | None) -> None:
    with pytest.raises(RefusedInputError):
        parse_plain(text, unit)


def test_a_bundle_takes_a_percent_sign_where_percent_is_due() -> None:
    assert parse_plain("3.5%", "%") == Decimal("3.5")
    assert parse_plain("+23.7%", "%", growth=True) == Decimal("23.7")


@pytest.mark.parametrize("text", ["24", "45292", "2024/25", "FY2024", "1899", "2101", "2024-13", "-2024", "2024.5"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(RefusedInputError):
        parse_year(text)


def test_a_year_is_read_and_what_was_normalised_is_said() -> None:
    assert parse_year("2024") == Year(2024)
    read_year = parse_year("2024年")
    assert isinstance(read_year, Year)
    assert read_year.value == 2024
    assert read_year.remarks


@given(st.decimals(min_value=-(10**17), max_value=10**17, allow_nan=False, allow_infinity=False, places=6))
def test_a_stored_number_comes_back_to_the_digit(value: Decimal) -> None:
    text = canonical(value)
    found = parse_number(text)
    assert isinstance(found, Numeral)
    assert canonical(found.value) == text
    assert canonical(parse_plain(text)) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999999"])
def test_what_cannot_be_written_out_is_never_stored(value: str) -> None:
    with pytest.raises(ValueError, match="stored"):
        canonical(Decimal(value))


PIECES = st.sampled_from(
    [*"0123456789.,-+ eE()%‰万亿元~至²", "about ", "over ", "约", "占全市", "top ", "1,000", " yuan"]
)


@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)),
    st.sampled_from([None, "%", "亿元", "x"]),
)
def test_any_text_at_all_is_read_or_refused_at_once(text: str, unit: str | None) -> None:
    began = time.perf_counter()
    for comma in (False, True):
        try:
            found = parse_number(text, unit, decimal_comma=comma)
        except RefusedInputError:
            continue
        assert not isinstance(found, Numeral) or abs(found.value) < Decimal(10) ** 18
    assert time.perf_counter() - began < 5
