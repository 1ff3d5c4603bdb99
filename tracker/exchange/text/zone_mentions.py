"""The zones a text names, and which of them a sentence is about."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from tracker.domain.text import fold
from tracker.exchange.text.splitting import Sentence, lower
from tracker.exchange.text.statement import KnownNames

_KINDS = (
    "Zone|District|Area|Park|City|Province|County|Base|Port|Region|Prefecture|Municipality|zone|district|city|province"
    "|county|prefecture|municipality|park"
)
_NAME = re.compile(
    rf"\b[A-Z][\w-]{{1,30}}(?:(?:,? and|,| of"
    rf"| &)? [A-Z(][\w)-]{{0,30}}){{0,9}}?(?: (?:{_KINDS})\b)+(?: of (?:[A-Z]\w+))?"
)
_NAME_ZH = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:自治区|自治州|自由贸易试验区|经济技术开发区|高新技术产业开发区|高新技术产业园区|高新区|经开区|开发区|保税区|示范区|新区|新城|产业园"
    r"|工业园|园区|科学城|[省市县区])"
)
_OPENING = re.compile(r"(?:(?:The|In|By|On|At|For|During|Recently|With|As|From|And|According|To|Meanwhile|Under)\s+)+")
_OPENING_ZH = re.compile(
    r"^(?:到|在|由|对|向|为|和|与|及|以|使|全|各|该|本|我|将|把|推动|推进|支持|力争|确保|努力|实现|达到|争取|其中|建设|打造|加快|依托|围绕|立足|年|日|月)+"
)
_NOT_ZONE_ZH = re.compile(
    r"^(?:全?[市省区县]|(?:.*全)?国?国家.*|.*地区|.*占.*|.*全[市省国区县州]|城市|地区|园区|社区|小区|山区|灾区|景区|上市|都市|超市|各[市区县]|.*(?:企业|经济|产业|人口|项目|示范"
    r"|国家|收入|城镇|农村|资本|股权|技术|商品|要素|超|上)(?:市|区|县|省))$"
)
_LOCATIVE = re.compile(
    r"(?:\b(?:in|near|at|from|with|within|of|for|support|to|outside|on"
    r"|and)(?: the)?(?: [A-Z][a-z]+ [A-Z][a-z]+'s)?| China's)\s*$|[“\"(]$"
)
_GOES_ON = re.compile(r"'s? [A-Z]| [A-Z][a-z]")
_EARLY = 70
_SAID = re.compile(r"\b(?:said|says|that)(?: that)?(?: the)? $")
_BACK = re.compile(
    r"\b(?:the|this) (?:new )?(zone|area|district|city|province|county|park|region)\b|(?:该|全|本)(区|市|省|县|园区)"
)


@dataclass(frozen=True, slots=True)
class ZoneMention:
    """One mention of a zone."""

    start: int
    name: str
    key: str | None
    place_only: bool

    @property
    def is_park(self) -> bool:
        """Whether it is a park, which "the zone" does not mean."""
        return self.name.casefold().endswith(("park", "园", "园区"))


@dataclass(slots=True)
class ZoneMentions:
    """The mentions of a text in their order."""

    mentions: list[ZoneMention]
    starts: list[int] = field(default_factory=list)
    topic: ZoneMention | None = None
    area: ZoneMention | None = None

    def about(self, text: str, sentence: Sentence) -> ZoneMention | None:
        """Return the zone a sentence is about, looking back where it names none; to be asked sentence by sentence."""
        mentions = self.mentions[
            bisect_left(self.starts, sentence.span.start) : bisect_left(self.starts, sentence.span.end)
        ]
        subjects = [zone for zone in mentions if not zone.place_only and self._leads(text, sentence, zone)]
        back = _BACK.search(text, sentence.span.start, sentence.span.end)
        if subjects and (not back or subjects[0].start < back.start()):
            self._turn_to(subjects[0])
        elif back and (back[1] or back[2]) not in ("park", "园区") and self.area is not None:
            self.topic = self._of_that_kind(back[1], sentence) or self.area
        elif mentions and self.topic is None:
            self._turn_to(mentions[0])
        return self.topic

    def _of_that_kind(self, word: str | None, sentence: Sentence) -> ZoneMention | None:
        """Return the known zone last named that is called a zone, where what was spoken of is called otherwise."""
        if word is None or self.area is None or self.area.name.casefold().endswith(word):
            return None
        before = self.mentions[: bisect_left(self.starts, sentence.span.start)]
        return next((zone for zone in reversed(before) if zone.key and zone.name.casefold().endswith(word)), None)

    @staticmethod
    def _leads(text: str, sentence: Sentence, zone: ZoneMention) -> bool:
        """Return whether a zone stands where a sentence says whom it is about: early, or after "said"."""
        start = sentence.span.start
        return zone.start - start <= _EARLY or _SAID.search(text, max(start, zone.start - 20), zone.start) is not None

    def _turn_to(self, zone: ZoneMention) -> None:
        """Keep what the text now speaks of."""
        self.topic = zone
        if not zone.is_park:
            self.area = zone


def find_zones(text: str, known: KnownNames) -> ZoneMentions:
    """Return the zones named in a text, known names first."""
    mentions = _known(text, known)
    covered = bytearray(len(text))
    for zone in mentions:
        covered[zone.start : zone.start + len(zone.name)] = b"\x01" * len(zone.name)
    keys = {fold(name): key for name, key in known.zones.items()}
    for pattern, opening in ((_NAME, _OPENING), (_NAME_ZH, _OPENING_ZH)):
        for match in pattern.finditer(text):
            lead = opening.match(match[0])
            start = match.start() + (lead.end() if lead else 0)
            name = text[start : match.end()]
            if (
                len(name) > 1
                and not name[0].islower()
                and not any(covered[start : match.end()])
                and not _NOT_ZONE_ZH.match(name)
            ):
                mentions.append(_mention(text, start, name, keys.get(fold(name))))
    mentions.sort(key=lambda zone: zone.start)
    return ZoneMentions(mentions, [zone.start for zone in mentions])


def _known(text: str, known: KnownNames) -> list[ZoneMention]:
    """Return known names wherever they stand, the longest first, by the three letters they begin with."""
    by_opening: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, key in sorted(known.zones.items(), key=lambda entry: -len(entry[0])):
        if len(name) > 1:
            by_opening[lower(name)[:2]].append((lower(name), key))
    lowered, mentions, place = lower(text), [], 0
    while place < len(lowered):
        fitting = by_opening.get(lowered[place : place + 2], ()) if _starts_word(lowered, place) else ()
        whole = (entry for entry in fitting if _ends_word(lowered, place + len(entry[0])))
        taken = next(((name, key) for name, key in whole if lowered.startswith(name, place)), None)
        if taken is not None:
            mentions.append(_mention(text, place, text[place : place + len(taken[0])], taken[1]))
        place += len(taken[0]) if taken else 1
    return mentions


def _starts_word(text: str, place: int) -> bool:
    """Return whether a name can begin here: not inside a word of letters."""
    before = text[place - 1 : place]
    return not (before.isascii() and (before.isalnum() or before == "-"))


def _ends_word(text: str, place: int) -> bool:
    """Return whether a name can end here: "China" does not in "chinadaily"."""
    return not (
        text[place - 1 : place].isascii() and text[place : place + 1].isascii() and text[place : place + 1].isalnum()
    )


def _mention(text: str, start: int, name: str, key: str | None) -> ZoneMention:
    """Return a mention; one after "in" or "near" is only a place."""
    part_of_longer = _GOES_ON.match(text, start + len(name)) is not None
    return ZoneMention(
        start, name, key, part_of_longer or _LOCATIVE.search(text[max(0, start - 40) : start]) is not None
    )
