"""What a viewer reads of a figure: its texts, its traces, and where on the sheet each text stands."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.lettering import LINE, width_of

_TAG = re.compile(r"</?(?:b|span)[^>]*>")


def plain(text: str) -> str:
    """Return a text as it is shown."""
    return html.unescape(_TAG.sub("", text))


def texts(figure: go.Figure) -> list[str]:
    """Return every text on the sheet."""
    return [plain(note.text) for note in figure.layout.annotations]


def raw_texts(figure: go.Figure) -> Iterator[str]:
    """Return every text that Plotly is given, as it is given."""
    yield from (note.text for note in figure.layout.annotations)
    yield from figure.layout.xaxis.ticktext or ()
    yield from figure.layout.yaxis.ticktext or ()
    for trace in figure.data:
        yield trace.name or ""
        yield from trace.hovertext or ()


def trace(figure: go.Figure, name: str, mode: str | None = None) -> go.Scatter:
    """Return the first trace of a name, and of a mode where one is given."""
    return next(trace for trace in figure.data if trace.name == name and mode in (None, trace.mode))


def names(figure: go.Figure) -> set[str]:
    """Return the names of the traces."""
    return {trace.name for trace in figure.data}


def ticks(axis: go.layout.XAxis | go.layout.YAxis) -> list[str]:
    """Return an axis' ticks as they are shown."""
    return [plain(text) for text in axis.ticktext]


def boxes(figure: go.Figure) -> list[tuple[str, Box]]:
    """Return every text with its box in pixels from the sheet's upper left corner."""
    layout = figure.layout
    margin = layout.margin
    wide, high = layout.width - margin.l - margin.r, layout.height - margin.t - margin.b
    placed = []
    for note in layout.annotations:
        text = plain(note.text)
        width = width_of(text, note.font.size, bold=note.text.startswith("<b>"))
        x = margin.l + note.x * wide + (note.xshift or 0)
        y = margin.t + (1 - note.y) * high - (note.yshift or 0)
        left = {"left": x, "center": x - width / 2, "right": x - width}[note.xanchor]
        half = note.font.size * LINE / 2
        placed.append((text, Box(left, y - half, left + width, y + half)))
    return placed


def along(figure: go.Figure, line: go.Scatter) -> Iterator[tuple[float, float]]:
    """Give places along a line, close to each other, in pixels from the sheet's upper left corner."""
    layout = figure.layout
    margin, across, up = layout.margin, layout.xaxis.range, layout.yaxis.range
    wide, high = layout.width - margin.l - margin.r, layout.height - margin.t - margin.b
    spots = [
        (
            margin.l + (x - across[0]) / (across[1] - across[0]) * wide,
            margin.t + (up[1] - y) / (up[1] - up[0]) * high,
        )
        for x, y in zip(line.x, line.y, strict=True)
    ]
    for (x0, y0), (x1, y1) in pairwise(spots):
        yield from ((x0 + (x1 - x0) * part / 100, y0 + (y1 - y0) * part / 100) for part in range(101))


def overlaps(figure: go.Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts that stand on each other."""
    placed = boxes(figure)
    return [
        (one, other)
        for place, (one, box) in enumerate(placed)
        for other, second in placed[place + 1 :]
        if box.overlaps(second, -1.0)
    ]


def outside(figure: go.Figure) -> list[str]:
    """Return the texts that leave the sheet."""
    sheet = Box(-0.5, -0.5, figure.layout.width + 0.5, figure.layout.height + 0.5)
    return [text for text, box in boxes(figure) if not box.within(sheet)]
