"""How the numbers of one goal are written, worked out in one place for all that shows them."""

from collections.abc import Iterable
from decimal import Decimal

from tracker.domain.assessment.series_columns import HAIR
from tracker.domain.assessment.verdicts import GoalReport, Verdict
from tracker.domain.explaining.target_wording import counting_unit, measured_unit, readers_unit
from tracker.domain.kinds import Series
from tracker.domain.quantity.number_style import NOISE, NumberStyle, decimals_apart
from tracker.domain.records import Actual, Goal, Indicator
from tracker.domain.vocabulary import Qualifier
from tracker.language import decimals_of, exact, telling_decimals, written_decimals

# A percentage that is worked out of levels has two decimals; without the indicator's, three digits count in a value.
_OF_PERCENTAGES, _USUAL_DIGITS, _USUAL_MOST = 2, 3, 2
# What is worked out of a bound has so many digits that the hair it lies beside its number does not touch.
_SURE = 7
_ALL_GONE = -100


def number_style(goal: Goal, indicator: Indicator, verdict: Verdict, actuals: Iterable[Actual] = ()) -> NumberStyle:
    """Return how the measured series is written: start, latest, target, path and gaps of a goal never look alike.

    The actuals, where they are at hand, are written with the zeros that they were entered with.
    """
    unit, traits = measured_unit(goal, indicator), goal.traits
    stated = [] if traits.factor else [value for value in (goal.value, goal.value_high) if value is not None]
    reported = [verdict.start, *measured_ends(goal, verdict), verdict.target]
    known = [value for value in (*reported, verdict.path_value) if value is not None]
    differences = [value for value in (verdict.gap, verdict.gap_to_path) if value is not None]
    own, entered = _own_decimals(goal, indicator, unit), _entered(goal)
    worked_out = traits.percentage or traits.mean_of_plan
    told = [] if worked_out else [written_decimals(value) for value in reported if value is not None]
    base = max([own or 0, *map(decimals_of, (*entered, *stated)), *told, _usual(goal, verdict.target, own)])
    size = max(map(abs, (*known, *differences)), default=0.0)
    return NumberStyle(
        readers_unit(unit, indicator),
        decimals_apart(known, [value for value in differences if abs(value) > NOISE * size], base),
        least=min([own or 0, *map(decimals_of, stated)]),
        entered={float(value): value for value in (*_reported(goal, unit, actuals), *entered, *stated)},
        size=size,
    )


def measured_ends(goal: Goal, verdict: Verdict) -> tuple[float | None, float | None]:
    """Return both ends of the measured value as they were reported, without the hair that judging moves open ends.

    That nothing can fall by more than all of it is no end that anybody reported.
    """
    low, high = verdict.measured, verdict.measured_high
    if low is not None and low != high and goal.traits.percentage and low <= _ALL_GONE:
        low = None
    if verdict.qualifier not in (Qualifier.OVER, Qualifier.UNDER):
        return low, high
    return _without_hair(goal, verdict, low, +1), _without_hair(goal, verdict, high, -1)


def _without_hair(goal: Goal, verdict: Verdict, end: float | None, side: int) -> float | None:
    """Return an open end as it was reported; the hair lies beside the level that was."""
    if end is None or goal.traits.of_level:
        return None if end is None else end / (1 + side * HAIR)
    base = verdict.baseline_value
    if goal.traits.series is Series.ADDED and base is not None:
        return (end + base) / (1 + side * HAIR) - base
    return float(f"{end:.{_SURE}g}")


def level_style(goal: Goal, indicator: Indicator, verdict: Verdict, actuals: Iterable[Actual] = ()) -> NumberStyle:
    """Return how levels are written where the measured series is worked out of them: the baseline, and what follows."""
    unit, base = counting_unit(goal, indicator), goal.baseline_value
    entered = {float(value): value for value in _in_unit(unit, actuals)} | ({} if base is None else {float(base): base})
    known = [value for value in (base, verdict.baseline_value, verdict.latest_value) if value is not None]
    own = indicator.decimals if unit == indicator.unit else None
    decimals = max([own or 0, *map(written_decimals, known)])
    least = min(own or 0, decimals_of(base)) if base is not None else 0
    return NumberStyle(readers_unit(unit, indicator), decimals, least, entered)


def series_style(indicator: Indicator, values: Iterable[float | Decimal | None]) -> NumberStyle:
    """Return how values of an indicator are written that belong to no goal."""
    own = _USUAL_MOST if indicator.decimals is None else indicator.decimals
    return NumberStyle(
        readers_unit(indicator.unit, indicator),
        max([own, *(written_decimals(value) for value in values if value is not None)]),
    )


def style_of(report: GoalReport) -> NumberStyle:
    """Return how the measured series of a goal is written."""
    return number_style(report.goal, report.indicator, report.verdict, report.actuals)


def _own_decimals(goal: Goal, indicator: Indicator, unit: str) -> int | None:
    """Return the decimals of the indicator, where the measured series is in its unit."""
    return indicator.decimals if unit == indicator.unit and not goal.traits.percentage else None


def _reported(goal: Goal, unit: str, actuals: Iterable[Actual]) -> list[Decimal]:
    """Return the actuals that the measured series consists of."""
    return _in_unit(unit, actuals) if goal.traits.series is Series.AS_REPORTED else []


def _in_unit(unit: str, actuals: Iterable[Actual]) -> list[Decimal]:
    """Return the values that were reported in a unit."""
    return [actual.value for actual in actuals if actual.value is not None and actual.unit in (None, unit)]


def _entered(goal: Goal) -> list[Decimal]:
    """Return the levels that the plan gives besides its target."""
    if not goal.traits.of_level:
        return []
    interim = () if goal.traits.factor else (value for _year, value in goal.interim)
    return [*interim, *(() if goal.baseline_value is None else (goal.baseline_value,))]


def _usual(goal: Goal, target: float | None, own: int | None) -> int:
    """Return the decimals of a series of which the indicator says nothing."""
    if goal.traits.percentage or goal.traits.mean_of_plan:
        return _OF_PERCENTAGES
    known = exact(target)
    return 0 if own is not None or not known else min(_USUAL_MOST, telling_decimals(known, _USUAL_DIGITS))
