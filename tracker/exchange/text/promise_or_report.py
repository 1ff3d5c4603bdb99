"""Whether words promise or report: the nearest telling word before a figure, else after it; goals without a number."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from tracker.exchange.text.splitting import Sentence
from tracker.exchange.text.statement import Span


class Claim(StrEnum):
    """What a stretch of text does."""

    PROMISES = "promises"
    PLANS_SIZE = "plans a size"
    REPORTS = "reports"
    STANDS = "stands"


IMPERATIVES = (
    "newly add|add|realize|realise|achieve|build|create|establish|cultivate|attract|introduce|raise|increase|reduce|cut"
    "|keep|maintain|ensure|reach|develop|promote|strengthen|expand|foster|form|complete|make|prioritize|prioritise"
    "|further|optimize|optimise|improve|accelerate|bring|double|lower|control|enhance|construct|deepen|advance|support"
)
"""Verbs that open a line of a plan."""
_BE = (
    r"(?<!\bbe )(?<!to be )(?<!will be )(?<!shall be )(?<!should be )(?<!must be )(?<! newly )(?<!newly-)"
    r"(?<!to have )(?<!will have )"
)
_CLAIMS: tuple[tuple[Claim, str], ...] = (
    (
        Claim.PROMISES,
        r"\b(?:will|shall|should|must|ought to|would)\b|\b(?:is|are) (?:also )?(?:set |expected |planned "
        r"|projected |slated |due |scheduled )?to\b"
        r"|\baim(?:s|ing)? (?:to|at|for)\b|\bplan(?:s|ning)? (?:to|on)\b|\b(?:targets?|targeted|targeting)\b|\bgoals?\b"
        r"|\b(?:strives?|striving|seeks?|intends?|pledge[sd]?|vow(?:s|ed)?|hopes?|expects?) to\b"
        r"|\bto (?:be|have) \b|\bobjectives?\b"
        r"|\bis building itself\b|\bplanned to\b",
    ),
    (
        Claim.PROMISES,
        r"力争|努力|目标|(?<!即)将(?![近军来])|计划(?!单列)|规划(?=建设|到|至|总)|预计|预期|确保|争取|拟|不低于|不少于|控制在|保持在|要(?=达到|实现|突破|完成)"
        r"|(?<![截加高长升降少大])(?<!截止)[到至](?:19|20)\d\d年|(?:19|20)\d\d年[底末]?前|届时|到那时|目标值",
    ),
    (Claim.PLANS_SIZE, r"\bplann(?:ing|ed) area\b|规划面积|规划用地|规划总面积"),
    (
        Claim.REPORTS,
        r"\b(?:was|were|had)\b|\bha(?:s|ve) (?:already |also |now |so far |jointly |since )?(?:been|\w+ed"
        r"|built|set|won|drawn|brought|risen|grown)\b"
        rf"|\b{_BE}(?:reached|attracted|signed|totall?ed|hit|exceeded|recorded|completed|achieved|saw"
        rf"|witnessed|generated"
        r"|increased|decreased|added|accounted for|amounted to|rose|grew|fell|stood at|dropped|declined|climbed|jumped"
        r"|surged|registered|posted|gained|ranked|established|introduced|topped|surpassed|doubled|tripled"
        r"|realized|landed)\b"
        r"|\blast year\b|\bso far\b|\bto date\b|\byear[- ]on[- ]year\b|\bas of\b|\bthrough the end of\b"
        r"|\bin the first (?:half|quarter|\w+ months)\b",
    ),
    (
        Claim.REPORTS,
        r"已(?!经?规划)|累计(?!下降|降低|增长)|截至|截止|去年|上年|同比|完成了?|实现了|达到了|共签|荣获|获评|新增了|增至|升至|取得|突破了|(?<!超额)(?<!提前)(?:19"
        r"|20)\d\d年(?![底末]?前|目标|规划)(?<![到至比较与以是为]\d{4}年)",
    ),
    (
        Claim.STANDS,
        r"\bis home to\b|\bboasts?\b|\bthere (?:are|is)\b|(?<!to )(?<!will )\b(?:houses|hosts|includes|comprises|has)\b"
        r"|(?<!to )(?<!will )(?<!should )(?<!must )\bhave\b(?! been)|\b(?:stands?|stood) at\b"
        r"|\bcurrently\b|\bnow\b|\bat present\b"
        r"|\baccounts? for\b|\b(?:reaches|exceeds|totals)\b|(?<!to )\bserves?\b",
    ),
    (Claim.STANDS, r"拥有(?![量率])|现有|共有|目前|现已|坐落着|聚集了?|集聚了"),
)
_COMPILED = tuple((claim, re.compile(pattern)) for claim, pattern in _CLAIMS)
_STANDS_AFTER_MODAL = re.compile(
    r"\b(?:to|will|shall|should|must|would)(?: \w{2,12}ly)? accounts? for\b|\b(?:should|will|to|must"
    r"|shall) (?:account for|reach|exceed)\b"
)
_HEADING = re.compile(r"目标|\b(?:targets?|goals?|objectives?|tasks?)\b|主要指标(?!完成)|重点任务|\bas follows\b")
_BACKWARD = re.compile(
    r"回顾|成就|成效|完成情况|发展基础|取得的|\b(?:achievements|review|progress|background|highlights)\b"
)


@dataclass(slots=True)
class Claims:
    """The words of a text that tell, in their order."""

    starts: list[int]
    claims: list[Claim]

    def at(self, place: int, start: int, end: int) -> Claim | None:
        """Return the claim at a place of a stretch, None where no word of the stretch tells."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        before = bisect_left(self.starts, place, first, last)
        if before > first:
            return self.claims[before - 1]
        return self.claims[first] if last > first else None


def find_claims(text: str) -> Claims:
    """Return the telling words in a text with letters lowered."""
    claims: list[tuple[int, Claim]] = []
    after_modal = {match.end() for match in _STANDS_AFTER_MODAL.finditer(text)}
    for claim, pattern in _COMPILED:
        claims += [
            (m.start(), claim) for m in pattern.finditer(text) if m.end() not in after_modal or claim is Claim.PROMISES
        ]
    claims.sort(key=lambda entry: entry[0])
    return Claims([start for start, _ in claims], [claim for _, claim in claims])


_OPENS = re.compile(rf"(?:{IMPERATIVES})\b(?!ed)")


def commands(text: str, start: int) -> bool:
    """Return whether a sentence opens with a verb that tells what to do."""
    return _OPENS.match(text, start) is not None


def heading_claim(line: str) -> Claim | None:
    """Return the claim that a short heading, or a line that opens a list, sets for what follows, if any."""
    if _BACKWARD.search(line):
        return Claim.REPORTS
    return Claim.PROMISES if _HEADING.search(line) else None


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
        telling = _PROMISE.search(text, left, right) or (listed and place == 0 and commands(text, left))
        if telling or _PROMISE_ZH.search(text, left, right):
            yield Span(left, left + len(text[left:right].rstrip(" ;；，,.。\n")))
