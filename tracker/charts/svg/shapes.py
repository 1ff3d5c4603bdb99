"""The marks, shapes and labels of a scene as SVG."""

import math
from collections.abc import Callable

from tracker.charts.boxes import Spot
from tracker.charts.lettering import LINE, Line, visible
from tracker.charts.scene import Area, Bar, Dot, Label, Mark, Rule, Run, Scene, Shape, Stroke
from tracker.charts.svg.markup import Attributes, Frame, element, fill, letters, number, rounded, stroke

_DIAMOND = 1.3
_LINE_EW = 1.4
_TRIANGLE = 2 / math.sqrt(3)
_ASCENT, _DESCENT = 1.069, 0.293
"""Of Noto Sans, in font sizes."""
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}


def mark(frame: Frame, drawn: Mark) -> str:
    """Return a run of points or a bar.

    Raises:
        ValueError: A dot is of a form, or a line of a colour or with dashes, that an SVG is not written with.
    """
    if isinstance(drawn, Bar):
        left, right = sorted((frame.x(0), frame.x(drawn.length)))
        top, bottom = sorted(frame.y(drawn.middle + side * drawn.height / 2) for side in (-1, 1))
        corner: Attributes = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        return element("rect", corner, {**fill(drawn.colour), "clip-path": frame.clip})
    return (_line(frame, drawn) if drawn.stroke else "") + (_dots(frame, drawn, drawn.dot) if drawn.dot else "")


def _line(frame: Frame, run: Run) -> str:
    edge, surface = _edge(run.stroke), fill(run.fill or None)
    if not edge and surface["fill"] == "none":
        return ""
    spots = [f"{number(frame.x(x))},{number(frame.y(y))}" for x, y in run.spots]
    limit: Attributes = {"stroke-miterlimit": 2.0} if edge else {}
    return element("polyline", {"points": " ".join(spots)}, surface, edge, limit, {"clip-path": frame.clip})


def _edge(line: Stroke | None) -> Attributes:
    return stroke(line.colour, line.width, line.dash) if line else {}


def _dots(frame: Frame, run: Run, dot: Dot) -> str:
    draw = _SYMBOLS.get(dot.symbol)
    if draw is None:
        raise ValueError(f"an SVG has no marker {dot.symbol!r}")
    paint: Attributes = {**fill(None if dot.symbol == "line-ew" else dot.colour), **_edge(dot.edge)}
    # Plotly hides markers that lie off the axes.
    shown = [(frame.x(x), frame.y(y)) for x, y in run.spots if frame.holds(x, y)]
    return "".join(draw(spot, dot.size / 2, paint) for spot in shown)


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


def shape(frame: Frame, drawn: Shape) -> str:
    """Return a rectangle, a line or a disc.

    Raises:
        ValueError: Its line is of a colour or with dashes that an SVG is not written with.
    """
    cut: Attributes = {"clip-path": frame.clip}
    if isinstance(drawn, Rule):
        ends: Attributes = {"x1": frame.x(drawn.x[0]), "y1": frame.y(drawn.y[0])}
        others: Attributes = {"x2": frame.x(drawn.x[1]), "y2": frame.y(drawn.y[1])}
        return element("line", ends, others, _edge(drawn.stroke), cut)
    if isinstance(drawn, Area):
        x0, x1 = sorted(frame.x(value) for value in drawn.x)
        y0, y1 = sorted((frame.down if drawn.whole else frame.y)(value) for value in drawn.y)
        corner: Attributes = {"x": x0, "y": y0, "width": x1 - x0, "height": y1 - y0}
        return element("rect", corner, fill(drawn.fill), _edge(drawn.edge), cut)
    (across, up), (right, above), half = drawn.place, drawn.moved, drawn.size / 2
    centre: Attributes = {"cx": frame.across(across) + right, "cy": frame.down(up) - above, "rx": half, "ry": half}
    return element("ellipse", centre, fill(drawn.fill), _edge(drawn.edge))


def label(scene: Scene, frame: Frame, drawn: Label) -> list[tuple[int, str]]:
    """Return step and SVG of each line of a label, on its ground where it has one."""
    plot, top, texts = scene.plot, drawn.box.top, []
    across = min(max(drawn.edge, plot.left), plot.right)
    held = frame.across((across - plot.left) / (plot.right - plot.left)) + drawn.edge - across
    x = _held(held, drawn.align)
    for line in drawn.lines:
        middle = top + line.size * LINE / 2
        down = min(max(middle, plot.top), plot.bottom)
        shown = frame.down((plot.bottom - down) / (plot.bottom - plot.top)) - down + middle
        texts.append((line.step, _text(line, x, shown, drawn)))
        top += line.size * LINE
    return texts


def _text(line: Line, x: float, middle: float, drawn: Label) -> str:
    """Return a line with the place of its baseline that Plotly computes from the font."""
    ascent = rounded(_ASCENT * line.size)
    height = ascent + rounded(_DESCENT * line.size)
    top = rounded(middle - height / 2 - 1) + 1
    text = write(line, x, top + ascent, _ANCHOR[drawn.align])
    if not drawn.ground:
        return text
    left = {"left": x, "center": x - line.width / 2, "right": x - line.width}[drawn.align] - 0.5
    ground: Attributes = {"x": left, "y": top - 0.5, "width": line.width + 1, "height": height + 1.0}
    return element("rect", ground, fill(drawn.ground)) + text


def _held(x: float, align: str) -> float:
    """Return where a text is held: Plotly sets the edge of its box on a whole pixel and leaves one around the text."""
    inwards = {"left": 1, "center": 0, "right": -1}[align]
    return rounded(x) + inwards if inwards else x


def write(line: Line, x: float, baseline: float, anchor: str) -> str:
    """Return a line of text at its baseline."""
    place: Attributes = {"x": x, "y": baseline, "font-size": line.size}
    turned: Attributes = {} if anchor == "start" else {"text-anchor": anchor}
    weight: Attributes = {"font-weight": "bold"} if line.bold else {}
    return element("text", place, fill(line.colour), turned, weight, inside=letters(visible(line.text)))
