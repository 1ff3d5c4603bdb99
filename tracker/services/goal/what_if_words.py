"""What a supposed value has to be, in words: the quantity itself, with a number such as it could be."""

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.kinds import Series
from tracker.domain.vocabulary import Accumulates
from tracker.language import _, number


def what_to_suppose(report: GoalReport, year: int) -> str:
    """Name the quantity that a year's value is, with an example where one is known: "added in 2018 alone"."""
    example = _example(report)
    words = _quantity(report).format(year=year)
    return words if example is None else _("{quantity}, such as {example}").format(quantity=words, example=example)


def _quantity(report: GoalReport) -> str:
    kind, accumulates = report.goal.kind.traits, report.indicator.accumulates
    if accumulates is Accumulates.ANNUAL_CHANGE:
        return _("the change in {year} alone")
    if accumulates is Accumulates.FLOW:
        return _("added in {year} alone")
    if (kind.worked_out and not kind.relative) or kind.factor:
        return _("the number at the end of {year} in all")
    return _("the place in {year}") if kind.place else _("the value of {year}")


def _example(report: GoalReport) -> str | None:
    """Give a number of the right size: the latest value, else what the goal comes to; never a target of additions."""
    verdict, goal = report.verdict, report.goal
    if goal.kind.traits.of_level and verdict.target is not None:
        return number(verdict.target)
    if verdict.latest_value is not None:
        return number(verdict.latest_value)
    if report.indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        return (
            _share_of_a_year(report)
            if goal.kind.traits.series is Series.CHANGED
            else number(goal.value)
            if goal.value
            else None
        )
    if report.indicator.accumulates is Accumulates.FLOW:
        return _share_of_a_year(report) if goal.kind.traits.series is Series.ADDED else None
    return None if verdict.baseline_value is None else number(verdict.baseline_value)


def _share_of_a_year(report: GoalReport) -> str | None:
    """Give what falls on one year where the goal is spread evenly over the plan."""
    goal, begin = report.goal, report.plan.start or report.verdict.baseline_year
    if goal.value is None or goal.due is None or begin is None or goal.due < begin:
        return None
    each = float(goal.value) / (goal.due - begin + 1)
    return number(float(round(each)) if abs(each) >= 10 else round(each, 1))
