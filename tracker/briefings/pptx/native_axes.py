"""The axes of a native chart in DrawingML: categories along one side, values along the other."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from tracker.briefings.pptx.letters import letters_xml
from tracker.charts.drawing import Line
from tracker.charts.palette import Theme, palette

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_COLOURS = palette(Theme.LIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """How categories and values are marked; values upside down where the first place is on top.

    `flat` lays the categories along the left side, the first one on top, for bars.
    """

    low: float
    high: float
    step: float
    form: str = "General"
    upside_down: bool = False
    flat: bool = False
    years_named: bool = True
    values_named: bool = True
    ruled: bool = True
    size: float = 28.0
    overlap: int = 100

    def xml(self, language: str, every: int) -> str:
        """Return both axes; every so many categories one is named."""
        return self._categories(language, every) + self._values(language)

    def _categories(self, language: str, every: int) -> str:
        where, order = ("l", "maxMin") if self.flat else ("b", "minMax")
        line = "<a:ln><a:noFill/></a:ln>" if self.flat else _line(_COLOURS.axis, 2)
        crosses = "max" if self.upside_down else "min"
        named = "none" if self.flat or not self.years_named else "nextTo"
        return (
            f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{where}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="{named}"/><c:spPr>{line}</c:spPr>{self._letters(language, bold=True)}'
            f'<c:crossAx val="2"/><c:crosses val="{"autoZero" if self.flat else crosses}"/><c:auto val="0"/>'
            f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="{every}"/>'
            '<c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def _values(self, language: str) -> str:
        order = "maxMin" if self.upside_down else "minMax"
        where = "b" if self.flat else "l"
        grid = (
            ""
            if self.flat or not self.ruled
            else f"<c:majorGridlines><c:spPr>{_line(_COLOURS.grid, 2)}</c:spPr></c:majorGridlines>"
        )
        named = "nextTo" if self.values_named else "none"
        return (
            f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="{order}"/><c:max val="{self.high!r}"/>'
            f'<c:min val="{self.low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="{where}"/>{grid}'
            f'<c:numFmt formatCode={quoteattr(self.form)} sourceLinked="0"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{named}"/>'
            f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{self._letters(language, bold=False)}"
            '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
            f'<c:majorUnit val="{self.step!r}"/></c:valAx>'
        )

    def _letters(self, language: str, *, bold: bool) -> str:
        line = Line("", self.size, _COLOURS.ink if bold else _COLOURS.muted, bold=bold)
        return (
            f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr>{letters_xml("a:defRPr", line, language)}</a:pPr>'
            "</a:p></c:txPr>"
        )


def _line(colour: str, width: float) -> str:
    return f'<a:ln w="{round(width * 6350)}"><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:ln>'
