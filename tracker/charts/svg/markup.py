"""The letters of SVG, none of which a name from a plan can break out of, and where things are on its sheet."""

import html
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from tracker.charts.boxes import Box, Spot
from tracker.charts.scene import Scene

Attributes: TypeAlias = Mapping[str, str | float]

# What XML cannot hold at all, and controls that nobody sees.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def number(value: float) -> str:
    """Return a number with two decimals at most."""
    return f"{round(value, 2) + 0.0:.8g}"


def letters(text: str) -> str:
    """Return any text so that XML shows it letter by letter."""
    return html.escape(_DROPPED.sub("", text))


def element(name: str, *attributes: Attributes, inside: str = "") -> str:
    """Return an element; `inside` is markup already."""
    attributes_xml = "".join(
        [
            f' {key}="{letters(value) if isinstance(value, str) else number(value)}"'
            for group in attributes
            for key, value in group.items()
        ]
    )
    return f"<{name}{attributes_xml}>{inside}</{name}>" if inside else f"<{name}{attributes_xml}/>"


@lru_cache(maxsize=256)
def _solid(colour: str) -> tuple[str, float]:
    """Return a colour as #RRGGBB, and its opacity.

    Raises:
        ValueError: The colour is written in a way the charts do not use.
    """
    if _HEX.fullmatch(colour):
        return colour, 1.0
    match = _RGBA.fullmatch(colour)
    if not match:
        raise ValueError(f"an SVG is written with #RRGGBB or rgba(…), not with the colour {colour!r}")
    red, green, blue = (int(part) for part in match.groups()[:3])
    return f"#{red:02X}{green:02X}{blue:02X}", float(match[4])


def fill(colour: str | None) -> Attributes:
    """Return the attributes of a surface; none is left unpainted."""
    solid, opacity = _solid(colour) if colour else ("none", 0.0)
    if not opacity:
        return {"fill": "none"}
    return {"fill": solid} if opacity == 1 else {"fill": solid, "fill-opacity": opacity}


def stroke(colour: str | None, width: float, dash: str | None = None) -> Attributes:
    """Return the attributes of a line; empty where it has no width or colour."""
    solid, opacity = _solid(colour) if colour else ("none", 0.0)
    if not opacity or not width:
        return {}
    line: dict[str, str | float] = {"stroke": solid, "stroke-width": width}
    if opacity < 1:
        line["stroke-opacity"] = opacity
    if dash and dash != "solid":
        line["stroke-dasharray"] = _dashes(dash, width)
    return line


def _dashes(dash: str, width: float) -> str:
    """Return dashes and gaps in pixels, of the length that Plotly gives its named patterns.

    Raises:
        ValueError: The pattern is neither named nor given in pixels.
    """
    unit = max(width, 3.0)
    if dash in ("dot", "dash"):
        length = unit if dash == "dot" else 3 * unit
        return f"{number(length)} {number(length)}"
    if not dash.endswith("px"):
        raise ValueError(f"an SVG is written with dot, dash or lengths in px, not with the dashes {dash!r}")
    return dash.replace("px", "").replace(",", " ")


def rounded(value: float) -> int:
    """Return a whole number as browsers round: halves go up."""
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
        """Return whether values lie within both axes' ranges."""
        return min(self.x_range) <= x <= max(self.x_range) and min(self.y_range) <= y <= max(self.y_range)


def frame_of(scene: Scene, clip: str) -> Frame:
    """Return the frame of a scene."""
    sheet, plot = scene.sheet, scene.plot
    right, bottom = sheet.width - rounded(sheet.width - plot.right), sheet.height - rounded(sheet.height - plot.bottom)
    return Frame(Box(rounded(plot.left), rounded(plot.top), right, bottom), scene.x_range, scene.y_range, clip)
