"""What a reader of values does not see in an OpenDocument sheet: errors, formulas, percentages, hidden rows."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse

from tracker.exchange.table.table_rows import Mark, Trait
from tracker.exchange.workbook.hidden_cells import HiddenCells

# A cell or row that is repeated to the end of a sheet is empty or only formatted.
_MOST_REPEATED = 1_000


class OdsCellFinder:
    """Looks at the sheets of one OpenDocument spreadsheet as they stand in its file."""

    def __init__(self, archive: ZipFile) -> None:
        """Go through the file once."""
        self._sheets: dict[str, HiddenCells] = {}
        with archive.open("content.xml") as part:
            self._read(part)

    def at(self, sheet: str) -> HiddenCells:
        """Return what one sheet hides."""
        return self._sheets.get(sheet, HiddenCells())

    def _read(self, part: Any) -> None:
        cells, number = HiddenCells(), 0
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            tag = element.tag.rpartition("}")[2]
            if tag == "table" and event == "start":
                cells, number = self._sheets.setdefault(_attribute(element, "name"), HiddenCells()), 0
            elif tag == "table-row" and event == "end":
                times = int(_attribute(element, "number-rows-repeated") or 1)
                for line in range(number + 1, number + 1 + min(times, _MOST_REPEATED)):
                    _look_at_row(cells, line, element)
                number += times
                element.clear()


def _look_at_row(cells: HiddenCells, line: int, row: Element) -> None:
    """Note what the cells of a row hide."""
    if _attribute(row, "visibility") in ("collapse", "filter"):
        cells.hidden_rows.append(line)
    for column, cell in _cells(row):
        kind = _attribute(cell, "value-type")
        if kind == "percentage":
            cells.percentages.add((line, column))
        if mark := _mark(cell):
            cells.marks[line, column] = mark


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row with their column numbers from 1."""
    column = 0
    for cell in row:
        if cell.tag.rpartition("}")[2] not in ("table-cell", "covered-table-cell"):
            continue
        times = int(_attribute(cell, "number-columns-repeated") or 1)
        for place in range(column + 1, column + 1 + min(times, _MOST_REPEATED)):
            yield place, cell
        column += times


def _mark(cell: Element) -> Mark | None:
    """Return the mark of a cell that holds an error or a formula."""
    formula, shown = _attribute(cell, "formula"), "".join(cell.itertext())
    kinds = {value for name, value in cell.items() if name.rpartition("}")[2] == "value-type"}
    if "error" in kinds or (formula and shown.startswith(("#", "Err:"))):
        return Mark(Trait.ERROR, shown)
    if formula:
        saved = _attribute(cell, "value") or shown
        return Mark(Trait.FORMULA if saved else Trait.NO_SAVED_VALUE, formula)
    return None


def _attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without the namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
