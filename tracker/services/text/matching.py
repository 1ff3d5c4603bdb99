"""Which indicator and which plan of the store a text's words mean; none where nothing fits, or two fit as well."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import log

from tracker.domain.kinds import Kind
from tracker.domain.quantity.units import RANK, convertible, is_known, parse_unit
from tracker.domain.records import Indicator, Plan

_ENOUGH, _APART = 0.34, 0.06
_SAME = (
    (re.compile(r"research (?:&|and) (?:experimental )?development|\br ?& ?d\b|研究与试验发展|研发"), " rnd "),
    (re.compile(r"\bhi(?:gh)?[- ]?tech(?:nology)?\b"), " hightech "),
    (re.compile(r"gross (?:regional )?(?:domestic )?product|\b(?:regional )?gdp\b|地区生产总值"), " gdp "),
    (re.compile(r"\btech\b|\btechnological\b"), "technology"),
    (re.compile(r"\b(?:companies|company|firms?)\b"), "enterprises"),
    (re.compile(r"\b(?:ownership of )?patents? for invention\b"), "invention patents"),
    (re.compile(r"\bscience\b"), "technology"),
    (re.compile(r"\bplanning area\b"), "planned area"),
    (re.compile(r"\bsectors?\b(?= of| \(of|$)"), ""),
    (re.compile(r"\binvestment\b|\bspending\b"), "expenditure"),
)
# What many indicators are a share of: alone it tells nothing of which is meant.
_COMPARED_WITH = {"gdp"}
_WORD = re.compile(r"[a-z]+|\d[\d,]*|[\u4e00-\u9fff]+")
_EMPTY = re.compile(
    r"the|an?|of|in|and|or|for|to|its|per|by|on|with|all|overall|total|number|share|newly|new|scientific|added"
    r"|established|signed|held|built|sized|domestic|regional|\w"
)


def indicator_for(words: str, unit: str | None, kind: Kind | None, indicators: Mapping[str, Indicator]) -> str:
    """Return the key of the indicator whose name is most like the words and whose unit fits; empty where none is."""
    asked = _tokens(words)
    fitting = [indicator for indicator in indicators.values() if _fits(indicator, unit, kind)]
    weights = _weights(tuple(indicator.name for indicator in fitting))
    scored = sorted(((_alike(asked, indicator, weights), indicator.indicator) for indicator in fitting), reverse=True)
    if not scored or scored[0][0] < _ENOUGH or (len(scored) > 1 and scored[0][0] - scored[1][0] < _APART):
        return ""
    return scored[0][1]


def _fits(indicator: Indicator, unit: str | None, kind: Kind | None) -> bool:
    """Return whether a statement fits an indicator: a place of a rank, money of money, a count of a count."""
    own = parse_unit(indicator.unit).dimension
    traits = (kind or Kind.LEVEL).traits
    if traits.measured != (indicator.unit != "milestone") or traits.place != (own == RANK):
        return False
    if not traits.in_unit or traits.place or not unit:
        return True
    if is_known(unit) or is_known(indicator.unit):
        return convertible(unit, indicator.unit)
    return True


def _alike(asked: Collection[str], indicator: Indicator, weights: Mapping[str, float]) -> float:
    """Return the part of all words, weighted by how rare they are, that the two have in common: 0 to 1."""
    best = 0.0
    for name in (indicator.name, indicator.name_zh or ""):
        own = _tokens(name)
        if own & set(asked) == _COMPARED_WITH != own:
            continue
        together = _weight(set(asked) | own, weights)
        best = max(best, _weight(set(asked) & own, weights) / together if own and together else 0.0)
    return best


def _weight(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 2.0) for word in words)


@lru_cache(maxsize=64)
def _weights(names: tuple[str, ...]) -> Mapping[str, float]:
    """Return a weight for each word of the names, by how few names have it."""
    counted = Counter(word for name in names for word in _tokens(name))
    return {word: 0.5 + log((1 + len(names)) / (1 + count)) for word, count in counted.items()}


@lru_cache(maxsize=8_192)
def _tokens(text: str) -> frozenset[str]:
    """Take a name apart into words that can be compared; Chinese into pairs of characters."""
    lowered = text.casefold().replace("’", "'")
    for pattern, word in _SAME:
        lowered = pattern.sub(word, lowered)
    tokens: set[str] = set()
    for word in _WORD.findall(lowered):
        if "\u4e00" <= word[0] <= "\u9fff":
            tokens |= {word[at : at + 2] for at in range(max(1, len(word) - 1))}
        elif not _EMPTY.fullmatch(word):
            tokens.add(_singular(word))
    return frozenset(tokens)


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") if not word.endswith("ss") else word


def plan_for(zone: str, due: int | None, source: str, plans: Mapping[str, Plan]) -> str:
    """Return the key of the one plan of a zone that a goal with this due year belongs to; empty where none is clear."""
    of_zone = [plan for plan in plans.values() if plan.zone == zone]
    steps = (
        [plan for plan in of_zone if source and plan.source == source],
        [plan for plan in of_zone if due is not None and plan.end == due],
        [plan for plan in of_zone if due is not None and (plan.start or due + 1) <= due <= (plan.end or due - 1)],
        of_zone if due is None else [],
    )
    for fitting in steps:
        covering = [plan for plan in fitting if _covers(plan, due)]
        if len(covering) == 1:
            return covering[0].plan
    return ""


def _covers(plan: Plan, due: int | None) -> bool:
    """Return whether a due year can be one of a plan's."""
    return due is None or ((plan.start is None or plan.start <= due) and (plan.end is None or due <= plan.end))
