"""Plans against indicators: a tile per goal with its status in glyph, word and colour; an empty one is named."""

from dataclasses import dataclass

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size, rectangle
from tracker.charts.heading import Heading, heading, longest_heading
from tracker.charts.kinds.rows import lines_fit
from tracker.charts.lettering import LINE, shortened, width_of, wrapped
from tracker.charts.palette import Theme, marked
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import _

_ROW, _COLUMN = 100, 290
"""The least height and width of a tile whose words can be read, with the gap to the next."""
_HEAD_LINES = 4
"""The most lines of a plan's name; an indicator's has more width and fewer."""
_TALLEST = 220
"""The height beyond which a tile does not grow where there are few."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """How large the texts are: the share of the width that the rows' names take, the names, and the words."""

    share: float
    name: float
    words: float


_USUAL, _DENSE = _Letters(0.26, 30, 24), _Letters(0.22, 24, 22)
"""How tiles are lettered, and how where a status or a plan's name would be cut."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One plan's goal on one indicator: what it wants, and how it stands; `short` where the whole has no room."""

    goal: str
    group: Group
    status: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """The head of a row or column: a name with a second line."""

    label: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tiles by indicator (rows) and plan (columns); None where the indicator is not in the plan."""

    indicators: tuple[Named, ...]
    plans: tuple[Named, ...]
    tiles: tuple[tuple[Tile | None, ...], ...]


def tiles(
    matrix: Matrix,
    headline: str = "",
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
) -> go.Figure:
    """Draw the matrix."""
    sheet = Sheet(theme, *size)
    head = heading(sheet, headline, _("Each tile: the goal, then its status in symbol and words"), source, shown=title)
    drawing, letters = _lettered(sheet, head, matrix)
    for row, line in enumerate(matrix.tiles):
        for column, tile in enumerate(line):
            _tile(drawing, row, column, tile, letters)
    head.write(drawing)
    _heads(drawing, matrix, letters)
    # Without a trace Plotly would not draw the axes that the tiles stand on.
    drawing.traces.append({"type": "scatter", "x": [0], "y": [0], "mode": "none", "hoverinfo": "skip"})
    return drawing.figure({"visible": False}, {"visible": False})


def tiles_fit(size: Size) -> tuple[int, int]:
    """Return how many rows and columns of tiles a slide of a size holds."""
    sheet = Sheet(Theme.LIGHT, *size)
    head = longest_heading(sheet)
    left = head.left + _names_room(sheet, _USUAL) + sheet.mark(30)
    top, bottom = _ends(sheet, head, 2, _USUAL)
    columns = (sheet.width - max(sheet.px(60), 4) - left) / sheet.font(_COLUMN)
    return max(1, int((bottom - top) / sheet.font(_ROW))), max(1, int(columns))


def _names_room(sheet: Sheet, letters: _Letters) -> float:
    """Return the most that the rows' names take of the width."""
    return (0.3 if sheet.narrow else letters.share) * sheet.width


def _ends(sheet: Sheet, head: Heading, lines: int, letters: _Letters) -> tuple[float, float]:
    """Return where the tiles start, under the columns' names of so many lines, and where they end."""
    names = lines * sheet.font(letters.name) + sheet.font(letters.words)
    top = head.top + sheet.px(24) + names * LINE + sheet.px(10)
    return top, max(top + 20, head.bottom - sheet.px(20))


def _lettered(sheet: Sheet, head: Heading, matrix: Matrix) -> tuple[Drawing, _Letters]:
    """Return a drawing for the tiles with its letters, smaller where a status or a plan's name would be cut."""
    usual = _drawing(sheet, head, matrix, _USUAL)
    size, room = sheet.font(_USUAL.words), _tile_room(usual)
    said = (marked(tile.group, tile.status) for row in matrix.tiles for tile in row if tile is not None)
    wide = _head_room(usual.x(1) - usual.x(0))
    heads = (_label(sheet, name, wide, _USUAL, _HEAD_LINES)[-1].text for name in matrix.plans)
    whole = all(width_of(words, size) <= room for words in said) and not any(text.endswith("…") for text in heads)
    if sheet.narrow or whole:
        return usual, _USUAL
    return _drawing(sheet, head, matrix, _DENSE), _DENSE


def _tile_room(drawing: Drawing) -> float:
    return drawing.x(1) - drawing.x(0) - drawing.sheet.mark(40)


def _drawing(sheet: Sheet, head: Heading, matrix: Matrix, letters: _Letters) -> Drawing:
    room = _names_room(sheet, letters)
    names = max((block_size(_named(sheet, name, room, letters))[0] for name in matrix.indicators), default=0.0)
    left, right = head.left + names + sheet.mark(30), sheet.width - max(sheet.px(60), 4)
    rows, columns = max(1, len(matrix.indicators)), max(1, len(matrix.plans))
    wide = _head_room((right - left) / columns)
    lines = max((len(_label(sheet, name, wide, letters, _HEAD_LINES)) for name in matrix.plans), default=1)
    top, bottom = _ends(sheet, head, lines, letters)
    bottom = min(bottom, top + rows * sheet.font(_TALLEST))
    return Drawing(sheet, Box(left, top, right, bottom), (0, columns), (rows, 0))


def _label(sheet: Sheet, name: Named, room: float, letters: _Letters, most: int = 2) -> list[Line]:
    size = sheet.font(letters.name)
    texts = wrapped(name.label, size, room, bold=True, most=most)
    return [Line(text, size, sheet.colours.ink, bold=True) for text in texts]


def _named(sheet: Sheet, name: Named, room: float, letters: _Letters, most: int = 2) -> list[Line]:
    plain, lines = sheet.font(letters.words), _label(sheet, name, room, letters, most)
    return lines + ([Line(shortened(name.second, plain, room), plain, sheet.colours.muted)] if name.second else [])


def _head_room(column: float) -> float:
    return column - 8


def _heads(drawing: Drawing, matrix: Matrix, letters: _Letters) -> None:
    sheet, row_height = drawing.sheet, drawing.y(1) - drawing.y(0)
    room = _names_room(sheet, letters)
    for row, name in enumerate(matrix.indicators):
        lines = _named(sheet, name, room, letters)
        if block_size(lines)[1] > row_height:
            lines = _named(sheet, name, room, letters, most=1)
        (wide, high), middle, right = block_size(lines), drawing.y(row + 0.5), drawing.plot.left - sheet.mark(26)
        drawing.write(lines, Box(right - wide, middle - high / 2, right, middle + high / 2), "right")
    for column, name in enumerate(matrix.plans):
        lines = _named(sheet, name, _head_room(drawing.x(1) - drawing.x(0)), letters, _HEAD_LINES)
        (wide, high), left = block_size(lines), drawing.x(column) + sheet.px(10)
        bottom = drawing.plot.top - sheet.px(10)
        drawing.write(lines, Box(left, bottom - high, left + wide, bottom))


def _tile(drawing: Drawing, row: int, column: int, tile: Tile | None, letters: _Letters) -> None:
    sheet, colours = drawing.sheet, drawing.sheet.colours
    room, plain = _tile_room(drawing), sheet.font(letters.words)
    left, middle = drawing.x(column) + sheet.mark(28), drawing.y(row + 0.5)
    if tile is None:
        lines = [Line(shortened(_("not in this plan"), plain, room), plain, colours.muted)]
    else:
        spans = (column, column + 0.97), (row + 0.05, row + 0.95)
        drawing.shapes.append(rectangle(*spans, colours.card))
        stripe = max(4.0, sheet.px(8)) / (drawing.x(1) - drawing.x(0))
        drawing.shapes.append(rectangle((column, column + stripe), spans[1], colours.status[tile.group]))
        lines = _wanted(sheet, tile, room, 0.9 * (drawing.y(1) - drawing.y(0)))
        words = shortened(marked(tile.group, tile.status), plain, room)
        lines.append(Line(words, plain, colours.status[tile.group]))
    wide, high = block_size(lines)
    drawing.write(lines, Box(left, middle - high / 2, left + wide, middle + high / 2))


def _wanted(sheet: Sheet, tile: Tile, room: float, high: float) -> list[Line]:
    """Return what a tile's goal is: smaller, then in more lines where the tile has room, then shorter, but not cut."""
    sizes = [sheet.font(size) for size in (36, 32, 28)]
    size = next((size for size in sizes if width_of(tile.goal, size, bold=True) <= room), sizes[-1])
    most = lines_fit(high - sheet.font(24) * LINE, size)
    texts = wrapped(tile.goal, size, room, bold=True, most=most)
    if tile.short and texts[-1].endswith("…"):
        size, texts = sizes[0], wrapped(tile.short, sizes[0], room, bold=True, most=1)
    return [Line(text, size, sheet.colours.ink, bold=True) for text in texts]
