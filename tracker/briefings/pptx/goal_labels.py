"""The labels of a goal's chart, placed by the rules of the screen and kept with the points they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line
from tracker.charts.glide.labels import Labels
from tracker.charts.glide.timeline import Scene, YearValue
from tracker.language import _


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines that belong to a mark of one of the series named, and the box they were given."""

    mark: YearValue
    lines: tuple[Line, ...]
    box: Box
    series: tuple[str, ...]
    ground: str


@dataclass(slots=True)
class Kept(Drawing):
    """A drawing that keeps what is written onto it as lines with their boxes; thresholds lie at the levels."""

    kept: list[tuple[tuple[Line, ...], Box, str, str]] = field(default_factory=list)
    levels: tuple[float, ...] = ()

    def write(self, lines: Sequence[Line], box: Box, align: str = "left", *, ground: str = "") -> None:
        """Keep the lines with the colour they are set on."""
        self.boxes.append(box)
        self.kept.append((tuple(lines), box, align, ground))


class PlacedLabels(Labels):
    """The labels of a goal, kept with their points instead of being written."""

    def __init__(self, drawing: Kept, scene: Scene) -> None:
        """Begin without a label."""
        super().__init__(drawing, scene)
        self.keeping = drawing
        self.placed: list[Placed] = []
        self._of: tuple[str, ...] = ()

    def place(self) -> None:
        """Place every label, in the order of their weight."""
        self.margin()
        self._of = (_("start"), _("implied"))
        self.start()
        self._of = (_("actual"), _("actual, bound or range"), _("actual, range"))
        self.actuals()
        self.satisfied()
        self._of = (_("needed"),)
        self.needed()

    def label(
        self, mark: YearValue, lines: Sequence[Line], *, below: bool, must: bool = False, across: bool = False
    ) -> None:
        """Keep lines beside a mark, where there is room."""
        before = len(self.keeping.kept)
        super().label(mark, lines, below=below, must=must, across=across)
        if len(self.keeping.kept) > before:
            kept, box, _align, ground = self.keeping.kept.pop()
            self.placed.append(Placed(mark, kept, box, self._of, ground))
