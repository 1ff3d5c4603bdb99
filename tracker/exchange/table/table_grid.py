"""A table as a grid of texts: merged cells filled where they are headings, rows and columns turned where need be."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from xlsxwriter.utility import xl_rowcol_to_cell

from tracker.exchange.table.table_rows import Mark, Row, Trait

MOST_COLUMNS = 500
_NUMBER = re.compile(r"[-+−–]?[\d][\d.,' \u00a0\u202f]*%?")
_YEAR = re.compile(r"(?:19|20|21)\d\d(?:\.0)?")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2}")

Place = tuple[int, int]
Merged = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The texts of a table; `lines` are the numbers of its rows in the sheet, `name` is that of the sheet.

    `turned` says that rows and columns have changed places, `semicolons` that the cells stood between semicolons,
    `formats_known` that it is known which cells are shown as percentages.
    """

    cells: list[list[str]]
    lines: list[int]
    marks: dict[Place, Mark] = field(default_factory=dict)
    name: str = ""
    turned: bool = False
    semicolons: bool = False
    formats_known: bool = True

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.cells[0]) if self.cells else 0

    def text(self, row: int, column: int) -> str:
        """Return a cell's text; "" beyond the grid."""
        return self.cells[row][column] if 0 <= row < len(self.cells) and 0 <= column < self.width else ""

    def address(self, row: int, column: int) -> str:
        """Return the address of a cell in the sheet: "F7"."""
        if self.turned:
            row, column = column, row
        return str(xl_rowcol_to_cell(self.lines[row] - 1, column))

    def line(self, row: int, column: int) -> int:
        """Return the line of the sheet in which a cell stands."""
        return self.lines[column if self.turned else row]

    def turn(self) -> "Grid":
        """Return the grid with rows and columns changed over."""
        cells = [list(column) for column in zip(*self.cells, strict=True)]
        marks = {(column, row): mark for (row, column), mark in self.marks.items()}
        return replace(self, cells=cells, marks=marks, turned=not self.turned)


def grid_of(
    rows: Iterable[Row],
    merged: Sequence[Merged] = (),
    name: str = "",
    *,
    semicolons: bool = False,
    formats_known: bool = True,
) -> Grid:
    """Make the grid of a sheet's rows; what is merged stands in each of its cells, save for values."""
    kept = [row for row in rows if any(cell.strip() for cell in row.cells) or row.marks]
    widths = (max([len(row.cells), *(column + 1 for column in row.marks)]) for row in kept)
    width = min(max(widths, default=0), MOST_COLUMNS)
    cells = [[cell.strip() for cell in row.cells[:width]] + [""] * (width - len(row.cells)) for row in kept]
    _show_formulas(cells, kept)
    lines = [row.line for row in kept]
    _fill(cells, lines, merged)
    marks = {(place, column): mark for place, row in enumerate(kept) for column, mark in row.marks.items()}
    return Grid(cells, lines, marks, name, semicolons=semicolons, formats_known=formats_known)


def _show_formulas(cells: list[list[str]], rows: Sequence[Row]) -> None:
    """Write formulas without a saved value into their cells, which otherwise look as if nothing stood there."""
    for texts, row in zip(cells, rows, strict=True):
        for column, mark in row.marks.items():
            if column < len(texts) and mark.trait is Trait.NO_SAVED_VALUE and not texts[column]:
                texts[column] = mark.seen


def _fill(cells: list[list[str]], lines: list[int], merged: Sequence[Merged]) -> None:
    """Write what is merged into each of its cells; a value stays in its first one."""
    at = {line: place for place, line in enumerate(lines)}
    for top, bottom, left, right in merged:
        first = at.get(top)
        text = cells[first][left - 1] if first is not None and left <= len(cells[first]) else ""
        if not text or is_number(text):
            continue
        for line in range(top, bottom + 1):
            if (row := at.get(line)) is not None:
                for column in range(left - 1, min(right, len(cells[row]))):
                    cells[row][column] = cells[row][column] or text


def is_number(text: str) -> bool:
    """Return whether a text is a number as tables have them, and no year."""
    return bool(_NUMBER.fullmatch(text)) and not is_year(text) and not _DAY.fullmatch(text)


def is_year(text: str) -> bool:
    """Return whether a text is a bare year."""
    return bool(_YEAR.fullmatch(text))
