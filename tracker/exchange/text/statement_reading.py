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
from tracker.exchange.text.scanned_text import Document, look_through
from tracker.exchange.text.splitting import Sentence, sentences
from tracker.exchange.text.statement import KnownNames, Read, Span, Statement, Why
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
    in_context = figures_in_context(document, sentence)
    match_names(document, sentence, in_context)
    stated, words = [], ""
    for current in in_context:
        # "…, accounting for 25 percent of the city's total" is a share of what was stated just before.
        if current.figure.percent and _OF_THE_LAST.search(current.beside.lead):
            current.name = words
        statement = _statement(document, context, sentence, current, zone, words)
        if current.why is None:
            stated.append(current.figure.span)
            words = statement.indicator
        yield statement
    yield from _milestones(document, context, sentence, stated, zone)


def _statement(
    document: Document, context: Context, sentence: Sentence, item: FigureInContext, zone: ZoneMention | None, last: str
) -> Statement:
    """Return the statement of a figure taken up; `last` is what the figure before it measured."""
    figure = item.figure
    words, unit = (item.name, figure.unit) if item.cell else _words(document, sentence, item)
    if not words and figure.unit is not None:
        words = last
    if item.why is None and not words and figure.unit is None and not figure.rank:
        item.why = Why.NOTHING_COUNTED
    if item.why is not None:
        return Statement(quote=item.clause, quantity=figure.span, reading=Read.IGNORED, why=item.why)
    claim, sure = claim_at(document, context, sentence, figure.span.start)
    if item.cell is not None:
        claim, sure = (Claim.PROMISES if item.cell.promised else Claim.REPORTS), True
    promised = claim in (Claim.PROMISES, Claim.PLANS_SIZE)
    compared = bases(document.times.within(*item.clause))
    baseline_year = next((time.year for time in compared), None) if promised else None
    if item.sense is Sense.FALL and figure.value > 0:
        figure = fallen(figure)
    statement = Statement(
        quote=item.clause,
        quantity=figure.span,
        reading=_reading(item, promised=promised),
        zone=zone.name if zone else None,
        zone_key=zone.key if zone else None,
        indicator=item.name or words,
        kind=_kind(document, item, promised=promised),
        comparator=comparator_of(figure, item.sense, goal=promised),
        value=figure.value,
        value_high=figure.high,
        unit=unit,
        approximate=figure.qualifier is Qualifier.ABOUT,
        baseline_year=baseline_year,
        baseline_value=item.baseline,
        share_of=item.share_of,
        sure=sure,
        notes=() if sure else (_("whether it is promised or reported follows from the sentences before it"),),
    )
    if item.cell is not None:
        return replace(statement, year=item.cell.year)
    return _dated(document, context, sentence, statement, claim)


def _words(document: Document, sentence: Sentence, current: FigureInContext) -> tuple[str, str | None]:
    """Return the indicator's words, as written, and the unit with "per 10,000 people" where the clause says so."""
    start, end = current.figure.span
    lead = document.text[current.lead_at.start : current.lead_at.end]
    trail = "" if current.sense is Sense.SHARE else document.text[end : end + len(current.beside.trail)]
    words, unit = indicator_of(
        current.figure, lead, trail, document.text[max(sentence.span.start, start - 300) : start]
    )
    if current.sense is Sense.RANK:
        return words, "rank"
    per = (
        _PER.search(document.lowered, *current.clause)
        if current.sense is Sense.LEVEL and not current.figure.percent
        else None
    )
    if per:
        unit = f"{unit or ''} per {per['people'] or _PER_ZH[per['zh']]} persons".strip()
    return words, unit


def _reading(current: FigureInContext, *, promised: bool) -> Read:
    """Return the reading of a figure that is promised or reported."""
    if promised:
        return Read.GOAL
    if current.sense is Sense.SHARE:
        return Read.SHARE
    growing = current.sense in (Sense.RISE, Sense.FALL) and current.figure.percent
    return Read.GROWTH if growing or current.sense is Sense.MULTIPLE else Read.ACTUAL


def _kind(document: Document, current: FigureInContext, *, promised: bool) -> Kind:
    """Return the kind; a reported growth is one whatever span it is over."""
    beside = document.lowered[current.figure.span.start : current.figure.span.end] + current.beside.trail[:25]
    clause = document.lowered[current.clause.start : current.clause.end][:600]
    kind = goal_kind(current.figure, current.sense, _ZH_COMMA.split(current.beside.lead)[-1] + beside, clause)
    return Kind.GROWTH if kind is Kind.CHANGE and not promised else kind


def _dated(document: Document, context: Context, sentence: Sentence, statement: Statement, claim: Claim) -> Statement:
    """Return a statement with its year, and with a note of where that was carried from."""
    place = statement.quantity.start if statement.quantity else statement.quote.start
    if claim is Claim.PLANS_SIZE:
        return replace(statement, notes=(*statement.notes, _("a planned size, not a dated goal")))
    if statement.reading in (Read.GOAL, Read.QUALITATIVE):
        year, named = due_of(document, context, sentence, place)
        note = _("the due year is carried from a paragraph before")
    else:
        year, named = year_of(document, context, sentence, place)
        note = _("no year is named: the year of publication is taken")
    if year is None or named:
        return replace(statement, year=year)
    return replace(statement, year=year, sure=False, notes=(*statement.notes, note))


def _milestones(
    document: Document, context: Context, sentence: Sentence, stated: list[Span], zone: ZoneMention | None
) -> Iterator[Statement]:
    """Read the promises without a number."""
    listed = sentence.bullet and context.list_claim is not Claim.REPORTS
    for span in promises(document.lowered, sentence, stated, listed=listed):
        claim, sure = claim_at(document, context, sentence, span.end - 1)
        if claim is Claim.REPORTS:
            continue
        statement = Statement(
            quote=span,
            reading=Read.QUALITATIVE,
            zone=zone.name if zone else None,
            zone_key=zone.key if zone else None,
            indicator=document.text[span.start : span.end],
            kind=Kind.MILESTONE,
            sure=sure,
        )
        yield _dated(document, context, sentence, statement, claim)


__all__ = ["KnownNames", "Read", "Span", "Statement", "Why", "find_statements"]


def find_statements(
    text: str, *, published: str | None = None, known: KnownNames | None = None
) -> tuple[Statement, ...]:
    """Return the quantities of a text and its goals without a number, in their order; nothing in a text makes it fail.

    `published` is an ISO date or year; without it the text's own dateline counts. It dates "last year" and
    figures in the present tense.
    """
    document = look_through(text, published, known or KnownNames())
    context = Context()
    shape = list(sentences(document.text))
    statements = _ignored(document, shape)
    for sentence in shape:
        context.enter(sentence)
        zone = document.zones.about(document.text, sentence)
        statements += read_sentence(document, context, sentence, zone)
        figures = document.figures_in(sentence.span)
        place = figures[-1].span.start if figures else sentence.span.end - 1
        claim, sure = claim_at(document, context, sentence, place)
        context.leave(document, sentence, claim if sure else None)
    return tuple(sorted(statements, key=lambda statement: (statement.quantity or statement.quote, statement.quote)))


def _ignored(document: Document, shape: list[Sentence]) -> list[Statement]:
    """Return the statements of what the text's dates, ordinals and names are."""
    starts = [sentence.span.start for sentence in shape]
    statements = []
    for span, why in document.ignored:
        place = bisect_right(starts, span.start) - 1
        quote = shape[place].clause(span.start) if place >= 0 else span
        statements.append(Statement(quote=quote, quantity=span, reading=Read.IGNORED, why=why))
    return statements
