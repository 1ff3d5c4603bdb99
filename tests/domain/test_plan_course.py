"""A plan is running until its last year is over or the plan that follows it has begun."""

import pytest

from tracker.domain.plan_course import NEVER, closed_from, is_running, running_plans
from tracker.domain.records import Plan

FIRST = Plan(plan="p13", zone="city", name="13th plan", start=2016, end=2020)
NEXT = Plan(plan="p14", zone="city", name="14th plan", start=2021, end=2025, succeeds="p13")
OPEN = Plan(plan="wish", zone="city", name="Announced goals", issued="2021-08")
AFTER = Plan(plan="more", zone="city", name="More goals", issued="2023-02-01", succeeds="wish")


@pytest.mark.parametrize(
    ("year", "running"),
    [
        (2015, {"p13", "p14", "wish", "more"}),
        (2020, {"p13", "p14", "wish", "more"}),
        (2021, {"p14", "wish", "more"}),
        (2023, {"p14", "more"}),
        (2025, {"p14", "more"}),
        (2026, {"more"}),
    ],
)
def test_plans_run_until_they_end_or_are_followed(year: int, running: set[str]) -> None:
    assert running_plans([FIRST, NEXT, OPEN, AFTER], year) == running


def test_a_plan_that_is_followed_early_is_closed_early() -> None:
    early = Plan(plan="new", zone="city", name="New plan", start=2019, end=2023, succeeds="p13")
    assert closed_from([FIRST, early])["p13"] == 2019


def test_an_end_that_is_named_stands_where_the_follower_names_no_first_year() -> None:
    follower = Plan(plan="x", zone="city", name="X", issued="2018", succeeds="p13")
    assert closed_from([FIRST, follower]) == {"p13": 2021, "x": NEVER}


def test_a_follower_of_no_year_closes_a_plan_without_end() -> None:
    follower = Plan(plan="x", zone="city", name="X", succeeds="wish")
    assert not is_running("wish", closed_from([OPEN, follower]), 1950)
