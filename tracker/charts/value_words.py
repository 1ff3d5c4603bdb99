"""Values and goals as a chart writes them: over 2,000 · 3% · about +150 · top 20 · 4 bn yuan."""

from decimal import Decimal

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.goal_numbers import style_of
from tracker.domain.explaining.standing_words import marks, standing
from tracker.domain.explaining.step_words import as_printed, equals
from tracker.domain.explaining.target_wording import readers_unit
from tracker.domain.kinds import Series
from tracker.domain.quantity.number_style import NumberStyle
from tracker.domain.quantity.units import MONEY, parse_unit, spoken_unit
from tracker.domain.records import Goal, Indicator, Zone
from tracker.domain.statuses import Status
from tracker.domain.vocabulary import ASKS_LESS, ASKS_MORE, ONE_NUMBER, Better, Comparator, Qualifier
from tracker.language import (
    _,
    bounded,
    comparator_words,
    current_language,
    difference,
    fallen,
    number,
    quantity,
    risen,
    scaled_unit,
)


def display_name(record: Indicator | Zone) -> str:
    """Return the name in the language being spoken, where the record has one."""
    return (record.name_zh if current_language().startswith("zh") else None) or record.name


def shown_unit(report: GoalReport) -> str:
    """Return the unit of a goal's values on the chart: differences of percentages are points, not percent."""
    if report.goal.traits.relative and report.unit == "%" and not report.own_points:
        return ""
    return readers_unit(report.unit, report.indicator)


def told_in_steps(unit: str, most: float = 0.0) -> bool:
    """Whether values are written in units that change with their size, as money is: 4 bn yuan, 65.64 million."""
    return _shown(unit) not in ("", "%") or quantity(most, bare=True) != number(most)


def value_words(value: float | Decimal | None, unit: str, decimals: int | None = None) -> str:
    """Return a value as it stands beside its mark; other units than percent and money stay in the subtitle.

    Decimals are given for computed values only.
    """
    return quantity(value, _shown(unit), decimals=decimals, bare=True)


def goal_value(value: float | Decimal | None, report: GoalReport) -> str:
    """Return a value of a goal as it stands beside its mark, written with the decimals of all its numbers."""
    style = style_of(report)
    return value_words(style.printed(value), shown_unit(report), style.places(value))


def _shown(unit: str) -> str:
    """Return what of a unit stands beside every value: percent, money, and a power of ten."""
    told = spoken_unit(unit)
    return told if told == "%" or is_money(told) or scaled_unit(told).power else ""


def is_money(unit: str) -> bool:
    """Whether values in the unit are amounts of money."""
    return parse_unit(unit).dimension == MONEY


def point_words(point: Point, report: GoalReport) -> str:
    """Return a year's value as it is known: 786 · over 100 · between 10 and 12 · about 30.25 · −3.2%."""
    if point.low is None or point.high is None:
        bound = point.low if point.high is None else point.high
        over = Qualifier.OVER if point.high is None else Qualifier.UNDER
        qualifier = over if point.qualifier in ONE_NUMBER else point.qualifier
        return bounded(qualifier.value, _reported(bound, point, report))
    low, high = (_reported(value, point, report) for value in (point.low, point.high))
    if not point.exact:
        return _("{low} to {high}").format(low=low, high=high)
    return _("about {value}").format(value=low) if point.qualifier is Qualifier.ABOUT else low


def point_told(point: Point, report: GoalReport) -> str:
    """Return a year's value as a sentence has it: of a change, a rise or a fall."""
    if not point.exact or not point.low:
        return point_words(point, report)
    return change_told(point.low, report) if report.goal.traits.percentage else point_words(point, report)


def change_told(value: float, report: GoalReport) -> str:
    """Return a value as a sentence has it: of a change, a rise or a fall."""
    if not report.goal.traits.percentage or not value:
        return goal_value(value, report)
    return risen(goal_value(value, report)) if value > 0 else fallen(goal_value(-value, report))


def _reported(value: float | None, point: Point, report: GoalReport) -> str:
    """Return a value that was reported with all its digits, a percentage of them as the goal's other values."""
    as_it_is = not (point.derived or report.goal.traits.percentage)
    return goal_value(style_of(report).known(value) if as_it_is else value, report)


def goal_words(report: GoalReport) -> str:
    """Return what the goal wants, in the words of its comparator and kind."""
    if not report.goal.traits.measured:
        return _("milestone")
    return wanted(report)


def target_words(report: GoalReport) -> str:
    """Return the target with its unit, for words that stand apart from the subtitle: 2 km²."""
    style = style_of(report)
    return quantity(style.printed(report.verdict.target), report.unit, decimals=style.places(report.verdict.target))


def wanted(report: GoalReport) -> str:
    """Return a target with its comparator; a goal at least as high as a plain number is that number."""
    goal, target = report.goal, report.verdict.target
    if report.own_points or goal.traits.direction:
        return report.asked
    if goal.traits.two_ends and goal.value is not None and goal.value_high is not None:
        low, high = goal_value(goal.value, report), goal_value(goal.value_high, report)
        return _("{low} to {high}").format(low=low, high=high)
    if target is None:
        return _("{factor} × the start level").format(factor=number(goal.value)) if goal.value else _("no target value")
    if goal.traits.place:
        return _("top {place}").format(place=number(target, 0))
    figure = goal_value(target, report)
    if goal.traits.percentage and target < 0:
        return _fall_wanted(report)
    if goal.traits.signed and target > 0:
        figure = _("+{figure}").format(figure=figure)
    if goal.traits.relative:
        figure = _("{value} or more").format(value=figure)
    if goal.approximate:
        figure = _("about {value}").format(value=figure)
    figure = _compared(goal).format(value=figure)
    if goal.traits.series is Series.ADDED and target > 0:
        return _("{added}").format(added=figure)
    figure = risen(figure) if goal.traits.percentage and target else figure
    return _("{value} a year").format(value=figure) if goal.traits.series is Series.MEAN_GROWTH else figure


def _fall_wanted(report: GoalReport) -> str:
    """Return by how much something is to fall, over the plan or a year."""
    goal, unit = report.goal, shown_unit(report)
    comparator = None if goal.comparator is Comparator.AT_LEAST else goal.comparator
    said = comparator_words(comparator, goal.value, unit, approximate=goal.approximate, change=True)
    return _("{value} a year").format(value=said) if goal.traits.series is Series.MEAN_GROWTH else said


def _compared(goal: Goal) -> str:
    match goal.comparator:
        case Comparator.MORE_THAN:
            return _("over {value}")
        case Comparator.LESS_THAN:
            return _("under {value}")
        case Comparator.AT_MOST if not goal.approximate:
            return _("at most {value}")
        case _other:
            return "{value}"


def wants_more(report: GoalReport) -> bool:
    """Return whether the goal is satisfied above its threshold rather than below it."""
    if report.goal.traits.place or report.goal.comparator in ASKS_LESS:
        return False
    asked = report.goal.comparator in ASKS_MORE
    return asked or report.indicator.better is not Better.DOWN


def needs_words(report: GoalReport) -> str:
    """Return what the goal asks from its start: a multiple with its yearly growth, or a change a year."""
    verdict, target = report.verdict, report.verdict.target
    start, year, due = verdict.baseline_value, verdict.baseline_year, report.goal.due
    if target is None or start is None or year is None or due is None or due <= year:
        return ""
    if not report.goal.traits.of_amount:
        return ""
    if start > 0 and target / start >= 1.5:
        factor = number(target / start, 1).removesuffix(".0")
        growth = ((target / start) ** (1 / (due - year)) - 1) * 100
        return _("{equals} {factor} × the {year} level (+{growth}% a year)").format(
            equals="=" if float(factor) * start == target else "≈", factor=factor, year=year, growth=number(growth, 0)
        )
    style, pace = style_of(report), (target - start) / (due - year)
    if not style.printed_pace(pace):
        return ""
    said = difference(
        style.printed_pace(pace), spoken_unit(report.unit), decimals=style.pace_places(pace), sign=True, bare=True
    )
    return _("{equals} {pace} a year from {year}").format(equals=_equals(style, report, pace), pace=said, year=year)


def _equals(style: NumberStyle, report: GoalReport, pace: float) -> str:
    """Return the sign before a yearly change: "=" where it leads from the printed start to the printed target."""
    verdict, years = report.verdict, (report.goal.due or 0) - (report.verdict.baseline_year or 0)
    numbers = as_printed(*map(style.printed, (verdict.target, verdict.baseline_value)))
    return equals((numbers[0] - numbers[1]) / years if numbers else None, style.printed_pace(pace))


def status_words(report: GoalReport) -> str:
    """Return the status, or that a start value alone is known, with what makes it special."""
    verdict = report.verdict
    start_alone = verdict.status is Status.NO_ACTUAL_YET and verdict.start_only
    due = report.goal.due
    return " · ".join((_("Start value only"), *marks(verdict, due)) if start_alone else standing(verdict, due))
