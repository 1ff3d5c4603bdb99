"""Plain dictionaries for Plotly's texts and shapes, and the one place where a figure is constructed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import plotly.graph_objects as go

from tracker.charts.boxes import Box, Spot
from tracker.charts.escape import escape
from tracker.charts.lettering import LINE, width_of
from tracker.charts.palette import FAMILY
from tracker.charts.sheet import Sheet
from tracker.charts.steps import FIRST, close_gaps, tag_mark, tag_trace

Drawn: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label, not yet escaped, with the step in which it appears."""

    text: str
    size: float
    colour: str
    bold: bool = False
    step: int = FIRST

    @property
    def width(self) -> float:
        """Return its width in pixels."""
        return width_of(self.text, self.size, bold=self.bold)


def block_size(lines: Sequence[Line]) -> Spot:
    """Return width and height in pixels of lines set below each other."""
    return max(line.width for line in lines), sum(line.size * LINE for line in lines)


@dataclass(slots=True)
class Drawing:
    """A figure in the making: a plot rectangle in pixels, its axes' ranges, and what is drawn on it."""

    sheet: Sheet
    plot: Box
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    traces: list[Drawn] = field(default_factory=list)
    shapes: list[Drawn] = field(default_factory=list)
    texts: list[Drawn] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def x(self, value: float) -> float:
        """Return where a value of the x axis is, in pixels."""
        low, high = self.x_range
        return self.plot.left + (value - low) / (high - low) * (self.plot.right - self.plot.left)

    def y(self, value: float) -> float:
        """Return where a value of the y axis is, in pixels from the top."""
        low, high = self.y_range
        return self.plot.bottom - (value - low) / (high - low) * (self.plot.bottom - self.plot.top)

    def across(self, value: float) -> float:
        """Return a value of the x axis as a fraction of the plot's width."""
        return (value - self.x_range[0]) / (self.x_range[1] - self.x_range[0])

    def up(self, value: float) -> float:
        """Return a value of the y axis as a fraction of the plot's height."""
        return (value - self.y_range[0]) / (self.y_range[1] - self.y_range[0])

    @contextmanager
    def at_step(self, step: int) -> Iterator[None]:
        """Let the traces and shapes drawn in this context appear in a later step."""
        traces, shapes = len(self.traces), len(self.shapes)
        yield
        for trace in self.traces[traces:]:
            tag_trace(trace, step)
        for shape in self.shapes[shapes:]:
            tag_mark(shape, step)

    def write(self, lines: Sequence[Line], box: Box, align: str = "left", *, ground: str = "") -> None:
        """Write lines into a box; they stay at their place on the plot where the figure is stretched."""
        edge = {"left": box.left, "center": (box.left + box.right) / 2, "right": box.right}[align]
        top = box.top
        self.boxes.append(box)
        for line in lines:
            self.texts.append(self._text(line, (edge, top + line.size * LINE / 2), align, ground=ground))
            top += line.size * LINE

    def _text(self, line: Line, spot: Spot, align: str, *, ground: str) -> Drawn:
        """Anchor a text to the nearest place of the plot rectangle, the rest in pixels."""
        plot = self.plot
        across = min(max(spot[0], plot.left), plot.right)
        down = min(max(spot[1], plot.top), plot.bottom)
        text = escape(line.text)
        extras: Drawn = {"bgcolor": ground} if ground else {}
        if line.step != FIRST:
            tag_mark(extras, line.step)
        return extras | {
            "text": f"<b>{text}</b>" if line.bold else text,
            "xref": "paper",
            "yref": "paper",
            "x": (across - plot.left) / (plot.right - plot.left),
            "y": (plot.bottom - down) / (plot.bottom - plot.top),
            "xshift": spot[0] - across,
            "yshift": down - spot[1],
            "xanchor": align,
            "yanchor": "middle",
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": line.size, "color": line.colour},
        }

    def figure(self, x_axis: Drawn, y_axis: Drawn) -> go.Figure:
        """Construct the figure, once."""
        sheet, plot = self.sheet, self.plot
        close_gaps(self.traces, [*self.shapes, *self.texts])
        plain = {"zeroline": False, "showgrid": False, "fixedrange": True, "ticks": "", "automargin": False}
        return go.Figure(
            {
                "data": self.traces,
                "layout": {
                    # Everything is said here; Plotly's own template is longer than a whole chart.
                    "template": {},
                    "width": sheet.width,
                    "height": sheet.height,
                    "margin": {
                        "l": plot.left,
                        "r": sheet.width - plot.right,
                        "t": plot.top,
                        "b": sheet.height - plot.bottom,
                        "pad": 0,
                    },
                    "paper_bgcolor": sheet.colours.page,
                    "plot_bgcolor": "rgba(0,0,0,0)",
                    "font": {"family": FAMILY, "color": sheet.colours.muted, "size": sheet.font(28)},
                    "showlegend": False,
                    "hovermode": "closest",
                    "dragmode": False,
                    "hoverlabel": {
                        "align": "left",
                        "bgcolor": sheet.colours.card,
                        "bordercolor": sheet.colours.grid,
                        "font": {"family": FAMILY, "color": sheet.colours.ink, "size": max(13, sheet.font(24))},
                    },
                    "xaxis": plain | {"range": list(self.x_range)} | x_axis,
                    "yaxis": plain | {"range": list(self.y_range)} | y_axis,
                    "shapes": self.shapes,
                    "annotations": self.texts,
                },
            },
            # Checking every property takes ten times as long as the rest; the tests check them instead.
            _validate=False,
        )


def rectangle(x: Spot, y: Spot, fill: str, *, xref: str = "x", yref: str = "y", line: Drawn | None = None) -> Drawn:
    """Return a filled rectangle that lies under the marks."""
    return {
        "type": "rect",
        "layer": "below",
        "xref": xref,
        "yref": yref,
        "x0": x[0],
        "x1": x[1],
        "y0": y[0],
        "y1": y[1],
        "fillcolor": fill,
        "line": line or {"width": 0},
    }


def stroke(x: Spot, y: Spot, line: Drawn, *, xref: str = "x", yref: str = "y", layer: str = "between") -> Drawn:
    """Return a straight line."""
    return {
        "type": "line",
        "layer": layer,
        "xref": xref,
        "yref": yref,
        "x0": x[0],
        "x1": x[1],
        "y0": y[0],
        "y1": y[1],
        "line": line,
    }


def circle(across: float, up: float, moved: Spot, size: float, colour: str, *, filled: bool) -> Drawn:
    """Return a circle that no font can change, so many pixels right and up of a place in fractions of the plot."""
    return {
        "type": "circle",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": across,
        "yanchor": up,
        "x0": moved[0] - size / 2,
        "x1": moved[0] + size / 2,
        "y0": moved[1] - size / 2,
        "y1": moved[1] + size / 2,
        "fillcolor": colour if filled else "rgba(0,0,0,0)",
        "line": {"color": colour, "width": 0 if filled else max(1.0, size / 9)},
    }
