"""What a single value may be: in a unit that fits, within what the unit allows, whole where only whole ones are."""

from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.numerals import FIRST_YEAR, LAST_YEAR
from tracker.domain.quantity.units import PERCENT, convert, convertible, is_known, limits, parse_unit, to_base
from tracker.domain.records import Indicator
from tracker.errors import Problem
from tracker.language import _, unit_word


def check_unit(unit: str | None, indicator: Indicator) -> Iterator[Problem]:
    """Yield a problem where a unit cannot be turned into the indicator's."""
    if unit and not convertible(unit, indicator.unit):
        wrong = _("the unit does not fit the indicator {indicator}").format(indicator=indicator.indicator)
        right = _("{unit}, or a unit of the same dimension").format(unit=unit_word(indicator.unit))
        yield Problem(wrong, unit, right, column="unit")


def check_allowed(value: Decimal | None, unit: str | None, indicator: Indicator, column: str) -> Iterator[Problem]:
    """Yield a problem where a value cannot be true in its unit (no unit means the indicator's), or a doubt.

    An indicator's own bounds stand before what its unit allows; a percentage beyond 0 and 100 is possible.
    """
    unit = unit or indicator.unit
    if value is None or not convertible(unit, indicator.unit):
        return
    low, high = limits(indicator.unit, indicator.accumulates)
    base, seen = to_base(value, unit), f"{canonical(value)} {unit}"
    if (least := indicator.minimum) is not None:
        if convert(value, unit, indicator.unit) < least:
            yield Problem(_("below the least value of the indicator"), seen, _or_more(least), column=column)
    elif base < low:
        yield _beyond(seen, _or_more(low), indicator, column, _("below what the unit allows"))
    if (greatest := indicator.maximum) is not None:
        if convert(value, unit, indicator.unit) > greatest:
            yield Problem(_("above the greatest value of the indicator"), seen, _at_most(greatest), column=column)
    elif base > high:
        yield _beyond(seen, _at_most(high), indicator, column, _("above what the unit allows"))
    yield from check_whole(value, indicator, column)


def _beyond(seen: str, right: str, indicator: Indicator, column: str, wrong: str) -> Problem:
    """Return what is beyond the limits of a unit: impossible, but for percentages doubtful."""
    if parse_unit(indicator.unit).dimension == PERCENT:
        right = _("{limit}, or a remark that says why").format(limit=right)
        return Problem(_("a percentage outside 0–100"), seen, right, column=column, warning=True)
    return Problem(wrong, seen, right, column=column)


def _or_more(limit: Decimal | float) -> str:
    return _("{limit} or more").format(limit=_plain(limit))


def _at_most(limit: Decimal | float) -> str:
    return _("{limit} at most").format(limit=_plain(limit))


def _plain(limit: Decimal | float) -> str:
    return canonical(limit) if isinstance(limit, Decimal) else f"{limit:g}"


def firm_limits(indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
    """Return between what a value of an indicator has to lie, in its unit; None on a side where anything may be."""
    low, high = limits(indicator.unit, indicator.accumulates)
    of_unit = parse_unit(indicator.unit).dimension != PERCENT
    least = Decimal(str(low)) if of_unit and isfinite(low) else None
    greatest = Decimal(str(high)) if of_unit and isfinite(high) else None
    return (
        least if indicator.minimum is None else indicator.minimum,
        greatest if indicator.maximum is None else indicator.maximum,
    )


def check_whole(value: Decimal, indicator: Indicator, column: str) -> Iterator[Problem]:
    """Yield a problem where a part of one is given of what is counted in whole ones."""
    counted = indicator.decimals == 0 and not is_known(indicator.unit)
    if counted and value % 1:
        wrong = _("{indicator} is counted in whole numbers").format(indicator=indicator.name)
        yield Problem(wrong, canonical(value), _("a number without decimals"), column=column)


def check_year(year: int | None, column: str) -> Iterator[Problem]:
    """Yield a problem where a year is out of the range the product keeps."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        right = _("a year from {first} to {last}").format(first=FIRST_YEAR, last=LAST_YEAR)
        yield Problem(_("the year is out of range"), str(year), right, column=column)
