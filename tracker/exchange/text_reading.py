"""One sentence read: each of its figures with kind, year, zone and words, and the promises without a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.vocabulary import Kind, Qualifier
from tracker.exchange.text_context import Context, due_of, mood_at, year_of
from tracker.exchange.text_document import Document
from tracker.exchange.text_figures import Figure
from tracker.exchange.text_indicators import indicator_of
from tracker.exchange.text_judging import why_ignored
from tracker.exchange.text_kinds import Beside, Sense, comparator_of, fallen, goal_kind, sense_of
from tracker.exchange.text_milestones import promises
from tracker.exchange.text_moods import Mood
from tracker.exchange.text_respectively import names_for, told_respectively
from tracker.exchange.text_shape import Sentence
from tracker.exchange.text_statement import Read, Span, Statement, Why
from tracker.exchange.text_times import bases
from tracker.exchange.text_zones import Zone
from tracker.language import _

_FROM = re.compile(r"(?:\bfrom|从|由)[^,，。;]{0,16}$")
_UP_TO = re.compile(r"\s?(?:in 20\d\d )?to (?:about |over |more than )?|[\u4e00-\u9fff]{0,6}(?:到|至|为)")
_LISTED = re.compile(r"[^.;；。\d]{0,70}?(?:,? and(?: about| over)?|,|、|，|和|以及|及)\s*")
_ONLY_COMMAS = re.compile(r"(?:\s|,|、|，|和|及|以及|and)*")
_PER = re.compile(
    r"\bper (?P<people>\d[\d,]*) (?:persons?|people|residents|inhabitants|population)"
    r"|每(?P<zh>[十百千]?万)[名户]?(?:常住)?(?:人口|人|居民|就业人员)"
)
_PER_ZH = {"万": "10,000", "十万": "100,000", "百万": "1,000,000", "千万": "10,000,000"}
_OF_THE_LAST = re.compile(
    r"^\s?(?:[(（][^()（）]{0,40}[)）])?(?:, ?|，)?(?:accounting for|representing|making up|or|占)"
    r"|(?:^|, ?)(?:an? (?:year-on-year |annual )?(?:increase|rise|growth|decrease|drop|fall)|up|down"
    r"|rising|growing|increasing|falling)\b[ \w-]{0,25}$"
)
_ZH_COMMA = re.compile("[，。；、]")
_REACH = 90


@dataclass(slots=True)
class Taken:
    """A figure taken up: the words beside it and what was made of it so far."""

    figure: Figure
    clause: Span
    beside: Beside
    lead_at: Span
    gap: str = ""
    why: Why | None = None
    sense: Sense = Sense.LEVEL
    share_of: str | None = None
    name: str = ""
    baseline: Decimal | None = None


def read_sentence(document: Document, context: Context, sentence: Sentence, zone: Zone | None) -> Iterator[Statement]:
    """Read the figures of a sentence and its promises without a number."""
    taken = _take_up(document, sentence)
    _match_names(document, sentence, taken)
    stated, words = [], ""
    for one in taken:
        # "…, accounting for 25 percent of the city's total" is a share of what was stated just before.
        if one.figure.percent and _OF_THE_LAST.search(one.beside.lead):
            one.name = words
        found = _statement(document, context, sentence, one, zone, words)
        if one.why is None:
            stated.append(one.figure.span)
            words = found.indicator
        yield found
    yield from _milestones(document, context, sentence, stated, zone)


def _take_up(document: Document, sentence: Sentence) -> list[Taken]:
    """Look at each figure with the words beside it and the figures before it."""
    found = document.figures_in(sentence.span)
    taken: list[Taken] = []
    for place, figure in enumerate(found):
        clause = sentence.clause(figure.span.start)
        before = found[place - 1].span.end if place else sentence.span.start
        after = found[place + 1].span.start if place + 1 < len(found) else sentence.span.end
        start = max(before, clause.start, figure.span.start - _REACH)
        lead = document.lowered[start : figure.span.start]
        trail = document.lowered[figure.span.end : min(after, clause.end, figure.span.end + 240)]
        gap = document.lowered[before : figure.span.start] if figure.span.start - before < 2 * _REACH else ""
        one = Taken(
            figure,
            clause,
            Beside(lead, trail),
            Span(start, figure.span.start),
            gap if place else "",
            why_ignored(figure, Beside(lead, trail)),
        )
        one.sense, one.share_of = sense_of(figure, one.beside)
        if taken:
            _follow(taken[-1], one)
        taken.append(one)
    return taken


def _follow(before: Taken, one: Taken) -> None:
    """Let a figure take from the one before it: the same addition or growth, or the value it starts from."""
    same = before.figure.unit == one.figure.unit
    if before.sense in (Sense.RISE, Sense.FALL) and same and _ONLY_COMMAS.fullmatch(one.gap):
        one.sense = before.sense
    elif before.sense is Sense.ADDED and one.sense is Sense.LEVEL and same and _LISTED.fullmatch(one.gap):
        one.sense = Sense.ADDED
    if not _UP_TO.fullmatch(one.gap):
        return
    if before.figure.multiple and one.gap.strip() == "to":
        one.baseline, one.sense = one.figure.value / before.figure.value, Sense.LEVEL
        one.lead_at = before.lead_at
    elif _FROM.search(before.beside.lead) and before.figure.unit in (None, one.figure.unit):
        before.why, one.baseline, one.sense = Why.STARTING_VALUE, before.figure.value, Sense.LEVEL
        one.lead_at = before.lead_at


def _match_names(document: Document, sentence: Sentence, taken: list[Taken]) -> None:
    """Match the figures of "respectively" with the things named before them."""
    if len(taken) < 2 or not told_respectively(document.lowered[sentence.span.start : sentence.span.end][:4000]):
        return
    group: list[Taken] = []
    for one in taken:
        if group and not _ONLY_COMMAS.fullmatch(one.gap):
            _name(document, sentence, group)
            group = []
        group.append(one)
    _name(document, sentence, group)


def _name(document: Document, sentence: Sentence, group: list[Taken]) -> None:
    """Give each figure of a run the name in its place."""
    first = group[0].figure.span.start
    lead = document.text[max(sentence.span.start, first - 600) : first]
    for one, name in zip(group, names_for(lead, len(group)), strict=False):
        one.name = name


def _statement(
    document: Document, context: Context, sentence: Sentence, one: Taken, zone: Zone | None, last: str
) -> Statement:
    """Make the statement of a figure taken up; `last` is what the figure before it measured."""
    figure = one.figure
    words, unit = _words(document, sentence, one)
    if not words and figure.unit is not None:
        words = last
    if one.why is None and not words and figure.unit is None and not figure.rank:
        one.why = Why.NOTHING_COUNTED
    if one.why is not None:
        return Statement(quote=one.clause, quantity=figure.span, reading=Read.IGNORED, why=one.why)
    mood, told = mood_at(document, context, sentence, figure.span.start)
    promised = mood in (Mood.PROMISES, Mood.PLANS_SIZE)
    if one.sense is Sense.FALL and figure.value > 0:
        figure = fallen(figure)
    found = Statement(
        quote=one.clause,
        quantity=figure.span,
        reading=_reading(one, promised=promised),
        zone=zone.name if zone else None,
        zone_key=zone.key if zone else None,
        indicator=one.name or words,
        kind=_kind(document, one, promised=promised),
        comparator=comparator_of(figure, one.sense, goal=promised),
        value=figure.value,
        value_high=figure.high,
        unit=unit,
        approximate=figure.qualifier is Qualifier.ABOUT,
        baseline_year=next((time.year for time in bases(document.times.within(*one.clause))), None)
        if promised
        else None,
        baseline_value=one.baseline,
        share_of=one.share_of,
        sure=told,
        notes=() if told else (_("whether it is promised or reported is told by the sentences before it"),),
    )
    return _dated(document, context, sentence, found, mood)


def _words(document: Document, sentence: Sentence, one: Taken) -> tuple[str, str | None]:
    """Give the indicator's words, as written, and the unit with "per 10,000 people" where the clause says so."""
    start, end = one.figure.span
    lead = document.text[one.lead_at.start : one.lead_at.end]
    trail = "" if one.sense is Sense.SHARE else document.text[end : end + len(one.beside.trail)]
    words, unit = indicator_of(one.figure, lead, trail, document.text[max(sentence.span.start, start - 300) : start])
    if one.sense is Sense.RANK:
        return words, "rank"
    per = _PER.search(document.lowered, *one.clause) if one.sense is Sense.LEVEL and not one.figure.percent else None
    if per:
        unit = f"{unit or ''} per {per['people'] or _PER_ZH[per['zh']]} persons".strip()
    return words, unit


def _reading(one: Taken, *, promised: bool) -> Read:
    """Give the reading of a figure that is promised or reported."""
    if promised:
        return Read.GOAL
    if one.sense is Sense.SHARE:
        return Read.SHARE
    growing = one.sense in (Sense.RISE, Sense.FALL) and one.figure.percent
    return Read.GROWTH if growing or one.sense is Sense.MULTIPLE else Read.ACTUAL


def _kind(document: Document, one: Taken, *, promised: bool) -> Kind:
    """Give the kind; a reported growth is one whatever span it is over."""
    said = document.lowered[one.figure.span.start : one.figure.span.end] + one.beside.trail[:25]
    whole = document.lowered[one.clause.start : one.clause.end][:600]
    found = goal_kind(one.figure, one.sense, _ZH_COMMA.split(one.beside.lead)[-1] + said, whole)
    return Kind.GROWTH if found is Kind.CHANGE and not promised else found


def _dated(document: Document, context: Context, sentence: Sentence, found: Statement, mood: Mood) -> Statement:
    """Give a statement its year, and say where it was carried from."""
    place = found.quantity.start if found.quantity else found.quote.start
    if mood is Mood.PLANS_SIZE:
        return replace(found, notes=(*found.notes, _("a planned size, not a dated goal")))
    if found.reading in (Read.GOAL, Read.QUALITATIVE):
        year, named = due_of(document, context, sentence, place)
        note = _("the due year is carried from a paragraph before")
    else:
        year, named = year_of(document, context, sentence, found.quote, place)
        note = _("no year is named: the year of publication is taken")
    if year is None or named:
        return replace(found, year=year)
    return replace(found, year=year, sure=False, notes=(*found.notes, note))


def _milestones(
    document: Document, context: Context, sentence: Sentence, stated: list[Span], zone: Zone | None
) -> Iterator[Statement]:
    """Read the promises without a number."""
    listed = sentence.bullet and context.list_mood is not Mood.REPORTS
    for span in promises(document.lowered, sentence, stated, listed=listed):
        mood, told = mood_at(document, context, sentence, span.end - 1)
        if mood is Mood.REPORTS:
            continue
        found = Statement(
            quote=span,
            reading=Read.QUALITATIVE,
            zone=zone.name if zone else None,
            zone_key=zone.key if zone else None,
            indicator=document.text[span.start : span.end],
            kind=Kind.MILESTONE,
            sure=told,
        )
        yield _dated(document, context, sentence, found, mood)
