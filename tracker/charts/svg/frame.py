"""Where things are on a scene's sheet, in pixels, by the rules that Plotly draws it with."""

import math
from dataclasses import dataclass

from tracker.charts.boxes import Box, Spot
from tracker.charts.scene import Scene


def rounded(value: float) -> int:
    """Round as browsers do: halves go up."""
    return math.floor(value + 0.5)


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot rectangle in whole pixels, and its axes' ranges."""

    plot: Box
    x_range: Spot
    y_range: Spot
    clip: str
    """What cuts marks off at the plot's edges."""

    def x(self, value: float) -> float:
        """Return where a value of the x axis is."""
        low, high = self.x_range
        return self.across((value - low) / (high - low))

    def y(self, value: float) -> float:
        """Return where a value of the y axis is, from the top."""
        low, high = self.y_range
        return self.down((value - low) / (high - low))

    def across(self, share: float) -> float:
        """Return where a fraction of the plot's width is."""
        return self.plot.left + share * (self.plot.right - self.plot.left)

    def down(self, share: float) -> float:
        """Return where a fraction of the plot's height is, from the top."""
        return self.plot.bottom - share * (self.plot.bottom - self.plot.top)

    def holds(self, x: float, y: float) -> bool:
        """Whether values lie within both axes' ranges."""
        return min(self.x_range) <= x <= max(self.x_range) and min(self.y_range) <= y <= max(self.y_range)


def frame_of(scene: Scene, clip: str) -> Frame:
    """Return the frame of a scene."""
    sheet, plot = scene.sheet, scene.plot
    right, bottom = sheet.width - rounded(sheet.width - plot.right), sheet.height - rounded(sheet.height - plot.bottom)
    return Frame(Box(rounded(plot.left), rounded(plot.top), right, bottom), scene.x_range, scene.y_range, clip)
