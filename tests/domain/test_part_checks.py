"""Parts of a goal add up to what the whole asks, or are refused."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tracker.domain.checks.part_checks import check_part, whole_of
from tracker.domain.kinds import Kind
from tracker.domain.records import Goal, Indicator
from tracker.domain.vocabulary import Accumulates, Better

FIRMS = Indicator(
    indicator="firms", name="Firms", unit="enterprises", better=Better.UP, accumulates=Accumulates.LEVEL, decimals=0
)
CITY = Goal(goal="city", plan="c", indicator="firms", kind=Kind.LEVEL, value=Decimal(300), due=2025)
PARK = Goal(goal="park", plan="p", indicator="firms", kind=Kind.LEVEL, value=Decimal(120), due=2025, part_of="city")


def found(part: Goal, *wholes: Goal, indicator: Indicator = FIRMS) -> list[tuple[str, bool]]:
    """Give the columns that are wrong or doubtful, with whether they are doubtful alone."""
    known = {goal.goal: whole_of(goal) for goal in (CITY, *wholes)}
    return [(problem.column, problem.warning) for problem in check_part(part, known, indicator)]


@pytest.mark.parametrize("unit", ["enterprises", "亿元", "hectares", "亿吨"])
def test_counts_money_and_areas_have_parts(unit: str) -> None:
    assert found(PARK, indicator=replace(FIRMS, unit=unit)) == []


def test_a_goal_that_is_part_of_none_passes() -> None:
    assert found(CITY) == []


@pytest.mark.parametrize("unit", ["%", "per 100,000 people"])
def test_shares_have_parts_only_by_their_numerators(unit: str) -> None:
    assert found(PARK, indicator=replace(FIRMS, unit=unit)) == [("part_of", True)]


@pytest.mark.parametrize(
    "given", [{"unit": "rank", "accumulates": Accumulates.RANK}, {"accumulates": Accumulates.ANNUAL_CHANGE}]
)
def test_places_and_yearly_changes_do_not_add_up(given: dict[str, Any]) -> None:
    assert found(PARK, indicator=replace(FIRMS, **given)) == [("part_of", False)]


def test_a_part_is_of_the_indicator_and_kind_of_its_whole() -> None:
    assert found(replace(PARK, indicator="labs")) == [("part_of", False)]
    assert found(replace(PARK, kind=Kind.INCREASE)) == [("part_of", False)]
    assert found(replace(PARK, kind=Kind.MULTIPLE)) == [("part_of", False)]


def test_a_whole_of_another_year_is_doubtful() -> None:
    assert found(replace(PARK, due=2030)) == [("due", True)]


def test_no_goal_is_part_of_itself_however_far_around() -> None:
    county = replace(PARK, goal="county", part_of="park")
    assert found(county, PARK) == []
    assert found(replace(PARK, part_of="county"), replace(PARK, part_of="county"), county) == [("part_of", False)]
    assert found(replace(PARK, part_of="park"), replace(PARK, part_of="park")) == [("part_of", False)]
