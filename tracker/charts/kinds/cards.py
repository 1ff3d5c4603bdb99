"""Slides without axes: a sheet counted in pixels, cards with a stripe in a status colour, and texts that fit."""

from collections.abc import Sequence

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size, rectangle
from tracker.charts.lettering import width_of, wrapped
from tracker.charts.sheet import Sheet
from tracker.domain.statuses import Group


def blank(sheet: Sheet) -> Drawing:
    """Return a drawing whose axes count the sheet's pixels from its upper left corner."""
    whole = Box(0, 0, sheet.width, sheet.height)
    return Drawing(sheet, whole, (0, sheet.width), (sheet.height, 0))


def finished(drawing: Drawing) -> go.Figure:
    """Construct the figure of a drawing without axes."""
    # Without a trace Plotly would not draw the axes that the cards stand on.
    drawing.traces.append({"type": "scatter", "x": [0], "y": [0], "mode": "none", "hoverinfo": "skip"})
    return drawing.figure({"visible": False}, {"visible": False})


def card(drawing: Drawing, box: Box, group: Group) -> None:
    """Draw a card with the stripe of a status at its left."""
    colours, stripe = drawing.sheet.colours, stripe_width(drawing.sheet)
    drawing.shapes.append(rectangle((box.left, box.right), (box.top, box.bottom), colours.card))
    edge = (box.left, box.left + stripe), (box.top, box.bottom)
    drawing.shapes.append(rectangle(*edge, colours.status[group]))


def stripe_width(sheet: Sheet) -> float:
    """Return the width of a card's stripe in pixels."""
    return max(4.0, sheet.px(10))


def put(drawing: Drawing, lines: Sequence[Line], left: float, top: float) -> float:
    """Write lines from a corner on, and return where they end."""
    if not lines:
        return top
    wide, high = block_size(lines)
    drawing.write(lines, Box(left, top, left + wide, top + high))
    return top + high


def broken(text: str, like: Line, room: float, most: int) -> list[Line]:
    """Break a text into lines set like another; none for an empty text."""
    lines = wrapped(text, like.size, room, bold=like.bold, most=most) if text else ()
    return [Line(line, like.size, like.colour, like.bold) for line in lines]


def largest(text: str, likes: Sequence[Line], room: float, most: int) -> list[Line]:
    """Break a text in the first setting that holds all of it; in the last one it is cut where it must be."""
    for like in likes[:-1]:
        lines = wrapped(text, like.size, room, bold=like.bold, most=most)
        if not lines[-1].endswith("…") and all(width_of(line, like.size, bold=like.bold) <= room for line in lines):
            return broken(text, like, room, most)
    return broken(text, likes[-1], room, most)
