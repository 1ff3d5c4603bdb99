"""What a native chart draws: rows of numbers with their lines, marks and labels."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.charts.drawing import Line


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: colour, width in pixels, and its dashes by their name in DrawingML."""

    colour: str
    width: float
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a size in pixels by its name in DrawingML; hollow where it has an edge."""

    symbol: str
    size: float
    colour: str
    edge: Stroke | None = None


@dataclass(frozen=True, slots=True)
class PointLabel:
    """Lines beside a point: on a side (t, b, l, r), moved from there by fractions of the chart."""

    lines: tuple[Line, ...]
    side: str
    moved: tuple[float, float] = (0.0, 0.0)
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of numbers with how it is drawn; None where a category has none.

    One that follows has the numbers of the series before it, whose marks it lies on.
    """

    name: str
    values: tuple[float | None, ...]
    form: str = "line"
    stroke: Stroke | None = None
    fill: str = ""
    opacity: float = 1.0
    mark: Mark | None = None
    marks: Mapping[int, Mark] = field(default_factory=dict)
    strokes: Mapping[int, Stroke] = field(default_factory=dict)
    labels: Mapping[int, PointLabel] = field(default_factory=dict)
    whiskers: tuple[tuple[float, ...], tuple[float, ...], Stroke] | None = None
    follows: bool = False
