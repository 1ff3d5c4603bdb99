"""Whether a value is the one that is asked for, by all that headings, titles and its row say of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.tables.heading_words import Sense
from tracker.domain.tables.headings import Heading
from tracker.domain.tables.periods import Period, SpanYear
from tracker.domain.vocabulary import Accumulates
from tracker.language import _

_ALLOWED = {Accumulates.ANNUAL_CHANGE: Sense.CHANGE, Accumulates.RANK: Sense.RANK}
# "Value" and 数值 may stand under a title of targets; these words say themselves that something was reported.
_REPORTED = re.compile(r"实际|完成|实绩|\b(?:actuals?|achieved|outturn|observed|reported|results?)\b", re.IGNORECASE)
# What a title may say of a whole table; other words of titles say what it is about.
_OF_TITLES = frozenset({Sense.TARGET, Sense.FORECAST, Sense.BASELINE})


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for: a year of one zone, and for which year a span of years counts."""

    year: int
    zone: str
    span: SpanYear | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How surely a value is the one asked for (0: it is not), why not, and what its heading says besides.

    `elsewhere` says that it is surely of another year or zone, so that nobody need be asked about it.
    """

    strength: int = 0
    why: str = ""
    besides: str = ""
    elsewhere: bool = False


def verdict(own: Heading, around: Sequence[Heading], scope: Scope, accumulates: Accumulates | None = None) -> Verdict:
    """Judge a value by its own headings and by what stands around its table: titles, sections, the sheet's name."""
    if why := _place(own, around, scope):
        return Verdict(why=why, elsewhere=True)
    periods = _periods(own, around)
    if _is_of_other_years(periods, scope):
        return Verdict(why=_("another year: {year}").format(year=_years(periods)), elsewhere=True)
    if why := _sense(own, around, accumulates) or _period(periods, scope):
        return Verdict(why=why)
    dated = any(period.first is not None for period in own.periods)
    strength = 30 if dated else 20 if Sense.ACTUAL in own.senses or own.periods else 10
    if own.rest and strength > 10:
        strength -= 6
    return Verdict(strength + (Sense.ACTUAL in own.senses and dated), besides=own.rest)


def _sense(own: Heading, around: Sequence[Heading], accumulates: Accumulates | None) -> str:
    """Return why a value is no actual by the words over it; "" where nothing says so."""
    senses = own.senses - ({_ALLOWED[accumulates]} if accumulates in _ALLOWED else set())
    if not _REPORTED.search(own.text):
        titles = [heading for heading in around if Sense.ACTUAL not in heading.senses]
        senses = senses | {sense for heading in titles for sense in heading.senses & _OF_TITLES}
    if own.flag is not None and own.flag.forecast:
        senses = senses | {Sense.FORECAST}
    found = next((sense for sense in Sense if sense in senses and sense is not Sense.ACTUAL), None)
    return _SENSE_WORDS[found]() if found else ""


_SENSE_WORDS = {
    Sense.TARGET: lambda: _("a target or plan, no actual"),
    Sense.FORECAST: lambda: _("a forecast, no actual"),
    Sense.BASELINE: lambda: _("a baseline, not the value of the year"),
    Sense.PREVIOUS: lambda: _("the value of the year before"),
    Sense.CHANGE: lambda: _("a change or growth, not the value"),
    Sense.COMPLETION: lambda: _("how much of a target is reached, not the value"),
    Sense.SHARE: lambda: _("a share, not the value"),
    Sense.RANK: lambda: _("a place in a ranking, not the value"),
    Sense.CUMULATIVE: lambda: _("a running total: of this year or of several?"),
    Sense.AVERAGE: lambda: _("an average, not the value of the year"),
}


def _place(own: Heading, around: Iterable[Heading], scope: Scope) -> str:
    """Return that a value is of another zone; "" where it may be of the one that is asked for."""
    places = own.places or frozenset().union(*(heading.places for heading in around))
    return "" if not places or scope.zone in places else _("another zone")


def _periods(own: Heading, around: Sequence[Heading]) -> tuple[Period, ...]:
    """Return the periods that count: a value's own, with the year or the part that those around it add."""
    outer = tuple(period for heading in around for period in heading.periods)
    dated = tuple(period for period in own.periods if period.first is not None)
    whole = any(period.whole for period in own.periods)
    parts = tuple(period for period in own.periods if period.part)
    if dated:
        dated = tuple(period for period in dated if not _is_named_again(period, dated))
        return dated + parts + (() if whole else tuple(Period(part=one.part) for one in outer if one.part))
    nearest = next((heading.periods for heading in reversed(around) if heading.periods), ())
    years = tuple(Period(one.first, one.last, "" if whole else one.part, one.fiscal) for one in nearest if one.first)
    loose = () if whole else tuple(Period(part=one.part) for one in outer if one.part)
    return years + parts + loose


def _is_named_again(period: Period, all_of_them: Sequence[Period]) -> bool:
    """Return whether a bare year is also the year of a part that is named: 2024 above 2024-Q1."""
    same = (other for other in all_of_them if other is not period)
    return not period.part and any(other.part and other.first == period.first for other in same)


def _period(periods: Sequence[Period], scope: Scope) -> str:
    """Return why a value is not of the year that is asked for; "" where it may be."""
    if part := next((period.part for period in periods if period.part), ""):
        return _("a part of a year: {part}").format(part=part)
    dated = [period for period in periods if period.first is not None]
    if any(period.is_span for period in dated) and scope.span is None:
        wrong = _("a span of years, {span}: for which year does it count, the first or the last?")
        return wrong.format(span=_years(dated))
    several = len({period.year(scope.span) for period in dated}) > 1
    return _("several years: {years}").format(years=_years(dated)) if several else ""


def _is_of_other_years(periods: Iterable[Period], scope: Scope) -> bool:
    """Return whether years are named, and the one that is asked for is none of them."""
    dated = [period for period in periods if period.first is not None]
    return bool(dated) and not any(_touches(period, scope) for period in dated)


def _touches(period: Period, scope: Scope) -> bool:
    """Return whether a period counts for a year, or might."""
    if scope.span is not None and not period.part:
        return period.year(scope.span) == scope.year
    return (period.first or 0) - period.fiscal <= scope.year <= (period.last or 0) + period.fiscal


def _years(periods: Iterable[Period]) -> str:
    """Return periods as they are written in a sentence."""
    dated = (period for period in periods if period.first is not None)
    return ", ".join(dict.fromkeys(_written(one) for one in dated))


def _written(period: Period) -> str:
    fiscal = "FY" if period.fiscal else ""
    return fiscal + (str(period.first) if period.first == period.last else f"{period.first}–{period.last}")
