"""A figure's traces as SVG: lines, surfaces, markers and bars."""

import math
from collections.abc import Callable

from tracker.charts.boxes import Spot
from tracker.charts.drawing import Drawn
from tracker.charts.svg.elements import Attributes, element, fill, number, stroke
from tracker.charts.svg.frame import Frame

_MODES = {"lines", "markers", "lines+markers", "none"}
_DIAMOND = 1.3
_LINE_EW = 1.4
_TRIANGLE = 2 / math.sqrt(3)


def trace(frame: Frame, drawn: Drawn) -> str:
    """Write a trace.

    Raises:
        ValueError: It is of a type, mode or fill that the charts do not use.
    """
    if drawn["type"] == "bar" and drawn.get("orientation") == "h":
        return _bars(frame, drawn)
    if drawn["type"] != "scatter" or drawn["mode"] not in _MODES:
        raise ValueError(f"an SVG holds no trace of type {drawn['type']!r} and mode {drawn.get('mode')!r}")
    if drawn.get("fill", "toself") != "toself":
        raise ValueError(f"an SVG fills a trace to itself, not {drawn['fill']!r}")
    parts = [_lines(frame, drawn)] if "lines" in drawn["mode"] else []
    return "".join([*parts, _markers(frame, drawn)] if "markers" in drawn["mode"] else parts)


def _lines(frame: Frame, drawn: Drawn) -> str:
    line = drawn["line"]
    edge = stroke(line.get("color"), line["width"], line.get("dash"))
    surface = fill(drawn["fillcolor"] if drawn.get("fill") else None)
    if not edge and surface["fill"] == "none":
        return ""
    spots = [f"{number(frame.x(x))},{number(frame.y(y))}" for x, y in zip(drawn["x"], drawn["y"], strict=True)]
    limit: Attributes = {"stroke-miterlimit": 2.0} if edge else {}
    return element("polyline", {"points": " ".join(spots)}, surface, edge, limit, {"clip-path": frame.clip})


def _markers(frame: Frame, drawn: Drawn) -> str:
    marker: Drawn = drawn["marker"]
    symbol = marker.get("symbol") or "circle"
    draw = _SYMBOLS.get(symbol.removesuffix("-open"))
    if draw is None:
        raise ValueError(f"an SVG has no marker {symbol!r}")
    paint = _paint(marker, is_open=symbol.endswith("-open") or symbol == "line-ew")
    # Plotly hides markers that lie off the axes.
    shown = [(x, y) for x, y in zip(drawn["x"], drawn["y"], strict=True) if frame.holds(x, y)]
    return "".join(draw((frame.x(x), frame.y(y)), marker["size"] / 2, paint) for x, y in shown)


def _paint(marker: Drawn, *, is_open: bool) -> Attributes:
    line = marker.get("line", {})
    if is_open:
        return {**fill(None), **stroke(line.get("color") or marker["color"], line.get("width") or 1.0)}
    return {**fill(marker["color"]), **stroke(line.get("color"), line.get("width", 0.0))}


def _circle(spot: Spot, radius: float, paint: Attributes) -> str:
    return element("circle", {"cx": spot[0], "cy": spot[1], "r": radius}, paint)


def _diamond(spot: Spot, radius: float, paint: Attributes) -> str:
    (x, y), reach = spot, radius * _DIAMOND
    return _polygon([(x + reach, y), (x, y + reach), (x - reach, y), (x, y - reach)], paint)


def _line_ew(spot: Spot, radius: float, paint: Attributes) -> str:
    reach = radius * _LINE_EW
    return element("line", {"x1": spot[0] - reach, "y1": spot[1], "x2": spot[0] + reach, "y2": spot[1]}, paint)


def _triangle_up(spot: Spot, radius: float, paint: Attributes) -> str:
    (x, y), half = spot, radius * _TRIANGLE
    return _polygon([(x - half, y + radius / 2), (x + half, y + radius / 2), (x, y - radius)], paint)


def _triangle_down(spot: Spot, radius: float, paint: Attributes) -> str:
    (x, y), half = spot, radius * _TRIANGLE
    return _polygon([(x - half, y - radius / 2), (x + half, y - radius / 2), (x, y + radius)], paint)


def _polygon(spots: list[Spot], paint: Attributes) -> str:
    return element("polygon", {"points": " ".join(f"{number(x)},{number(y)}" for x, y in spots)}, paint)


_SYMBOLS: dict[str, Callable[[Spot, float, Attributes], str]] = {
    "circle": _circle,
    "diamond": _diamond,
    "line-ew": _line_ew,
    "triangle-up": _triangle_up,
    "triangle-down": _triangle_down,
}


def _bars(frame: Frame, drawn: Drawn) -> str:
    paint: Attributes = {**fill(drawn["marker"]["color"]), "clip-path": frame.clip}
    bars = []
    for reached, middle in zip(drawn["x"], drawn["y"], strict=True):
        left, right = sorted((frame.x(0), frame.x(reached)))
        top, bottom = sorted(frame.y(middle + side * drawn["width"] / 2) for side in (-1, 1))
        bars.append(element("rect", {"x": left, "y": top, "width": right - left, "height": bottom - top}, paint))
    return "".join(bars)
