"""One slide of a presentation as it is filled: title, texts, shapes and charts, in pixels of the 1920 x 1080 canvas."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide as Page
from pptx.util import Emu

from tracker.briefings.office_text import fit, font_size
from tracker.briefings.pptx.letters import PIXEL, letters_xml, run_xml
from tracker.briefings.pptx.native_chart import NativeChart
from tracker.charts.boxes import Box
from tracker.charts.lettering import LINE, Line
from tracker.charts.palette import Theme, palette
from tracker.charts.scene import Label

LEFT, RIGHT, TITLE_TOP, FOOT_TOP = 60.0, 1860.0, 44.0, 992.0
COLOURS = palette(Theme.LIGHT)
_SHAPES = {
    "rectangle": MSO_SHAPE.RECTANGLE,
    "circle": MSO_SHAPE.OVAL,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle-up": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "triangle-down": MSO_SHAPE.ISOSCELES_TRIANGLE,
}
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}


def emu(pixels: float) -> Emu:
    """Return pixels of the canvas as a length on the slide."""
    return Emu(round(pixels * PIXEL))


class SlidePage:
    """A slide with what is written onto it so far."""

    def __init__(self, page: Page, language: str) -> None:
        """Fill a slide of the layout that has a title alone."""
        self.page, self.language = page, language

    def title(self, label: Label, text: str) -> None:
        """Write the title where and as large as the scene has it, whole, so that it can be edited as one."""
        shape = self.page.shapes.title
        if shape is None:
            raise ValueError("the layout has no title")
        box, line = label.box, label.lines[0]
        shape.left, shape.top, shape.width, shape.height = _place(Box(box.left, box.top, RIGHT, box.bottom))
        self._fill(shape.text_frame, [line.says(text)], "left", wrap=True)

    def write(self, lines: Sequence[Line], box: Box, align: str = "left", *, wrap: bool = False, alt: str = "") -> None:
        """Write lines below each other into a box of its own."""
        shape = self.page.shapes.add_textbox(*_place(box))
        self._fill(shape.text_frame, lines, align, wrap=wrap)
        self._describe(shape, lines[0].text[:60] or "Text", alt)

    def foot(self, text: str, number: int) -> None:
        """Write the source line and how the numbers were looked at, with the slide's number at the right."""
        box = Box(LEFT, FOOT_TOP, RIGHT - 90, 1064)
        size = font_size(text, (box.right - box.left, box.bottom - box.top), (22.0, 20.0, 18.0, 16.0))
        self.write([Line(part, size, COLOURS.muted) for part in text.split("\n")], box, wrap=True)
        self._number(Box(RIGHT - 70, 1064 - 30, RIGHT, 1064), number)

    def chart(self, chart: NativeChart, name: str, alt: str) -> None:
        """Add a native chart with what it says to those who cannot see it."""
        kind: Any = chart
        frame = self.page.shapes.add_chart(XL_CHART_TYPE.LINE, *_place(chart.frame), kind)
        self._describe(frame, name, alt)

    def shape(self, form: str, box: Box, colour: str, *, edge: str = "", name: str = "") -> None:
        """Add a shape: filled where it has a colour, with an edge where it has one."""
        shape = self.page.shapes.add_shape(_SHAPES[form], *_place(box))
        shape.rotation = 180.0 if form == "triangle-down" else 0.0
        if colour:
            shape.fill.solid()
            shape.fill.fore_color.rgb = _rgb(colour)
        else:
            shape.fill.background()
        if edge:
            shape.line.color.rgb = _rgb(edge)
            shape.line.width = emu(2)
            shape.line.dash_style = MSO_LINE.DASH if form == "rectangle" else None
        else:
            shape.line.fill.background()
        _plain(shape)
        self._describe(shape, name, "")

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float,
        name: str,
        *,
        dashed: bool = False,
    ) -> None:
        """Add a straight line."""
        ends = (emu(start[0]), emu(start[1]), emu(end[0]), emu(end[1]))
        shape = self.page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        shape.line.color.rgb = _rgb(colour)
        shape.line.width = emu(width)
        if dashed:
            shape.line.dash_style = MSO_LINE.DASH
        _plain(shape)
        self._describe(shape, name, "")

    def table(self, widths: Sequence[float], heights: Sequence[float], box: Box, name: str, alt: str) -> Any:
        """Add a table without the style of the application, and return it."""
        frame = self.page.shapes.add_table(len(heights), len(widths), *_place(box))
        self._describe(frame, name, alt)
        for place, wide in enumerate(widths):
            frame.table.columns[place].width = emu(wide)
        for place, high in enumerate(heights):
            frame.table.rows[place].height = emu(high)
        return frame.table

    def cell(self, cell: Any, lines: Sequence[Line], ground: str) -> None:
        """Write lines into a table's cell on a ground."""
        cell.fill.solid()
        cell.fill.fore_color.rgb = _rgb(ground)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        cell.margin_left, cell.margin_right = emu(20), emu(12)
        cell.margin_top, cell.margin_bottom = emu(6), emu(6)
        self._paragraphs(cell.text_frame, lines, "left")
        cell.text_frame.word_wrap = True

    def notes(self, text: str) -> None:
        """Write the presenter's notes."""
        frame = self.page.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = fit(text)

    def _fill(self, frame: Any, lines: Sequence[Line], align: str, *, wrap: bool) -> None:
        self._paragraphs(frame, lines, align)
        body = frame._txBody.bodyPr  # noqa: SLF001
        for name in ("lIns", "tIns", "rIns", "bIns"):
            body.set(name, "0")
        body.set("wrap", "square" if wrap else "none")
        body.set("anchor", "t")
        for child in list(body):
            body.remove(child)
        body.append(parse_xml(f"<a:noAutofit {nsdecls('a')}/>"))

    def _paragraphs(self, frame: Any, lines: Sequence[Line], align: str) -> None:
        body = frame._txBody  # noqa: SLF001
        for paragraph in body.p_lst:
            body.remove(paragraph)
        for line in lines:
            # Written as a whole: setting a property at a time takes several times as long.
            spacing = f'<a:lnSpc><a:spcPts val="{round(line.size * LINE * 50)}"/></a:lnSpc>'
            started = f'<a:p {nsdecls("a")}><a:pPr algn="{_ALIGN[align]}">{spacing}</a:pPr>'
            body.append(parse_xml(f"{started}{run_xml(line, self.language)}</a:p>"))

    def _number(self, box: Box, number: int) -> None:
        """Write the slide's number as a field that follows where the slide is moved."""
        shape = self.page.shapes.add_textbox(*_place(box))
        shape.name = "Slide number"
        line = Line(str(number), 22, COLOURS.muted)
        self._fill(shape.text_frame, [line], "right", wrap=False)
        paragraph = shape.text_frame.paragraphs[0]._p  # noqa: SLF001
        paragraph.remove(paragraph.r_lst[0])
        field = f'<a:fld {nsdecls("a")} id="{{5F3A1B60-7C1D-4B6E-9C55-0D2F6C1A7E01}}" type="slidenum">'
        letters = letters_xml("a:rPr", line, self.language)
        paragraph.append(parse_xml(f"{field}{letters}<a:t>{number}</a:t></a:fld>"))

    @staticmethod
    def _describe(shape: Any, name: str, alt: str) -> None:
        """Name a shape and say what it says."""
        properties = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001
        properties.set("name", fit(name)[:120])
        properties.set("descr", fit(alt))


def _rgb(colour: str) -> Any:
    # The class is not typed.
    make: Any = RGBColor
    return make.from_string(colour.lstrip("#"))


def _place(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    return emu(box.left), emu(box.top), emu(box.right - box.left), emu(box.bottom - box.top)


def _plain(shape: Any) -> None:
    """Take off the style of the application, which casts shadows."""
    for style in shape._element.xpath("./p:style"):  # noqa: SLF001
        shape._element.remove(style)  # noqa: SLF001
