"""The letters of SVG: numbers, colours, texts and elements, none of which a name from a plan can break out of."""

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

Attributes: TypeAlias = Mapping[str, str | float]

# What XML cannot hold at all, and controls that nobody sees.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def number(value: float) -> str:
    """Write a number with two decimals at most."""
    return f"{round(value, 2) + 0.0:.8g}"


def letters(text: str) -> str:
    """Write any text so that XML shows it letter by letter."""
    return html.escape(_DROPPED.sub("", text))


def element(name: str, *attributes: Attributes, inside: str = "") -> str:
    """Write an element; `inside` is markup already."""
    said = "".join(
        [
            f' {key}="{letters(value) if isinstance(value, str) else number(value)}"'
            for group in attributes
            for key, value in group.items()
        ]
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


@lru_cache(maxsize=256)
def _solid(colour: str) -> tuple[str, float]:
    """Return a colour as #RRGGBB, and its opacity.

    Raises:
        ValueError: The colour is written in a way the charts do not use.
    """
    if _HEX.fullmatch(colour):
        return colour, 1.0
    found = _RGBA.fullmatch(colour)
    if not found:
        raise ValueError(f"an SVG is written with #RRGGBB or rgba(…), not with the colour {colour!r}")
    red, green, blue = (int(part) for part in found.groups()[:3])
    return f"#{red:02X}{green:02X}{blue:02X}", float(found[4])


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
