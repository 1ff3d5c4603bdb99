"""The numbers that goals ask for and start from, against which a value without a history can be held."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tracker.domain.kinds import Series
from tracker.domain.quantity.units import convert, convertible
from tracker.domain.records import Goal, Indicator


def goal_amounts(goals: Iterable[Goal], indicator: Indicator) -> Iterator[Decimal]:
    """Yield the numbers that goals ask for and start from, where they are values of the indicator, in its unit."""
    for goal in goals:
        kind, unit = goal.kind.traits, goal.unit or indicator.unit
        if not kind.in_unit or kind.relative or kind.series is not Series.AS_REPORTED:
            continue
        if convertible(unit, indicator.unit):
            numbers = (goal.value, goal.value_high, goal.baseline_value)
            yield from (convert(number, unit, indicator.unit) for number in numbers if number is not None)
