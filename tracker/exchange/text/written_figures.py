"""Figures in a text: digits with the words before them, their scale and unit, and numbers written as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tracker.domain.quantity.numerals import Numeral, parse_number
from tracker.domain.quantity.units import AREA_WORDS, is_known
from tracker.domain.vocabulary import Qualifier
from tracker.errors import RefusedInputError
from tracker.exchange.text.statement import Span

_BEFORE = (
    r"about|around|approximately|roughly|some|nearly|almost|close to|over|more than|above|exceeding|at least"
    r"|no less than|not less than|no fewer than|at most|no more than|not more than|up to|under|below|less than"
    r"|fewer than|within|top|reach or exceed|not exceed(?:ing)?|exceeds?"
)
_BEFORE_ZH = (
    "大约|约为|约|近|超过|超|突破|不低于|不少于|不小于|至少|不超过|不高于|低于|少于|不到|不足|大于|高于|≥|≤|>|<|~|≈|前"
)
_MONEY = r"yuan|rmb|renminbi|us dollars|dollars|euros|元人民币|美元|欧元|港元|元"
_MEASURES = (
    rf"{'|'.join(re.escape(word) for word in AREA_WORDS)}|km²|m²"
    r"|kilomet(?:er|re)s?|km"
    r"|tons?|tonnes?|kilowatt-hours?|kilowatts?|megawatts?|gigawatts?|kwh|[gm]w|pieces|percentage points?"
    r"|times|fold|cases"
)
_MEASURES_ZH = (
    "吨标准煤|吨|千瓦时|千瓦|立方米|公里|微克/立方米|标准箱|人次|人年|家|个|项|件|名|人|户|所|座|条|台|辆|艘|位|岁|天"
    "|小时|倍|张|套|处|例|起|次|场|种|株|头|支|部|米"
)
_SCALE = r"hundred|thousand|million|billion|trillion|bn|mn|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克])|百"
_FIGURE = re.compile(
    rf"(?:(?P<before>\b(?:{_BEFORE})\s+|(?:{_BEFORE_ZH})\s?))?"
    r"(?P<currency>(?:\b(?:yuan|rmb|cny)|us\$|[$¥￥€])\s?)?"
    r"(?<![\d.])(?<![a-z]-)(?<!\d[,/])(?P<sign>[+-](?=\d))?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?)(?!\d)"
    rf"(?P<scale>\s?(?:{_SCALE})(?![a-z]))?(?P<more>[多余])?"
    rf"(?P<unit>\s?(?:%|‰|(?:percent|per cent)(?:age points?)?(?![a-z])|个?百分点|(?:{_MONEY}"
    rf"|{_MEASURES})(?![a-z])|{_MEASURES_ZH}))?"
    r"(?P<after>\s?(?:per year|a year|annually|per annum)(?![a-z])"
    r"|及?以上|及?以下|以内|左右|上下|\s(?:or so|or more|or above)\b)?"
)
_PLURAL_SIGNS = {
    "¥": "yuan",
    "￥": "yuan",
    "rmb": "yuan",
    "cny": "yuan",
    "$": "US dollars",
    "us$": "US dollars",
    "€": "euros",
}
_AS_BOUND = {"nearly": "about", "almost": "about", "close to": "about", "within": "at most"} | {
    "exceed": "over",
    "exceeds": "over",
    "reach or exceed": "at least",
    "not exceed": "at most",
    "not exceeding": "at most",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it is, its number, bound, and the unit written with it."""

    span: Span
    value: Decimal
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    rank: bool = False
    signed: bool = False
    word: bool = False
    multiple: bool = False

    @property
    def percent(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"

    @property
    def points(self) -> bool:
        """Whether it is a change in percentage points."""
        return self.unit == "percentage points"


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text in which letters are lowered and what states nothing is blanked."""
    for match in _FIGURE.finditer(text):
        figure = _figure(match)
        if figure is not None:
            yield figure


def _figure(match: re.Match[str]) -> Figure | None:
    """Read one figure, None where the number parser refuses it."""
    before, scale, unit, after = ((match[name] or "").strip() for name in ("before", "scale", "unit", "after"))
    currency = (match["currency"] or "").strip()
    unit = _PLURAL_SIGNS.get(currency, currency) or unit
    before = "over" if match["more"] and not before else _AS_BOUND.get(before, before)
    start = match.start()
    if before == "top" and (scale or unit):
        # "to top 100 billion yuan" is to exceed it; a rank has no unit.
        before, start = "over", match.start("number")
    numeral = _parsed(before, (match["sign"] or "") + match["number"], scale, unit, after)
    if numeral is None:
        return None
    return Figure(
        Span(start, match.end()),
        numeral.value,
        qualifier=numeral.qualifier,
        unit=_unit(scale, unit),
        rank=numeral.rank,
        signed=bool(match["sign"]),
    )


@lru_cache(maxsize=4096)
def _parsed(before: str, number: str, scale: str, unit: str, after: str) -> Numeral | None:
    """Return a figure as the number parser reads it with as much of its unit as it knows."""
    known = f"{scale} {unit}" if scale.isascii() else f"{scale}{unit}"
    beside = known if unit and _kept(scale, unit) else scale
    bound = after if after and not after.startswith(("per ", "a year", "annually")) else ""
    try:
        numeral = parse_number(f"{before} {number} {beside}".strip() + (f" {bound}" if bound.isascii() else bound))
    except RefusedInputError:
        return None
    return numeral if isinstance(numeral, Numeral) else None


def _kept(scale: str, unit: str) -> bool:
    """Return whether the number keeps its scale beside its unit, as in 4 billion yuan; 1.2万家 is written out."""
    return is_known(f"{scale} {unit}" if scale.isascii() else f"{scale}{unit}")


def _unit(scale: str, unit: str) -> str | None:
    """Return the unit as it is kept: % for percentages, the scale where the number was not written out."""
    if not unit:
        return None
    if unit in ("%", "percent", "per cent"):
        return "%"
    if "percentage" in unit or "百分点" in unit or unit.startswith(("percent", "per cent")):
        return "percentage points"
    if not scale or not _kept(scale, unit):
        return unit
    return f"{scale} {unit}" if scale.isascii() else f"{scale}{unit}"


def as_range(low: Figure, high: Figure) -> Figure | None:
    """Return two figures as a range, None where they are none."""
    if (
        low.multiple
        or high.multiple
        or low.unit not in (None, high.unit)
        or high.qualifier is not Qualifier.EXACT
        or high.value <= low.value
    ):
        return None
    joined = replace(high, span=Span(low.span.start, high.span.end), value=low.value, high=high.value)
    return replace(joined, qualifier=Qualifier.BETWEEN)


_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
_ENGLISH = dict(
    zip(
        _WORDS.split("|"),
        (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50),
        strict=True,
    )
)
_DIGITS = {sign: place for place, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_WORD = re.compile(
    rf"\b(?P<before>about |over |more than |at least |nearly )?(?P<word>{'|'.join(_ENGLISH)})\b"
    r"(?P<scale> million| billion| hundred| thousand)?(?P<unit> percent(?:age points)?| yuan)?(?![-\w])"
)
_WORD_ZH = re.compile(
    r"(?<![第一二三四五六七八九十百千])(?P<word>[一二两三四五六七八九]?[十百]?[一二三四五六七八九]?)(?P<unit>[个家项座所件名])(?![月性别体人])"
)
_PERCENT_ZH = re.compile(r"百分之(?P<word>[一二三四五六七八九]?[十百]?[一二三四五六七八九]?)")
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5}
_MULTIPLE = re.compile(
    r"\b(?P<before>more than |over |at least |about |nearly |almost )?"
    r"(?P<word>double|triple|treble|quadruple|quintuple)[sd]?\b"
    r"(?![- ](?:digit|carbon|reduction|check|track|click|first|down|cycle|the risk|standard|helix|nine))"
)
_MULTIPLE_ZH = re.compile(r"翻(?P<times>[一两二三])番|(?P<word>倍增)(?!计划|行动|工程)")
_BOUNDS = {"over": Qualifier.OVER, "more than": Qualifier.OVER, "at least": Qualifier.AT_LEAST}
_SCALES = {"million": 6, "billion": 9, "hundred": 2, "thousand": 3}


def number_words(text: str) -> Iterator[Figure]:
    """Yield the figures written as words, in a text with letters lowered and blanked where nothing is stated."""
    for match in _WORD.finditer(text):
        yield _english(match)
    for pattern, unit in ((_WORD_ZH, None), (_PERCENT_ZH, "%")):
        for match in pattern.finditer(text):
            value = _chinese(match["word"])
            if value > 1:
                yield Figure(Span(*match.span()), Decimal(value), unit=unit or match["unit"], word=unit is None)


def _english(match: re.Match[str]) -> Figure:
    """Return an English number word as read, with its bound and scale."""
    power = _SCALES.get((match["scale"] or "").strip(), 0)
    unit = {"percent": "%", "percentage points": "percentage points", "yuan": "yuan"}.get((match["unit"] or "").strip())
    before = (match["before"] or "").strip()
    qualifier = _BOUNDS.get(before, Qualifier.ABOUT if before else Qualifier.EXACT)
    value = Decimal(_ENGLISH[match["word"]] * 10**power)
    return Figure(Span(*match.span()), value, qualifier=qualifier, unit=unit, word=unit is None)


def _chinese(word: str) -> int:
    """Read a Chinese numeral below 1000, 0 where it is none."""
    for sign, power in (("百", 100), ("十", 10)):
        if sign in word:
            tens, _, rest = word.partition(sign)
            return _DIGITS.get(tens, 1) * power + _DIGITS.get(rest, 0)
    return _DIGITS.get(word, 0)


def multiples(text: str) -> Iterator[Figure]:
    """Yield doubled, tripled, 翻一番 and the like as factors."""
    for match in _MULTIPLE.finditer(text):
        before = (match["before"] or "").strip()
        qualifier = _BOUNDS.get(before, Qualifier.ABOUT if before else Qualifier.EXACT)
        yield Figure(Span(*match.span()), Decimal(_TIMES[match["word"]]), qualifier=qualifier, multiple=True)
    for match in _MULTIPLE_ZH.finditer(text):
        power = _DIGITS.get(match["times"] or "一", 1)
        yield Figure(Span(*match.span()), Decimal(2**power), multiple=True)
