"""Tables of a Word file: shares of the page as widths, heads that every page repeats, rows that stay whole."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tracker.briefings.paper.document import Grid
from tracker.briefings.paper.docx_letters import cleaned
from tracker.charts import Theme, palette

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
