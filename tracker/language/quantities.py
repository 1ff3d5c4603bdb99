"""Values in readable words, with their unit and comparator: 4 bn yuan, 3.5%, 0.38 points, over 2,000 km²."""

from decimal import Decimal

from tracker.language.catalogue import _
from tracker.language.numbers import MISSING, MOST_DECIMALS, Numeric, decimals_of, exact, number, signed
from tracker.language.spoken import SPOKEN, current_language
from tracker.language.unit_names import unit_word

PERCENT = frozenset({"%", "percent", "per cent", "％"})
COUNTED = frozenset({"", "count", "number"})

_YUAN_IN = {
    "yuan": Decimal(1),
    "元": Decimal(1),
    "万元": Decimal(10_000),
    "million yuan": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
    "billion yuan": Decimal(1_000_000_000),
    "bn yuan": Decimal(1_000_000_000),
}
# The units of money by the power of ten they stand for.
_YUAN = {9: "bn yuan", 8: "100 million yuan", 6: "million yuan", 4: "10,000 yuan", 0: "yuan"}
_LONGEST_READABLE = 10_000


def quantity(
    value: Numeric | None,
    unit: str | None = None,
    *,
    decimals: int | None = None,
    bare: bool = False,
    sign: bool = False,
) -> str:
    """Return a value with its unit; `bare` leaves out a counted thing's name, `sign` writes a plus too."""
    name = (unit or "").strip()
    if value is None or exact(value) is None:
        return MISSING
    if name in _YUAN_IN:
        return _money(value, _YUAN_IN[name], decimals, sign=sign)
    figure = signed(value, decimals) if sign else number(value, decimals)
    if name in PERCENT:
        return f"{figure}%"
    return figure if name in COUNTED or (bare and name.isalpha()) else f"{figure} {unit_word(name)}"


def difference(
    value: Numeric | None,
    unit: str | None = None,
    *,
    decimals: int | None = None,
    bare: bool = False,
    sign: bool = False,
) -> str:
    """Return a difference of two values in the unit: percentages differ in points, not in percent."""
    if (unit or "").strip() not in PERCENT:
        return quantity(value, unit, decimals=decimals, bare=bare, sign=sign)
    if exact(value) is None:
        return MISSING
    return _("{number} points").format(number=signed(value, decimals) if sign else number(value, decimals))


def _money(value: Numeric, yuan_each: Decimal, decimals: int | None, *, sign: bool) -> str:
    yuan = (exact(value) or Decimal(0)) * yuan_each
    scale, name = _readable_scale(yuan)
    # A value shown in the unit it was written in keeps its decimals (12.10 bn yuan).
    figure = value if scale == yuan_each else (yuan / scale).normalize()
    return f"{signed(figure, decimals) if sign else number(figure, decimals)} {name}"


def _readable_scale(yuan: Decimal) -> tuple[Decimal, str]:
    """Return the largest unit of money below the amount, or the next where that alone keeps every digit."""
    reached = [step for step in _scales() if abs(yuan) >= step[0]] or [_scales()[-1]]
    for scale, name in reached:
        figure = (yuan / scale).normalize()
        if decimals_of(figure) <= MOST_DECIMALS and abs(figure) < _LONGEST_READABLE:
            return scale, name
    return reached[0]


def _scales() -> tuple[tuple[Decimal, str], ...]:
    return tuple((Decimal(10) ** power, unit_word(_YUAN[power])) for power in SPOKEN[current_language()].money)


def comparator_words(
    comparator: str | None,
    value: Numeric | None,
    unit: str | None = None,
    *,
    high: Numeric | None = None,
    approximate: bool = False,
    bare: bool = False,
) -> str:
    """Return a goal's comparator or an actual's qualifier with its value, "about" where it is approximate."""
    figure = quantity(value, unit, bare=bare)
    if comparator == "between" and high is not None:
        return _("between {low} and {high}").format(low=figure, high=quantity(high, unit, bare=bare))
    if approximate:
        figure = _("about {value}").format(value=figure)
    return _pattern(comparator, approximate=approximate).format(value=figure)


def bounded(comparator: str | None, figure: str) -> str:
    """Put the word of a comparator or qualifier to a value that is written already."""
    return _pattern(comparator, approximate=False).format(value=figure)


def _pattern(comparator: str | None, *, approximate: bool) -> str:
    match comparator:
        case ">" | "over":
            return _("over {value}")
        case ">=" | "at_least":
            # "About 150" already says that somewhat more or less will do.
            return "{value}" if approximate else _("at least {value}")
        case "<" | "under":
            return _("under {value}")
        case "<=" | "at_most":
            return _("at most {value}")
        case "about":
            return "{value}" if approximate else _("about {value}")
        case _other:
            return "{value}"
