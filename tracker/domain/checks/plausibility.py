"""What makes a possible value unlikely: its own history in the zone, or the other parts of a whole."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from statistics import median

from tracker.domain.quantity.digits import canonical
from tracker.domain.records import Indicator
from tracker.domain.vocabulary import Accumulates
from tracker.errors import Problem
from tracker.language import _, decimals_of

_HALF = Decimal("0.5")
_DEVIATIONS = 3
# Fewer changes than this say nothing about what is usual.
_FEWEST_CHANGES = 4
_SLIPS = tuple(Decimal(10) ** power for power in (9, -9, 8, -8, 6, -6, 5, -5, 4, -4, 3, -3, 2, -2, 1, -1))
_NEAR = Decimal("1.5")


def unlikely(
    value: Decimal, history: Mapping[int, Decimal], year: int, indicator: Indicator, *, this_year: int | None = None
) -> tuple[Problem, ...]:
    """Warn of a value that its own history, in the same unit, makes unlikely; `this_year` finds years to come."""
    earlier = {past: history[past] for past in sorted(history) if past < year}
    warnings = list(_future(year, this_year))
    if earlier:
        last_year, last = list(earlier.items())[-1]
        warnings += tuple(sudden(value, last, last_year, indicator)) or _unusual(value, earlier, year, indicator)
        warnings += _repeated(value, last, last_year, indicator)
        warnings += _coarser(value, last, last_year, indicator)
    return tuple(warnings)


def sudden(value: Decimal, last: Decimal, last_year: int, indicator: Indicator) -> Iterator[Problem]:
    """Warn of a factor near a power of ten from last time, or of a change by more than half."""
    if _changes_sign(indicator):
        return
    slipped = list(_slip(value, last, last_year))
    yield from slipped
    if not slipped and last and abs(value - last) > abs(last) * _HALF:
        wrong = _("more than half above or below the value of {year}").format(year=last_year)
        yield _warning(wrong, value, _("near {value}, or a comment").format(value=canonical(last)))


def _changes_sign(indicator: Indicator) -> bool:
    """Return whether values are yearly changes, whose factor from one year to the next means nothing."""
    return indicator.accumulates is Accumulates.ANNUAL_CHANGE


def _warning(wrong: str, value: Decimal, right: str) -> Problem:
    return Problem(wrong, canonical(value), right, column="value", warning=True)


def _future(year: int, this_year: int | None) -> Iterator[Problem]:
    if this_year is not None and year > this_year:
        right = _("{year} or earlier").format(year=this_year)
        yield Problem(_("the year is still to come"), str(year), right, column="year", warning=True)


def slips(value: Decimal, last: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield the powers of ten by which a value is off last time's, each with the value that was probably meant."""
    if not last or not value:
        return
    for slip in _SLIPS:
        if 1 / _NEAR <= value / last / slip <= _NEAR:
            # Shifting the point leaves noughts that nobody typed (100 to 10.0).
            yield slip, value.scaleb(-slip.adjusted()).normalize()


def _slip(value: Decimal, last: Decimal, last_year: int) -> Iterator[Problem]:
    """Warn of a factor near a power of ten from last time, and offer the value that was probably meant."""
    for slip, meant in slips(value, last):
        wrong = _("about {factor} times the value of {year}").format(factor=canonical(slip), year=last_year)
        yield _warning(wrong, value, _("{value}, if the unit slipped").format(value=canonical(meant)))


def _unusual(value: Decimal, earlier: Mapping[int, Decimal], year: int, indicator: Indicator) -> Iterator[Problem]:
    """Warn of a change that is further from the usual one than three median absolute deviations."""
    if _is_unusual(value, earlier, year, indicator):
        last_year, last = list(earlier.items())[-1]
        wrong = _("an unusual change since {year}: beyond three median absolute deviations").format(year=last_year)
        yield _warning(wrong, value, _("near {value}, or a comment").format(value=canonical(last)))


def _is_unusual(value: Decimal, earlier: Mapping[int, Decimal], year: int, indicator: Indicator) -> bool:
    """Compare this change with the earlier ones; of yearly changes, the values themselves are compared."""
    if _changes_sign(indicator):
        *usual, newest = [*earlier.values(), value]
    else:
        *usual, newest = yearly_changes({**earlier, year: value})
    if len(usual) < _FEWEST_CHANGES:
        return False
    middle = median(usual)
    deviation = median(abs(change - middle) for change in usual)
    return bool(deviation) and abs(newest - middle) > _DEVIATIONS * deviation


def yearly_changes(values: Mapping[int, Decimal]) -> list[Decimal]:
    """Return the change per year between neighbouring years in ascending order; over n years, n equal ones."""
    return [(after - before) / (later - sooner) for (sooner, before), (later, after) in pairwise(values.items())]


def _repeated(value: Decimal, last: Decimal, last_year: int, indicator: Indicator) -> Iterator[Problem]:
    """Warn of a value copied from last time; a place in a ranking may well stay the same."""
    if canonical(value) == canonical(last) and indicator.accumulates is not Accumulates.RANK:
        wrong = _("the same as {year} to the last digit").format(year=last_year)
        yield _warning(wrong, value, _("the new value, or a comment"))


def _coarser(value: Decimal, last: Decimal, last_year: int, indicator: Indicator) -> Iterator[Problem]:
    """Warn of decimals that were given last time and are missing now."""
    expected = decimals_of(last) if indicator.decimals is None else min(decimals_of(last), indicator.decimals)
    if decimals_of(value) < expected:
        wrong = _("fewer decimals than {year}").format(year=last_year)
        yield _warning(wrong, value, _("{count} decimals").format(count=expected))


def parts_against_whole(whole: Decimal, parts: Mapping[str, Decimal]) -> tuple[Problem, ...]:
    """Warn where amounts of all parts, by name and in one unit, are above or below their whole beyond rounding."""
    total = sum(parts.values(), Decimal(0))
    rounding = sum((_half_a_digit(part) for part in (whole, *parts.values())), Decimal(0))
    if not parts or abs(total - whole) <= rounding:
        return ()
    wrong = (
        _("the parts add up to more than their whole") if total > whole else _("the parts do not add up to their whole")
    )
    seen = " + ".join(canonical(part) for part in parts.values()) + f" = {canonical(total)}"
    return (Problem(wrong, seen, canonical(whole), column="value", warning=True),)


def _half_a_digit(value: Decimal) -> Decimal:
    """Return how far rounding may have moved a number with decimals; whole numbers are taken as counted."""
    decimals = decimals_of(value)
    return Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0)
