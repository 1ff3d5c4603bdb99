"""An impossible actual is refused where it is wrong, and an ordinary one passes."""

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
        (actual(value="100.1"), "value"),
        (actual(value="-1"), "value"),
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


def test_a_fall_by_more_than_everything_is_doubtful() -> None:
    fallen = actual("index", None, growth=Decimal(-101))
    (problem,) = check_actual(fallen, indicator_of(fallen))
    assert problem.warning
    assert problem.column == "growth"
