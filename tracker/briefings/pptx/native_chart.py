"""A native chart of a slide: its series, marks and labels in DrawingML, with the table people edit it by."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pptx.enum.chart import XL_CHART_TYPE

from tracker.briefings.fit_text import fit
from tracker.briefings.pptx.letters import run_xml
from tracker.briefings.pptx.native_axes import NAMESPACES, Axes
from tracker.briefings.pptx.native_series import Mark, PointLabel, Series, Stroke
from tracker.briefings.pptx.series_table import Column, series_table
from tracker.charts.boxes import Box

_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
PIXEL = 6350
"""EMU of a pixel of the canvas of 1920 x 1080, on a slide of 13.333 x 7.5 inches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """A chart as python-pptx takes it: categories, series, axes, and where the plot lies in its frame."""

    corner: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axes: Axes
    frame: Box
    plot: Box
    language: str
    gap: int = 60
    every: int = 1

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        """Return the chart's XML."""
        forms = "".join(self._group(form) for form in ("area", "bar", "line"))
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {NAMESPACES}>'
            f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{self._layout()}'
            f"{forms}{self.axes.xml(self.language, self.every)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>'
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>"
        ).encode()

    @property
    def xlsx_blob(self) -> bytes:
        """Return the workbook that the chart is edited by."""
        columns = [Column(series.name, series.values, series.follows) for series in self.series]
        return series_table(self.corner, self.categories, columns)

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
        drawn = "".join(self._series(place) for place, series in enumerate(self.series) if series.form == form)
        if not drawn:
            return ""
        ids = '<c:axId val="1"/><c:axId val="2"/>'
        if form == "area":
            return f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{drawn}{ids}</c:areaChart>'
        if form == "bar":
            return (
                '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
                f'{drawn}<c:gapWidth val="{self.gap}"/><c:overlap val="{self.axes.overlap}"/>{ids}</c:barChart>'
            )
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>{ids}'
            "</c:lineChart>"
        )

    def _series(self, place: int) -> str:
        series = self.series[place]
        line = series.form == "line"
        parts = [
            f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx>{_named(_cell(0, place + 1), (series.name,))}</c:tx>',
            _shape(series),
            (_mark(series.mark) or '<c:marker><c:symbol val="none"/></c:marker>') if line else "",
            '<c:invertIfNegative val="0"/>' if series.form == "bar" else "",
            *(_point(series, index) for index in sorted({*series.marks, *series.strokes})),
            self._labels(series),
            _whiskers(series),
            f"<c:cat>{_named(self._range(0), self._shown())}</c:cat>",
            f"<c:val>{_numbers(self._range(place + 1), series.values)}</c:val>",
            '<c:smooth val="0"/>' if line else "",
        ]
        return f"<c:ser>{''.join(parts)}</c:ser>"

    def _shown(self) -> list[str]:
        """Return the categories, without the names between those that have room; the workbook has them all."""
        return ["" if place % self.every else name for place, name in enumerate(self.categories)]

    def _range(self, column: int) -> str:
        return f"{_cell(1, column)}:{_cell(len(self.categories), column).removeprefix('Sheet1!')}"

    def _labels(self, series: Series) -> str:
        if not series.labels:
            return ""
        said = "".join(self._label(index, label) for index, label in sorted(series.labels.items()))
        return f"<c:dLbls>{said}{_shown(value=False)}{_NO_LEADERS}</c:dLbls>"

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


def colour_xml(colour: str, opacity: float = 1.0) -> str:
    """Return a #RRGGBB colour as a solid fill."""
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr></a:solidFill>'


def _stroke(stroke: Stroke | None) -> str:
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


def _mark(mark: Mark | None) -> str:
    if mark is None:
        return ""
    # A mark is measured in points, half a pixel each.
    size = min(72, max(2, round(mark.size / 2)))
    return (
        f'<c:marker><c:symbol val="{mark.symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{colour_xml(mark.colour)}{_stroke(mark.edge)}</c:spPr></c:marker>"
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
