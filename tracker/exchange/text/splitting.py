"""The shape of a text: its characters made alike without moving any, its sentences, clauses and bullets."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tracker.exchange.text.statement import Span

_ALIKE = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF08, 0xFF09)}
_ALIKE |= {0xFF1A: ":", 0xFF1B: ";", 0xFF04: "$", 0xFF5E: "~", 0x2018: "'", 0x2019: "'", 0x2212: "-", 0x2011: "-"}
_ALIKE |= dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F, 0x3000), " ")
_LONGEST = 1000
_BLANK = "\x00"
_END = re.compile(
    r"\n+|[。!?！？]+[”\"』」]?|(?<!\bNo)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMs)\.[”\"]?(?=\s+[\"“(\[]?[A-Z]|\s*\n|\s*\Z)"
)
_BULLET = re.compile(
    r"\s*(?:[-*•·●■◆▪>–—]{1,3}|\d{1,2}[.)、](?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}是|[①-⑳])\s*"
)
_CLAUSE = re.compile(r"[;:]\s?")


def alike(text: str) -> str:
    """Return a text with its full-width digits, spaces, quotes and minus signs made ordinary, each in its place."""
    return text.translate(_ALIKE)


def lower(text: str) -> str:
    """Return a text with its letters lowered; every character keeps its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with some places blank, so that nothing more is found in them."""
    parts, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            parts += [text[done:start], _BLANK * (end - start)]
            done = end
    return "".join((*parts, text[done:]))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it is, its paragraph's number, whether it stands in a list, and its clauses."""

    span: Span
    paragraph: int
    bullet: bool
    clauses: tuple[Span, ...]

    def clause(self, place: int) -> Span:
        """Return the clause around a place of the sentence."""
        starts = [clause.start for clause in self.clauses]
        return self.clauses[max(0, bisect_right(starts, place) - 1)]


def sentences(text: str) -> Iterator[Sentence]:
    """Split a text into sentences; a line's end always ends one."""
    start, paragraph = 0, 0
    opens = True
    for end in (*_END.finditer(text), None):
        stop = end.end() if end else len(text)
        for left, right in _bounded(text, start, stop):
            yield _sentence(text, left, right, paragraph, opens=opens)
            opens = False
        if end and "\n" in end[0]:
            paragraph, opens = paragraph + 1, True
        start = stop


def _bounded(text: str, start: int, stop: int) -> Iterator[Span]:
    """Cut what is too long for a sentence, so that each figure is read beside a bounded stretch of text."""
    while start < stop:
        right = stop
        if stop - start > _LONGEST:
            comma = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (", ", "，", " "))
            right = comma + 1 if comma > start else start + _LONGEST
        if not text[start:right].isspace():
            yield Span(start, right)
        start = right


def _sentence(text: str, start: int, stop: int, paragraph: int, *, opens: bool) -> Sentence:
    """Return a sentence trimmed, without its bullet and split at semicolons and colons."""
    bullet = _BULLET.match(text, start, stop) if opens else None
    start = bullet.end() if bullet else start
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    cuts = [start, *(match.end() for match in _CLAUSE.finditer(text, start, stop)), stop]
    clauses = tuple(Span(a, b) for a, b in pairwise(cuts) if b > a)
    return Sentence(Span(start, stop), paragraph, bullet is not None, clauses or (Span(start, stop),))
