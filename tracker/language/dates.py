"""Dates and instants as people read them, by Babel."""

import re
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime, format_skeleton

from tracker.language.catalogue import _
from tracker.language.numbers import MISSING
from tracker.language.spoken import current_language, language_tag

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}")


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    return Locale.parse(language_tag(language), sep="-")


def date_words(day: date | str | None) -> str:
    """Return a day (18 August 2021), a month or a year alone as the language writes them, – where there is none."""
    if not day:
        return MISSING
    known = _read(day) if isinstance(day, str) else day
    if known is None and _MONTH.fullmatch(str(day)):
        return format_date(date.fromisoformat(f"{day}-01"), _("MMMM y"), locale=_locale(current_language()))
    if known is None:
        return _("{year}").format(year=day) if _YEAR.fullmatch(str(day)) else str(day)
    return format_date(known, format="long", locale=_locale(current_language()))


def part_words(part: str, *, cumulative: bool = False) -> str:
    """Return a part of a year (2024-H1, 2024-Q3, 2024-09); a cumulative one as the months it is counted over."""
    year, name = part[:4], part[5:]
    last = int(name[1:]) * {"H": 6, "Q": 3}[name[0]] if name[0] in "HQ" else int(name)
    if cumulative and last > 1:
        month = format_date(date(int(year), last, 1), _("MMMM"), locale=_locale(current_language()))
        return _("January–{month} {year}").format(month=month, year=year)
    if name[0] == "H":
        return (_("first half of {year}") if name == "H1" else _("second half of {year}")).format(year=year)
    if name[0] == "Q":
        return format_skeleton("yQQQ", date(int(year), last, 1), locale=_locale(current_language()))
    return date_words(part)


def years_words(start: int | None, end: int | None) -> str:
    """Return a span of years (2017–2019), an end that is not known as …; "" where neither is."""
    return _("{start}–{end}").format(start=start or "…", end=end or "…") if start or end else ""


def _read(text: str) -> date | None:
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def instant_words(instant: datetime) -> str:
    """Return an instant to the minute, in the zone it carries (18 August 2021, 14:05)."""
    locale = _locale(current_language())
    time = format_datetime(instant, "HH:mm", locale=locale)
    return _("{day}, {time}").format(day=date_words(instant.date()), time=time)
