"""The pace a goal needs against the pace reached: hollow and dashed is needed, solid is reached."""

from collections.abc import Sequence

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size, stroke
from tracker.charts.heading import Heading, heading, longest_heading
from tracker.charts.kinds.rows import names_height, row_drawing, row_height, rows_fit, write_names
from tracker.charts.lettering import LINE, width_of
from tracker.charts.marks import hollow, trace
from tracker.charts.palette import Theme
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.assessment import verdicts
from tracker.language import _, ngettext

MOST_ROWS = 12
"""A figure shows at most so many rows, fewer where it is low; it says how many it leaves out."""

_TALLEST = 2.4
_APART = 0.17
"""How far the two paces stand off a row's middle, in rows, where there is room."""


PaceRow = verdicts.PaceRow
"""One goal or zone: the change a year it needs, the change a year it reached, either with its words."""


def pace_size(count: int, width: int = PAGE[0], *, title: bool = True) -> Size:
    """Return the size of a figure whose rows have the height they need."""
    sheet = Sheet(Theme.LIGHT, width, round(width * 9 / 16))
    around = (280 if title else 80) * max(sheet.k, 0.4)
    return width, round(around + min(count, MOST_ROWS) * row_height(sheet) * 1.35 + 24)


def pace_fit(size: Size) -> int:
    """Return how many rows a slide of a size holds."""
    return _fit(longest_heading(Sheet(Theme.LIGHT, *size)))


def pace(
    rows: Sequence[PaceRow],
    headline: str = "",
    *,
    measure: str = "",
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size | None = None,
    title: bool = True,
) -> go.Figure:
    """Draw a lollipop for each pace; `measure` says what the lengths are, such as growth per year."""
    sheet = Sheet(theme, *(size or pace_size(len(rows), title=title)))
    head = heading(sheet, headline, _subtitle(measure, 0), source, shown=title)
    if _fit(head) < len(rows):
        head = heading(sheet, headline, _subtitle(measure, len(rows) - _fit(head)), source, shown=title)
        head = heading(sheet, headline, _subtitle(measure, len(rows) - _fit(head)), source, shown=title)
    shown = rows[: _fit(head)]
    drawing = row_drawing(head, sheet, shown, (), (0, 1), 0, _TALLEST)
    drawing.x_range = _x_range(drawing, shown)
    for place, row in enumerate(shown):
        _row(drawing, _middle(drawing, place), row)
        _zero(drawing, _middle(drawing, place))
    head.write(drawing)
    write_names(drawing, head, shown)
    return drawing.figure({"visible": False}, {"visible": False})


def _subtitle(measure: str, left_out: int) -> str:
    reading = [measure or _("Change per year"), _("open circle, dashed = needed"), _("dot, solid = reached")]
    more = ngettext("{count} more is not shown", "{count} more are not shown", left_out).format(count=left_out)
    return "  ·  ".join([*reading, more] if left_out else reading)


def _fit(head: Heading) -> int:
    return min(MOST_ROWS, rows_fit(head, 0, _least_height(head.sheet)))


def _least_height(sheet: Sheet) -> float:
    """Return the pixels that two paces take with their words, under the name on a narrow sheet."""
    words = 2 * sheet.font(28 if sheet.narrow else 30) * LINE
    return words + (names_height(sheet) + 10.0 if sheet.narrow else max(4.0, sheet.px(12)))


def _row_pixels(drawing: Drawing) -> float:
    return drawing.y(1) - drawing.y(0)


def _size(drawing: Drawing) -> float:
    """Return the size of the words: large where two of them fit into a row."""
    sheet = drawing.sheet
    if sheet.narrow:
        return sheet.font(28)
    return sheet.font(36 if 2 * sheet.font(36) * LINE + sheet.px(12) <= _row_pixels(drawing) else 30)


def _apart(drawing: Drawing) -> float:
    """Return how far the two paces stand off a row's middle, in rows."""
    least = (_size(drawing) * LINE / 2 + 1) / _row_pixels(drawing)
    return least if drawing.sheet.narrow else max(_APART, least)


def _middle(drawing: Drawing, place: int) -> float:
    """Return the height of a row's paces on the axis: its middle, or close under its name on a narrow sheet."""
    if not drawing.sheet.narrow:
        return float(place)
    below = names_height(drawing.sheet) + _size(drawing) * LINE + 4
    return place - 0.5 + below / _row_pixels(drawing)


def _zero(drawing: Drawing, middle: float) -> None:
    """Rule the zero beside a row, where paces lie on both sides of it."""
    if drawing.x_range[0] < 0:
        half = 1.2 * _apart(drawing) if drawing.sheet.narrow else 0.5
        edge = {"color": drawing.sheet.colours.axis, "width": max(1.0, drawing.sheet.px(3))}
        drawing.shapes.append(stroke((0, 0), (middle - half, middle + half), edge))


def _x_range(drawing: Drawing, rows: Sequence[PaceRow]) -> tuple[float, float]:
    """Return the ends of the axis, with room for the words beyond the longest lollipop of each side."""
    both = [(row.needed, row.needed_words) for row in rows] + [(row.reached, row.reached_words) for row in rows]
    known = [(value, words) for value, words in both if value is not None]
    low, high = min([0.0, *(value for value, _w in known)]), max([0.0, *(value for value, _w in known)])
    size = _size(drawing)
    left, right = (
        max((width_of(words, size, bold=True) for value, words in known if (value < 0) is negative), default=0.0)
        for negative in (True, False)
    )
    gap = drawing.sheet.mark(50)
    left, right = (left + gap if low < 0 else 0.0), max(right, width_of(_("○ no pace known"), size, bold=True)) + gap
    wide = drawing.plot.right - drawing.plot.left
    value = ((high - low) or 1.0) / max(wide - left - right, wide * 0.2)
    return low - left * value, high + right * value


def _row(drawing: Drawing, middle: float, row: PaceRow) -> None:
    shift = 0.0 if row.needed is None else _apart(drawing)
    if row.needed is not None:
        _lollipop(drawing, middle - shift, row.needed, row.needed_words, needed=True)
    if row.reached is not None:
        _lollipop(drawing, middle + shift, row.reached, row.reached_words, needed=False)
    else:
        _words(drawing, middle + shift, 0.0, _unknown(row), drawing.sheet.colours.muted)


def _unknown(row: PaceRow) -> str:
    return _("○ no pace known") if row.needed is None else _("○ no pace reached")


def _lollipop(drawing: Drawing, middle: float, value: float, words: str, *, needed: bool) -> None:
    sheet, colours = drawing.sheet, drawing.sheet.colours
    dash = f"{sheet.mark(10):.1f}px,{sheet.mark(10):.1f}px"
    colour, wide = (colours.needed, sheet.mark(5)) if needed else (colours.actual, sheet.mark(10))
    dot = {"size": sheet.mark(34), "color": colour, "opacity": 1}
    marker = hollow(drawing, sheet.mark(30), wide, colour) if needed else dot
    name = _("needed") if needed else _("reached")
    line = {"color": colour, "width": wide, "dash": dash if needed else "solid"}
    drawing.traces.append(trace(name, [(0, middle), (value, middle)], mode="lines") | {"line": line})
    drawing.traces.append(trace(name, [(value, middle)], mode="markers", hover=[words]) | {"marker": marker})
    _words(drawing, middle, value, words, colours.ink)


def _words(drawing: Drawing, middle: float, value: float, words: str, colour: str) -> None:
    line = Line(words, _size(drawing), colour, bold=True)
    wide, high = block_size([line])
    gap, centre = drawing.sheet.mark(34), drawing.y(middle)
    left = drawing.x(value) + gap if value >= 0 else drawing.x(value) - gap - wide
    drawing.write([line], Box(left, centre - high / 2, left + wide, centre + high / 2))
