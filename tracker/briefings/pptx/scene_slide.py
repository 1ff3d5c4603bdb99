"""A scene on a slide: shapes, a native chart or table in the place of its marks, and its labels as text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.briefings.office_text import font_size
from tracker.briefings.pptx.native_chart import NativeChart, PointLabel
from tracker.briefings.pptx.slide_page import FOOT_TOP, SlidePage
from tracker.charts.boxes import Box
from tracker.charts.heading import SOURCE, TITLE, WIDER
from tracker.charts.lettering import LINE, Line
from tracker.charts.office import CellText, OfficeChart, OfficeTable
from tracker.charts.scene import ABOVE, BELOW, BETWEEN, Area, Bar, Label, Rule, Scene
from tracker.language import _

_RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
_NEAR_ACROSS, _NEAR_DOWN = 6, 12
"""A label that stands so near to its usual place beside a point, in pixels, is left to the application."""


class SceneSlide:
    """A scene being drawn onto a page; its words for those who cannot see go to its chart, its table or a text."""

    def __init__(self, page: SlidePage, scene: Scene, alt: str) -> None:
        """Begin with nothing drawn."""
        self.page, self.scene, self.alt = page, scene, alt
        self.colours = scene.sheet.colours

    def draw(self) -> None:
        """Draw the scene below the title."""
        scene, chart = self.scene, self.scene.office
        labels = [label for label in scene.labels if label.part not in (TITLE, SOURCE)]
        gridded = chart is not None and chart.scale.named
        self._shapes(BELOW)
        if not gridded:
            self._grid()
            self._shapes(BETWEEN)
        self._marks()
        if scene.table:
            self._table(scene.table)
        if chart:
            labels = self._chart(chart, labels)
        if gridded:
            self._shapes(BETWEEN)
        self._shapes(ABOVE)
        self._ticks(chart)
        for label in labels:
            self.page.write(label.lines, label.box, label.align, alt=self._alt_once())

    def _alt_once(self) -> str:
        """Return the words for those who cannot see, once."""
        alt, self.alt = self.alt, ""
        return alt

    # Shapes

    def _shapes(self, layer: str) -> None:
        for shape in self.scene.shapes:
            if shape.layer != layer:
                continue
            if isinstance(shape, Rule):
                ends = [self.scene.spot(end) for end in zip(shape.x, shape.y, strict=True)]
                dashed = shape.stroke.dash not in ("", "solid")
                self.page.line(ends[0], ends[1], shape.stroke.colour, shape.stroke.width, _("Line"), dashed=dashed)
            elif isinstance(shape, Area):
                edge = shape.edge.colour if shape.edge else ""
                self.page.shape("rectangle", self._box(shape), self._solid(shape.fill), edge=edge)
            else:
                plot = self.scene.plot
                x = plot.left + shape.place[0] * (plot.right - plot.left) + shape.moved[0]
                y = plot.bottom - shape.place[1] * (plot.bottom - plot.top) - shape.moved[1]
                edge = shape.edge.colour if shape.edge else ""
                self.page.shape("circle", _around((x, y), shape.size), self._solid(shape.fill), edge=edge)

    def _box(self, area: Area) -> Box:
        scene = self.scene
        left, right = sorted(scene.x(value) for value in area.x)
        top, bottom = sorted(scene.y(value) for value in area.y)
        return Box(left, scene.plot.top, right, scene.plot.bottom) if area.whole else Box(left, top, right, bottom)

    def _solid(self, colour: str) -> str:
        """Return a colour as it looks on the page; "" where nothing of it is seen."""
        match = _RGBA.fullmatch(colour)
        if not match:
            return colour
        opacity = float(match[4])
        page = [int(self.colours.page[start : start + 2], 16) for start in (1, 3, 5)]
        mixed = [
            round(int(part) * opacity + ground * (1 - opacity))
            for part, ground in zip(match.groups(), page, strict=False)
        ]
        return "#{:02X}{:02X}{:02X}".format(*mixed) if opacity else ""

    def _grid(self) -> None:
        axis, plot = self.scene.y_axis, self.scene.plot
        if axis and axis.grid:
            for value, _words in axis.ticks:
                level = self.scene.y(value)
                self.page.line((plot.left, level), (plot.right, level), axis.grid.colour, 2, _("Grid"))

    def _marks(self) -> None:
        """Draw what no native chart has: all marks where there is none, else those that are no series."""
        for mark in self.scene.marks:
            if isinstance(mark, Bar) or (self.scene.office and mark.series):
                continue
            spots, stroke, dot = [self.scene.spot(spot) for spot in mark.spots], mark.stroke, mark.dot
            if stroke:
                for start, end in pairwise(spots):
                    self.page.line(start, end, stroke.colour, stroke.width, mark.name, dashed=bool(stroke.dash))
            if dot:
                hollow = dot.edge if dot.colour == self.colours.page else None
                for spot in spots:
                    colour = hollow.colour if hollow else dot.colour
                    self.page.shape(dot.symbol, _around(spot, dot.size), colour, name=mark.name)

    def _ticks(self, chart: OfficeChart | None) -> None:
        """Write the words of axes that no native chart writes."""
        across, up, plot = self.scene.x_axis, self.scene.y_axis, self.scene.plot
        if across and not (chart and chart.named):
            if across.line and not chart:
                ends = (plot.left, plot.bottom), (plot.right, plot.bottom)
                self.page.line(*ends, across.line.colour, across.line.width, _("Year"))
            for value, line in across.ticks:
                half, top = line.width * WIDER / 2, plot.bottom + across.standoff
                box = Box(self.scene.x(value) - half, top, self.scene.x(value) + half, top + line.size * LINE)
                self.page.write([line], box, "center")
        if up and not (chart and chart.scale.named):
            for value, line in up.ticks:
                right, middle, half = plot.left - up.standoff, self.scene.y(value), line.size * LINE / 2
                box = Box(right - line.width * WIDER, middle - half, right, middle + half)
                self.page.write([line], box, "right")

    # A native chart

    def _chart(self, chart: OfficeChart, labels: Sequence[Label]) -> list[Label]:
        """Add the chart with the labels that belong to its points; return the others."""
        plot, others = self.scene.plot, []
        placed: dict[int, dict[int, PointLabel]] = {}
        frame = Box(plot.left - 10, plot.top - 10, plot.right + 10, plot.bottom + 10)
        if chart.named:
            frame = Box(30, plot.top - 46, min(self.scene.sheet.width, plot.right + 30), plot.bottom + 50)
        for label in labels:
            point = self._point_of(chart, label)
            if point is None:
                others.append(label)
                continue
            series, category = point
            size = chart.series[series].mark
            placed.setdefault(series, {})[category] = self._beside(label, frame, size.size if size else 20.0)
        native = NativeChart(chart=chart, labels=placed, frame=frame, plot=plot, language=self.page.language)
        self.page.chart(native, chart.name, self._alt_once())
        return others

    def _point_of(self, chart: OfficeChart, label: Label) -> tuple[int, int] | None:
        """Return the series and the category that a label belongs to; None where the chart has no such point."""
        if label.mark is None:
            return None
        category = chart.categories.index(f"{label.mark[0]:.0f}")
        for place, series in enumerate(chart.series):
            if series.name in label.series and series.values[category] is not None:
                return place, category
        return None

    def _beside(self, label: Label, frame: Box, size: float) -> PointLabel:
        x, y = self.scene.spot(label.mark or (0.0, 0.0))
        box = self._off_rules(label.box, y)
        wide, high = box.right - box.left, box.bottom - box.top
        across, down = (box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y
        if abs(down) < high * 0.4 and abs(across) > wide * 0.4:
            side = "r" if across > 0 else "l"
            # Some applications set these labels right at the point, whatever the size of its mark.
            across += 10 if across > 0 else -10
            usual = ((size + wide) / 2 * (1 if across > 0 else -1), 0.0)
        else:
            side = "b" if down > 0 else "t"
            usual = (0.0, (size + high) / 2 * (1 if down > 0 else -1))
        moved = (across - usual[0]) / (frame.right - frame.left), (down - usual[1]) / (frame.bottom - frame.top)
        near = box is label.box and abs(across - usual[0]) < _NEAR_ACROSS and abs(down - usual[1]) < _NEAR_DOWN
        ground = label.ground if box.top > self.scene.plot.top + 12 else ""
        return PointLabel(label.lines, side, (0.0, 0.0) if near else moved, ground)

    def _off_rules(self, box: Box, mark: float) -> Box:
        """Return the box moved away from its mark where a line across the plot would cross it."""
        rules = [shape for shape in self.scene.shapes if isinstance(shape, Rule) and shape.y[0] == shape.y[1]]
        for level in (self.scene.y(rule.y[0]) for rule in rules):
            if box.top < level < box.bottom and abs((box.top + box.bottom) / 2 - mark) > (box.bottom - box.top) / 2:
                shift = level - 4 - box.bottom if box.bottom <= mark else level + 4 - box.top
                return Box(box.left, box.top + shift, box.right, box.bottom + shift)
        return box

    # A native table

    def _table(self, table: OfficeTable) -> None:
        """Add a table whose rows share the height, none taller than it may be."""
        edge, top = self.scene.sheet.px(60), max(label.box.bottom for label in self.scene.labels if label.part == TITLE)
        box = Box(edge, top + 24, self.scene.sheet.width - edge, FOOT_TOP - 24)
        count, share = len(table.rows) - 1, (box.right - box.left) / sum(table.widths)
        widths = [width * share for width in table.widths]
        high = min(table.tallest, (box.bottom - box.top - table.head) / max(1, count))
        heights = [table.head, *[high] * count]
        sizes = _sizes(table, widths, heights)
        native = self.page.table(widths, heights, box, table.name, self._alt_once())
        for row, cells in enumerate(table.rows):
            for column, (texts, ground) in enumerate(cells):
                lines = [
                    Line(text.text, sizes[row, column, place], text.colour, bold=text.bold)
                    for place, text in enumerate(texts)
                ]
                self.page.cell(native.cell(row, column), lines, ground)


def _around(spot: tuple[float, float], size: float) -> Box:
    (x, y), half = spot, size / 2
    return Box(x - half, y - half, x + half, y + half)


def _sizes(table: OfficeTable, widths: Sequence[float], heights: Sequence[float]) -> dict[tuple[int, int, int], float]:
    """Return the size of each text by row, column and place in its cell; texts of one kind are set alike."""
    sizes: dict[tuple[int, int, int], float] = {}
    kinds: dict[str, list[tuple[int, int, int]]] = {}
    for row, cells in enumerate(table.rows):
        for column, (texts, _ground) in enumerate(cells):
            room = widths[column] - 40, _share(texts, heights[row] - 12)
            for place, text in enumerate(texts):
                sizes[row, column, place] = font_size(text.text, room, text.sizes, bold=text.bold)
                kinds.setdefault(text.alike, []).append((row, column, place))
    for alike, cells_alike in kinds.items():
        if alike:
            sizes |= dict.fromkeys(cells_alike, min(sizes[cell] for cell in cells_alike))
    return sizes


def _share(texts: Sequence[CellText], high: float) -> float:
    """Return the height that each text of a cell may take whose size is to be chosen."""
    fixed = sum(text.sizes[0] * LINE for text in texts if len(text.sizes) == 1)
    return (high - fixed) / max(1, sum(len(text.sizes) > 1 for text in texts))
