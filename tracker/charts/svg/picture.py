"""A scene as a standalone SVG that looks as Plotly draws it, made without a browser."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from tracker.charts.lettering import Line
from tracker.charts.palette import FAMILY
from tracker.charts.scene import ABOVE, BELOW, BETWEEN, FIRST, Axis, Bar, Scene
from tracker.charts.svg.markup import Attributes, Frame, element, fill, frame_of, letters, stroke
from tracker.charts.svg.shapes import label, mark, shape, write
from tracker.language import current_language

_Part: TypeAlias = tuple[int, str]
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_CRISP: Attributes = {"shape-rendering": "crispEdges"}
_AWAY = 0.2
_MIDDLE = 0.35
"""How far below a line's middle its baseline is, in font sizes, as Plotly sets ticks."""


def as_svg(scene: Scene, *, steps: bool = False, title: str = "", description: str = "", prefix: str = "chart") -> str:
    """Return a scene as SVG; `prefix` starts its ids, so that one page can hold many.

    With steps, what is revealed later stands in groups with the attribute data-step.

    Raises:
        ValueError: The scene holds something that an SVG is not written with, or the prefix is no name.
    """
    if not _NAME.fullmatch(prefix):
        raise ValueError(f"ids start with a letter and have letters, digits, - and _ only, unlike {prefix!r}")
    frame = frame_of(scene, f"url(#{prefix}-plot)")
    size: Attributes = {"width": scene.sheet.width, "height": scene.sheet.height}
    inside = [
        _named("title", title, prefix),
        _named("desc", description, prefix),
        element("defs", inside=element("clipPath", {"id": f"{prefix}-plot"}, inside=_plot(frame))),
        element("rect", size, fill(scene.sheet.colours.page)),
        *_in_groups(_parts(scene, frame), steps=steps),
    ]
    return element("svg", _root(size, title, description, prefix), inside="".join(inside))


def _root(size: Attributes, title: str, description: str, prefix: str) -> Attributes:
    box: Attributes = {"viewBox": f"0 0 {size['width']} {size['height']}"}
    label_ids = " ".join(f"{prefix}-{name}" for name, text in (("title", title), ("desc", description)) if text)
    # Without words of its own its texts are read one by one.
    role: Attributes = {"role": "img", "aria-labelledby": label_ids} if label_ids else {}
    space: Attributes = {"xmlns": "http://www.w3.org/2000/svg", "xml:space": "preserve"}
    words: Attributes = {"lang": current_language().replace("_", "-"), "font-family": FAMILY}
    return {**space, **size, **box, **role, **words}


def _named(name: str, text: str, prefix: str) -> str:
    return element(name, {"id": f"{prefix}-{name}"}, inside=letters(text)) if text else ""


def _plot(frame: Frame) -> str:
    plot = frame.plot
    corner: Attributes = {"x": plot.left, "y": plot.top}
    return element("rect", corner, {"width": plot.right - plot.left, "height": plot.bottom - plot.top})


def _parts(scene: Scene, frame: Frame) -> Iterator[_Part]:
    """Return step and SVG of everything drawn, in the order in which Plotly lays it on top of each other."""
    if strange := {drawn.layer for drawn in scene.shapes} - {BELOW, BETWEEN, ABOVE}:
        raise ValueError(f"an SVG has no layer {strange.pop()!r}")
    yield from _shapes(scene, frame, BELOW)
    yield FIRST, _gridlines(frame, scene.y_axis)
    yield from _shapes(scene, frame, BETWEEN)
    # Bars lie under lines, whichever was drawn first.
    for drawn in sorted(scene.marks, key=lambda drawn: not isinstance(drawn, Bar)):
        yield drawn.step, mark(frame, drawn)
    yield FIRST, _years(frame, scene.x_axis) + _values(frame, scene.y_axis)
    yield from _shapes(scene, frame, ABOVE)
    for written in scene.labels:
        yield from label(scene, frame, written)


def _shapes(scene: Scene, frame: Frame, layer: str) -> Iterator[_Part]:
    return ((drawn.step, shape(frame, drawn)) for drawn in scene.shapes if drawn.layer == layer)


def _in_groups(parts: Iterable[_Part], *, steps: bool) -> Iterator[str]:
    for step, run in groupby(parts, key=lambda part: part[0]):
        drawn = "".join(text for _step, text in run)
        yield element("g", {"data-step": str(step)}, inside=drawn) if steps and step > FIRST and drawn else drawn


def _gridlines(frame: Frame, axis: Axis | None) -> str:
    """Return the lines across the plot; none where an end of the axis is anyway."""
    if axis is None or axis.grid is None:
        return ""
    plot, drawn = frame.plot, stroke(axis.grid.colour, axis.grid.width)
    heights = [frame.y(value) for value, _line in axis.ticks]
    return "".join(
        element("line", {"x1": plot.left, "y1": height, "x2": plot.right, "y2": height}, drawn, _CRISP)
        for height in heights
        if plot.top + 1 < height < plot.bottom - 1
    )


def _years(frame: Frame, axis: Axis | None) -> str:
    """Return the line under the plot with its years."""
    if axis is None or axis.line is None:
        return ""
    plot, wide = frame.plot, axis.line.width
    level = plot.bottom + wide / 2
    ends: Attributes = {"x1": plot.left, "y1": level, "x2": plot.right, "y2": level}
    baseline = plot.bottom + wide + axis.standoff + (1 + _AWAY) * axis.letters.size
    words = [write(line, frame.x(value), baseline, "middle") for value, line in _within(axis, frame.x_range)]
    return element("line", ends, stroke(axis.line.colour, wide), _CRISP) + "".join(words)


def _values(frame: Frame, axis: Axis | None) -> str:
    """Return the values at the left of the plot."""
    if axis is None:
        return ""
    right, down = frame.plot.left - 1 - axis.standoff, _MIDDLE * axis.letters.size
    return "".join(write(line, right, frame.y(value) + down, "end") for value, line in _within(axis, frame.y_range))


def _within(axis: Axis, ends: tuple[float, float]) -> list[tuple[float, Line]]:
    low, high = sorted(ends)
    slack = (high - low) * 1e-6
    return [(value, line) for value, line in axis.ticks if low - slack <= value <= high + slack]
