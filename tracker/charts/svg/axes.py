"""A figure's axes as SVG: gridlines, the line under the years, and the ticks' words."""

from tracker.charts.drawing import Drawn
from tracker.charts.svg.elements import Attributes, element, stroke
from tracker.charts.svg.frame import Frame
from tracker.charts.svg.texts import read, write

_CRISP: Attributes = {"shape-rendering": "crispEdges"}
_AWAY = 0.2
_MIDDLE = 0.35
"""How far below a line's middle its baseline is, in font sizes, as Plotly sets ticks."""


def gridlines(frame: Frame, axis: Drawn) -> str:
    """Write the lines across the plot; none where an end of the axis is anyway."""
    if not axis.get("showgrid"):
        return ""
    plot, drawn = frame.plot, stroke(axis["gridcolor"], axis["gridwidth"])
    heights = [frame.y(value) for value in axis["tickvals"]]
    return "".join(
        element("line", {"x1": plot.left, "y1": height, "x2": plot.right, "y2": height}, drawn, _CRISP)
        for height in heights
        if plot.top + 1 < height < plot.bottom - 1
    )


def year_words(frame: Frame, axis: Drawn) -> str:
    """Write the line under the plot with its years."""
    if axis.get("visible") is False:
        return ""
    plot, wide, size = frame.plot, axis["linewidth"], axis["tickfont"]["size"]
    level = plot.bottom + wide / 2
    ends: Attributes = {"x1": plot.left, "y1": level, "x2": plot.right, "y2": level}
    baseline = plot.bottom + wide + axis["ticklabelstandoff"] + (1 + _AWAY) * size
    words = [
        write(read(text), frame.x(value), baseline, "middle", size, axis["tickfont"]["color"])
        for value, text in _within(axis, frame.x_range)
    ]
    return element("line", ends, stroke(axis["linecolor"], wide), _CRISP) + "".join(words)


def value_words(frame: Frame, axis: Drawn) -> str:
    """Write the values at the left of the plot."""
    if axis.get("visible") is False:
        return ""
    size, right = axis["tickfont"]["size"], frame.plot.left - 1 - axis["ticklabelstandoff"]
    return "".join(
        write(read(text), right, frame.y(value) + _MIDDLE * size, "end", size, axis["tickfont"]["color"])
        for value, text in _within(axis, frame.y_range)
    )


def _within(axis: Drawn, ends: tuple[float, float]) -> list[tuple[float, str]]:
    low, high = sorted(ends)
    slack = (high - low) * 1e-6
    pairs = zip(axis["tickvals"], axis["ticktext"], strict=True)
    return [(value, text) for value, text in pairs if low - slack <= value <= high + slack]
