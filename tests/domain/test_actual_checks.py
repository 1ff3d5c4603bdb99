"""An impossible actual is refused where it is wrong, and an ordinary one passes."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.records import Actual, Indicator
from tracker.domain.vocabulary import Accumulates, Better, MilestoneState, Qualifier

UNITS = {
    "rd": ("%", Accumulates.LEVEL),
    "energy": ("%", Accumulates.ANNUAL_CHANGE),
    "gdp": ("亿元", Accumulates.FLOW),
    "firms": ("enterprises", Accumulates.LEVEL),
    "index": ("index", Accumulates.LEVEL),
    "place": ("rank", Accumulates.RANK),
}


def actual(indicator: str = "rd", value: str | None = "3", **fields: Any) -> Actual:
    """Make an actual of a zone for 2023."""
    number = None if value is None else Decimal(value)
    given: dict[str, Any] = {"zone": "jinpu", "year": 2023} | fields
    return Actual(indicator=indicator, value=number, **given)


def indicator_of(reported: Actual) -> Indicator:
    """Give the indicator of an actual; enterprises are counted in whole ones."""
    unit, accumulates = UNITS[reported.indicator]
    decimals = 0 if unit == "enterprises" else None
    return Indicator(
        indicator=reported.indicator, name="x", unit=unit, better=Better.UP, accumulates=accumulates, decimals=decimals
    )


@pytest.mark.parametrize(
    "ordinary",
    [
        actual(),
        actual(year=None),
        actual(value="100"),
        actual("energy", "-2.7"),
        actual("gdp", "4", unit="billion yuan"),
        actual("gdp", None, growth=Decimal("116.7")),
        actual("gdp", "121", share=Decimal(40), share_of="dalian", qualifier=Qualifier.ABOUT),
        actual("firms", "100", qualifier=Qualifier.OVER),
        actual("firms", "100", value_high=Decimal(120), qualifier=Qualifier.BETWEEN),
        actual("firms", "100.0"),
        actual("index", "-3.25"),
        actual("place", "1"),
        actual(value="3.51", numerator=Decimal("12.1"), denominator=Decimal("345")),
        actual(value="3.5", numerator=Decimal("12.1"), denominator=Decimal("345")),
        actual("gdp", "4", numerator=Decimal(1), denominator=Decimal(2)),
        actual(period="2023-Q3", cumulative=True),
        actual("index", "-3.25", period="2023-12", cumulative=False),
        actual(value=None, state=MilestoneState.UNDER_WAY),
    ],
)
def test_an_ordinary_actual_passes_without_a_word(ordinary: Actual) -> None:
    assert check_actual(ordinary, indicator_of(ordinary)) == ()


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (actual(value=None), "value"),
        (actual(year=1899), "year"),
        (actual(year=2101), "year"),
        (actual(value_high=Decimal(4)), "qualifier"),
        (actual(qualifier=Qualifier.BETWEEN), "value_high"),
        (actual(value=None, value_high=Decimal(4), qualifier=Qualifier.BETWEEN, growth=Decimal(1)), "value"),
        (actual(value_high=Decimal(2), qualifier=Qualifier.BETWEEN), "value_high"),
        (actual(unit="yuan"), "unit"),
        (actual(numerator=Decimal(1)), "denominator"),
        (actual(denominator=Decimal(1)), "numerator"),
        (actual(numerator=Decimal(1), denominator=Decimal(0)), "denominator"),
        (actual(period="2024-Q3"), "period"),
        (actual(cumulative=True), "period"),
        (actual("gdp", "-1"), "value"),
        (actual("firms", "0.5"), "value"),
        (actual("place", "0"), "value"),
        (actual("place", "1.5"), "value"),
        (actual(share=Decimal(101), share_of="dalian"), "share"),
        (actual(share=Decimal(-1), share_of="dalian"), "share"),
        (actual(share=Decimal(25)), "share_of"),
        (actual(share=Decimal(25), share_of="jinpu"), "share_of"),
        (actual(share_of="dalian"), "share"),
    ],
)
def test_an_impossible_actual_is_refused_in_its_column(wrong: Actual, column: str) -> None:
    problems = check_actual(wrong, indicator_of(wrong))
    assert {(problem.column, problem.warning) for problem in problems} == {(column, False)}


@pytest.mark.parametrize(
    ("doubtful", "column"),
    [
        (actual(value="100.1"), "value"),
        (actual(value="-1"), "value"),
        (actual(value="3.6", numerator=Decimal("12.1"), denominator=Decimal("345")), "value"),
        (actual(period="2023-Q4", cumulative=True), "period"),
    ],
)
def test_a_doubtful_actual_is_remarked_on(doubtful: Actual, column: str) -> None:
    problems = check_actual(doubtful, indicator_of(doubtful))
    assert {(problem.column, problem.warning) for problem in problems} == {(column, True)}


@pytest.mark.parametrize(("value", "wrong"), [("-6", True), ("-5", False), ("104", False), ("121", True)])
def test_an_indicator_has_bounds_of_its_own(value: str, wrong: bool) -> None:
    enrolment = replace(indicator_of(actual()), minimum=Decimal(-5), maximum=Decimal(120))
    assert [problem.warning for problem in check_actual(actual(value=value), enrolment)] == [False] * wrong


@pytest.mark.parametrize(("minimum", "maximum"), [(-900, None), (None, 5)])
def test_a_bound_of_its_own_stands_before_what_the_unit_allows(minimum: int | None, maximum: int | None) -> None:
    least, greatest = (None if bound is None else Decimal(bound) for bound in (minimum, maximum))
    balance = replace(indicator_of(actual("gdp")), minimum=least, maximum=greatest)
    assert bool(check_actual(actual("gdp", "-800"), balance)) is (minimum is None)
    assert bool(check_actual(actual("gdp", "6", unit="亿元"), balance)) is (maximum is not None)


def test_cases_per_people_are_checked_against_both_counts() -> None:
    cases = replace(indicator_of(actual("index")), unit="per 100,000 people")
    fitting = actual("index", "2.5", numerator=Decimal(25), denominator=Decimal(1_000_000))
    assert check_actual(fitting, cases) == ()
    assert [one.column for one in check_actual(replace(fitting, value=Decimal("2.6")), cases)] == ["value"]


def test_a_fall_by_more_than_everything_is_doubtful() -> None:
    fallen = actual("index", None, growth=Decimal(-101))
    (problem,) = check_actual(fallen, indicator_of(fallen))
    assert problem.warning
    assert problem.column == "growth"
