"""A chart of the screen as a slide takes it over: where its plot lies, its texts as blocks of lines, its shapes."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from tracker.briefings.deck.contents import Slide
from tracker.briefings.deck.drawing import WIDE, figure_of
from tracker.briefings.pptx.slide_page import COLOURS, SlidePage
from tracker.charts import Theme
from tracker.charts.boxes import Box
from tracker.charts.drawing import Line, block_size
from tracker.charts.lettering import LINE
from tracker.language import _

_TITLE, _SOURCE = 48.0, 22.0
_TAG = re.compile(r"<[^>]*>")
# Two lines below the chart, whatever its source is.
_TWO_LINES = "0 " * 150


@dataclass(frozen=True, slots=True)
class Block:
    """Lines set below each other with their box."""

    lines: tuple[Line, ...]
    box: Box
    align: str


class DrawnSlide:
    """What the screen draws for a slide, in pixels of the canvas; title and source are the slide's own."""

    def __init__(self, slide: Slide) -> None:
        """Draw the slide."""
        drawn: dict[str, Any] = figure_of(replace(slide, source=_TWO_LINES), Theme.LIGHT, WIDE).to_plotly_json()
        self.traces: list[dict[str, Any]] = list(drawn["data"])
        self.layout: dict[str, Any] = drawn["layout"]
        margin = self.layout["margin"]
        self.plot = Box(margin["l"], margin["t"], WIDE[0] - margin["r"], WIDE[1] - margin["b"])
        self.x_range: tuple[float, float] = tuple(self.layout["xaxis"]["range"])
        self.y_range: tuple[float, float] = tuple(self.layout["yaxis"]["range"])

    def x(self, value: float, ref: str = "x") -> float:
        """Return where a value across is."""
        low, high = (0.0, 1.0) if ref == "paper" else self.x_range
        return self.plot.left + (value - low) / (high - low) * (self.plot.right - self.plot.left)

    def y(self, value: float, ref: str = "y") -> float:
        """Return where a value up is."""
        low, high = (0.0, 1.0) if ref == "paper" else self.y_range
        return self.plot.bottom - (value - low) / (high - low) * (self.plot.bottom - self.plot.top)

    def blocks(self) -> list[Block]:
        """Return the texts but title and source, lines that stand below each other together."""
        found: list[Block] = []
        for text in self.layout.get("annotations", ()):
            block = self._block(text)
            if block.lines[0].size in (_TITLE, _SOURCE):
                continue
            if found and _goes_on(found[-1], block):
                lines = (*found[-1].lines, *block.lines)
                found[-1] = Block(lines, _around(found[-1], block), block.align)
            else:
                found.append(block)
        return found

    def write(self, page: SlidePage) -> None:
        """Write the texts, and the words of the axes that have any."""
        for block in (*self.blocks(), *self._ticks()):
            page.write(block.lines, block.box, block.align)

    def shapes(self, page: SlidePage) -> None:
        """Draw rectangles and lines of the chart."""
        for shape in self.layout.get("shapes", ()):
            xref, yref = shape.get("xref", "x"), shape.get("yref", "y")
            ends = (
                (self.x(shape["x0"], xref), self.y(shape["y0"], yref)),
                (
                    self.x(shape["x1"], xref),
                    self.y(shape["y1"], yref),
                ),
            )
            if shape["type"] == "line":
                line = shape["line"]
                page.line(*ends, line["color"], line["width"], _("Line"), dashed="dash" in line)
            elif shape["type"] == "rect":
                (left, top), (right, bottom) = ends
                box = Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))
                solid = shape["fillcolor"].startswith("#")
                page.rectangle(box, shape["fillcolor"] if solid else "", edge=shape["line"].get("color", ""))

    def _block(self, text: dict[str, Any]) -> Block:
        font = text["font"]
        bold = text["text"].startswith("<b>")
        line = Line(plain(text["text"]), font["size"], font["color"], bold=bold)
        x = self.x(text["x"], "paper") + text.get("xshift", 0)
        y = self.y(text["y"], "paper") - text.get("yshift", 0)
        return _at(line, x, y, text["xanchor"])

    def _ticks(self) -> Iterable[Block]:
        across, up = self.layout["xaxis"], self.layout["yaxis"]
        for value, text in zip(across.get("tickvals") or (), across.get("ticktext") or (), strict=True):
            line = Line(plain(text), across["tickfont"]["size"], COLOURS.ink, bold=True)
            below = self.plot.bottom + across.get("ticklabelstandoff", 8) + line.size * LINE / 2
            yield _at(line, self.x(value), below, "center")
        for value, text in zip(up.get("tickvals") or (), up.get("ticktext") or (), strict=True):
            line = Line(plain(text), up["tickfont"]["size"], COLOURS.muted)
            yield _at(line, self.plot.left - up.get("ticklabelstandoff", 8), self.y(value), "right")


def plain(text: str) -> str:
    """Return the letters that the screen shows of an escaped text."""
    return html.unescape(_TAG.sub("", text))


def _at(line: Line, x: float, y: float, align: str) -> Block:
    wide, high = block_size([line])
    wide *= 1.04
    left = {"left": x, "center": x - wide / 2, "right": x - wide}[align]
    return Block((line,), Box(left, y - high / 2, left + wide, y + high / 2), align)


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a line stands right below another block, at the same edge."""
    return (
        above.align == below.align
        and abs(_edge(above) - _edge(below)) < 1
        and abs(above.box.bottom - below.box.top) < 1
    )


def _edge(block: Block) -> float:
    box = block.box
    return {"left": box.left, "center": (box.left + box.right) / 2, "right": box.right}[block.align]


def _around(first: Block, second: Block) -> Box:
    one, other = first.box, second.box
    return Box(min(one.left, other.left), one.top, max(one.right, other.right), other.bottom)
