"""What a Word file says beside its text: fonts and languages, page numbers, lists, alt text, tables."""

from collections.abc import Callable
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tracker.briefings.office_text import EAST_ASIAN, LATIN, fit
from tracker.briefings.paper.document import Grid
from tracker.charts import Theme, palette
from tracker.language import language_tag

_SLOTS = ("w:ascii", "w:hAnsi", "w:cs")


def cleaned(text: str) -> str:
    """Return text without what a Word file cannot hold."""
    return fit(text)


def name_fonts(book: Any, language: str) -> None:
    """Name one Latin and one Chinese font and the language for every style, instead of the theme's."""
    defaults = book.styles.element.find(qn("w:docDefaults"))
    letters = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _fonts(letters)
    tags = letters.find(qn("w:lang"))
    tags = letters.makeelement(qn("w:lang"), {}) if tags is None else tags
    tags.set(qn("w:val"), language_tag("en" if language == "zh" else language))
    tags.set(qn("w:eastAsia"), language_tag("zh"))
    if tags.getparent() is None:
        letters.append(tags)
    for style in book.styles.element.iter(qn("w:style")):
        own = style.find(qn("w:rPr"))
        if own is not None and own.find(qn("w:rFonts")) is not None:
            _fonts(own)


def _fonts(letters: Any) -> None:
    fonts = letters.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        letters.insert(0, fonts)
    fonts.attrib.clear()
    for slot in _SLOTS:
        fonts.set(qn(slot), LATIN)
    fonts.set(qn("w:eastAsia"), EAST_ASIAN)


def number_pages(paragraph: Any, title: str, pattern: str) -> None:
    """Write title and page number into the foot of each page; the pattern says “Page {number} of {count}”."""
    paragraph.add_run(cleaned(title) + "  ·  ")
    before, rest = pattern.split("{number}")
    between, after = rest.split("{count}")
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001  # fields have no public name


def restart_list(book: Any) -> Callable[[Any], None]:
    """Begin a numbered list at 1; return what puts a paragraph into it."""
    numbering = book.part.numbering_part.element
    style = book.styles["List Number"].element.find(qn("w:pPr")).find(qn("w:numPr"))
    used = style.find(qn("w:numId")).get(qn("w:val"))
    kept = next(listing for listing in numbering.iter(qn("w:num")) if listing.get(qn("w:numId")) == used)
    fresh = numbering.add_num(int(kept.find(qn("w:abstractNumId")).get(qn("w:val"))))
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)

    def put(paragraph: Any) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  # as are lists
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = fresh.numId

    return put


def say_what_is_drawn(picture: Any, alt: str) -> None:
    """Give a picture its alt text."""
    picture._inline.docPr.set("descr", cleaned(alt))  # noqa: SLF001  # and alt text


_PAGE = 174.0
_COLOURS = palette(Theme.LIGHT)
_LINE = "B9C2CD"


def write_grid(book: Any, grid: Grid) -> None:
    """Add a table, with its name for those who listen."""
    table = book.add_table(rows=len(grid.rows) + 1, cols=len(grid.heads))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _describe(table, grid.name)
    size = Pt(8 if len(grid.heads) > 4 else 9.5)
    widths = [Mm(_PAGE * width / sum(grid.widths)) for width in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    cells = table._cells  # noqa: SLF001  # asked cell by cell, a table takes time that grows with its square
    texts = [*grid.heads, *(text for row in grid.rows for text in row)]
    wide = len(grid.heads)
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        row, column = divmod(place, wide)
        cell.width = widths[column]
        _fill(cell, text, size, bold=row == 0 or column == 0, colour=_colour(grid, row, column))
    for place, row in enumerate(table.rows):
        _whole(row, repeated=place == 0)
    book.add_paragraph().paragraph_format.space_after = Pt(2)


def _colour(grid: Grid, row: int, column: int) -> str:
    if row == 0:
        return _COLOURS.muted
    if grid.groups and column == len(grid.heads) - 1:
        return _COLOURS.status[grid.groups[row - 1]]
    return _COLOURS.ink


def _fill(cell: Any, text: str, size: Any, *, bold: bool, colour: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.space_before = Pt(2)
    run = paragraph.add_run(cleaned(text))
    run.font.size, run.font.color.rgb = size, RGBColor.from_string(colour[1:])
    run.bold = bold or colour not in (_COLOURS.ink, _COLOURS.muted)


def _whole(row: Any, *, repeated: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # rows have no public name for this
    for name in ("w:cantSplit", *(["w:tblHeader"] if repeated else [])):
        properties.append(OxmlElement(name))


def _describe(table: Any, name: str) -> None:
    """Draw lines between rows alone, and say what the table is."""
    properties = table._tbl.tblPr  # noqa: SLF001  # nor have tables
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")
    inner = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "60")
        margin.set(qn("w:type"), "dxa")
        inner.append(margin)
    properties.insert_element_before(inner, "w:tblLook", "w:tblCaption")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), cleaned(name))
    properties.append(caption)
