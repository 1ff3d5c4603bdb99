"""What can still be helped comes before what is over, and what has a verdict before what has none."""

import pytest

from tests.services.conftest import MakeStore
from tracker.domain.statuses import Group
from tracker.services.choices import plan_to_open
from tracker.services.overview.attention import Concern, concerns, of_group
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

BUNDLE = {
    "zones": "zone,name\nland,A land\nquiet,A quiet land\nunion,Union\n",
    "indicators": (
        "indicator,name,unit,better,accumulates\nfirms,Firms,enterprises,up,level\nlabs,Labs,labs,up,level\n"
        "parks,Parks,parks,up,level\n"
    ),
    "plans": (
        "plan,zone,name,start,end,succeeds\nlast,land,Last plan,2016,2020,\nnext,land,Next plan,2021,2025,last\n"
        "open,union,Open plan,2016,2025,\nsilent,quiet,Silent plan,2021,2025,\nlong,land,Long plan,2016,2030,\n"
        "instead,land,Plan in its place,2022,2030,long\n"
    ),
    "goals": (
        "goal,plan,indicator,kind,comparator,value,due\na,last,firms,level,>=,1000,2020\nb,open,labs,level,>=,100,2025\n"
        "c,silent,firms,level,>=,10,2025\nd,next,parks,level,>=,5,2025\ne,long,labs,level,>=,900,2030\n"
        "f,last,labs,level,>=,500,2020\n"
    ),
    "actuals": (
        "zone,indicator,year,value\nland,firms,2015,100\nland,firms,2020,500\nunion,labs,2015,10\nunion,labs,2022,20\n"
        "land,labs,2015,10\nland,labs,2022,20\n"
    ),
}
LOOK = ViewSettings(2022)


@pytest.fixture
def store(store_of: MakeStore) -> Store:
    """A land whose last plan is over, a union whose plan runs, and a land that never reported."""
    return store_of(dict(BUNDLE))


def test_goals_of_running_plans_are_listed_before_those_of_plans_that_are_over_or_succeeded(store: Store) -> None:
    listed = concerns(store, LOOK, Scope(), Concern.ATTENTION, 10)
    assert listed.lines[0].goal == "b"
    assert {line.goal for line in listed.lines[1:]} == {"a", "e", "f"}
    assert of_group(store, LOOK, Scope(), Group.OFF_TRACK, 1).lines[0].goal == "b"


def test_plans_and_zones_with_verdicts_come_first_and_of_these_running_ones(store: Store) -> None:
    counts = overview(store, LOOK, Scope())
    assert counts.plans[0].key == "open"
    assert {plan.key for plan in counts.plans[-2:]} == {"silent", "next"}
    assert [zone.key for zone in counts.zones] == ["union", "land", "quiet"]


def test_while_both_ran_the_plan_with_most_off_track_came_first(store: Store) -> None:
    then = overview(store, ViewSettings(2020), Scope())
    assert then.plans[0].key == "last"


def test_a_page_opens_at_a_running_plan_with_verdicts(store: Store) -> None:
    assert plan_to_open(store, LOOK) == "open"
