"""A native chart of a slide in DrawingML: series with marks and labels, axes, and the workbook people edit it by."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.enum.chart import XL_CHART_TYPE
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from tracker.briefings.office_text import FILE_MADE, WORKBOOK_OPTIONS, fit
from tracker.briefings.pptx.letters import PIXEL, colour_xml, letters_xml, run_xml
from tracker.charts.boxes import Box
from tracker.charts.lettering import Line
from tracker.charts.office import Edge, Marker, OfficeChart, Series
from tracker.charts.palette import Theme, palette

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_COLOURS = palette(Theme.LIGHT)
_AXIS_SIZE = 28.0


@dataclass(frozen=True, slots=True)
class PointLabel:
    """Lines beside a point: on a side (t, b, l, r), moved from there by fractions of the chart."""

    lines: tuple[Line, ...]
    side: str
    moved: tuple[float, float] = (0.0, 0.0)
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """A chart as python-pptx takes it, in a frame with its plot, its points labelled by series and category."""

    chart: OfficeChart
    labels: Mapping[int, Mapping[int, PointLabel]]
    frame: Box
    plot: Box
    language: str

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        """Return the chart's XML."""
        forms = "".join(self._group(form) for form in ("area", "bar", "line"))
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {NAMESPACES}>'
            f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{self._layout()}'
            f"{forms}{self._categories_axis()}{self._values_axis()}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>'
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>"
        ).encode()

    @property
    def xlsx_blob(self) -> bytes:
        """Return the workbook that the chart is edited by: a row per category, a column per series."""
        made = io.BytesIO()
        with Workbook(made, WORKBOOK_OPTIONS) as book:
            book.set_properties({"created": FILE_MADE})
            page, bold = book.add_worksheet("Sheet1"), book.add_format({"bold": True})
            page.write_string(0, 0, fit(self.chart.corner), bold)
            for row, category in enumerate(self.chart.categories, 1):
                page.write_string(row, 0, fit(category))
            for column, series in enumerate(self.chart.series, 1):
                page.write_string(0, column, fit(series.name), bold)
                _write_numbers(page, column, series)
            page.set_column(0, len(self.chart.series), 16)
        return made.getvalue()

    def _layout(self) -> str:
        frame, plot = self.frame, self.plot
        wide, high = frame.right - frame.left, frame.bottom - frame.top
        ends = {
            "x": (plot.left - frame.left) / wide,
            "y": (plot.top - frame.top) / high,
            "w": (plot.right - plot.left) / wide,
            "h": (plot.bottom - plot.top) / high,
        }
        inner = "".join(f'<c:{name} val="{value:.6f}"/>' for name, value in ends.items())
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{inner}</c:manualLayout></c:layout>"
        )

    def _group(self, form: str) -> str:
        drawn = "".join(self._series(place) for place, series in enumerate(self.chart.series) if series.form == form)
        if not drawn:
            return ""
        ids = '<c:axId val="1"/><c:axId val="2"/>'
        if form == "area":
            return f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{drawn}{ids}</c:areaChart>'
        if form == "bar":
            return (
                '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
                f'{drawn}<c:gapWidth val="{self.chart.gap}"/><c:overlap val="{self.chart.overlap}"/>{ids}</c:barChart>'
            )
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>{ids}'
            "</c:lineChart>"
        )

    def _series(self, place: int) -> str:
        series = self.chart.series[place]
        line = series.form == "line"
        parts = [
            f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx>{_named(_cell(0, place + 1), (series.name,))}</c:tx>',
            _shape(series),
            (_mark(series.mark) or '<c:marker><c:symbol val="none"/></c:marker>') if line else "",
            '<c:invertIfNegative val="0"/>' if series.form == "bar" else "",
            *(_point(series, index) for index in sorted({*series.marks, *series.strokes})),
            self._labels(self.labels.get(place, {})),
            _whiskers(series),
            f"<c:cat>{_named(self._range(0), self._shown())}</c:cat>",
            f"<c:val>{_numbers(self._range(place + 1), series.values)}</c:val>",
            '<c:smooth val="0"/>' if line else "",
        ]
        return f"<c:ser>{''.join(parts)}</c:ser>"

    def _shown(self) -> list[str]:
        """Return the categories, without the names between those that have room; the workbook has them all."""
        return ["" if place % self.chart.every else name for place, name in enumerate(self.chart.categories)]

    def _range(self, column: int) -> str:
        return f"{_cell(1, column)}:{_cell(len(self.chart.categories), column).removeprefix('Sheet1!')}"

    def _labels(self, labels: Mapping[int, PointLabel]) -> str:
        if not labels:
            return ""
        label_elements = "".join(self._label(index, label) for index, label in sorted(labels.items()))
        return f"<c:dLbls>{label_elements}{_shown(value=False)}{_NO_LEADERS}</c:dLbls>"

    def _label(self, index: int, label: PointLabel) -> str:
        lines = "".join(f"<a:p>{run_xml(line, self.language)}</a:p>" for line in label.lines)
        across, down = label.moved
        ground = f"<c:spPr>{colour_xml(label.ground)}</c:spPr>" if label.ground else ""
        layout = (
            f'<c:layout><c:manualLayout><c:x val="{across:.5f}"/><c:y val="{down:.5f}"/></c:manualLayout></c:layout>'
            if abs(across) + abs(down) > 0.004
            else ""
        )
        return (
            f'<c:dLbl><c:idx val="{index}"/>{layout}<c:tx><c:rich>'
            f'<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>{lines}</c:rich></c:tx>'
            f'{ground}<c:dLblPos val="{label.side}"/>{_shown(value=True)}</c:dLbl>'
        )

    def _categories_axis(self) -> str:
        flat, upside_down = self.chart.bars, self.chart.scale.upside_down
        where, order = ("l", "maxMin") if flat else ("b", "minMax")
        line = _stroke(None if flat else Edge(_COLOURS.axis, 2))
        crosses = "autoZero" if flat else "max" if upside_down else "min"
        named = "nextTo" if self.chart.named else "none"
        return (
            f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{where}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="{named}"/><c:spPr>{line}</c:spPr>{self._letters(bold=True)}'
            f'<c:crossAx val="2"/><c:crosses val="{crosses}"/><c:auto val="0"/>'
            f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="{self.chart.every}"/>'
            '<c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def _values_axis(self) -> str:
        scale, flat = self.chart.scale, self.chart.bars
        order, where = "maxMin" if scale.upside_down else "minMax", "b" if flat else "l"
        grid = f"<c:majorGridlines><c:spPr>{_stroke(Edge(_COLOURS.grid, 2))}</c:spPr></c:majorGridlines>"
        grid, named = (grid, "nextTo") if scale.named else ("", "none")
        return (
            f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="{order}"/><c:max val="{scale.high!r}"/>'
            f'<c:min val="{scale.low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="{where}"/>{grid}'
            f'<c:numFmt formatCode={quoteattr(scale.form)} sourceLinked="0"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{named}"/>'
            f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{self._letters(bold=False)}"
            '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
            f'<c:majorUnit val="{scale.step!r}"/></c:valAx>'
        )

    def _letters(self, *, bold: bool) -> str:
        line = Line("", _AXIS_SIZE, _COLOURS.ink if bold else _COLOURS.muted, bold=bold)
        return (
            f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr>{letters_xml("a:defRPr", line, self.language)}</a:pPr>'
            "</a:p></c:txPr>"
        )


def _shown(*, value: bool) -> str:
    others = ("showCatName", "showSerName", "showPercent", "showBubbleSize")
    return f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/>' + "".join(
        f'<c:{name} val="0"/>' for name in others
    )


def _cell(row: int, column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"Sheet1!${letters}${row + 1}"


def _named(place: str, names: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(fit(name))}</c:v></c:pt>' for index, name in enumerate(names))
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(names)}"/>{points}</c:strCache></c:strRef>'


def _numbers(place: str, values: Sequence[float | None]) -> str:
    return f"<c:numRef><c:f>{place}</c:f><c:numCache>{_points(values)}</c:numCache></c:numRef>"


def _points(values: Sequence[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value!r}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'


def _stroke(stroke: Edge | None) -> str:
    if stroke is None:
        return "<a:ln><a:noFill/></a:ln>"
    return (
        f'<a:ln w="{round(stroke.width * PIXEL)}" cap="flat">{colour_xml(stroke.colour)}'
        f'<a:prstDash val="{stroke.dash}"/><a:round/></a:ln>'
    )


def _shape(series: Series) -> str:
    fill = ""
    if series.form != "line":
        fill = colour_xml(series.fill, series.opacity) if series.fill else "<a:noFill/>"
    return f"<c:spPr>{fill}{_stroke(series.stroke)}</c:spPr>"


def _mark(mark: Marker | None) -> str:
    if mark is None:
        return ""
    # A mark is measured in points, half a pixel each.
    size = min(72, max(2, round(mark.size / 2)))
    return (
        f'<c:marker><c:symbol val="{mark.symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{colour_xml(mark.colour)}{_stroke(None)}</c:spPr></c:marker>"
    )


def _point(series: Series, index: int) -> str:
    mark = _mark(series.marks.get(index, series.mark))
    stroke = _stroke(series.strokes.get(index, series.stroke))
    return f'<c:dPt><c:idx val="{index}"/>{mark}<c:bubble3D val="0"/><c:spPr>{stroke}</c:spPr></c:dPt>'


def _whiskers(series: Series) -> str:
    if series.whiskers is None:
        return ""
    up, down, stroke = series.whiskers
    ends = "".join(
        f"<c:{name}><c:numLit>{_points(values)}</c:numLit></c:{name}>"
        for name, values in (("plus", up), ("minus", down))
    )
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"{ends}<c:spPr>{_stroke(stroke)}</c:spPr></c:errBars>"
    )


def _write_numbers(page: Any, column: int, series: Series) -> None:
    """Write a series; one that follows takes its numbers from the column before it."""
    for row, value in enumerate(series.values, 1):
        if value is not None and series.follows:
            page.write_formula(row, column, f"={xl_rowcol_to_cell(row, column - 1)}", None, value)
        elif value is not None:
            page.write_number(row, column, value)
