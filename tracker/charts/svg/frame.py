"""Where things are on a figure's sheet, in pixels, by the rules that Plotly draws it with."""

import math
from dataclasses import dataclass
from typing import Any

from tracker.charts.boxes import Box, Spot
from tracker.charts.drawing import Drawn


def rounded(value: float) -> int:
    """Round as browsers do: halves go up."""
    return math.floor(value + 0.5)


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure's plot rectangle in whole pixels, and its axes' ranges."""

    plot: Box
    x_range: Spot
    y_range: Spot
    clip: str
    """What cuts marks off at the plot's edges."""

    def x(self, value: float) -> float:
        """Return where a value of the x axis is."""
        low, high = self.x_range
        return self.plot.left + (value - low) / (high - low) * (self.plot.right - self.plot.left)

    def y(self, value: float) -> float:
        """Return where a value of the y axis is, from the top."""
        low, high = self.y_range
        return self.plot.bottom - (value - low) / (high - low) * (self.plot.bottom - self.plot.top)

    def across(self, ref: str, value: float) -> float:
        """Return where a value of the x axis, or a fraction of the plot's width, is."""
        return self.x(value) if _on_axis(ref, "x") else self.plot.left + value * (self.plot.right - self.plot.left)

    def down(self, ref: str, value: float) -> float:
        """Return where a value of the y axis, or a fraction of the plot's height, is from the top."""
        return self.y(value) if _on_axis(ref, "y") else self.plot.bottom - value * (self.plot.bottom - self.plot.top)

    def holds(self, x: float, y: float) -> bool:
        """Whether values lie within both axes' ranges."""
        return min(self.x_range) <= x <= max(self.x_range) and min(self.y_range) <= y <= max(self.y_range)


def _on_axis(ref: str, axis: str) -> bool:
    if ref not in (axis, "paper"):
        raise ValueError(f"an SVG is drawn on the axis {axis} or on the paper, not on {ref!r}")
    return ref == axis


def frame(layout: dict[str, Any], clip: str) -> Frame:
    """Return the frame of a figure's layout."""
    margin: Drawn = layout["margin"]
    left, top = rounded(margin["l"]), rounded(margin["t"])
    right, bottom = layout["width"] - rounded(margin["r"]), layout["height"] - rounded(margin["b"])
    x_range, y_range = (tuple(layout[axis]["range"]) for axis in ("xaxis", "yaxis"))
    return Frame(Box(left, top, right, bottom), x_range, y_range, clip)
