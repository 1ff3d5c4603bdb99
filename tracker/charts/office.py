"""What office files hold of a chart: series by category for a native chart, cells for a native table, and columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from tracker.language import _

Cell: TypeAlias = str | float | int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of a native chart: colour, width in pixels, and its dashes by their name in DrawingML."""

    colour: str
    width: float
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark of a native chart, filled, by its name in DrawingML: some applications drop the outline of a mark."""

    symbol: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of numbers with how it is drawn; None where a category has none.

    One that follows has the numbers of the series before it, whose marks it lies on.
    """

    name: str
    values: tuple[float | None, ...]
    form: str = "line"
    stroke: Edge | None = None
    fill: str = ""
    opacity: float = 1.0
    mark: Marker | None = None
    marks: Mapping[int, Marker] = field(default_factory=dict)
    strokes: Mapping[int, Edge] = field(default_factory=dict)
    whiskers: tuple[tuple[float, ...], tuple[float, ...], Edge] | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueScale:
    """The value axis of a native chart: its ends, its step, how values are written; the first place may be on top.

    One that is not `named` leaves its words and gridlines to the scene.
    """

    low: float
    high: float
    step: float
    form: str = "General"
    upside_down: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeChart:
    """A native chart: categories across with every so many named, or bars along rows, and its series."""

    name: str
    corner: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    scale: ValueScale
    every: int = 1
    named: bool = False
    bars: bool = False
    gap: int = 60
    overlap: int = 100


@dataclass(frozen=True, slots=True)
class CellText:
    """A text of a table's cell, in the largest of some sizes it fits in; those of one kind are set alike."""

    text: str
    sizes: tuple[float, ...]
    colour: str
    bold: bool = False
    alike: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTable:
    """A native table: rows of cells with their texts and grounds, the first row a head of its own height."""

    name: str
    rows: tuple[tuple[tuple[tuple[CellText, ...], str], ...], ...]
    widths: tuple[float, ...]
    head: float
    tallest: float


@dataclass(frozen=True, slots=True)
class Look:
    """How a column of a worksheet is drawn in its chart; layers lie on each other from 0 on.

    What is drawn inside another mark has no name in the legend.
    """

    layer: int
    line: Edge | None = None
    mark: Marker | None = None
    fill: str = ""
    edge: Edge | None = None
    opacity: float = 1.0
    name: str = ""
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a worksheet, how it is drawn, and the format of its numbers."""

    head: str
    cells: Sequence[Cell]
    looks: tuple[Look, ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSheet:
    """A worksheet's columns and the form of the chart drawn of them: scatter by year, line, bar.

    A scale is given where the application would choose another; every so many years are named from the first.
    """

    columns: tuple[Column, ...]
    form: str
    scale: ValueScale | None = None
    years: tuple[int, int, int] = (0, 0, 1)
    upside_down: bool = False
    overlap: int = 0
    unit: str = ""


def rings(name: str, values: Sequence[float | None], mark: Marker, page: str) -> list[Series]:
    """Return hollow circles as two discs on each other: some applications drop the outline of a mark."""
    numbers, inside = tuple(values), _("{series}, inside of the circle").format(series=name)
    return [
        Series(name=name, values=numbers, mark=mark),
        Series(name=inside, values=numbers, mark=Marker("circle", mark.size * 0.56, page), follows=True),
    ]


def ring_looks(layer: int, name: str, mark: Marker, page: str) -> tuple[Look, ...]:
    """Return the same for a column of a worksheet."""
    inside = Marker("circle", mark.size - 4, page)
    return Look(layer, mark=mark, name=name), Look(layer, mark=inside, inside=True)
