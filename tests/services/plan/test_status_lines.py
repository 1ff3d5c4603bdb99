"""The table of the command line shows values as they were told, and what presses first."""

from types import SimpleNamespace
from typing import cast

import pytest
from sqlalchemy import make_url

from tests.services.conftest import Bundle, MakeStore
from tracker.services.plan.status_lines import StatusLine, judged_goals, status_lines, status_row, totals
from tracker.services.stores import place_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

INDICATORS = """indicator,name,unit,better,accumulates
share,R&D share of GDP,%,up,level
beds,Hospital beds,"beds per 1,000 persons",up,level
firms,High-tech enterprises,enterprises,up,level
life,Life expectancy,years,up,level
"""
GOALS = """goal,plan,indicator,kind,value,due,nature
life,format,life,level,80,2023,anticipatory
share,format,share,level,30,2023,anticipatory
firms,format,firms,level,200,2021,anticipatory
beds,format,beds,level,25,2023,binding
"""


@pytest.fixture
def store(store_of: MakeStore, firms: Bundle) -> Store:
    firms["indicators"], firms["goals"] = INDICATORS, GOALS
    firms["actuals"] = """zone,indicator,year,value,qualifier,value_high
shenyang,share,2020,20,,
shenyang,share,2022,25,over,
shenyang,beds,2022,6,under,
shenyang,firms,2021,100,between,130
shenyang,life,2022,77,,
"""
    return store_of(firms)


def lines(store: Store) -> list[StatusLine]:
    return status_lines(judged_goals(store, ViewSettings(2022)))


def test_the_latest_value_stands_as_it_was_told_with_its_unit(store: Store) -> None:
    assert {line.cells[-1]: line.cells[3] for line in lines(store)} == {
        "share": "over 25% (2022)",
        "beds": "under 6 beds per 1,000 persons (2022)",
        "firms": "100 to 130 (2021)",
        "life": "77 years (2022)",
    }


def test_what_is_binding_comes_first_then_what_is_off_track(store: Store) -> None:
    shown = lines(store)
    assert [line.cells[-1] for line in shown[:2]] == ["beds", "firms"]
    assert shown[0].cells[2] == "25 beds per 1,000 persons by 2023, binding"
    assert totals(shown) == "4 goals: 1 off track, 3 no verdict"


def test_an_open_bound_has_no_other_end_in_the_rows_for_programs(store: Store) -> None:
    rows = {row["goal"]: row for row in map(status_row, judged_goals(store, ViewSettings(2022)))}
    assert (rows["share"]["latest_value"], rows["share"]["latest_high"]) == (25.0, None)
    assert (rows["share"]["latest_qualifier"], rows["share"]["measured_qualifier"]) == ("over", "over")
    assert (rows["firms"]["measured_qualifier"], rows["life"]["measured_qualifier"]) == ("between", "exact")


def test_a_database_is_named_without_its_driver_and_password() -> None:
    at = SimpleNamespace(url=make_url("postgresql+psycopg://me:secret@host/tracker"))
    assert place_of(cast("Store", at)) == "postgresql://me:***@host/tracker"
