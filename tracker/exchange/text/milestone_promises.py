"""Goals without a number: what a zone will build, become or promote."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.exchange.text.promise_or_report import commands
from tracker.exchange.text.splitting import Sentence
from tracker.exchange.text.statement import Span

_DONE = (
    "be|become|build|be built|be turned|be developed|optimi[sz]e|enhance|strengthen|promote|develop|focus"
    "|center|centre|give priority|construct|cultivate"
    "|foster|create|establish|form|improve|expand|accelerate|prioriti[sz]e|achieve|realize|realise|deepen"
    "|advance|transform|introduce|serve|play|set up|upgrade|carry|rely|open"
)
_PROMISE = re.compile(
    rf"\b(?:will|shall|should|must|is to|are to|(?:is|are) set to|aims? to|plans? to|(?:is|are) planning to"
    rf"|seeks? to|strives? to)"
    rf"(?: (?:also|further|mainly|continue to|actively|fully|be))* [\"“]?(?:{_DONE})\b|\bis building itself into\b"
)
_PROMISE_ZH = re.compile(
    r"(?:基本建成|建成|打造|建设成为|成为|形成|基本形成|构建|初步形成|显著(?:增强|提升|提高)|明显(?:增强|提升|提高|改善)|力争)[^，。；;]{4,}"
)
_NEXT = re.compile(r",? and (?=(?:be|will|to be)\b)|; ?|；|，(?=[\u4e00-\u9fff])")


def promises(text: str, sentence: Sentence, quantities: list[Span], *, listed: bool) -> Iterator[Span]:
    """Yield the parts of a sentence that promise something without a number; `listed` in a plan's list."""
    start, end = sentence.span
    cuts = [start, *(match.end() for match in _NEXT.finditer(text, start, end)), end]
    for place, (left, right) in enumerate(pairwise(cuts)):
        if any(left <= span.start < right for span in quantities) or right - left < 12:
            continue
        told = _PROMISE.search(text, left, right) or (listed and place == 0 and commands(text, left))
        if told or _PROMISE_ZH.search(text, left, right):
            yield Span(left, left + len(text[left:right].rstrip(" ;；，,.。\n")))
