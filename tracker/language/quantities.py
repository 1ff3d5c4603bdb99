"""Values in readable words, with unit and comparator: 4 bn yuan, 65.64 million persons, 0.38 points, over 2 km²."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tracker.language.catalogue import _
from tracker.language.numbers import MISSING, Numeric, decimals_of, exact, number, rounded, signed, written
from tracker.language.scales import scaled_unit
from tracker.language.spoken import SPOKEN, current_language
from tracker.language.unit_names import unit_word

PERCENT = frozenset({"%", "percent", "per cent", "％"})
COUNTED = frozenset({"", "count", "number"})

_MONEY = frozenset({"yuan", "元"})
_LONGEST_READABLE = 10_000
_FEW_DECIMALS = 2


class _Told(NamedTuple):
    """How values in a unit are told: the power of ten that the unit has itself, the steps there are, its thing.

    `bare` is the thing where a counted thing's name is left out.
    """

    power: int
    steps: tuple[tuple[int, str], ...]
    thing: str
    bare: str
    gap: str


@lru_cache(maxsize=4096)
def _told(name: str, language: str) -> _Told:
    """Work out once how a unit's values are told in a language."""
    spoken = SPOKEN[language]
    unit = scaled_unit(name)
    in_steps = spoken.scales_all or unit.power > 0 or unit.thing in _MONEY
    thing = unit_word(unit.thing)
    bare = "" if unit.thing.isalpha() and unit.thing not in _MONEY else thing
    gap = "" if thing.startswith("%") else spoken.gap
    return _Told(unit.power, spoken.steps if in_steps else ((0, ""),), thing, bare, gap)


def quantity(
    value: Numeric | None,
    unit: str | None = None,
    *,
    decimals: int | None = None,
    bare: bool = False,
    sign: bool = False,
) -> str:
    """Return a value with its unit; `bare` leaves out a counted thing's name, `sign` writes a plus too.

    `decimals` are those of the value in its own unit, whatever larger or smaller unit it is told in.
    """
    name = (unit or "").strip()
    if name in PERCENT:
        figure = signed(value, decimals) if sign else number(value, decimals)
        return figure if figure == MISSING else f"{figure}%"
    places = None if decimals is None else max(decimals, sure_decimals(value, name))
    known = None if value is None else rounded(value, places)
    if known is None:
        return MISSING
    told = _told("" if name in COUNTED else name, current_language())
    power, word = _step_for(known, told)
    figure = written(_moved(known, told.power - power, decimals), sign=sign)
    return told.gap.join(part for part in (figure, word, told.bare if bare else told.thing) if part)


def sure_decimals(value: Numeric | None, unit: str) -> int:
    """Return the decimals without which a value would be told in a smaller unit with zeros nobody knows.

    0.367 of 100 million yuan is 36.7 million, and not 40 million.
    """
    told, known = _told(unit, current_language()), exact(value)
    if not told.power or not known:
        return 0
    return max(0, told.power - _reached(known, told)[0][0])


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
    figure = signed(value, decimals) if sign else number(value, decimals)
    text = _("{number} point") if figure.lstrip("+−") == "1" else _("{number} points")
    return text.format(number=figure)


def _step_for(value: Decimal, told: _Told) -> tuple[int, str]:
    """Return the largest step below the amount, or the next where that alone keeps every digit within two decimals."""
    if len(told.steps) == 1:
        return told.steps[0]
    reached = _reached(value, told)
    for power, word in reached:
        figure = value.scaleb(told.power - power).normalize()
        if decimals_of(figure) <= _FEW_DECIMALS and abs(figure) < _LONGEST_READABLE:
            return power, word
    return reached[0]


def _reached(value: Decimal, told: _Told) -> list[tuple[int, str]]:
    """List the steps that are not larger than a value, the smallest of all where none is."""
    size = value.adjusted() + told.power
    return [step for step in told.steps if size >= step[0] and value] or [told.steps[-1]]


def _moved(value: Decimal, power: int, decimals: int | None) -> Decimal:
    """Move the point of a value; a value that stays in the unit it was written in keeps its decimals (12.10)."""
    if not power:
        return value
    figure = value.scaleb(power)
    return figure if decimals else figure.normalize()


def comparator_words(
    comparator: str | None,
    value: Numeric | None,
    unit: str | None = None,
    *,
    high: Numeric | None = None,
    approximate: bool = False,
    bare: bool = False,
    change: bool = False,
) -> str:
    """Return a goal's comparator or an actual's qualifier with its value, "about" where it is approximate.

    Of a `change` rises and falls are told as languages do it, by a sign or by a word and their size.
    """
    if change and value is not None and value < 0 and (high is None or high <= 0):
        return _fallen(comparator, -value, None if high is None else -high, unit, approximate=approximate)
    if change and value is not None and value > 0:
        return risen(comparator_words(comparator, value, unit, high=high, approximate=approximate, bare=bare))
    figure = quantity(value, unit, bare=bare)
    if comparator == "between" and high is not None:
        return _("between {low} and {high}").format(low=figure, high=quantity(high, unit, bare=bare))
    if approximate:
        figure = _("about {value}").format(value=figure)
    return _pattern(comparator, approximate=approximate).format(value=figure)


def risen(figure: str) -> str:
    """Tell a rise of a size that is written already: 6.5%."""
    return _("{rise}").format(rise=figure)


def fallen(figure: str) -> str:
    """Tell a fall of a size that is written already: −13.5%."""
    return _("−{fall}").format(fall=figure)


def _fallen(
    comparator: str | None, fall: Numeric, least: Numeric | None, unit: str | None, *, approximate: bool
) -> str:
    """Tell by how much something is to fall, or how it is known to have fallen."""
    if comparator == "between" and least is not None:
        pattern = _("between −{fall} and −{least}")
        return pattern.format(fall=quantity(fall, unit), least=quantity(least, unit))
    figure = quantity(fall, unit)
    if approximate or comparator == "about":
        return _("about −{fall}").format(fall=figure)
    match comparator:
        case ">" | "over":
            return _("over −{fall}").format(fall=figure)
        case ">=" | "at_least":
            return _("at least −{fall}").format(fall=figure)
        case "<" | "under":
            return _("under −{fall}").format(fall=figure)
        case "<=" | "at_most":
            return _("at most −{fall}").format(fall=figure)
    return fallen(figure)


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
