"""A goal that is broken down: what its parts ask and reached, against the whole."""

from decimal import Decimal

import pytest

from tests.services.conftest import Bundle, MakeStore
from tracker.services.goal.goal_report import goal_report_of, record_of
from tracker.services.goal.parts import Parts, parts_of, whole_of_goal
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

LOOK = ViewSettings(2022)
CITY: Bundle = {
    "zones": "zone,name,parent\ncity,City,\neast,East,city\nwest,West,city\n",
    "indicators": (
        "indicator,name,unit,better,accumulates\nfirms,Firms,firms,up,level\noutput,Output,亿元,up,level\n"
        "rd,R&D share,%,up,level\n"
    ),
    "plans": (
        "plan,zone,name,start,end\ncity-14,city,City plan,2021,2025\neast-14,east,East plan,2021,2025\n"
        "west-14,west,West plan,2021,2025\n"
    ),
    "goals": (
        "goal,plan,indicator,kind,value,unit,due,part_of\n"
        "east-firms,east-14,firms,level,120,,2025,city-firms\nwest-firms,west-14,firms,level,150,,2025,city-firms\n"
        "city-firms,city-14,firms,level,300,,2025,\n"
        "city-output,city-14,output,level,30,亿元,2025,\n"
        "east-output,east-14,output,level,1,billion yuan,2025,city-output\n"
        "city-rd,city-14,rd,level,3,,2025,\neast-rd,east-14,rd,level,3,,2025,city-rd\n"
        "west-rd,west-14,rd,level,2,,2025,city-rd\n"
    ),
    "actuals": (
        "zone,indicator,year,value,numerator,denominator,explanation,period,cumulative\n"
        "city,firms,2020,200,,,,,\neast,firms,2020,70,,,,,\nwest,firms,2020,90,,,,,\n"
        "city,firms,2022,240,,,,,\neast,firms,2022,84,,,Two moved in,,\nwest,firms,2022,96,,,,,\n"
        "east,firms,2022,80,,,,2022-Q3,yes\n"
        "city,rd,2020,2,,,,,\neast,rd,2020,2,,,,,\nwest,rd,2020,2,,,,,\n"
        "city,rd,2022,2.5,25,1000,,,\neast,rd,2022,3,12,400,,,\nwest,rd,2022,2,8,400,,,\n"
    ),
}


@pytest.fixture
def city(store_of: MakeStore) -> Store:
    """Return a city whose goals are broken down to two parts."""
    return store_of(CITY)


def broken_down(store: Store, goal: str) -> Parts:
    found = parts_of(store, goal_report_of(store, goal, LOOK), LOOK)
    assert found is not None
    return found


def test_parts_are_added_up_against_the_whole(city: Store) -> None:
    found = broken_down(city, "city-firms")
    assert (found.asked, found.whole_asked) == (Decimal(270), Decimal(300))
    assert (found.reached, found.whole_reached, found.year, found.unreported) == (Decimal(180), Decimal(240), 2022, 0)
    assert [part.report.zone.name for part in found.parts] == ["East", "West"]
    assert [part.share_asked for part in found.parts] == [0.4, 0.5]
    assert [part.share_reached for part in found.parts] == [0.35, 0.4]


def test_parts_are_counted_in_the_unit_of_the_whole_and_silent_ones_are_counted(city: Store) -> None:
    found = broken_down(city, "city-output")
    assert (found.asked, found.reached, found.unreported) == (Decimal(10), None, 1)


def test_shares_are_put_together_by_numerators_and_denominators(city: Store) -> None:
    found = broken_down(city, "city-rd")
    assert (found.asked, found.reached) == (None, Decimal("2.5"))
    assert [part.share_reached for part in found.parts] == [None, None]


def test_a_part_knows_its_whole_and_a_whole_none(city: Store) -> None:
    part, whole = (goal_report_of(city, key, LOOK) for key in ("east-firms", "city-firms"))
    found = whole_of_goal(city, part, LOOK)
    assert found is not None
    assert found.goal == "city-firms"
    assert whole_of_goal(city, whole, LOOK) is None
    assert parts_of(city, part, LOOK) is None


def test_what_is_said_of_an_actual_and_parts_of_years_stand_with_the_goal(city: Store) -> None:
    record = record_of(city, goal_report_of(city, "east-firms", LOOK), LOOK)
    assert [(row.year, row.value) for row in record.dated] == [(2022, "84"), (2020, "70")]
    assert record.dated[0].said == (("Explanation", "Two moved in"),)
    assert [(row.when, row.value) for row in record.within] == [("January–September 2022", "80")]
    share = record_of(city, goal_report_of(city, "east-rd", LOOK), LOOK)
    assert share.dated[0].said == (("Value", "12 ÷ 400"),)
