"""Unlikely values are warned of with the likely one; usual ones pass without a word."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.checks.plausibility import parts_against_whole, unlikely, yearly_changes
from tracker.domain.records import Indicator
from tracker.domain.vocabulary import Accumulates, Better
from tracker.errors import Problem

STEADY = {2018: "10.1", 2019: "11.2", 2020: "12.2", 2021: "13.4", 2022: "14.3"}


def warned(
    value: str,
    history: dict[int, str],
    accumulates: Accumulates = Accumulates.LEVEL,
    *,
    decimals: int | None = None,
    this_year: int | None = None,
) -> tuple[Problem, ...]:
    """Give the warnings for a value of 2023."""
    indicator = Indicator(
        indicator="x", name="x", unit="亿元", better=Better.UP, accumulates=accumulates, decimals=decimals
    )
    past = {year: Decimal(text) for year, text in history.items()}
    return unlikely(Decimal(value), past, 2023, indicator, this_year=this_year)


def test_a_usual_value_passes_without_a_word() -> None:
    assert warned("15.5", STEADY) == ()
    assert warned("15.5", {}) == ()
    assert warned("15.5", {2024: "1", 2023: "99"}) == ()


@pytest.mark.parametrize(
    ("value", "meant"), [("155000.0", "15.5"), ("15500.0", "15.5"), ("1550.0", "15.5"), ("1.55", "15.5")]
)
def test_a_slipped_unit_is_warned_of_with_the_value_probably_meant(value: str, meant: str) -> None:
    (problem,) = warned(value, STEADY)
    assert problem.warning
    assert problem.right.startswith(meant)


def test_a_ratio_for_a_percentage_is_a_slip() -> None:
    (problem,) = warned("0.016", {2022: "1.55"})
    assert problem.right.startswith("1.6")


def test_a_change_by_more_than_half_is_warned_of() -> None:
    assert "half" in warned("21.6", {2022: "14.3"})[0].wrong
    assert "half" in warned("7.1", {2022: "14.3"})[0].wrong
    assert warned("21.4", {2022: "14.3"}) == ()


def test_a_change_unlike_the_earlier_ones_is_warned_of() -> None:
    assert "deviations" in warned("18.3", STEADY)[0].wrong
    assert warned("18.3", dict(list(STEADY.items())[2:])) == ()


def test_yearly_changes_are_compared_as_they_are() -> None:
    history = {2018: "-3.1", 2019: "-2.6", 2020: "-0.1", 2021: "-2.7", 2022: "-1.9"}
    assert warned("-1.2", history, Accumulates.ANNUAL_CHANGE) == ()
    assert "deviations" in warned("9.5", history, Accumulates.ANNUAL_CHANGE)[0].wrong


def test_the_same_value_again_is_warned_of_but_not_the_same_place() -> None:
    assert "same" in warned("14.3", {2022: "14.3"})[0].wrong
    assert warned("20", {2022: "20"}, Accumulates.RANK) == ()


def test_decimals_that_are_missing_are_warned_of() -> None:
    assert "decimals" in warned("15", {2022: "14.3"})[0].wrong
    assert warned("15", {2022: "14.3"}, decimals=0) == ()


def test_a_year_to_come_is_warned_of() -> None:
    (problem,) = warned("15.5", {}, this_year=2022)
    assert (problem.column, problem.seen, problem.warning) == ("year", "2023", True)
    assert warned("15.5", {}, this_year=2023) == ()


def test_a_zero_last_year_is_no_ground_for_a_warning() -> None:
    assert warned("15.5", {2022: "0.0"}) == ()


def test_a_change_over_several_years_counts_as_equal_yearly_changes() -> None:
    assert yearly_changes({2018: Decimal(1), 2020: Decimal(5)}) == [Decimal(2)]


def test_parts_that_do_not_make_their_whole_are_warned_of() -> None:
    institutions = {"key labs": Decimal(76), "centers": Decimal(99), "technology centers": Decimal(68)}
    (problem,) = parts_against_whole(Decimal(272), institutions)
    assert problem.warning
    assert "243" in problem.seen
    (above,) = parts_against_whole(Decimal(242), institutions)
    assert "more" in above.wrong
    assert parts_against_whole(Decimal(243), institutions) == ()
    assert parts_against_whole(Decimal(243), {}) == ()


def test_parts_may_differ_from_their_whole_by_rounding() -> None:
    assert parts_against_whole(Decimal("1.0"), {"a": Decimal("0.33"), "b": Decimal("0.33"), "c": Decimal("0.33")}) == ()


NUMBERS = st.decimals(-(10**17), 10**17, allow_nan=False, allow_infinity=False, places=3)


@given(NUMBERS, st.dictionaries(st.integers(1900, 2100), NUMBERS, max_size=12), st.integers(1900, 2100))
def test_plausibility_only_ever_warns(value: Decimal, history: dict[int, Decimal], year: int) -> None:
    indicator = Indicator(indicator="x", name="x", unit="x", better=Better.UP, accumulates=Accumulates.LEVEL)
    assert all(problem.warning for problem in unlikely(value, history, year, indicator))
