"""A text looked through once: its figures, what it ignores, its years, zones and telling words."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.exchange.text.ignored_numbers import ignored
from tracker.exchange.text.printed_tables import Cells, find_cells
from tracker.exchange.text.promise_or_report import Claims, find_claims
from tracker.exchange.text.splitting import alike, blanked, lower
from tracker.exchange.text.statement import KnownNames, Span, Why
from tracker.exchange.text.written_figures import Figure, as_range, figures, multiples, number_words
from tracker.exchange.text.years import YearMentions, find_years, year_published
from tracker.exchange.text.zone_mentions import ZoneMentions, find_zones

_YEARS = (Why.YEAR, Why.PERIOD, Why.DATE)
_TO = re.compile(r"\s?(?:-|–|—|~|至|to)\s?")
_FROM = re.compile(r"(?:\bfrom|从|由|比)\s*$")


@dataclass(slots=True)
class Document:
    """Everything that is looked up sentence by sentence; figures and ignored places in their order."""

    text: str
    lowered: str
    ignored: list[tuple[Span, Why]]
    figures: list[Figure]
    times: YearMentions
    claims: Claims
    zones: ZoneMentions
    cells: Cells
    starts: list[int]

    def figures_in(self, span: Span) -> list[Figure]:
        """Return the figures of a stretch."""
        return self.figures[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def look_through(text: str, published: str | None, known: KnownNames) -> Document:
    """Return what a text holds; all places count in the text as given."""
    same = alike(text)
    lowered = lower(same)
    cells = find_cells(same, lowered)
    # 2,000 printed as 2000 in a table's row is no year.
    unread = sorted(
        number for number in ignored(same) if number[1] is not Why.YEAR or cells.at(number[0].start) is None
    )
    open_text = blanked(lowered, (span for span, _ in unread))
    kept = _without_overlaps((*multiples(open_text), *figures(open_text), *number_words(open_text)), len(text))
    joined = _joined(kept, open_text)
    times = find_years(lowered, _allowed(unread, len(text)), year_published(same, published))
    return Document(
        text=same,
        lowered=lowered,
        ignored=unread,
        figures=joined,
        times=times,
        claims=find_claims(lowered),
        zones=find_zones(same, known),
        cells=cells,
        starts=[figure.span.start for figure in joined],
    )


def _allowed(unread: Iterable[tuple[Span, Why]], length: int) -> bytearray:
    """Return marks at the places where digits were taken for a year."""
    marks = bytearray(length)
    for (start, end), why in unread:
        if why in _YEARS:
            marks[start:end] = b"\x01" * (end - start)
    return marks


def _without_overlaps(candidates: Iterable[Figure], length: int) -> list[Figure]:
    """Return the first of figures that overlap, in order."""
    taken = bytearray(length)
    kept = []
    for figure in candidates:
        start, end = figure.span
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(figure)
    return sorted(kept, key=lambda figure: figure.span)


def _joined(candidates: list[Figure], text: str) -> list[Figure]:
    """Return the figures with the two ends of ranges joined; "from 3 to 5" are two figures."""
    joined: list[Figure] = []
    for figure in candidates:
        if joined and _TO.fullmatch(text, joined[-1].span.end, figure.span.start):
            low = joined[-1]
            started = _FROM.search(text, max(0, low.span.start - 6), low.span.start)
            both = None if started else as_range(low, figure)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(figure)
    return joined
