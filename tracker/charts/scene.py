"""A chart before it is drawn: marks, labels and axes on a sheet, which renderers walk without knowing the chart."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from tracker.charts.boxes import Box, Spot
from tracker.charts.lettering import Line, block_size
from tracker.charts.office import NumberSheet, OfficeChart, OfficeTable
from tracker.charts.sheet import Sheet

FIRST, PATH, PROJECTION = 1, 2, 3
"""The steps of a reveal: axes, goal and actuals; then the path and what it needs; then the projection with its band."""
BELOW, BETWEEN, ABOVE = "below", "between", "above"
"""Where shapes lie: under the gridlines, under the marks, or over them."""
TRANSPARENT = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: its colour, its width in pixels, its dashes by name or as lengths in pixels."""

    colour: str
    width: float
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """How a mark at a point is drawn: its diameter in pixels, its colour, its form, its outline."""

    size: float
    colour: str
    symbol: str = "circle"
    edge: Stroke | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Points of one name, joined by a line or marked by dots or both; with a fill, the outline of a surface.

    `hover` says each point to the pointer; what stands for something else, such as a thread to a label, is no series.
    """

    name: str
    spots: Sequence[tuple[float, float]]
    stroke: Stroke | None = None
    dot: Dot | None = None
    fill: str = ""
    hover: Sequence[str] = ()
    series: bool = True
    step: int = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar from zero, of a height on the y axis around its middle."""

    name: str
    length: float
    middle: float
    height: float
    colour: str
    hover: str = ""
    step: int = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle between values; one that is `whole` reaches over the whole height of the plot."""

    x: tuple[float, float]
    y: tuple[float, float] = (0.0, 1.0)
    fill: str = TRANSPARENT
    edge: Stroke | None = None
    whole: bool = False
    layer: str = BELOW
    step: int = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line between values."""

    x: tuple[float, float]
    y: tuple[float, float]
    stroke: Stroke
    layer: str = BETWEEN
    step: int = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A circle that no font can change, so many pixels right and up of a place in fractions of the plot."""

    place: tuple[float, float]
    moved: tuple[float, float]
    size: float
    fill: str
    edge: Stroke | None = None
    layer: str = ABOVE
    step: int = FIRST


Mark: TypeAlias = Run | Bar
Shape: TypeAlias = Area | Rule | Disc
_Stepped = TypeVar("_Stepped", Run | Bar, Area | Rule | Disc, Line)


@dataclass(frozen=True, slots=True)
class Label:
    """Lines below each other in their box; `part` names what a file may write itself, as its title or its source.

    A label of a mark says a point, by year and value, of whichever of the series named has it.
    """

    lines: tuple[Line, ...]
    box: Box
    align: str = "left"
    ground: str = ""
    part: str = ""
    mark: tuple[float, float] | None = None
    series: tuple[str, ...] = ()

    @property
    def edge(self) -> float:
        """Return where across its lines are held."""
        return {"left": self.box.left, "center": (self.box.left + self.box.right) / 2, "right": self.box.right}[
            self.align
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The ticks of an axis with their words, so far off it; a line along it, or gridlines across the plot."""

    ticks: tuple[tuple[float, Line], ...]
    letters: Line
    standoff: float
    line: Stroke | None = None
    grid: Stroke | None = None


@dataclass(slots=True)
class Scene:
    """A chart: a plot rectangle in pixels, its axes, what lies on it, and the numbers that office files hold of it."""

    sheet: Sheet
    plot: Box
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_axis: Axis | None = None
    y_axis: Axis | None = None
    marks: list[Mark] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    office: OfficeChart | None = None
    table: OfficeTable | None = None
    numbers: NumberSheet | None = None

    def x(self, value: float) -> float:
        """Return where a value of the x axis is, in pixels."""
        return self.plot.left + self.across(value) * (self.plot.right - self.plot.left)

    def y(self, value: float) -> float:
        """Return where a value of the y axis is, in pixels from the top."""
        return self.plot.bottom - self.up(value) * (self.plot.bottom - self.plot.top)

    def spot(self, mark: tuple[float, float]) -> Spot:
        """Return where a pair of values is, in pixels."""
        return self.x(mark[0]), self.y(mark[1])

    def across(self, value: float) -> float:
        """Return a value of the x axis as a fraction of the plot's width."""
        return (value - self.x_range[0]) / (self.x_range[1] - self.x_range[0])

    def up(self, value: float) -> float:
        """Return a value of the y axis as a fraction of the plot's height."""
        return (value - self.y_range[0]) / (self.y_range[1] - self.y_range[0])

    @contextmanager
    def at_step(self, step: int) -> Iterator[None]:
        """Let the marks and shapes drawn in this context appear in a later step."""
        marks, shapes = len(self.marks), len(self.shapes)
        yield
        self.marks[marks:] = [replace(mark, step=step) for mark in self.marks[marks:]]
        self.shapes[shapes:] = [replace(shape, step=step) for shape in self.shapes[shapes:]]

    def write(self, lines: Sequence[Line], box: Box, align: str = "left", **more: Any) -> None:
        """Write lines into a box; `more` is what else a label knows."""
        self.labels.append(Label(tuple(lines), box, align, **more))

    def put(self, lines: Sequence[Line], left: float, top: float, **more: Any) -> float:
        """Write lines from a corner on, and return where they end."""
        if lines:
            wide, high = block_size(lines)
            self.write(lines, Box(left, top, left + wide, top + high), **more)
            top += high
        return top

    def finished(self, x_axis: Axis | None = None, y_axis: Axis | None = None) -> "Scene":
        """Return the scene with its axes, its steps numbered 1, 2, 3 …, so that every one reveals something."""
        self.x_axis, self.y_axis = x_axis, y_axis
        steps = sorted({FIRST, *self.steps()})
        if steps != list(range(1, len(steps) + 1)):
            places = {step: place for place, step in enumerate(steps, 1)}
            self.marks = [_moved(mark, places) for mark in self.marks]
            self.shapes = [_moved(shape, places) for shape in self.shapes]
            self.labels = [
                replace(label, lines=tuple(_moved(line, places) for line in label.lines)) for label in self.labels
            ]
        return self

    def steps(self) -> Iterator[int]:
        """Return the step of everything drawn."""
        yield from (mark.step for mark in (*self.marks, *self.shapes))
        yield from (line.step for label in self.labels for line in label.lines)


def _moved(mark: _Stepped, places: dict[int, int]) -> _Stepped:
    return mark if mark.step == FIRST else replace(mark, step=places[mark.step])


def steps_of(scene: Scene) -> int:
    """Return in how many steps a chart is revealed: one where all of it is there at once."""
    return max([FIRST, *scene.steps()])


def hollow(scene: Scene, size: float, wide: float, colour: str, symbol: str = "circle") -> Dot:
    """Return a mark with an outline, filled with the page: what is wanted, not what is."""
    return Dot(size, scene.sheet.colours.page, symbol, Stroke(colour, wide))


def solid(scene: Scene, size: float, colour: str) -> Dot:
    """Return a filled mark with a ring in the page's colour, which keeps it apart from lines."""
    return Dot(size, colour, edge=Stroke(scene.sheet.colours.page, min(scene.sheet.mark(4), size / 5)))


def circle(place: Spot, moved: Spot, size: float, colour: str, *, filled: bool) -> Disc:
    """Return a disc of a colour, or a ring."""
    edge = None if filled else Stroke(colour, max(1.0, size / 9))
    return Disc(place=place, moved=moved, size=size, fill=colour if filled else TRANSPARENT, edge=edge)
