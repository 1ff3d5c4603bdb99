"""What a single value may be: in a unit that fits, within what the unit allows, whole where only whole ones are."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.numerals import FIRST_YEAR, LAST_YEAR
from tracker.domain.quantity.units import PERCENT, convertible, is_known, limits, parse_unit, to_base
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
    """Yield a problem where a value cannot be true in its unit (no unit means the indicator's)."""
    unit = unit or indicator.unit
    if value is None or not convertible(unit, indicator.unit):
        return
    low, high = limits(indicator.unit, indicator.accumulates)
    if not low <= (base := to_base(value, unit)) <= high:
        wrong = _("below what the unit allows") if base < low else _("above what the unit allows")
        right = (
            _("{limit} or more").format(limit=f"{low:g}")
            if base < low
            else _("{limit} at most").format(limit=f"{high:g}")
        )
        if parse_unit(indicator.unit).dimension == PERCENT:
            right = _("{limits}, unless the indicator's unit is percent of GDP").format(limits=right)
        yield Problem(wrong, f"{canonical(value)} {unit}", right, column=column)
    yield from check_whole(value, indicator, column)


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
