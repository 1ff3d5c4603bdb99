"""Many goals now: a bar for each latest actual, scaled so that every target stands at 100 %."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size, rectangle, stroke
from tracker.charts.heading import Heading, heading, longest_heading
from tracker.charts.kinds.rows import (
    least_height,
    lettered_for,
    middle_of,
    row_drawing,
    row_height,
    rows_fit,
    write_names,
    write_words,
)
from tracker.charts.lettering import LINE
from tracker.charts.palette import Theme, marked
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import _, ngettext, percent_value

MOST_ROWS = 14
"""A figure shows at most so many goals, fewer where it is low; it says how many it leaves out."""

_FARTHEST = 1.12
_BANDS = ((0.0, 0.5), (0.5, 0.8), (0.8, _FARTHEST))


@dataclass(frozen=True, slots=True)
class BulletRow:
    """One goal: its name, how far its latest actual is on the way to the target, and its status in words."""

    label: str
    second: str
    completion: float | None
    value: str
    group: Group
    status: str
    missing: str = ""


def bullets_size(count: int, width: int = PAGE[0], *, title: bool = True) -> Size:
    """Return the size of a figure whose rows have the height they need."""
    sheet = Sheet(Theme.LIGHT, width, round(width * 9 / 16))
    around = (300 if title else 120) * max(sheet.k, 0.4)
    return width, round(around + min(count, MOST_ROWS) * row_height(sheet) + 24)


def bullets_fit(size: Size) -> int:
    """Return how many rows a slide of a size holds."""
    return _fit(longest_heading(Sheet(Theme.LIGHT, *size)))


def bullets(
    rows: Sequence[BulletRow],
    headline: str = "",
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size | None = None,
    title: bool = True,
) -> go.Figure:
    """Draw a row per goal: bar = actual, thick tick = target, dashed box = no actual."""
    sheet = Sheet(theme, *(size or bullets_size(len(rows), title=title)))
    head = heading(sheet, headline, _subtitle(0), source, shown=title)
    if _fit(head) < len(rows):
        head = heading(sheet, headline, _subtitle(len(rows) - _fit(head)), source, shown=title)
        head = heading(sheet, headline, _subtitle(len(rows) - _fit(head)), source, shown=title)
    shown = rows[: _fit(head)]
    above = sheet.font(28) * LINE
    lettered = lettered_for(head, above, shown)
    words = [_words(lettered, row) for row in shown]
    drawing = row_drawing(head, lettered, shown, words, (0, _FARTHEST), above)
    for place, row in enumerate(shown):
        _row(drawing, place, row)
    head.write(drawing)
    _scale(drawing, head)
    write_names(drawing, head, shown)
    write_words(drawing, words)
    return drawing.figure({"visible": False}, {"visible": False})


def _subtitle(left_out: int) -> str:
    reading = _("Latest actual as % of the target  ·  bar = actual, thick tick = target, dashed box = no actual")
    more = ngettext("{count} more goal is not shown", "{count} more goals are not shown", left_out)
    return f"{reading}  ·  {more.format(count=left_out)}" if left_out else reading


def _fit(head: Heading) -> int:
    return min(MOST_ROWS, rows_fit(head, head.sheet.font(28) * LINE, least_height(head.sheet)))


def _words(sheet: Sheet, row: BulletRow) -> list[Line]:
    colours = sheet.colours
    return [
        Line(row.value, sheet.font(30), colours.ink, bold=True),
        Line(marked(row.group, row.status), sheet.font(26), colours.status[row.group]),
    ]


def _row(drawing: Drawing, place: int, row: BulletRow) -> None:
    colours, scale = drawing.sheet.colours, 0.4 if drawing.sheet.narrow else 1.0
    middle, band, bar, tick = middle_of(drawing, place), 0.26 * scale, 0.11 * scale, 0.325 * scale
    if row.completion is None:
        edge = {"color": colours.muted, "width": max(1.0, drawing.sheet.px(2)), "dash": "dot"}
        drawing.shapes.append(rectangle((0, 1), (middle - band, middle + band), "rgba(0,0,0,0)", line=edge))
        _in_box(drawing, middle, row.missing)
    else:
        for (start, end), colour in zip(_BANDS, colours.bands, strict=True):
            drawing.shapes.append(rectangle((start, end), (middle - band, middle + band), colour))
        reached = max(0.0, min(row.completion, _FARTHEST))
        drawing.traces.append(_bar(row, reached, middle, bar * 2, colours.actual))
    thick = {"color": colours.ink, "width": max(3.0, drawing.sheet.px(8))}
    drawing.shapes.append(stroke((1, 1), (middle - tick, middle + tick), thick, layer="above"))


def _bar(row: BulletRow, reached: float, middle: float, height: float, colour: str) -> dict[str, object]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [reached],
        "y": [middle],
        "width": height,
        "name": _("actual"),
        "marker": {"color": colour, "line": {"width": 0}},
        "hoverinfo": "text",
        "hovertext": [_("{percent} of the target").format(percent=percent_value(row.completion))],
    }


def _in_box(drawing: Drawing, middle: float, text: str) -> None:
    if not text or drawing.sheet.narrow:
        return
    line = Line(text, drawing.sheet.font(24), drawing.sheet.colours.muted)
    left, centre = drawing.plot.left + drawing.sheet.mark(20), drawing.y(middle)
    wide, high = block_size([line])
    drawing.write([line], Box(left, centre - high / 2, left + wide, centre + high / 2))


def _scale(drawing: Drawing, head: Heading) -> None:
    sheet = drawing.sheet
    ticks = [(0.0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1.0, _("target"))]
    for value, text in ticks:
        line = Line(text, head.sheet.font(28), sheet.colours.muted, bold=value == 1)
        half, high = line.width / 2, line.size * LINE
        centre = max(drawing.x(value), half + 2) if value == 0 else drawing.x(value)
        drawing.write([line], Box(centre - half, drawing.plot.top - high, centre + half, drawing.plot.top), "center")
