"""An impossible goal is refused where it is wrong, a doubtful one is remarked on, and an ordinary one passes."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.kinds import Kind, default_comparator
from tracker.domain.records import Goal, Indicator, Plan
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Basis, Better, Comparator, MeasuredBy, MilestoneState

PLAN = Plan(plan="fyp14", zone="china", name="14th Five-Year Plan", start=2021, end=2025)
SHARE = Indicator(indicator="rd", name="R&D", unit="%", better=Better.UP, accumulates=Accumulates.LEVEL, decimals=2)
MONEY = Indicator(indicator="gdp", name="GDP", unit="亿元", better=Better.UP, accumulates=Accumulates.FLOW)
FIRMS = Indicator(
    indicator="firms", name="Firms", unit="enterprises", better=Better.UP, accumulates=Accumulates.LEVEL, decimals=0
)
PLACE = Indicator(indicator="place", name="Place", unit="rank", better=Better.DOWN, accumulates=Accumulates.RANK)
ENERGY = Indicator(
    indicator="energy", name="Energy per GDP", unit="%", better=Better.DOWN, accumulates=Accumulates.ANNUAL_CHANGE
)
INDICATORS = {indicator.indicator: indicator for indicator in (SHARE, MONEY, FIRMS, PLACE, ENERGY)}


def goal(indicator: str = "rd", kind: Kind = Kind.LEVEL, value: str | None = "3", **fields: Any) -> Goal:
    """Make a goal of the plan, due 2025."""
    number = None if value is None else Decimal(value)
    given: dict[str, Any] = {"goal": "g", "plan": "fyp14", "due": 2025, "value": number} | fields
    return Goal(indicator=indicator, kind=kind, **given)


def columns(checked: Goal, plan: Plan = PLAN, *, warning: bool = False, reference: Indicator | None = None) -> set[str]:
    """Give the columns in which a goal is wrong, or doubtful."""
    problems = check_goal(checked, plan, INDICATORS[checked.indicator], reference)
    return {problem.column for problem in problems if problem.warning is warning}


@pytest.mark.parametrize(
    "ordinary",
    [
        goal(comparator=Comparator.AT_LEAST),
        goal(unit="percentage points"),
        goal("gdp", value="4", unit="billion yuan"),
        goal("firms", Kind.INCREASE, "150"),
        goal("gdp", Kind.MULTIPLE, "2"),
        goal("gdp", Kind.GROWTH, "7", unit="%", comparator=Comparator.MORE_THAN),
        goal("energy", Kind.CHANGE, "-13.5", comparator=Comparator.AT_MOST),
        goal("energy", Kind.CHANGE, "-250", comparator=Comparator.AT_MOST, baseline_year=2020),
        goal("rd", Kind.EVERY_YEAR, "2.5", comparator=Comparator.MORE_THAN),
        goal("rd", Kind.RANGE, "2", value_high=Decimal(3), comparator=Comparator.BETWEEN),
        goal("rd", comparator=Comparator.BETWEEN, value_high=Decimal(3)),
        goal("place", Kind.RANK, "20", comparator=Comparator.AT_MOST),
        goal("gdp", Kind.RELATIVE, None, reference_indicator="gdp"),
        goal("gdp", Kind.RELATIVE, "-3", reference_zone="china", comparator=Comparator.AT_LEAST),
        goal(kind=Kind.MILESTONE, value=None, state=MilestoneState.DONE),
        goal(due=None),
        goal(kind=Kind.DIRECTION, value=None, comparator=Comparator.AT_LEAST),
        goal("gdp", Kind.RELATIVE, None, reference_zone="china", basis=Basis.ON_AVERAGE),
        goal(kind=Kind.EVERY_YEAR, measured_by=MeasuredBy.MEAN),
        goal(baseline_value=Decimal(0)),
        goal(baseline_year=2020, baseline_value=Decimal("2.4"), baseline_origin=BaselineOrigin.STATED),
        goal(baseline_value=Decimal("2.4")),
        goal("energy", Kind.GROWTH, "-3", baseline_year=2020, comparator=Comparator.AT_MOST),
        goal("firms", interim=((2022, Decimal(1)), (2023, Decimal(2)))),
    ],
    ids=lambda ordinary: f"{ordinary.indicator} {ordinary.kind} {ordinary.value}",
)
def test_an_ordinary_goal_passes_without_a_word(ordinary: Goal) -> None:
    assert check_goal(ordinary, PLAN, INDICATORS[ordinary.indicator], MONEY) == ()


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (goal(kind=Kind.MILESTONE), "value"),
        (goal(kind=Kind.MILESTONE, value=None, baseline_value=Decimal(1)), "baseline_value"),
        (goal(kind=Kind.MILESTONE, value=None, interim=((2022, Decimal(1)),)), "interim"),
        (goal(state=MilestoneState.DONE), "state"),
        (goal(kind=Kind.RANGE), "value_high"),
        (goal(kind=Kind.RANGE, value=None, value_high=Decimal(3)), "value"),
        (goal(kind=Kind.RANGE, value_high=Decimal(2)), "value_high"),
        (goal(kind=Kind.RANGE, value_high=Decimal(4), comparator=Comparator.AT_LEAST), "comparator"),
        (goal(comparator=Comparator.BETWEEN), "value_high"),
        (goal(value_high=Decimal(4)), "value_high"),
        (goal("energy", Kind.INCREASE), "kind"),
        (goal("place", Kind.INCREASE), "kind"),
        (goal("gdp", Kind.RANK), "kind"),
        (goal("place", Kind.RANK, "0"), "value"),
        (goal("place", Kind.RANK, "2.5"), "value"),
        (goal("place", value="0"), "value"),
        (goal("gdp", Kind.MULTIPLE, "0"), "value"),
        (goal("gdp", Kind.MULTIPLE, "2", unit="yuan"), "unit"),
        (goal("gdp", Kind.GROWTH, "7", unit="yuan"), "unit"),
        (goal("gdp", unit="%"), "unit"),
        (goal("firms", unit="companies"), "unit"),
        (goal("gdp", Kind.RELATIVE), "reference_indicator"),
        (goal(kind=Kind.DIRECTION, comparator=Comparator.MORE_THAN), "value"),
        (goal(kind=Kind.DIRECTION, value=None), "comparator"),
        (goal(kind=Kind.DIRECTION, value=None, comparator=Comparator.EQUAL), "comparator"),
        (goal(basis=Basis.ON_AVERAGE), "basis"),
        (goal("gdp", Kind.GROWTH, "7", measured_by=MeasuredBy.MEAN), "measured_by"),
        (goal(kind=Kind.MILESTONE, value=None, measured_by=MeasuredBy.MEAN), "measured_by"),
        (goal("gdp", value="-1"), "value"),
        (goal("gdp", Kind.MULTIPLE, "2", baseline_value=Decimal(-1)), "baseline_value"),
        (goal("firms", value="2.5"), "value"),
        (goal("firms", Kind.INCREASE, "2.5"), "value"),
        (goal(due=2020), "due"),
        (goal(due=2101), "due"),
        (goal(baseline_year=2026), "baseline_year"),
        (goal(baseline_year=1899), "baseline_year"),
        (goal(baseline_origin=BaselineOrigin.STATED), "baseline_origin"),
        (goal(interim=((2025, Decimal(1)),)), "interim"),
        (goal(baseline_year=2020, interim=((2020, Decimal(1)),)), "interim"),
        (goal(interim=((2022, Decimal(1)), (2022, Decimal(2)))), "interim"),
    ],
)
def test_an_impossible_goal_is_refused_in_its_column(wrong: Goal, column: str) -> None:
    assert columns(wrong) == {column}


@pytest.mark.parametrize(
    ("doubtful", "column"),
    [
        (goal(value=None), "value"),
        (goal(due=2026), "due"),
        (goal(value="100.01"), "value"),
        (goal(value="-0.01"), "value"),
        (goal(kind=Kind.RANGE, value="90", value_high=Decimal(101)), "value_high"),
        (goal(interim=((2022, Decimal(101)),)), "interim"),
        (goal("gdp", Kind.MULTIPLE, "2", baseline_value=Decimal(0)), "baseline_value"),
        (goal("gdp", Kind.CHANGE, "20", baseline_value=Decimal(0)), "baseline_value"),
        (goal("gdp", Kind.GROWTH, "7", baseline_value=Decimal(0)), "baseline_value"),
        (goal(comparator=Comparator.AT_MOST), "comparator"),
        (goal("energy", Kind.CHANGE, "13.5", comparator=Comparator.AT_LEAST), "comparator"),
        (goal("energy", Kind.CHANGE, "13.5", comparator=Comparator.AT_MOST), "value"),
        (goal(baseline_year=2025), "baseline_year"),
        (goal("place", Kind.RANK, "20", comparator=Comparator.AT_LEAST), "comparator"),
        (goal(kind=Kind.MILESTONE, value=None, comparator=Comparator.EQUAL), "comparator"),
    ],
)
def test_a_doubtful_goal_is_remarked_on_and_not_refused(doubtful: Goal, column: str) -> None:
    assert columns(doubtful) == set()
    assert columns(doubtful, warning=True) == {column}


def test_a_baseline_without_a_year_needs_a_plan_that_starts() -> None:
    without_start = replace(PLAN, start=None)
    assert columns(goal(baseline_value=Decimal(2)), without_start) == {"baseline_year"}


def test_a_due_year_is_not_before_the_issue_of_a_plan_without_years() -> None:
    issued = replace(PLAN, start=None, end=None, issued="2021-08-18")
    assert columns(goal(due=1999), issued) == {"due"}
    assert columns(goal(due=2021), issued) == set()
    assert columns(goal(due=2023), replace(issued, start=2022)) == set()


def test_a_reference_is_measured_in_the_same_dimension() -> None:
    relative = goal("gdp", Kind.RELATIVE, None, reference_indicator="rd")
    assert columns(relative, reference=SHARE) == {"reference_indicator"}
    assert columns(relative, reference=MONEY) == set()


def test_a_problem_says_what_was_seen_and_what_would_be_right() -> None:
    (problem,) = check_goal(goal(value="120"), PLAN, SHARE)
    assert (problem.seen, problem.right) == ("120 %", "100 at most, or a remark that says why")


@pytest.mark.parametrize(
    ("kind", "better", "comparator"),
    [
        (Kind.LEVEL, Better.UP, ">="),
        (Kind.LEVEL, Better.DOWN, "<="),
        (Kind.LEVEL, Better.NONE, "="),
        (Kind.RANK, Better.UP, "<="),
        (Kind.RANGE, Better.UP, "between"),
        (Kind.RELATIVE, Better.DOWN, ">="),
        (Kind.MILESTONE, Better.UP, None),
    ],
)
def test_a_plain_number_is_to_be_reached_in_the_better_direction(
    kind: Kind, better: Better, comparator: str | None
) -> None:
    assert default_comparator(kind, better) == comparator
