"""Reads a text into statements: each figure with kind, year, zone and words, and the goals without a number."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import Qualifier
from tracker.exchange.text.carried_context import Context, claim_at, due_of, year_of
from tracker.exchange.text.figure_kinds import Sense, comparator_of, fallen, goal_kind
from tracker.exchange.text.figure_owners import FigureInContext, figures_in_context, match_names
from tracker.exchange.text.indicator_words import indicator_of
from tracker.exchange.text.promise_or_report import Claim, promises
from tracker.exchange.text.splitting import Sentence, sentences
from tracker.exchange.text.statement import KnownNames, Read, Span, Statement, Why
from tracker.exchange.text.text_document import Document, look_through
from tracker.exchange.text.years import bases
from tracker.exchange.text.zone_mentions import ZoneMention
from tracker.language import _

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


def read_sentence(
    document: Document, context: Context, sentence: Sentence, zone: ZoneMention | None
) -> Iterator[Statement]:
    """Read the figures of a sentence and its promises without a number."""
    taken = figures_in_context(document, sentence)
    match_names(document, sentence, taken)
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


def _statement(
    document: Document, context: Context, sentence: Sentence, one: FigureInContext, zone: ZoneMention | None, last: str
) -> Statement:
    """Make the statement of a figure taken up; `last` is what the figure before it measured."""
    figure = one.figure
    words, unit = (one.name, figure.unit) if one.cell else _words(document, sentence, one)
    if not words and figure.unit is not None:
        words = last
    if one.why is None and not words and figure.unit is None and not figure.rank:
        one.why = Why.NOTHING_COUNTED
    if one.why is not None:
        return Statement(quote=one.clause, quantity=figure.span, reading=Read.IGNORED, why=one.why)
    claim, told = claim_at(document, context, sentence, figure.span.start)
    if one.cell is not None:
        claim, told = (Claim.PROMISES if one.cell.promised else Claim.REPORTS), True
    promised = claim in (Claim.PROMISES, Claim.PLANS_SIZE)
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
    if one.cell is not None:
        return replace(found, year=one.cell.year)
    return _dated(document, context, sentence, found, claim)


def _words(document: Document, sentence: Sentence, one: FigureInContext) -> tuple[str, str | None]:
    """Return the indicator's words, as written, and the unit with "per 10,000 people" where the clause says so."""
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


def _reading(one: FigureInContext, *, promised: bool) -> Read:
    """Return the reading of a figure that is promised or reported."""
    if promised:
        return Read.GOAL
    if one.sense is Sense.SHARE:
        return Read.SHARE
    growing = one.sense in (Sense.RISE, Sense.FALL) and one.figure.percent
    return Read.GROWTH if growing or one.sense is Sense.MULTIPLE else Read.ACTUAL


def _kind(document: Document, one: FigureInContext, *, promised: bool) -> Kind:
    """Return the kind; a reported growth is one whatever span it is over."""
    said = document.lowered[one.figure.span.start : one.figure.span.end] + one.beside.trail[:25]
    whole = document.lowered[one.clause.start : one.clause.end][:600]
    found = goal_kind(one.figure, one.sense, _ZH_COMMA.split(one.beside.lead)[-1] + said, whole)
    return Kind.GROWTH if found is Kind.CHANGE and not promised else found


def _dated(document: Document, context: Context, sentence: Sentence, found: Statement, claim: Claim) -> Statement:
    """Return a statement with its year, and with a note of where that was carried from."""
    place = found.quantity.start if found.quantity else found.quote.start
    if claim is Claim.PLANS_SIZE:
        return replace(found, notes=(*found.notes, _("a planned size, not a dated goal")))
    if found.reading in (Read.GOAL, Read.QUALITATIVE):
        year, named = due_of(document, context, sentence, place)
        note = _("the due year is carried from a paragraph before")
    else:
        year, named = year_of(document, context, sentence, place)
        note = _("no year is named: the year of publication is taken")
    if year is None or named:
        return replace(found, year=year)
    return replace(found, year=year, sure=False, notes=(*found.notes, note))


def _milestones(
    document: Document, context: Context, sentence: Sentence, stated: list[Span], zone: ZoneMention | None
) -> Iterator[Statement]:
    """Read the promises without a number."""
    listed = sentence.bullet and context.list_claim is not Claim.REPORTS
    for span in promises(document.lowered, sentence, stated, listed=listed):
        claim, told = claim_at(document, context, sentence, span.end - 1)
        if claim is Claim.REPORTS:
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
        yield _dated(document, context, sentence, found, claim)


__all__ = ["KnownNames", "Read", "Span", "Statement", "Why", "find_statements"]


def find_statements(
    text: str, *, published: str | None = None, known: KnownNames | None = None
) -> tuple[Statement, ...]:
    """Find the quantities of a text and its goals without a number, in their order; nothing in a text makes it fail.

    `published` is an ISO date or year; without it the text's own dateline counts. It dates "last year" and
    figures in the present tense.
    """
    document = look_through(text, published, known or KnownNames())
    context = Context()
    shape = list(sentences(document.text))
    found = _ignored(document, shape)
    for sentence in shape:
        context.enter(sentence)
        zone = document.zones.about(document.text, sentence)
        found += read_sentence(document, context, sentence, zone)
        figures = document.figures_in(sentence.span)
        place = figures[-1].span.start if figures else sentence.span.end - 1
        claim, told = claim_at(document, context, sentence, place)
        context.leave(document, sentence, claim if told else None)
    return tuple(sorted(found, key=lambda one: (one.quantity or one.quote, one.quote)))


def _ignored(document: Document, shape: list[Sentence]) -> list[Statement]:
    """Make the statements of what the text's dates, ordinals and names are."""
    starts = [sentence.span.start for sentence in shape]
    found = []
    for span, why in document.ignored:
        place = bisect_right(starts, span.start) - 1
        quote = shape[place].clause(span.start) if place >= 0 else span
        found.append(Statement(quote=quote, quantity=span, reading=Read.IGNORED, why=why))
    return found
