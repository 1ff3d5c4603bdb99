"""Units of measure: what dimension a unit is of, exact conversion within one dimension, and what it allows."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import inf

from tracker.domain.vocabulary import Accumulates
from tracker.errors import UnitMismatchError
from tracker.language import _
from tracker.language.scales import split_scale


def power_of_ten(text: str) -> int | None:
    """Return the power of ten a folded text stands for ("" is 0, "100 million" is 8), None where it is no scale."""
    power, rest = split_scale(text)
    return None if rest else power


PERCENT = "percent"
MONEY = "money"
AREA = "area"
YEARS = "years"
RANK = "rank"
RATIO = "ratio of "
_OTHER = "other: "

_PERCENT_WORDS = {"%", "percent", "per cent", "pct", "percentage point", "percentage points"}
_PERCENT_WORDS |= {"percentage", "points", "pp", "百分点", "个百分点"}
_YEAR_WORDS = {"year", "years", "yr", "yrs", "年", "岁"}
_RANK_WORDS = {"rank", "ranks", "ranking", "place", "places", "名", "位"}
_BARE_WORDS: dict[str, tuple[str, Fraction]] = {
    **dict.fromkeys(_PERCENT_WORDS, (PERCENT, Fraction(1))),
    **dict.fromkeys(_YEAR_WORDS, (YEARS, Fraction(1))),
    **dict.fromkeys(_RANK_WORDS, (RANK, Fraction(1))),
}
_YUAN_WORDS = (
    "rmb yuan",
    "yuan rmb",
    "yuan renminbi",
    "renminbi",
    "yuan",
    "rmb",
    "cny",
    "人民币元",
    "元人民币",
    "人民币",
    "元",
)
_SQUARE_METRES: dict[str, Fraction] = {
    **dict.fromkeys(("m2", "m^2", "sq m", "sq. m", "sqm", "平方米", "平米"), Fraction(1)),
    **dict.fromkeys(("square metre", "square metres", "square meter", "square meters"), Fraction(1)),
    **dict.fromkeys(("km2", "km^2", "sq km", "sq. km", "sqkm", "平方公里", "平方千米"), Fraction(10**6)),
    **dict.fromkeys(("square kilometre", "square kilometres"), Fraction(10**6)),
    **dict.fromkeys(("square kilometer", "square kilometers"), Fraction(10**6)),
    **dict.fromkeys(("ha", "hectare", "hectares", "公顷"), Fraction(10**4)),
    **dict.fromkeys(("mu", "亩"), Fraction(10**4, 15)),
}
#: The words of areas, the longest first, which texts are searched for.
AREA_WORDS = tuple(sorted(_SQUARE_METRES, key=len, reverse=True))
# Longest first, so that "rmb yuan" is not read as "rmb" and a scale called "yuan".
_SCALED_WORDS: tuple[tuple[str, str, Fraction], ...] = tuple(
    sorted(
        [(word, MONEY, Fraction(1)) for word in _YUAN_WORDS]
        + [(word, AREA, factor) for word, factor in _SQUARE_METRES.items()],
        key=lambda entry: -len(entry[0]),
    )
)
_PER_PEOPLE = re.compile(
    r"(?P<what>.*?)\s*\bper\s+(?P<people>\d[\d,]{0,14})\s*"
    r"(?:people|persons?|inhabitants|residents|population|workers|employees|children|women)"
)
_SYMBOL = re.compile(r"(?:[kmgtpe]?(?:w|wh|j|t|g|toe|tce)|°c|\S+/\S+|yuan per \D+)")
_OTHER_MONEY = re.compile(
    r"[$€£]|(?<![a-z])(?:usd|eur|gbp|jpy|hkd|krw|chf|dollars?|euros?|pounds? sterling)(?![a-z])"
    r"|美元|美金|欧元|港元|港币|日元|英镑|韩元|卢布|新台币|澳门元"
)
_OF_OUTPUT = re.compile(r"\bof (?:gdp|gni|gnp|grp)\b")
_PRECISION = Context(prec=100)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, the dimension it is of, and how many of the dimension's base unit make one of it."""

    text: str
    dimension: str
    factor: Fraction


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """Understand a unit; a text the program does not know is a dimension of its own with factor 1."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    for found in _readings(folded):
        return Unit(text, *found)
    return Unit(text, _OTHER + folded, Fraction(1))


def is_known(text: str) -> bool:
    """Return whether the program knows a unit, so that it can be converted and may stand beside a number."""
    return not parse_unit(text).dimension.startswith(_OTHER)


def is_other_money(text: str) -> bool:
    """Return whether a unit is money of another country, which is converted into nothing."""
    return _OTHER_MONEY.search(unicodedata.normalize("NFKC", text).casefold()) is not None


@lru_cache(maxsize=4096)
def is_measure(text: str) -> bool:
    """Return whether an unknown unit changes what its number says: GW, yuan per person, counting by the million."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if is_known(text):
        return False
    power, rest = split_scale(folded)
    return bool(power and rest) or _SYMBOL.fullmatch(folded) is not None


@lru_cache(maxsize=4096)
def spoken_unit(unit: str) -> str:
    """Leave out what a reader sees from the indicator's name, single counted things; percentages of all kinds are %."""
    dimension = parse_unit(unit).dimension
    if dimension == PERCENT:
        return "%"
    return unit if dimension in (MONEY, AREA) or is_measure(unit) else ""


def _readings(folded: str) -> Iterator[tuple[str, Fraction]]:
    """Yield what a folded unit text can mean, the surest first."""
    if folded in _BARE_WORDS:
        yield _BARE_WORDS[folded]
    if folded.startswith(("%", "percent of ", "per cent of ")):
        yield PERCENT, Fraction(1)
    if match := _PER_PEOPLE.fullmatch(folded):
        people = int(match["people"].replace(",", ""))
        if people:
            yield f"{RATIO}{match['what'] or 'cases'}", Fraction(1, people)
    for word, dimension, factor in _SCALED_WORDS:
        power = _power_beside(folded, word)
        if power is not None:
            yield dimension, factor * 10**power


def _power_beside(folded: str, word: str) -> int | None:
    """Return the power of ten that stands before or after a unit word ("million yuan", "rmb million", 亿元)."""
    if folded.endswith(word):
        return power_of_ten(folded.removesuffix(word))
    if folded.startswith(word):
        return power_of_ten(folded.removeprefix(word))
    return None


def is_share(unit: str) -> bool:
    """Return whether values of a unit are shares, which add up only by their numerators and denominators."""
    dimension = parse_unit(unit).dimension
    return dimension == PERCENT or dimension.startswith(RATIO)


def convertible(a: str, b: str) -> bool:
    """Return whether two units are of one dimension."""
    return parse_unit(a).dimension == parse_unit(b).dimension


def _ratio(source: str, target: str) -> Fraction:
    """Return how many of the target unit make one of the source unit; UnitMismatchError across dimensions."""
    if not convertible(source, target):
        message = _("{source} cannot be turned into {target}: they measure different things")
        raise UnitMismatchError(message.format(source=source, target=target))
    return parse_unit(source).factor / parse_unit(target).factor


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """Convert a finite value exactly, keeping the digits as entered; UnitMismatchError across dimensions.

    Only where no finite decimal exists (10 亩 are two thirds of a hectare) is it rounded, to 100 significant digits.
    """
    return scale(value, _ratio(source, target))


def scale(value: Decimal, factor: Fraction) -> Decimal:
    """Multiply a finite value by a factor; powers of ten only move the point and keep the digits as entered."""
    power = len(str(max(factor.numerator, factor.denominator))) - 1
    if factor == 10**power:
        return value.scaleb(power, _PRECISION)
    if factor == Fraction(1, 10**power):
        return value.scaleb(-power, _PRECISION)
    product = _PRECISION.multiply(value, Decimal(factor.numerator))
    return _PRECISION.divide(product, Decimal(factor.denominator))


def factor_between(source: str, target: str) -> float:
    """Return the float nearest to what a source value is multiplied by; UnitMismatchError across dimensions."""
    return float(_ratio(source, target))


def to_base(value: Decimal, unit: str) -> float:
    """Return the float nearest to the exact value in the base unit of its dimension (yuan, m², %)."""
    return float(Fraction(value) * parse_unit(unit).factor)


def limits(unit: str, accumulates: Accumulates) -> tuple[float, float]:
    """Return the least and greatest possible actual in base units; yearly changes and unknown units are unlimited.

    So are ratios per N people and years (a natural growth can be below 0), and percentages of GDP (a balance, a debt).
    """
    if accumulates is Accumulates.ANNUAL_CHANGE or _OF_OUTPUT.search(unit.casefold()):
        return -inf, inf
    if accumulates is Accumulates.RANK:
        return 1.0, inf
    return _limits_of_dimension(parse_unit(unit).dimension, accumulates)


def _limits_of_dimension(dimension: str, accumulates: Accumulates) -> tuple[float, float]:
    """Return the limits of a level or a flow."""
    if dimension in (MONEY, AREA):
        return 0.0, inf
    if accumulates is not Accumulates.LEVEL:
        return -inf, inf
    if dimension == PERCENT:
        return 0.0, 100.0
    return (1.0, inf) if dimension == RANK else (-inf, inf)
