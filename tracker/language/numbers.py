"""Numbers as people read them: separators of the language, a true minus, the decimals that a value has."""

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale

from tracker.language.spoken import SPOKEN, current_language

MINUS = "\u2212"
MISSING = "\u2013"

Numeric = int | float | Decimal

# A binary number says a decimal of up to so many digits exactly; what was computed bears noise behind fewer.
_SAID, _SURE = 15, 12
_DIGITS_WRITTEN, _COMPUTED_DECIMALS, _COMPUTED_DIGITS = 10, 2, 3
# A number of so many digits is not rounded: it would not fit the precision that decimals are calculated with.
_TOO_LARGE = 15


@lru_cache(maxsize=16)
def separators(language: str) -> dict[int, str]:
    """Return what to put for a comma, a point and a hyphen, read once from Babel because a lookup takes 20 µs."""
    symbols = Locale.parse(language).number_symbols["latn"]
    return str.maketrans({",": SPOKEN[language].thousands, ".": symbols["decimal"], "-": MINUS})


@lru_cache(maxsize=64)
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def exact(value: Numeric | None) -> Decimal | None:
    """Return the value as the decimal it is written as, without binary noise; None for a hole, NaN or an infinity."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return Decimal(value) if isinstance(value, int) else _exact(value)


@lru_cache(maxsize=8192)
def _exact(value: float) -> Decimal | None:
    """Read a binary number; one goal says each of its numbers several times."""
    if not math.isfinite(value):
        return None
    said = f"{value:.{_SAID}g}"
    return Decimal(said if float(said) == value else f"{value:.{_SURE}g}")


def decimals_of(value: Decimal) -> int:
    """Return how many decimals the value is written with (12.10 has two)."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@lru_cache(maxsize=8192)
def written_decimals(value: float | Decimal) -> int:
    """Return the decimals of a value that somebody wrote, 0 of one with so many digits that it was computed."""
    _sign, digits, exponent = (exact(value) or Decimal(0)).normalize().as_tuple()
    return max(0, -exponent) if isinstance(exponent, int) and len(digits) <= _DIGITS_WRITTEN else 0


def telling_decimals(value: Decimal, digits: int) -> int:
    """Return the decimals up to the first so many digits of a value that count (0.00857 has its second at the 4th)."""
    return max(0, digits - 1 - value.adjusted()) if value else 0


def rounded(value: Numeric, decimals: int | None = None) -> Decimal | None:
    """Round half away from zero; without `decimals` a value that was written stays as it is.

    A float drops idle zeros then, and one of more digits than anybody writes was computed: two decimals are kept of
    it, or the first digits that count.
    """
    known = exact(value)
    if known is None:
        return None
    if decimals is None and not isinstance(value, Decimal):
        known = known.normalize()
        if len(known.as_tuple().digits) > _DIGITS_WRITTEN:
            decimals = max(_COMPUTED_DECIMALS, telling_decimals(known, _COMPUTED_DIGITS))
    if decimals is not None and known.adjusted() < _TOO_LARGE:
        known = known.quantize(_step(decimals), ROUND_HALF_UP)
    return known if known else abs(known)


def number(value: Numeric | None, decimals: int | None = None) -> str:
    """Return a number: 2,000 · 12.10 · −3.5 · – where there is none; `decimals` forces their count."""
    result = None if value is None else rounded(value, decimals)
    return MISSING if result is None else written(result)


def signed(value: Numeric | None, decimals: int | None = None) -> str:
    """Return a number with its sign, a plus too: +0.38 · −5 · 0."""
    result = None if value is None else rounded(value, decimals)
    return MISSING if result is None else written(result, sign=True)


def written(value: Decimal, *, sign: bool = False) -> str:
    """Write a decimal with all its digits, `sign` with a plus too."""
    return format(value, "+,f" if sign and value else ",f").translate(separators(current_language()))


def percent_value(fraction: Numeric | None, decimals: int = 0) -> str:
    """Return a fraction as whole percent (0.393 as 39%), finer where rounding would claim a full 100%, or nothing."""
    known = exact(fraction)
    return MISSING if known is None else f"{number(*percent_figure(known, decimals))}%"


def percent_figure(fraction: Decimal, decimals: int) -> tuple[Decimal, int]:
    """Return a fraction in percent and the decimals to write it with: more where it would read as 100 or as 0."""
    percent = (fraction * 100).normalize()
    for end in (Decimal(0), Decimal(100)):
        apart = percent - end
        if apart and rounded(percent, decimals) == end:
            decimals = telling_decimals(apart, 1)
    return percent, decimals


def workbook_form(decimals: int, *, signed: bool = True) -> str:
    """Return a workbook's format of numbers with so many decimals, the language's thousands and a true minus."""
    whole = "#,##0" if SPOKEN[current_language()].thousands else "0"
    digits = whole + ("." + "0" * decimals if decimals else "")
    return f"{digits};{MINUS}{digits};{digits}" if signed else digits
