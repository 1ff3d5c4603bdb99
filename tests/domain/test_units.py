"""Units convert exactly within one dimension, and never across."""

from decimal import Decimal
from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.quantity.units import (
    convert,
    convertible,
    factor_between,
    is_known,
    is_measure,
    limits,
    parse_unit,
    scale,
    to_base,
)
from tracker.domain.vocabulary import Accumulates
from tracker.errors import UnitMismatchError

PERCENTS = [
    "%",
    "\uff05",
    "percent",
    "per cent",
    "percentage points",
    "points",
    "百分点",
    "个百分点",
    "% of regional GDP",
]
MONEYS = {
    "yuan": 1,
    "元": 1,
    "RMB": 1,
    "人民币元": 1,
    "万元": 10**4,
    "10,000 yuan": 10**4,
    "million yuan": 10**6,
    "Million Yuan": 10**6,
    "RMB million": 10**6,
    "百万元": 10**6,
    "亿元": 10**8,
    "100 million yuan": 10**8,
    "CNY 100 million": 10**8,
    "billion yuan": 10**9,
    "bn yuan": 10**9,
    "trillion yuan": 10**12,
    "万亿元": 10**12,
}
AREAS = {
    "m²": Fraction(1),
    "㎡": Fraction(1),
    "sq m": Fraction(1),
    "square metres": Fraction(1),
    "平方米": Fraction(1),
    "万平方米": Fraction(10**4),
    "km²": Fraction(10**6),
    "sq km": Fraction(10**6),
    "square kilometer": Fraction(10**6),
    "平方公里": Fraction(10**6),
    "ha": Fraction(10**4),
    "hectares": Fraction(10**4),
    "公顷": Fraction(10**4),
    "亩": Fraction(10**4, 15),
    "mu": Fraction(10**4, 15),
    "万亩": Fraction(10**8, 15),
}


@pytest.mark.parametrize("text", PERCENTS)
def test_every_way_to_write_percent_is_percent(text: str) -> None:
    assert convert(Decimal("3.5"), text, "%") == Decimal("3.5")


@pytest.mark.parametrize(("text", "yuan"), MONEYS.items())
def test_money_is_worth_its_yuan(text: str, yuan: int) -> None:
    assert convert(Decimal(1), text, "yuan") == yuan
    assert to_base(Decimal("1.1"), text) == float(Decimal("1.1") * yuan)


@pytest.mark.parametrize(("text", "square_metres"), AREAS.items())
def test_area_is_worth_its_square_metres(text: str, square_metres: Fraction) -> None:
    assert parse_unit(text).factor == square_metres
    assert convertible(text, "m²")


def test_fifteen_mu_are_a_hectare_exactly() -> None:
    assert convert(Decimal(15), "亩", "公顷") == 1
    assert convert(Decimal(1), "ha", "mu") == 15


def test_a_ratio_is_per_head_of_what_it_counts() -> None:
    assert convert(Decimal(25), "pieces per 100,000 persons", "pieces per 10,000 people") == Decimal("2.5")
    assert not convertible("pieces per 100,000 persons", "doctors per 100,000 persons")
    assert convertible("per 10,000 people", "per 1,000 people")


@pytest.mark.parametrize(
    "text", ["enterprises", "亿吨", "index", "US$", "money", "per 0 people", "105 yuan", "百货", "元/人", "", "千瓦"]
)
def test_a_unit_the_program_does_not_know_converts_to_itself_alone(text: str) -> None:
    assert not is_known(text)
    assert convert(Decimal("1.20"), text, text) == Decimal("1.20")
    assert not convertible(text, "yuan")


@pytest.mark.parametrize("text", ["years", "岁", "rank", "名", "place"])
def test_years_and_ranks_are_known(text: str) -> None:
    assert is_known(text)


def test_one_dimension_is_never_turned_into_another() -> None:
    with pytest.raises(UnitMismatchError, match=r"%.*yuan"):
        convert(Decimal(1), "%", "yuan")
    with pytest.raises(UnitMismatchError):
        factor_between("m²", "亿吨")


def test_moving_the_point_keeps_the_digits_as_entered() -> None:
    assert str(convert(Decimal("1.42"), "billion yuan", "亿元")) == "14.2"
    assert str(convert(Decimal("12.10"), "亿元", "bn yuan")) == "1.210"


def test_a_factor_is_the_nearest_float() -> None:
    assert factor_between("亿元", "million yuan") == 100.0
    assert factor_between("million yuan", "亿元") == 0.01
    assert to_base(Decimal("0.1"), "亿元") == 1e7


AMOUNTS = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=2)


@given(AMOUNTS, st.sampled_from(list(MONEYS)), st.sampled_from(list(MONEYS)))
def test_money_comes_back_to_the_digit(amount: Decimal, source: str, target: str) -> None:
    assert str(convert(convert(amount, source, target), target, source)) == str(amount)


@given(AMOUNTS, st.sampled_from(list(AREAS)))
def test_area_is_exact_in_every_unit_with_finite_decimals(amount: Decimal, unit: str) -> None:
    in_mu = convert(amount, unit, "亩")
    assert Fraction(in_mu) == Fraction(amount) * AREAS[unit] * 15 / 10**4


@given(AMOUNTS, st.fractions(min_value=Fraction(1, 10**6), max_value=10**6))
def test_a_rounded_conversion_is_right_to_a_hundred_digits(amount: Decimal, factor: Fraction) -> None:
    exact = Fraction(amount) * factor
    assert abs(Fraction(scale(amount, factor)) - exact) <= abs(exact) * Fraction(1, 10**99)


@given(st.text(min_size=1, max_size=40))
def test_any_text_is_a_unit(text: str) -> None:
    assert convertible(text, text)


@pytest.mark.parametrize(
    ("unit", "accumulates", "expected"),
    [
        ("%", Accumulates.LEVEL, (0, 100)),
        ("% of GDP", Accumulates.LEVEL, (-inf, inf)),
        ("percent of GNI", Accumulates.LEVEL, (-inf, inf)),
        ("% of households", Accumulates.LEVEL, (0, 100)),
        ("%", Accumulates.FLOW, (-inf, inf)),
        ("%", Accumulates.ANNUAL_CHANGE, (-inf, inf)),
        ("yuan", Accumulates.FLOW, (0, inf)),
        ("yuan", Accumulates.ANNUAL_CHANGE, (-inf, inf)),
        ("km²", Accumulates.LEVEL, (0, inf)),
        ("rank", Accumulates.RANK, (1, inf)),
        ("rank", Accumulates.LEVEL, (1, inf)),
        ("parks", Accumulates.RANK, (1, inf)),
        ("enterprises", Accumulates.LEVEL, (-inf, inf)),
        ("per 1,000 people", Accumulates.LEVEL, (-inf, inf)),
    ],
)
def test_a_unit_allows_what_can_be_true(unit: str, accumulates: Accumulates, expected: tuple[float, float]) -> None:
    assert limits(unit, accumulates) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("million cars", True),
        ("万人", True),
        ("GW", True),
        ("µg/m³", True),
        ("enterprises", False),
        ("index", False),
        ("人", False),
        ("亿元", False),
    ],
)
def test_a_unit_that_changes_what_its_number_says_is_a_measure(unit: str, expected: bool) -> None:
    assert is_measure(unit) is expected
