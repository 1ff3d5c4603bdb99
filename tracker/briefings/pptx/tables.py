"""Native tables on a slide: plans against indicators, and what is asked of whom."""

from collections.abc import Sequence
from typing import Any

from tracker.briefings.deck.contents import Closing, Request, Tiles
from tracker.briefings.fit_text import font_size
from tracker.briefings.pptx.slide_page import COLOURS, FOOT_TOP, LEFT, RIGHT, SlidePage, emu
from tracker.charts import Named, Tile
from tracker.charts.boxes import Box
from tracker.charts.drawing import Line
from tracker.charts.lettering import LINE
from tracker.charts.palette import marked
from tracker.language import _

_SECOND = 24.0
"""The letters of the line under a name."""
_SIZES = (36.0, 32.0, 28.0, 24.0, 22.0, 20.0, 18.0)


def tiles_slide(page: SlidePage, content: Tiles, top: float, alt: str) -> None:
    """Draw a table of goals with their status in glyph and words; a plan without the indicator says so."""
    matrix = content.matrix
    rows, columns = len(matrix.indicators), len(matrix.plans)
    box = Box(LEFT, top + 24, RIGHT, FOOT_TOP - 24)
    table = page.table(rows + 1, columns + 1, box, _("Goals by indicator and plan"), alt)
    first = (box.right - box.left) * (0.26 if columns > 1 else 0.4)
    rest = (box.right - box.left - first) / columns
    head = 150.0
    high = min(190.0, (box.bottom - box.top - head) / max(1, rows))
    _measure(table, [first, *[rest] * columns], [head, *[high] * rows])
    page.cell(table.cell(0, 0), [Line("", 24, COLOURS.muted)], COLOURS.page)
    plans = _name_size(matrix.plans, rest - 40, head - 12)
    indicators = _name_size(matrix.indicators, first - 40, high - 12)
    for column, plan in enumerate(matrix.plans, 1):
        page.cell(table.cell(0, column), _named(plan, plans), COLOURS.page)
    for row, indicator in enumerate(matrix.indicators, 1):
        page.cell(table.cell(row, 0), _named(indicator, indicators), COLOURS.page)
        for column, tile in enumerate(matrix.tiles[row - 1], 1):
            page.cell(
                table.cell(row, column), _tile(tile, rest - 40, high - 12), COLOURS.card if tile else COLOURS.page
            )


def closing_slide(page: SlidePage, content: Closing, top: float, alt: str) -> None:
    """Draw a table of what is asked of whom, with where the goal stands."""
    box = Box(LEFT, top + 24, RIGHT, FOOT_TOP - 24)
    widths = [440.0, 1010.0, box.right - box.left - 1450]
    head = 64.0
    count = max(1, len(content.asks))
    high = min(170.0, (box.bottom - box.top - head) / count)
    table = page.table(len(content.asks) + 1, 3, box, _("What is asked of whom"), alt)
    _measure(table, widths, [head, *[high] * len(content.asks)])
    for column, word in enumerate((_("Who"), _("What is asked"), _("Status"))):
        page.cell(table.cell(0, column), [Line(word, 26, COLOURS.muted, bold=True)], COLOURS.page)
    size = min((_ask_size(ask, widths, high - 14) for ask in content.asks), default=30.0)
    for row, ask in enumerate(content.asks, 1):
        texts = [
            Line(ask.who, size, COLOURS.ink, bold=True),
            Line(ask.what, size, COLOURS.ink),
            Line(marked(ask.group), size, COLOURS.status[ask.group], bold=True),
        ]
        for column, line in enumerate(texts):
            page.cell(table.cell(row, column), [line], COLOURS.card if row % 2 else COLOURS.page)


def _measure(table: Any, widths: list[float], heights: list[float]) -> None:
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = emu(wide)
    for row, high in zip(table.rows, heights, strict=True):
        row.height = emu(high)


def _ask_size(ask: Request, widths: list[float], high: float) -> float:
    sizes = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
    told = ((ask.who, widths[0]), (ask.what, widths[1]), (marked(ask.group), widths[2]))
    return min(font_size(text, (wide - 40, high), sizes, bold=place != 1) for place, (text, wide) in enumerate(told))


def _name_size(names: Sequence[Named], wide: float, high: float) -> float:
    """Return the largest letters that all the names fit in, so that the names beside each other look alike."""
    sizes = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
    rooms = [(name.label, high - (_SECOND * LINE if name.second else 0.0)) for name in names]
    return min((font_size(label, (wide, room), sizes, bold=True) for label, room in rooms), default=sizes[0])


def _named(name: Named, size: float) -> list[Line]:
    lines = [Line(name.label, size, COLOURS.ink, bold=True)]
    return lines + ([Line(name.second, min(_SECOND, size), COLOURS.muted)] if name.second else [])


def _tile(tile: Tile | None, wide: float, high: float) -> list[Line]:
    if tile is None:
        return [Line(_("not in this plan"), 24, COLOURS.muted)]
    said = marked(tile.group, tile.status)
    plain = font_size(said, (wide, high / 2), (24.0, 22.0, 20.0, 18.0))
    bold = font_size(tile.goal, (wide, high / 2), _SIZES, bold=True)
    return [
        Line(tile.goal, bold, COLOURS.ink, bold=True),
        Line(said, plain, COLOURS.status[tile.group]),
    ]
