"""Values and goals as a chart writes them: over 2,000 · 3% · about +150 · top 20 · 4 bn yuan."""

import math
from decimal import Decimal

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.kinds import Series
from tracker.domain.records import Goal, Indicator, Zone
from tracker.domain.statuses import Status, status_word
from tracker.domain.vocabulary import ASKS_LESS, ASKS_MORE, ONE_NUMBER, Better, Comparator, Qualifier
from tracker.language import _, comparator_words, current_language, difference, number, quantity

_SMALL = 0.1
_SMALLEST_PACE = 0.005


def display_name(record: Indicator | Zone) -> str:
    """Return the name in the language being spoken, where the record has one."""
    return (record.name_zh if current_language().startswith("zh") else None) or record.name


def shown_unit(report: GoalReport) -> str:
    """Return the unit of a goal's values on the chart: differences of percentages are points, not percent."""
    return "" if report.goal.kind.traits.relative and report.unit == "%" else report.unit


def is_money(unit: str) -> bool:
    """Return whether values in the unit are written in readable units of money."""
    return "yuan" in unit or unit.endswith("元")


def value_words(value: float | Decimal | None, unit: str, decimals: int | None = None) -> str:
    """Return a value as it stands beside its mark; other units than percent and money stay in the subtitle.

    Decimals are given for computed values only; computed money has four digits that count.
    """
    if value is not None and 0 < abs(float(value)) < _SMALL and not is_money(unit):
        decimals = _significant(float(value))
    if value is not None and decimals is not None and is_money(unit):
        value = float(f"{value:.4g}")
    return quantity(value, _shown(unit), decimals=None if is_money(unit) else decimals)


def _significant(value: float) -> int:
    """Return the decimals that show two digits of a small value, without an idle last zero."""
    places = 1 - math.floor(math.log10(abs(value)))
    return places - 1 if f"{abs(value):.{places}f}".endswith("0") else places


def _shown(unit: str) -> str:
    return unit if unit == "%" or is_money(unit) else ""


def decimals_of(report: GoalReport) -> int:
    """Return how many decimals computed values of a goal are written with: what its own values have, or one more."""
    stated = [report.goal.value, report.goal.value_high, report.goal.baseline_value]
    reported = [actual.value for actual in report.actuals]
    places = [_places(value) for value in (*stated, *reported) if value is not None]
    most = min(2, max([report.indicator.decimals or 0, *places]))
    values = [value for _year, value in report.path]
    span = max(values) - min(values) if values else 0.0
    years = max(1, len(values) - 1)
    return most if not span or span / years >= 10**-most else min(2, most + 1)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def point_words(point: Point, report: GoalReport, decimals: int | None = None) -> str:
    """Return a year's value as it is known: 786 · over 100 · between 10 and 12 · about 30.25 · −3.2%."""
    unit = shown_unit(report)
    if point.low is None or point.high is None:
        bound = point.low if point.high is None else point.high
        over = Qualifier.OVER if point.high is None else Qualifier.UNDER
        qualifier = over if point.qualifier in ONE_NUMBER else point.qualifier
        return comparator_words(qualifier.value, bound, _shown(unit))
    if decimals is None and not point.derived:
        decimals = _reported_decimals(report, point.low, point.high)
    low, high = (value_words(value, unit, decimals) for value in (point.low, point.high))
    if not point.exact:
        return _("{low} to {high}").format(low=low, high=high)
    return _("about {value}").format(value=low) if point.qualifier is Qualifier.ABOUT else low


def _reported_decimals(report: GoalReport, *values: float) -> int | None:
    """Return the indicator's decimals for values in its own unit, None where they would cut digits off."""
    decimals, own = report.indicator.decimals, report.unit == report.indicator.unit
    if decimals is None or not own or report.goal.kind.traits.worked_out or is_money(report.unit):
        return None
    return None if any(round(value, decimals) != round(value, 6) for value in values) else decimals


def goal_words(report: GoalReport) -> str:
    """Return what the goal wants, in the words of its comparator and kind."""
    if not report.goal.kind.traits.measured:
        return _("milestone")
    return wanted(report.goal, report.verdict.target, shown_unit(report))


def target_words(report: GoalReport) -> str:
    """Return the target with its unit, for words that stand apart from the subtitle: 2 km²."""
    return quantity(report.verdict.target, report.unit)


def wanted(goal: Goal, target: float | None, unit: str) -> str:
    """Return a target with its comparator; a goal at least as high as a plain number is that number."""
    if goal.kind.traits.two_ends and goal.value is not None and goal.value_high is not None:
        low, high = value_words(goal.value, unit), value_words(goal.value_high, unit)
        return _("{low} to {high}").format(low=low, high=high)
    if target is None:
        return _("{factor} × the start level").format(factor=number(goal.value)) if goal.value else _("no target value")
    if goal.kind.traits.place:
        return _("top {place}").format(place=number(target, 0))
    figure = value_words(target, unit)
    if goal.kind.traits.signed:
        figure = "+" + figure if target > 0 else figure
    if goal.kind.traits.relative:
        figure = _("{value} or more").format(value=figure)
    if goal.approximate:
        figure = _("about {value}").format(value=figure)
    figure = _compared(goal, target).format(value=figure, change=figure)
    return _("{value} a year").format(value=figure) if goal.kind.traits.series is Series.MEAN_GROWTH else figure


def _compared(goal: Goal, target: float) -> str:
    match goal.comparator:
        case Comparator.MORE_THAN:
            return _("over {value}")
        case Comparator.LESS_THAN:
            return _("under {value}")
        case Comparator.AT_MOST if not goal.approximate:
            return (
                _("at most {change}")
                if goal.kind.traits.series is Series.CHANGED and target < 0
                else _("at most {value}")
            )
        case _other:
            return "{value}"


def wants_more(report: GoalReport) -> bool:
    """Return whether the goal is satisfied above its threshold rather than below it."""
    if report.goal.kind.traits.place or report.goal.comparator in ASKS_LESS:
        return False
    asked = report.goal.comparator in ASKS_MORE
    return asked or report.indicator.better is not Better.DOWN


def needs_words(report: GoalReport) -> str:
    """Return what the goal asks from its start: a multiple with its yearly growth, or a change a year."""
    verdict, target = report.verdict, report.verdict.target
    start, year, due = verdict.baseline_value, verdict.baseline_year, report.goal.due
    if target is None or start is None or year is None or due is None or due <= year:
        return ""
    if not report.goal.kind.traits.of_amount:
        return ""
    if start > 0 and target / start >= 1.5:
        growth = ((target / start) ** (1 / (due - year)) - 1) * 100
        return _("= {factor} × the {year} level (+{growth}% a year)").format(
            factor=number(target / start, 1).removesuffix(".0"), year=year, growth=number(growth, 0)
        )
    pace = (target - start) / (due - year)
    if abs(pace) < _SMALLEST_PACE:
        return ""
    return _("= {pace} a year from {year}").format(pace=difference(pace, report.unit, sign=True, bare=True), year=year)


def status_words(report: GoalReport) -> str:
    """Return the status, with what makes it special: overdue, or a start value only."""
    verdict = report.verdict
    start_alone = verdict.status is Status.NO_ACTUAL_YET and verdict.start_only
    word = _("Start value only") if start_alone else status_word(verdict.status)
    return _("{status} · overdue").format(status=word) if verdict.overdue else word
