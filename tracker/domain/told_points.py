"""Actuals as the points of a line: in the indicator's unit, with bounds kept and growths chained where they can be."""

from collections.abc import Iterable

from tracker.domain.records import Actual, Indicator
from tracker.domain.units import factor_between
from tracker.domain.verdicts import Point
from tracker.domain.vocabulary import Accumulates, Qualifier

_FROM_BELOW, _FROM_ABOVE = (Qualifier.OVER, Qualifier.AT_LEAST), (Qualifier.UNDER, Qualifier.AT_MOST)


def told_points(actuals: Iterable[Actual], indicator: Indicator) -> tuple[Point, ...]:
    """List the dated values of one zone by year; a growth without a level before it is no point."""
    points: dict[int, Point] = {}
    for actual in sorted((each for each in actuals if each.year is not None), key=lambda each: each.year or 0):
        point = _point(actual, indicator) or _chained(actual, indicator, points.get((actual.year or 0) - 1))
        if point is not None:
            points[point.year] = point
    return tuple(points.values())


def _point(actual: Actual, indicator: Indicator) -> Point | None:
    """Read a reported value with its bound."""
    if actual.value is None or actual.year is None:
        return None
    factor = factor_between(actual.unit or indicator.unit, indicator.unit)
    value = float(actual.value) * factor
    high = value if actual.value_high is None else float(actual.value_high) * factor
    return Point(
        year=actual.year,
        low=None if actual.qualifier in _FROM_ABOVE else value,
        high=None if actual.qualifier in _FROM_BELOW else high,
        qualifier=actual.qualifier,
        certainty=actual.status,
    )


def _chained(actual: Actual, indicator: Indicator, before: Point | None) -> Point | None:
    """Chain a growth onto the level of the year before."""
    chainable = indicator.accumulates is not Accumulates.ANNUAL_CHANGE and before is not None and before.exact
    if actual.growth is None or actual.year is None or not chainable or before is None or before.low is None:
        return None
    value = before.low * (1 + float(actual.growth) / 100)
    return Point(year=actual.year, low=value, high=value, certainty=actual.status, derived=True)
