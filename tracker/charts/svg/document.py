"""A figure of ours as a standalone SVG that looks as Plotly draws it, made without a browser."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

import plotly.graph_objects as go

from tracker.charts.drawing import Drawn
from tracker.charts.palette import FAMILY
from tracker.charts.steps import FIRST, mark_step, trace_step
from tracker.charts.svg.axes import gridlines, value_words, year_words
from tracker.charts.svg.elements import Attributes, element, fill, letters
from tracker.charts.svg.frame import Frame, frame
from tracker.charts.svg.shapes import shape
from tracker.charts.svg.texts import annotation
from tracker.charts.svg.traces import trace
from tracker.language import current_language

_Part: TypeAlias = tuple[int, str]
_LAYERS = {"below", "between", "above"}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def as_svg(
    figure: go.Figure, *, steps: bool = False, title: str = "", description: str = "", prefix: str = "chart"
) -> str:
    """Write a figure as SVG; `prefix` starts its ids, so that one page can hold many.

    With steps, what is revealed later stands in groups with the attribute data-step.

    Raises:
        ValueError: The figure holds something that our charts do not draw, or the prefix is no name.
    """
    if not _NAME.fullmatch(prefix):
        raise ValueError(f"ids start with a letter and have letters, digits, - and _ only, unlike {prefix!r}")
    drawn = figure.to_plotly_json()
    layout = drawn["layout"]
    framed = frame(layout, f"url(#{prefix}-plot)")
    size: Attributes = {"width": layout["width"], "height": layout["height"]}
    inside = [
        _named("title", title, prefix),
        _named("desc", description, prefix),
        element("defs", inside=element("clipPath", {"id": f"{prefix}-plot"}, inside=_plot(framed))),
        element("rect", size, fill(layout["paper_bgcolor"])),
        *_in_groups(_parts(framed, drawn["data"], layout), steps=steps),
    ]
    return element("svg", _root(size, title, description, prefix), inside="".join(inside))


def _root(size: Attributes, title: str, description: str, prefix: str) -> Attributes:
    box: Attributes = {"viewBox": f"0 0 {size['width']} {size['height']}"}
    said = " ".join(f"{prefix}-{name}" for name, text in (("title", title), ("desc", description)) if text)
    # Without words of its own its texts are read one by one.
    role: Attributes = {"role": "img", "aria-labelledby": said} if said else {}
    space: Attributes = {"xmlns": "http://www.w3.org/2000/svg", "xml:space": "preserve"}
    words: Attributes = {"lang": current_language().replace("_", "-"), "font-family": FAMILY}
    return {**space, **size, **box, **role, **words}


def _named(name: str, text: str, prefix: str) -> str:
    return element(name, {"id": f"{prefix}-{name}"}, inside=letters(text)) if text else ""


def _plot(framed: Frame) -> str:
    plot = framed.plot
    return element(
        "rect", {"x": plot.left, "y": plot.top, "width": plot.right - plot.left, "height": plot.bottom - plot.top}
    )


def _parts(framed: Frame, traces: list[Drawn], layout: Drawn) -> Iterator[_Part]:
    """Return step and SVG of everything drawn, in the order in which Plotly lays it on top of each other."""
    shapes = layout.get("shapes") or []
    if strange := {one.get("layer", "above") for one in shapes} - _LAYERS:
        raise ValueError(f"an SVG has no layer {strange.pop()!r}")
    yield from _shapes(framed, shapes, "below")
    yield FIRST, gridlines(framed, layout["yaxis"])
    yield from _shapes(framed, shapes, "between")
    # Bars lie under lines, whichever was drawn first.
    for one in sorted(traces, key=lambda one: one["type"] != "bar"):
        yield trace_step(one), trace(framed, one)
    yield FIRST, year_words(framed, layout["xaxis"]) + value_words(framed, layout["yaxis"])
    yield from _shapes(framed, shapes, "above")
    for one in layout.get("annotations") or []:
        yield mark_step(one), annotation(framed, one)


def _shapes(framed: Frame, shapes: Iterable[Drawn], layer: str) -> Iterator[_Part]:
    for one in shapes:
        if one.get("layer", "above") == layer:
            yield mark_step(one), shape(framed, one)


def _in_groups(parts: Iterable[_Part], *, steps: bool) -> Iterator[str]:
    for step, run in groupby(parts, key=lambda part: part[0]):
        drawn = "".join(text for _step, text in run)
        yield element("g", {"data-step": str(step)}, inside=drawn) if steps and step > FIRST and drawn else drawn
