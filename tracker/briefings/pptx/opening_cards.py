"""The first slide: whose goals these are, and a card for each group with how many stand in it."""

from tracker.briefings.deck.contents import Opening
from tracker.briefings.fit_text import font_size, line_count
from tracker.briefings.pptx.slide_page import COLOURS, LEFT, RIGHT, SlidePage
from tracker.charts.boxes import Box
from tracker.charts.drawing import Line
from tracker.charts.lettering import LINE
from tracker.charts.palette import marked
from tracker.domain.statuses import Group
from tracker.language import ngettext, number

_GAP, _HIGH = 20.0, 320.0


def opening_slide(page: SlidePage, content: Opening, top: float, alt: str) -> None:
    """Write whose goals they are and how many, and draw the cards."""
    whose = "  ·  ".join(part for part in (content.place, content.span) if part)
    top = _text(page, whose, Line("", 36, COLOURS.muted), top + 24)
    many = ngettext("{count} goal", "{count} goals", content.goals).format(count=number(content.goals, 0))
    top = _text(page, many, Line("", 40, COLOURS.ink, bold=True), max(top + 56, 300)) + 32
    step = (RIGHT - LEFT + _GAP) / len(Group)
    for place, group in enumerate(Group):
        left = LEFT + place * step
        box = Box(left, top, left + step - _GAP, top + _HIGH)
        _card(page, box, group, content.counts.get(group, 0), alt if place == 0 else "")


def _text(page: SlidePage, text: str, like: Line, top: float) -> float:
    """Write a text over the slide's width; return where it ends."""
    if not text:
        return top
    size = font_size(text, (RIGHT - LEFT, 2 * like.size * LINE), (like.size, 30.0, 26.0, 22.0), bold=like.bold)
    bottom = top + line_count(text, size, RIGHT - LEFT, bold=like.bold) * size * LINE
    page.write([Line(text, size, like.colour, like.bold)], Box(LEFT, top, RIGHT, bottom), wrap=True)
    return bottom


def _card(page: SlidePage, box: Box, group: Group, count: int, alt: str) -> None:
    """Draw a card with its stripe; a group nobody is in steps back, and is there all the same."""
    colour = COLOURS.status[group]
    page.rectangle(box, COLOURS.card, name=marked(group), alt=alt)
    page.rectangle(Box(box.left, box.top, box.left + 8, box.bottom), colour, name=marked(group))
    inner = Box(box.left + 40, box.top + 24, box.right - 12, box.bottom)
    figure = Line(number(count, 0), 132, COLOURS.ink if count else COLOURS.muted, bold=True)
    page.write([figure], Box(inner.left, inner.top, inner.right, inner.top + 132 * LINE))
    size = font_size(marked(group), (inner.right - inner.left, 44 * LINE), (34.0, 30.0, 26.0, 22.0), bold=True)
    below = Box(inner.left, box.bottom - 76, inner.right, box.bottom - 76 + size * LINE)
    page.write([Line(marked(group), size, colour, bold=True)], below)
