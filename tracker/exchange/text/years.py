"""The years a text speaks of: due years, reported years, years compared with, and which of them a figure has."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

_Y = r"(?P<year>(?:19|20)\d\d)"
_PUBLISHED = re.compile(
    r"(?:updated?|published|posted|date|issued|发布时间|发布日期|更新时间|日期|时间)\s?[:|]?\s?[^\d\n]{0,12}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_FULL_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?P<year>20\d\d)\b"
    r"|(?<!\d)(?P<iso>20\d\d)-\d\d-\d\d(?!\d)|(?P<zh>20\d\d)年\d{1,2}月\d{1,2}日"
)


class YearRole(StrEnum):
    """What a year is to the figures beside it."""

    DUE = "due"
    THEN = "then"
    AT = "at"
    PERIOD = "period"
    BASE = "base"


_CN = "一二三四五六七"
_ROLES: tuple[tuple[YearRole, str], ...] = (
    (
        YearRole.BASE,
        rf"\b(?:compared (?:with|to)|than (?:in|that of|that in)?|versus|from the|over the"
        rf"|on the)(?: level of| levels? in| end of)? {_Y}(?: levels?)?",
    ),
    (YearRole.BASE, rf"\bfrom {_Y} levels?\b"),
    (YearRole.BASE, rf"\b(?:over|above|below|against) {_Y}\b(?! ?(?:-|–|—|to\b|and\b|through\b))"),
    (YearRole.BASE, rf"\bfrom (?:[\w.,%]+ (?:percent |yuan |million |billion )*){{1,4}}in {_Y}"),
    (YearRole.BASE, rf"(?:比|较|与|以|是|为|由|从){_Y}年(?:末|底)?"),
    (YearRole.BASE, r"(?:比|较)(?P<before>上年|去年)|(?P<same>同比)"),
    (
        YearRole.PERIOD,
        r"\b(?P<start>20\d\d)\s?(?:-|–|—|to)\s?(?P<end>20\d\d|\d\d)\b(?![.,/-]\d|%)"
        r"|(?P<start2>20\d\d)年?(?:-|–|—|~|至|到)(?P<end2>20\d\d)年",
    ),
    (YearRole.PERIOD, rf"\b(?P<plan>\d{{1,2}})th five-year plan|十(?P<plan2>[{_CN}])五"),
    (YearRole.DUE, rf"\b(?:by|before|until|till) (?:the )?(?:end|close|start|beginning)?(?: of )?(?:the year )?{_Y}\b"),
    (YearRole.DUE, rf"\b{_Y} (?:targets?|goals?)\b"),
    (YearRole.DUE, rf"(?<![截加高长升降少大])(?<!截止)(?:到|至){_Y}年(?:末|底)?"),
    (YearRole.DUE, rf"{_Y}年(?:底|末)?(?:前|目标)"),
    (YearRole.THEN, r"\bby then\b|\bby that time\b|届时|到那时"),
    (
        YearRole.AT,
        r"\b(?P<yearly>last year|this year|next year|the previous year)\b|(?P<yearly2>去年|过去一年|上年|今年|明年)",
    ),
    (YearRole.AT, rf"{_Y}年"),
    (YearRole.AT, rf"(?<![\d.,$])\b{_Y}\b(?![.,]?\d|%| (?:million|billion|yuan))"),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_OFFSET = {
    "last year": -1,
    "the previous year": -1,
    "去年": -1,
    "过去一年": -1,
    "上年": -1,
    "this year": 0,
    "今年": 0,
    "next year": 1,
    "明年": 1,
}


@dataclass(frozen=True, slots=True)
class YearMention:
    """One mention of a year: where, which, as what; a period has its first year too."""

    start: int
    end: int
    role: YearRole
    year: int | None
    first: int | None = None


@dataclass(slots=True)
class YearMentions:
    """The mentions of a text in their order, and the year it was published."""

    mentions: list[YearMention]
    published: int | None
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Keep the places for looking up."""
        self.starts = [time.start for time in self.mentions]

    def within(self, start: int, end: int) -> list[YearMention]:
        """Return the mentions in a stretch of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def year_published(text: str, published: str | None) -> int | None:
    """Return the year of a date as given, else of the text's own dateline."""
    given = re.search(r"(?:19|20)\d\d", published or "")
    if given:
        return int(given[0])
    match = _PUBLISHED.search(text[:1500]) or _FULL_DATE.search(text[:1000])
    return int(next(filter(None, match.groups()))) if match else None


def find_years(text: str, allowed: bytearray, published: int | None) -> YearMentions:
    """Return the mentions of years in a text with letters lowered; `allowed` marks where digits are years."""
    mentions: list[YearMention] = []
    taken = bytearray(len(text))
    for role, pattern in _COMPILED:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]) or not _are_years(match, allowed):
                continue
            taken[start:end] = b"\x01" * (end - start)
            mentions.append(_time(match, role, published))
    return YearMentions(_following(sorted(mentions, key=lambda time: time.start)), published)


def _are_years(match: re.Match[str], allowed: bytearray) -> bool:
    """Return whether a mention's four digits were taken for a year and not for a count."""
    return "year" not in match.re.groupindex or match["year"] is None or bool(allowed[match.start("year")])


def _time(match: re.Match[str], role: YearRole, published: int | None) -> YearMention:
    """Return the mention of a match."""
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    year: int | None = int(groups["year"]) if "year" in groups else None
    first = None
    yearly = groups.get("yearly") or groups.get("yearly2")
    if yearly and published:
        year = published + _OFFSET[yearly]
    if role is YearRole.PERIOD:
        first, year = _period(groups)
    return YearMention(match.start(), match.end(), role, year, first)


def _period(groups: dict[str, str]) -> tuple[int, int]:
    """Return the first and last year of a period or of a five-year plan, the 13th of which ended in 2020."""
    if plan := groups.get("plan"):
        last = 1955 + 5 * int(plan)
        return last - 4, last
    if plan := groups.get("plan2"):
        last = 1955 + 5 * (11 + _CN.index(plan))
        return last - 4, last
    start, end = groups.get("start") or groups["start2"], groups.get("end") or groups["end2"]
    return int(start), int(start[:2] + end if len(end) == 2 else end)


def _following(mentions: list[YearMention]) -> list[YearMention]:
    """Return the mentions, those of "by then" with the due year named last."""
    due: int | None = None
    settled = []
    for time in mentions:
        if time.role is YearRole.THEN:
            settled.append(YearMention(time.start, time.end, YearRole.DUE, due))
            continue
        if time.role in (YearRole.DUE, YearRole.PERIOD):
            due = time.year
        settled.append(time)
    return settled


def nearest(times: list[YearMention], place: int, roles: frozenset[YearRole]) -> YearMention | None:
    """Return the mention nearest before a place, else the first after it, of those in some roles."""
    fitting = [time for time in times if time.role in roles and time.year is not None]
    before = [time for time in fitting if time.start <= place]
    return before[-1] if before else next(iter(fitting), None)


def bases(times: list[YearMention]) -> Iterator[YearMention]:
    """Yield the years compared with."""
    return (time for time in times if time.role is YearRole.BASE and time.year is not None)
