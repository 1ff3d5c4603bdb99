"""What a figure measures, told from the words beside it: a level, an addition, a growth, a share, a rank."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import COMPARATOR_OF, Comparator, Qualifier
from tracker.exchange.text.written_figures import Figure


class Sense(StrEnum):
    """What the words make of a figure."""

    LEVEL = "level"
    ADDED = "added"
    RISE = "rise"
    FALL = "fall"
    SHARE = "share"
    RANK = "rank"
    MULTIPLE = "multiple"


_RISE_WORDS = (
    r"increas(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|gr(?:ow|ows|ew|own|owing)|growth(?: rate)?s?|up|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|expand(?:s|ed|ing)?|gain(?:s|ed)?|soar(?:s|ed|ing)?"
)
_FALL_WORDS = (
    r"f(?:all|alls|ell|alling)|down|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    r"|reduc(?:e|es|ed|ing|tion)"
    r"|cut(?:s|ting)?|lower(?:ed|ing)?|slash(?:ed)?|shr(?:ink|ank)"
)
_BETWEEN = (
    r"(?: year[- ]on[- ]year| annually| annual| on average| an average| a year| further| will)*"
    r"(?: (?:by|of|at|was|is|should be|will be|reached|reaches|averaged|averaging|around|stood at|to be|to reach"
    r"|kept at|remained at|be))*(?: an?(?: average)?)?"
)
_RISE = re.compile(rf"\b(?:{_RISE_WORDS})(?: (?:in|of) [\w &'-]{{1,70}}?)?{_BETWEEN}\s*$")
_RISE_FAR = re.compile(r"\b(?:growth(?: rate)?)\b[^,;.]{0,60}$")
_FALL = re.compile(rf"\b(?:{_FALL_WORDS})(?: (?:in|of) [\w &'-]{{1,70}}?)?{_BETWEEN}\s*$")
_FALL_OBJECT = re.compile(r"\b(?:reduce|cut|lower|decrease)\b [\w &'-]{1,70} by\s*$")
_RISE_OBJECT = re.compile(r"\b(?:increase|raise|expand|boost|lift)\b [\w &'-]{1,70} by\s*$")
_RISE_ZH = re.compile(
    r"(?:增长|增速|增幅|上升|上涨|提高|提升|增加|增)(?:率)?(?:了|约为?|达到?|为|保持在?|稳定在|超过|高于|不低于|在)*\s*$"
)
_RISE_FAR_ZH = re.compile(r"(?:增速|增长率|增幅|年均增长|增长)[^，。;；、]{0,8}$")
_FALL_ZH = re.compile(r"(?:下降|降低|减少|下跌|回落|降幅|压减|削减)(?:了|约为?|达到?|为|超过)*\s*$")
_TO_LEVEL_ZH = re.compile(r"(?:提高|提升|增加|增长|上升|下降|降低|降|增|升|减少)(?:到|至)\s*(?:了)?$")
_RISE_AFTER = re.compile(
    r"^ ?(?:(?:year[- ]on[- ]year|annual|yearly|average annual) )*(?:increase|rise|growth|jump|surge|gain"
    r"|higher|more than (?:in|the year|a year))\b|^ ?(?:year[- ]on[- ]year)"
)
_FALL_AFTER = re.compile(
    r"^ ?(?:(?:year[- ]on[- ]year|annual|yearly) )*(?:decrease|drop|decline|fall|reduction|cut|lower)\b|^的(?:降幅)"
)
_RISE_AFTER_ZH = re.compile(r"^的?(?:年均)?(?:增长|增速|增幅)")
_ADDED = re.compile(
    r"\b(?:newly|add(?:s|ed|ing)?(?: up)?|new|additional|extra|additions? of|another)"
    r"(?: (?:add|added|built|build|established|create|attract|introduce|sign|register|set up|a total of"
    r"|further|at least))*\s*$"
)
_ADDED_ZH = re.compile(
    r"(?:新增|新建|新设|新设立|新引进|新认定|新签约|新培育|增加|净增|新注册|新登记|新落地|新改建|新获批)[\u4e00-\u9fff“”]{0,24}\s*$"
)
_ADDED_AFTER = re.compile(r"^ ?(?:newly|new|additional|more)[ -]")
_SHARE_AFTER = re.compile(
    r"^ of (?:the )?(?:whole |entire )?(?P<of>city|province|country|nation|county|district|prefecture|region)(?:'s)?\b"
)
_SHARE_ZH = re.compile(
    r"占(?P<of>全[市省国区县州])(?:[\u4e00-\u9fff]{0,8}?)的?(?:比重)?(?:达到?|为|约为?|超过|近|的|约)*\s*$"
)
_RANK = re.compile(r"\b(?:rank(?:s|ed|ing)?|placed?)\b[^.;]{0,30}$")
_ANNUAL = re.compile(
    r"\bannual|\bper year\b|\ba year\b|\byear[- ]on[- ]year\b|\bevery year\b|\byearly\b"
    r"|年均|每年|年增|同比|比上年|较上年"
)
_CUMULATIVE = re.compile(
    r"\bcumulative|\bin total\b|\bover the (?:plan|five|period)|\bduring the\b|\bthan in\b"
    r"|\bcompared with\b|累计|五年|比20\d\d年|较20\d\d年|期间"
)


@dataclass(frozen=True, slots=True)
class WordsBeside:
    """The words beside a figure, letters lowered: those before it in its clause, and those after."""

    lead: str
    trail: str


def sense_of(figure: Figure, beside: WordsBeside) -> tuple[Sense, str | None]:
    """Return what a figure measures and, of a share, whose part it is."""
    if figure.multiple or figure.unit in ("倍", "times", "fold"):
        return Sense.MULTIPLE, None
    if figure.rank or (figure.unit in ("名", "位") and beside.lead.endswith("第")):
        return Sense.RANK, None
    if figure.percent or figure.points:
        return _percentage(figure, beside)
    return _counted(beside), None


def _percentage(figure: Figure, beside: WordsBeside) -> tuple[Sense, str | None]:
    """Return whether a percentage is a growth, a fall, a share of a parent or a level."""
    share = _SHARE_AFTER.match(beside.trail) or _SHARE_ZH.search(beside.lead)
    if share:
        return Sense.SHARE, share["of"]
    if (beside.lead.rstrip().endswith((" to", " at")) and not _RISE_FAR.search(beside.lead)) or _TO_LEVEL_ZH.search(
        beside.lead
    ):
        return Sense.LEVEL, None
    if (
        _FALL.search(beside.lead)
        or _FALL_OBJECT.search(beside.lead)
        or _FALL_ZH.search(beside.lead)
        or _FALL_AFTER.match(beside.trail)
    ):
        return Sense.FALL, None
    rises = (_RISE, _RISE_FAR, _RISE_OBJECT, _RISE_ZH, _RISE_FAR_ZH)
    if figure.signed or any(words.search(beside.lead) for words in rises):
        return Sense.RISE, None
    after = _RISE_AFTER.match(beside.trail) or _RISE_AFTER_ZH.match(beside.trail)
    return (Sense.RISE if after else Sense.LEVEL), None


def _counted(beside: WordsBeside) -> Sense:
    """Return whether a count is an addition, a fall or a level."""
    if _TO_LEVEL_ZH.search(beside.lead) or beside.lead.rstrip().endswith(" to"):
        return Sense.LEVEL
    if _FALL_OBJECT.search(beside.lead) or _FALL_ZH.search(beside.lead) or _FALL.search(beside.lead):
        return Sense.FALL
    grown = _RISE.search(beside.lead) or _RISE_OBJECT.search(beside.lead) or _RISE_ZH.search(beside.lead)
    if grown or _ADDED.search(beside.lead) or _ADDED_ZH.search(beside.lead) or _ADDED_AFTER.match(beside.trail):
        return Sense.ADDED
    return Sense.LEVEL


def goal_kind(figure: Figure, sense: Sense, near: str, clause: str) -> Kind:
    """Return the kind of goal that a sense makes, by the words around the figure and its whole clause."""
    if sense in (Sense.RISE, Sense.FALL):
        if not figure.percent:
            return Kind.INCREASE
        if _ANNUAL.search(near):
            return Kind.GROWTH
        return Kind.CHANGE if sense is Sense.FALL or _CUMULATIVE.search(clause) else Kind.GROWTH
    if sense is Sense.LEVEL and figure.qualifier is Qualifier.BETWEEN:
        return Kind.RANGE
    return {Sense.ADDED: Kind.INCREASE, Sense.RANK: Kind.RANK, Sense.MULTIPLE: Kind.MULTIPLE}.get(sense, Kind.LEVEL)


def comparator_of(figure: Figure, sense: Sense, *, goal: bool) -> Comparator:
    """Return the comparator: as written; a plain addition, growth or multiple that is promised is at least that."""
    written = COMPARATOR_OF.get(figure.qualifier, Comparator.EQUAL)
    if sense is Sense.FALL:
        return Comparator.AT_MOST if goal and written is Comparator.EQUAL else written.mirrored
    if goal and written is Comparator.EQUAL and sense in (Sense.ADDED, Sense.RISE, Sense.MULTIPLE):
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if sense is Sense.RANK and goal else written


def fallen(figure: Figure) -> Figure:
    """Return a fall as a negative figure, its ends in order."""
    if figure.high is None:
        return replace(figure, value=-figure.value)
    return replace(figure, value=-figure.high, high=-figure.value)
