"""Every quantity of an article or a plan, English or Chinese, with its place and what the text tells of it."""

from bisect import bisect_right

from tracker.exchange.text.carried_context import Context, mood_at
from tracker.exchange.text.sentence_reading import read_sentence
from tracker.exchange.text.splitting import Sentence, sentences
from tracker.exchange.text.statement import KnownNames, Read, Span, Statement, Why
from tracker.exchange.text.text_document import Document, look_through

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
        mood, told = mood_at(document, context, sentence, place)
        context.leave(document, sentence, mood if told else None)
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
