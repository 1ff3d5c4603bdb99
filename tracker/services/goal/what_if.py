"""What would be if a value were reported: which value to suppose, and the goal judged with it; nothing is stored."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.plausibility import unlikely
from tracker.domain.explaining.target_wording import amount, counting_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.quantity.numerals import Numeral, parse_number
from tracker.domain.quantity.units import convert, convertible
from tracker.domain.records import Actual
from tracker.domain.vocabulary import ONE_NUMBER, Accumulates, BaselineOrigin, Qualifier
from tracker.errors import Problem, RefusedInputError
from tracker.language import _, decimals_of, exact, number
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

_YEARS_WITHOUT_DUE = 5
_POINTS = {"point", "points", "pp", "percentage point", "percentage points", "百分点", "个百分点"}


@dataclass(frozen=True, slots=True)
class Supposed:
    """A goal judged with a supposed value: its report, its point on the chart, the value in words, and doubts of it."""

    report: GoalReport
    point: Point | None
    words: str
    doubts: tuple[Problem, ...] = ()


def years_to_suppose(report: GoalReport) -> list[int]:
    """List the years a value can be supposed for: after the latest actual, up to the due year.

    Where only a reported start is known, a value from before the plan would be another start: it is left out.
    """
    verdict, goal = report.verdict, report.goal
    if not goal.traits.measured or verdict.at_due:
        return []
    before = (report.plan.start or report.looked_from) - 1
    known = max((year for year in (verdict.latest_year, verdict.baseline_year) if year is not None), default=before)
    if verdict.start_only and verdict.baseline_origin is BaselineOrigin.REPORTED:
        known = max(known, before)
    last = known + _YEARS_WITHOUT_DUE if goal.due is None else goal.due
    return list(range(known + 1, last + 1))


def suppose(store: Store, report: GoalReport, view: ViewSettings, year: int, text: str) -> Supposed:
    """Judge a goal as if a value had been reported; RefusedInputError where the text is no value it could have."""
    unit = counting_unit(report.goal, report.indicator)
    value = _read(report, unit, text)
    supposed = Actual(zone=report.zone.zone, indicator=report.goal.indicator, year=year, value=value, unit=unit)
    # A person knows the indicator by its name.
    named = replace(report.indicator, indicator=report.indicator.name)
    checked = [replace(problem, column="") for problem in check_actual(supposed, named)]
    if wrong := [problem for problem in checked if not problem.warning]:
        raise RefusedInputError(wrong)
    judged = goal_report_of(store, report.goal.goal, view, (year, value))
    point = next((point for point in judged.points if point.year == year), None)
    return Supposed(judged, point, amount(value, unit), (*checked, *_doubts(report, value, unit, year)))


def _read(report: GoalReport, unit: str, text: str) -> Decimal:
    """Understand one number; RefusedInputError for growths, shares, bounds and points."""
    parsed = parse_number(text, unit)
    if not isinstance(parsed, Numeral):
        raise _refused(_("no value is given"), text)
    changes = report.indicator.accumulates is Accumulates.ANNUAL_CHANGE
    if parsed.share_of_parent or (parsed.growth and not changes):
        raise _refused(_("a growth or a share, where the value itself is wanted"), text)
    if not changes and (parsed.unit or "").strip().casefold() in _POINTS:
        raise _refused(_("points are a difference, where the value itself is wanted"), text)
    if parsed.qualifier not in ONE_NUMBER and not parsed.rank:
        raise _refused(_("a bound, where one number is wanted"), text)
    return parsed.value


def _doubts(report: GoalReport, value: Decimal, unit: str, year: int) -> tuple[Problem, ...]:
    """Warn of what the values reported so far make unlikely, all in the unit of the field."""
    history = {
        actual.year: convert(actual.value, actual.unit or report.indicator.unit, unit)
        for actual in report.actuals
        if actual.year is not None and actual.value is not None and actual.qualifier is Qualifier.EXACT
        and convertible(actual.unit or report.indicator.unit, unit)
    }  # fmt: skip
    # Nobody has to suppose as many decimals as were reported.
    places = max([decimals_of(value), *map(decimals_of, history.values())])
    doubt = unlikely(value + Decimal(0).scaleb(-places), history, year, report.indicator)
    return tuple(replace(problem, column="") for problem in doubt)


def _refused(wrong: str, seen: str) -> RefusedInputError:
    return RefusedInputError([Problem(wrong, seen.strip(), _("one number, such as 1,200"))])


def what_to_suppose(report: GoalReport, year: int) -> str:
    """Name the quantity that a year's value is, with an example where one is known: "added in 2018 alone"."""
    example = _example(report)
    words = _quantity(report).format(year=year)
    return words if example is None else _("{quantity}, such as {example}").format(quantity=words, example=example)


def _quantity(report: GoalReport) -> str:
    kind, accumulates = report.goal.traits, report.indicator.accumulates
    if accumulates is Accumulates.ANNUAL_CHANGE:
        return _("the change in {year} alone")
    if accumulates is Accumulates.FLOW:
        return _("added in {year} alone")
    if (kind.worked_out and not kind.relative) or kind.factor:
        return _("the number at the end of {year} in all")
    return _("the place in {year}") if kind.place else _("the value of {year}")


def _example(report: GoalReport) -> str | None:
    """Return a number of the right size: the latest value, else what the goal comes to; never a target of additions."""
    verdict, goal = report.verdict, report.goal
    if goal.traits.of_level and verdict.target is not None:
        return number(VerdictFacts.of(report).numbers.printed(verdict.target))
    if verdict.latest_value is not None:
        return number(exact(verdict.latest_value))
    if report.indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        return (
            _share_of_a_year(report)
            if goal.traits.series is Series.CHANGED
            else number(goal.value)
            if goal.value
            else None
        )
    if report.indicator.accumulates is Accumulates.FLOW:
        return _share_of_a_year(report) if goal.traits.series is Series.ADDED else None
    return None if verdict.baseline_value is None else number(verdict.baseline_value)


def _share_of_a_year(report: GoalReport) -> str | None:
    """Return what falls on one year where the goal is spread evenly over the plan."""
    goal, begin = report.goal, report.plan.start or report.verdict.baseline_year
    if goal.value is None or goal.due is None or begin is None or goal.due < begin:
        return None
    each = float(goal.value) / (goal.due - begin + 1)
    return number(float(round(each)) if abs(each) >= 10 else round(each, 1))
