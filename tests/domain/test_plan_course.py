"""A plan is running until its last year is over or the plan that follows it has begun."""

import pytest

from tracker.domain.plan_course import is_running, running_plans
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


def test_a_plan_that_follows_and_names_no_year_has_begun() -> None:
    follower = Plan(plan="x", zone="city", name="X", succeeds="wish")
    assert not is_running(OPEN, [follower], 2021)
    assert is_running(OPEN, [NEXT], 2026)
