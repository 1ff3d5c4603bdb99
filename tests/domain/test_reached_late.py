"""A missed goal whose value was reached later says so."""

from dataclasses import replace

import pytest

from tests.ui.visiting import shipped
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.reached_late import reached_late
from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import Better, Comparator
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings


def china(year: int = 2022) -> GoalReport:
    return goal_report_of(shipped(), "china-2020-rd-share", ViewSettings(year))


def test_a_missed_goal_says_what_passed_it_later() -> None:
    assert reached_late(china()) == "2.56% in 2022 passed the goal 2 years after it was due."


@pytest.mark.parametrize("year", [2018, 2020, 2021])
def test_nothing_is_said_before_it_was_reached(year: int) -> None:
    assert reached_late(china(year)) == ""


@pytest.mark.parametrize(
    ("comparator", "better", "value", "said"),
    [
        (Comparator.MORE_THAN, Better.UP, 2.5, False),
        (Comparator.MORE_THAN, Better.UP, 2.51, True),
        (Comparator.LESS_THAN, Better.DOWN, 2.5, False),
        (Comparator.AT_MOST, Better.DOWN, 2.5, True),
        (Comparator.EQUAL, Better.UP, 2.6, True),
        (Comparator.EQUAL, Better.DOWN, 2.6, False),
        (Comparator.EQUAL, Better.NONE, 2.6, False),
        (Comparator.EQUAL, Better.NONE, 2.5, True),
    ],
)
def test_a_goal_is_passed_the_way_it_was_meant(
    comparator: Comparator, better: Better, value: float, said: bool
) -> None:
    report = china()
    meant = replace(
        report,
        goal=replace(report.goal, comparator=comparator),
        indicator=replace(report.indicator, better=better),
        points=(Point(year=2021, low=value, high=value),),
    )
    assert bool(reached_late(meant)) is said


def test_a_goal_of_every_year_cannot_be_made_good() -> None:
    report = china()
    assert reached_late(replace(report, goal=replace(report.goal, kind=Kind.EVERY_YEAR))) == ""


def test_one_year_late_is_one_year() -> None:
    report = replace(china(), points=(Point(year=2021, low=2.5, high=2.5),))
    assert reached_late(report) == "2.5% in 2021 passed the goal 1 year after it was due."


def test_a_goal_without_a_target_is_never_passed() -> None:
    report = china()
    assert reached_late(replace(report, verdict=replace(report.verdict, target=None))) == ""
