"""The first slide: whose goals these are, how many stand in each group, and as of when."""

from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size
from tracker.charts.kinds.cards import blank, broken, card, finished, largest, put, stripe_width
from tracker.charts.lettering import shortened
from tracker.charts.palette import Theme, marked
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import ngettext, number

_TITLES = (88, 72, 60, 48)
_CARD, _TALLEST_CARD = 270, 400
_ROW = 112


@dataclass(frozen=True, slots=True)
class _Words:
    """The slide's lines, broken to its width."""

    title: list[Line]
    whose: list[Line]
    total: list[Line]
    known: list[Line]
    made_from: list[Line]


def opening(
    title: str,
    counts: Mapping[Group, int],
    *,
    place: str = "",
    span: str = "",
    known: str = "",
    made_from: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
) -> go.Figure:
    """Draw the title with place and span, a card per group with its count, how it was looked at and made from what."""
    sheet = Sheet(theme, *size)
    whose = " · ".join(part for part in (place, span) if part)
    words = _words(sheet, title, whose, sum(counts.values()), known, made_from)
    drawing = blank(sheet)
    left, foot = _edge(sheet), sheet.height - sheet.px(26) - _height(words.made_from)
    put(drawing, words.made_from, left, foot)
    cards = _cards_height(sheet)
    needed = _height(words.title, words.whose, words.total, words.known) + cards + 3 * _gap(sheet)
    # The cards take what room is left, up to a height, so that the lower part does not stay empty.
    grown = min(max(0.0, foot - needed - 2.5 * _gap(sheet)), _most_growth(sheet))
    cards, needed = cards + grown, needed + grown
    top = max(sheet.px(44), (foot - needed) * 0.45)
    top = put(drawing, words.title, left, top) + _gap(sheet) / 4
    top = put(drawing, words.whose, left, top) + _gap(sheet) * 1.25
    top = put(drawing, words.total, left, top) + _gap(sheet) / 2
    _cards(drawing, Box(left, top, sheet.width - left, top + cards), counts)
    put(drawing, words.known, left, top + cards + _gap(sheet))
    return finished(drawing)


def _words(sheet: Sheet, title: str, whose: str, total: int, known: str, made_from: str) -> _Words:
    colours, room = sheet.colours, sheet.width - 2 * _edge(sheet)
    sizes = [Line("", sheet.font(size), colours.ink, bold=True) for size in _TITLES]
    many = ngettext("{count} goal", "{count} goals", total).format(count=number(total, 0))
    return _Words(
        title=largest(title, sizes, room, 4 if sheet.narrow else 2),
        whose=broken(whose, Line("", sheet.font(40), colours.muted), room, 2),
        total=broken(many, Line("", sheet.font(40), colours.ink, bold=True), room, 1),
        known=broken(known, Line("", sheet.font(32), colours.ink), room, 3 if sheet.narrow else 2),
        made_from=broken(made_from, Line("", sheet.font(22), colours.muted), room, 3 if sheet.narrow else 2),
    )


def _height(*blocks: list[Line]) -> float:
    return sum(block_size(lines)[1] for lines in blocks if lines)


def _edge(sheet: Sheet) -> float:
    return max(sheet.px(60), 12.0)


def _gap(sheet: Sheet) -> float:
    return max(sheet.px(48), 12.0)


def _cards_height(sheet: Sheet) -> float:
    return len(Group) * _ROW * 0.4 if sheet.narrow else sheet.px(_CARD)


def _most_growth(sheet: Sheet) -> float:
    return 0.4 * _cards_height(sheet) if sheet.narrow else sheet.px(_TALLEST_CARD - _CARD)


def _cards(drawing: Drawing, box: Box, counts: Mapping[Group, int]) -> None:
    """Draw the groups beside each other, or below each other on a narrow sheet."""
    sheet, gap = drawing.sheet, max(drawing.sheet.px(20), 6.0)
    said = {group: _count(sheet, counts.get(group, 0)) for group in Group}
    across = (box.right - box.left + gap) / len(Group)
    down = (box.bottom - box.top + gap) / len(Group)
    column = max(line.width for line in said.values())
    for place, (group, line) in enumerate(said.items()):
        if sheet.narrow:
            top = box.top + place * down
            _beside(drawing, Box(box.left, top, box.right, top + down - gap), group, line, column)
        else:
            left = box.left + place * across
            _above(drawing, Box(left, box.top, left + across - gap, box.bottom), group, line)


def _count(sheet: Sheet, count: int) -> Line:
    # A group nobody is in steps back, and is there all the same.
    colour = sheet.colours.ink if count else sheet.colours.muted
    return Line(number(count, 0), sheet.font(72 if sheet.narrow else 128), colour, bold=True)


def _above(drawing: Drawing, box: Box, group: Group, count: Line) -> None:
    """Draw a card with the count above its word."""
    card(drawing, box, group)
    left = _inside(drawing.sheet, box)
    lines = [count, _word(drawing.sheet, group, box.right - left - drawing.sheet.px(8))]
    put(drawing, lines, left, (box.top + box.bottom - block_size(lines)[1]) / 2)


def _beside(drawing: Drawing, box: Box, group: Group, count: Line, column: float) -> None:
    """Draw a card with the count, in a column of a width, at the left of its word."""
    card(drawing, box, group)
    left, middle = _inside(drawing.sheet, box), (box.top + box.bottom) / 2
    put(drawing, [count], left, middle - block_size([count])[1] / 2)
    left += column + max(drawing.sheet.px(40), 12.0)
    word = _word(drawing.sheet, group, box.right - left)
    put(drawing, [word], left, middle - block_size([word])[1] / 2)


def _inside(sheet: Sheet, box: Box) -> float:
    return box.left + stripe_width(sheet) + max(sheet.px(28), 10.0)


def _word(sheet: Sheet, group: Group, room: float) -> Line:
    size = sheet.font(36)
    return Line(shortened(marked(group), size, room, bold=True), size, sheet.colours.status[group], bold=True)
