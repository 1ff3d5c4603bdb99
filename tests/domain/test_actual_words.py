"""Reported values in words, what follows from them, and their points on a line."""

from decimal import Decimal
from typing import Any

import pytest

from tracker.domain.explaining.reported_values import actual_words, derived_values, reported_points
from tracker.domain.records import Actual, Indicator, Zone
from tracker.domain.vocabulary import Accumulates, Better, MilestoneState, Qualifier

ZONES = {"city": Zone(zone="city", name="Shenyang")}


def indicator(unit: str, accumulates: Accumulates = Accumulates.LEVEL) -> Indicator:
    return Indicator(indicator="i", name="Turnover", unit=unit, better=Better.UP, accumulates=accumulates)


NUMBERS = ("value", "value_high", "growth", "share")


def actual(year: int | None = 2020, **told: Any) -> Actual:
    given: dict[str, Any] = {name: Decimal(value) if name in NUMBERS else value for name, value in told.items()}
    return Actual(zone="z", indicator="i", year=year, **given)


@pytest.mark.parametrize(
    ("told", "unit", "said"),
    [
        (actual(value="786"), "firms", "786"),
        (actual(value="12.10"), "%", "12.10%"),
        (actual(value="3.141"), "%", "3.141%"),
        (actual(value="100", qualifier=Qualifier.OVER), "visits", "over 100"),
        (actual(value="100", qualifier=Qualifier.AT_MOST), "visits", "at most 100"),
        (actual(value="10", value_high="12", qualifier=Qualifier.BETWEEN), "visits", "between 10 and 12"),
        (actual(value="12.1", share="40", share_of="city"), "billion yuan", "12.1 bn yuan, 40% of Shenyang’s"),
        (actual(value="5", share="25"), "contracts", "5, 25% of the parent’s"),
        (actual(growth="23.7"), "firms", "+23.7% on the year before"),
        (actual(value="20"), "rank", "place 20"),
        (actual(state=MilestoneState.UNDER_WAY), "milestone", "under way"),
        (actual(), "firms", "–"),
    ],
)
def test_a_value_is_said_as_it_was_told(told: Actual, unit: str, said: str) -> None:
    assert actual_words(told, indicator(unit), ZONES) == said


def test_a_parent_follows_from_a_share() -> None:
    [found] = derived_values([actual(value="12.1", share="40", share_of="city")], indicator("billion yuan"), ZONES)
    assert (found.what, found.value) == ("Turnover of Shenyang", "about 30.25 bn yuan")
    assert found.formula == "12.1 bn yuan is 40% of it"


def test_growths_are_chained_onto_the_level_of_the_year_before() -> None:
    told = [actual(2020, value="100"), actual(2021, growth="10"), actual(2022, growth="10"), actual(2024, growth="5")]
    found = derived_values(told, indicator("firms"), ZONES)
    assert [(one.year, one.value) for one in found] == [(2021, "about 110"), (2022, "about 121")]
    points = reported_points(told, indicator("firms"))
    assert [(point.year, point.derived) for point in points] == [(2020, False), (2021, True), (2022, True)]


def test_yearly_changes_are_never_chained_into_levels() -> None:
    told = [actual(2020, value="2"), actual(2021, growth="10")]
    changes = indicator("%", Accumulates.ANNUAL_CHANGE)
    assert derived_values(told, changes, ZONES) == []
    assert len(reported_points(told, changes)) == 1


def test_points_keep_their_bounds_and_take_the_indicators_unit() -> None:
    told = [
        actual(2020, value="110", unit="million yuan"),
        actual(2021, value="1", qualifier=Qualifier.OVER),
        actual(2022, value="1", qualifier=Qualifier.UNDER),
        actual(None, value="7"),
    ]
    found = reported_points(told, indicator("billion yuan"))
    assert [(point.low, point.high) for point in found] == [(0.11, 0.11), (1, None), (None, 1)]
