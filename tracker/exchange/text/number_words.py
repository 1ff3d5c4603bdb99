"""Numbers written as words: five contracts, 五个园区, doubled, threefold, 翻一番."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.vocabulary import Qualifier
from tracker.exchange.text.figures import Figure
from tracker.exchange.text.statement import Span

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
    """Read an English number word with its bound and scale."""
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
