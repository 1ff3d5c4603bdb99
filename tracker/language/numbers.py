"""Numbers as people read them: separators by Babel, a true minus, no more decimals than the value has."""

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale

from tracker.language.spoken import current_language

MINUS = "\u2212"
MISSING = "\u2013"
MOST_DECIMALS = 2

Numeric = int | float | Decimal


@lru_cache(maxsize=16)
def separators(language: str) -> dict[int, str]:
    """Return what to put for a comma, a point and a hyphen, read once from Babel because a lookup takes 20 µs."""
    symbols = Locale.parse(language).number_symbols["latn"]
    return str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": MINUS})


@lru_cache(maxsize=32)
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def exact(value: Numeric | None) -> Decimal | None:
    """Return the value as the decimal it is written as; None for a hole, NaN or an infinity."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return Decimal(repr(float(value))) if math.isfinite(value) else None


def decimals_of(value: Decimal) -> int:
    """Return how many decimals the value is written with (12.10 has two)."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Numeric, decimals: int | None = None) -> Decimal | None:
    """Round half away from zero, to at most two decimals unless told; a computed float drops idle zeros."""
    known = exact(value)
    if known is None:
        return None
    places = min(MOST_DECIMALS, decimals_of(known)) if decimals is None else decimals
    result = known.quantize(_step(places), ROUND_HALF_UP) if abs(known) < Decimal("1e20") else known
    if decimals is None and not isinstance(value, Decimal):
        result = result.normalize()
    return result if result else abs(result)


def number(value: Numeric | None, decimals: int | None = None) -> str:
    """Return a number: 2,000 · 12.10 · −3.5 · – where there is none; `decimals` forces their count."""
    result = None if value is None else rounded(value, decimals)
    if result is None:
        return MISSING
    return format(result, ",f").translate(separators(current_language()))


def signed(value: Numeric | None, decimals: int | None = None) -> str:
    """Return a number with its sign, a plus too: +0.38 · −5 · 0."""
    result = None if value is None else rounded(value, decimals)
    if result is None:
        return MISSING
    return format(result, "+,f" if result else ",f").translate(separators(current_language()))


def percent_value(fraction: Numeric | None, decimals: int | None = None) -> str:
    """Return a fraction as whole percent (0.393 as 39%), finer where rounding would claim a full 100%."""
    known = exact(fraction)
    if known is None:
        return MISSING
    percent = (known * 100).normalize()
    if decimals is None and (percent == 100 or rounded(percent, 0) != 100):
        decimals = 0
    return f"{number(percent, decimals)}%"
