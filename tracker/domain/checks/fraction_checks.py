"""What is wrong with the numerator and denominator of a value, and whether the value is what they give."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.units import PERCENT, RATIO, parse_unit
from tracker.domain.records import Actual, Indicator
from tracker.domain.vocabulary import Accumulates, Qualifier
from tracker.errors import Problem
from tracker.language import _, decimals_of

_PERCENT = 100


def check_fraction(actual: Actual, indicator: Indicator) -> Iterator[Problem]:
    """Yield what is wrong with a fraction, and a doubt where the value is another; the caller fills in the line."""
    above, below = actual.numerator, actual.denominator
    if above is None or below is None:
        if above is not below:
            column = "denominator" if below is None else "numerator"
            yield Problem(_("a fraction has two parts"), right=_("numerator and denominator"), column=column)
        return
    if not below:
        yield Problem(_("nothing is a share of 0"), canonical(below), _("another number"), column="denominator")
        return
    if actual.value is None or actual.qualifier is not Qualifier.EXACT:
        return
    factor = _factor(actual.unit or indicator.unit)
    if factor is None or indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        return
    least, greatest = _between(above, below, factor)
    half = _half_a_digit(actual.value)
    if not least - half <= Fraction(actual.value) <= greatest + half:
        share = round(Decimal(above) / below * Decimal(factor.numerator) / factor.denominator, 4).normalize()
        wrong = _("not what numerator and denominator give")
        right = _("{value}, or another numerator or denominator").format(value=canonical(share))
        yield Problem(wrong, canonical(actual.value), right, column="value", warning=True)


def _factor(unit: str) -> Fraction | None:
    """Return by what a fraction is multiplied to be in a unit, None where the unit is of no fraction."""
    known = parse_unit(unit)
    if known.dimension == PERCENT:
        return Fraction(_PERCENT)
    return 1 / known.factor if known.dimension.startswith(RATIO) else None


def _between(above: Decimal, below: Decimal, factor: Fraction) -> tuple[Fraction, Fraction]:
    """Return between what the share lies, for both parts may have been rounded."""
    ends = [factor * one / other for one in _ends(above) for other in _ends(below) if other]
    return min(ends), max(ends)


def _ends(part: Decimal) -> tuple[Fraction, Fraction]:
    """Return between what a part lies: one with decimals may have been rounded, whole numbers are taken as counted."""
    half = _half_a_digit(part) if decimals_of(part) else Fraction(0)
    return Fraction(part) - half, Fraction(part) + half


def _half_a_digit(value: Decimal) -> Fraction:
    """Return how far a number may have been rounded."""
    return Fraction(1, 2 * 10 ** decimals_of(value))
