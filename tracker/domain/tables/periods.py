"""What years and parts of years a text names: 2024, 2019/20, FY2021, 2016-18, Q1, 1-9月, 上半年, January–September."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.text import FOOTNOTE_MARKS


class SpanYear(StrEnum):
    """Which year a span of years counts for."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a span of years, or a part of a year; a fiscal year is a span that bears the name of one.

    `part` are the words of a part; `whole` says that words such as 1-12月 or 全年 mean all of the year.
    """

    first: int | None = None
    last: int | None = None
    part: str = ""
    fiscal: bool = False
    whole: bool = False

    @property
    def is_span(self) -> bool:
        """Whether it takes a rule to say for which year it counts."""
        return self.first != self.last or self.fiscal

    def year(self, rule: SpanYear | None) -> int | None:
        """Return the year it counts for; None for a part of one, and for a span without a rule."""
        if self.part or (self.is_span and rule is None):
            return None
        return self.first if rule is SpanYear.FIRST else self.last


_MONTHS = (
    "january|february|march|april|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH = rf"(?:{_MONTHS})\b\.?"
_WHOLE = (
    r"0?1\s?-\s?12\s?月(?:份|累计)?|[1一]\s?-\s?[4四]\s?季度|前四季度|全年(?:度)?|年度|12\s?月(?:末|底)|年末|年底|期末"
    r"|\bjan(?:uary)?\.?\s?-\s?dec(?:ember)?\b\.?|\bq1\s?-\s?q?4\b|\bm0?1\s?-\s?m?12\b"
    r"|\b(?:full|whole|calendar)[ -]year\b"
    r"|\bannual(?:ly)?\b|\byear[ -]end\b|\bend[ -](?:of[ -](?:the[ -])?)?year\b|\btwelve months\b|\b12 months\b"
    r"|\bend[ -]of(?=\s?(?:19|20|21)\d\d)|\bend(?=[ -](?:19|20|21)\d\d)|\bjahresende\b"
)
_CHINESE_PART = (
    r"\d{1,2}\s?-\s?\d{1,2}\s?(?:月(?:份|累计|末)?|季度)|前?[一二三四1-4](?:[-至、][一二三四1-4])?季度|第[一二三四1-4]季(?:度)?"
    r"|前[三六九]个?季?月?(?:度|份)?|[上下]半年度?|半年度?|截[至止]\s?\d{1,2}\s?月(?:末|底|份)?|\d{1,2}\s?月\s?\d{1,2}\s?日|\d{1,2}\s?月(?:份|末|底|度)?"
    r"|[一二三四五六七八九十]{1,2}月(?:份|末|底)?|[上中下]旬|本月(?:止)?|当月|本季(?:度)?|当季|月度|季度"
)
_ENGLISH_PART = (
    rf"\b{_MONTH}\s?-\s?{_MONTH}|\b{_MONTH}(?=\s|$|[-/,.)\]]|\d)"
    r"|\bq[1-4]\b(?:\s?-\s?q?[1-4]\b)?|\b[1-4]q\b|\bh[12]\b|\b[12]h\b|\bm(?:0?[1-9]|1[0-2])\b"
    r"|\b(?:1st|2nd|3rd|4th|first|second|third|fourth|last)[ -](?:quarter|half|trimester|semester)s?\b"
    r"(?:[ -]of[ -]the[ -]year)?"
    r"|\b(?:first|last)?\s?(?:[1-9]|1[01]|three|six|nine)[ -]months?\b|\bhalf[ -]year(?:ly)?\b"
    r"|\bquarter(?:ly)?(?:[ -][1-4])?\b"
    r"|\bmonthly\b|\bthis month\b|\bytd\b|\byear[ -]to[ -]date\b|\bquartal\b|\bhalbjahr\b|\bmid(?=[ -]?(?:19|20)\d\d)"
)
_YEAR = r"(?:19|20|21)\d\d"
_FISCAL = re.compile(
    rf"(?:\bfy|\bfiscal(?:\s?year)?|\bfinancial year|财政年度|财年)\s?'?(?P<first>{_YEAR}|\d\d)\s?"
    rf"(?:[-/]\s?'?(?P<last>{_YEAR}|\d\d)(?!\d))?"
    rf"|(?P<before>{_YEAR})\s?(?:-\s?(?P<after>{_YEAR})\s?)?(?:财年|财政年度|fy\b|fiscal year)"
)
_DATE = re.compile(
    rf"(?P<y1>{_YEAR})\s?(?P<sign>[-/.年])\s?(?P<m1>\d{{1,2}})\s?(?:(?P=sign)|月)\s?(?P<d1>\d{{1,2}})(?!\d)\s?日?"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})[-/.]\s?(?P<m2>\d{{1,2}})[-/.]\s?(?P<y2>{_YEAR})(?!\d)"
)
_SPAN = re.compile(rf"(?<!\d)(?P<first>{_YEAR})\s?年?\s?(?P<sign>[-/])\s?(?P<last>{_YEAR}|\d\d)(?!\d)\s?年?")
_MONTH_OF = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})\s?[-/.年m]\s?m?(?P<month>0?[1-9]|1[0-2])(?![\d])\s?(?=月|$|[\s)）:：])"
)
_PLAIN_YEAR = re.compile(rf"(?<![\d.,])(?P<year>{_YEAR})(?:\.0)?(?!\d|[.,]\d|\s?%)\s?(?:年)?")
_FIVE_YEAR_PLAN = re.compile(r"[“\"]?(?P<number>十[一二三四五六]?)五[”\"]?(?:期间|时期|规划|末)?")
_PLAN_NUMBERS = {"十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16}
_PARTS = re.compile(f"(?P<whole>{_WHOLE})|(?P<part>{_CHINESE_PART}|{_ENGLISH_PART})")
_DASHES = re.compile(r"\s*(?:[\u2010-\u2015\u2212~～—至到]|\bto\b|\buntil\b|\bthrough\b)\s*")
_LETTER_AFTER_YEAR = re.compile(rf"(?<!\d)({_YEAR})(?=[a-z])")
_COMPACT_MONTH = re.compile(rf"^(?P<year>{_YEAR})(?P<month>0[1-9]|1[0-2])$")
_MARKS = re.compile(rf"(?<=\d)\s?[{FOOTNOTE_MARKS}]+")


def plain(text: str) -> str:
    """Return a heading in one way of writing: width, case, spaces, dashes, without the marks of notes."""
    folded = unicodedata.normalize("NFKC", _MARKS.sub("", text[:300])).casefold()
    return _LETTER_AFTER_YEAR.sub(r"\1 ", _DASHES.sub("-", " ".join(folded.split())))


def periods_in(text: str) -> tuple[tuple[Period, ...], str]:
    """Return the periods that a text names, and what is left of it without them."""
    finder = _Finder(plain(text))
    finder.take(_FISCAL, _fiscal)
    finder.take(_DATE, _date)
    finder.take(_COMPACT_MONTH, _month)
    finder.take(_MONTH_OF, _month)
    finder.take(_SPAN, _span)
    finder.take(_FIVE_YEAR_PLAN, _five_years)
    finder.take(_PARTS, _part)
    finder.take(_PLAIN_YEAR, lambda match: Period(int(match["year"]), int(match["year"])))
    return _joined(finder.periods), " ".join(finder.text.replace("\0", " ").split())


class _Finder:
    """Takes what patterns find out of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.periods: list[Period] = []

    def take(self, pattern: "re.Pattern[str]", read: "object") -> None:
        """Keep a pattern's periods in the order of the text, and leave a gap where each stood."""

        def found(match: "re.Match[str]") -> str:
            period: Period | None = read(match)  # type: ignore[operator]
            if period is None:
                return match[0]
            self.periods.append(period)
            return "\0"

        self.text = pattern.sub(found, self.text)


def _century(digits: str, after: int | None = None) -> int:
    """Return the year that four or two digits mean."""
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if after is None else after - after % 100 + int(digits)


def _fiscal(match: "re.Match[str]") -> Period:
    first = _century(match["first"] or match["before"])
    later = match["last"] or match["after"]
    return Period(first, _century(later, first) if later else first, fiscal=True)


def _date(match: "re.Match[str]") -> Period | None:
    """Read a day; the last of a year stands for the year."""
    year, month, day = (int(match[f"{unit}1"] or match[f"{unit}2"]) for unit in "ymd")
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Period(year, year, part="" if (month, day) == (12, 31) else match[0].strip(), whole=(month, day) == (12, 31))


def _month(match: "re.Match[str]") -> Period | None:
    """Read 2024-03; 2010-11 is a span of two years as well, and left to be one."""
    year, month = int(match["year"]), int(match["month"])
    if len(match[0].strip()) == 7 and (year + 1) % 100 == month:
        return None
    return None if match.string[match.end() :].startswith("月末") else Period(year, year, part=match[0].strip())


def _span(match: "re.Match[str]") -> Period | None:
    first, last = int(match["first"]), _century(match["last"], int(match["first"]))
    if last < first and len(match["last"]) == 2:
        last += 100
    if last == first and len(match["last"]) == 4:
        return Period(first, first)
    return Period(first, last) if first < last <= first + 60 else None


def _five_years(match: "re.Match[str]") -> Period:
    """Read the years of a Chinese five-year plan: the thirteenth is that of 2016 to 2020."""
    last = 2020 + 5 * (_PLAN_NUMBERS[match["number"]] - 13)
    return Period(last - 4, last)


def _part(match: "re.Match[str]") -> Period:
    return Period(whole=True) if match["whole"] else Period(part=match["part"].strip())


def _joined(periods: list[Period]) -> tuple[Period, ...]:
    """Join a part, or the words for all of it, with the year that is named beside it."""
    parts = list(dict.fromkeys(period.part for period in periods if period.part))
    whole = any(period.whole for period in periods)
    spans = list(dict.fromkeys((one.first, one.last, one.fiscal) for one in periods if one.first is not None))
    part = "" if whole and not parts else " ".join(parts)
    if not spans:
        return (Period(part=part, whole=whole and not part),) if parts or whole else ()
    return tuple(Period(first, last, part, fiscal, whole and not part) for first, last, fiscal in spans)
