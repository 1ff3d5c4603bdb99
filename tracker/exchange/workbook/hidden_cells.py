"""What a reader of values does not see in a sheet: errors, formulas, percentages, hidden rows."""

import math
import posixpath
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring, iterparse
from xlsxwriter.utility import xl_cell_to_rowcol

from tracker.exchange.table.table_rows import Mark, Trait

_BUILT_IN_PERCENT = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.')


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """Return the part in which each sheet lies, by the sheet's name."""
    relations = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _read(archive, "xl/_rels/workbook.xml.rels").iterfind("{*}Relationship")
    }
    return {
        sheet.get("name", ""): posixpath.join("/xl", relations[_relation_of(sheet)]).lstrip("/")
        for sheet in _read(archive, "xl/workbook.xml").iterfind("{*}sheets/{*}sheet")
    }


def _relation_of(sheet: Element) -> str:
    """Return a sheet's relation; the prefix of its name differs between the two kinds of the standard."""
    return next(value for name, value in sheet.items() if name.endswith("}id"))


def percent_styles(archive: ZipFile) -> frozenset[int]:
    """Return the numbers of the cell styles that show percentages."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = _read(archive, "xl/styles.xml")
    percent = _BUILT_IN_PERCENT | {
        int(own.get("numFmtId", "0"))
        for own in styles.iterfind("{*}numFmts/{*}numFmt")
        if "%" in _QUOTED.sub("", own.get("formatCode", ""))
    }
    styled = styles.iterfind("{*}cellXfs/{*}xf")
    return frozenset(number for number, style in enumerate(styled) if int(style.get("numFmtId", "0")) in percent)


def _read(archive: ZipFile, part: str) -> Element:
    content: Element = fromstring(archive.read(part), forbid_dtd=True)
    return content


def shared_lengths(archive: ZipFile) -> "array[int]":
    """Return how many characters each of the texts has that cells share."""
    lengths = array("l")
    if "xl/sharedStrings.xml" in archive.namelist():
        with archive.open("xl/sharedStrings.xml") as part:
            for _event, element in iterparse(part, forbid_dtd=True):
                if element.tag.rpartition("}")[2] == "si":
                    lengths.append(sum(len(text) for text in element.itertext()))
                    element.clear()
    return lengths


@dataclass(slots=True)
class HiddenCells:
    """What was found in one sheet; places are (row, column), both from 1."""

    marks: dict[tuple[int, int], Mark] = field(default_factory=dict)
    percentages: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)
    shared_characters: int = 0


class HiddenCellFinder:
    """Looks at the sheets of one workbook as they stand in its file.

    openpyxl would give a whole workbook up for one cell that holds NaN or one odd style, and does not show hidden
    rows when it reads in bounded memory.
    """

    def __init__(self, archive: ZipFile) -> None:
        """Learn where the sheets lie."""
        self._archive = archive
        self._parts = sheet_parts(archive)
        self._percent_styles = percent_styles(archive)
        self._shared_lengths = shared_lengths(archive)

    def at(self, sheet: str) -> HiddenCells:
        """Return what one sheet hides."""
        hidden_cells = HiddenCells()
        with self._archive.open(self._parts[sheet]) as part:
            for number, row in _rows(part):
                if row.get("hidden") in ("1", "true"):
                    hidden_cells.hidden_rows.append(number)
                for column, cell in _cells(row):
                    self._look_at_cell(hidden_cells, (number, column), cell)
                row.clear()
        return hidden_cells

    def _look_at_cell(self, hidden_cells: HiddenCells, place: tuple[int, int], cell: Element) -> None:
        """Note what a cell hides."""
        kind = cell.get("t", "n")
        if kind == "s":
            hidden_cells.shared_characters += self._shared_lengths[int(cell.findtext("{*}v") or 0)]
        if kind in ("s", "inlineStr"):
            return
        formula = cell.find("{*}f")
        value = cell.findtext("{*}v")
        mark = _mark(kind, value, None if formula is None else f"={formula.text or ''}")
        if mark:
            hidden_cells.marks[place] = mark
        if kind == "n" and value and int(cell.get("s", "0")) in self._percent_styles:
            hidden_cells.percentages.add(place)


def _rows(part: Any) -> Iterator[tuple[int, Element]]:
    """Yield the rows of a sheet with their numbers, which may be left out where they follow each other."""
    number = 0
    for _event, element in iterparse(part, forbid_dtd=True):
        if element.tag.rpartition("}")[2] == "row":
            number = int(element.get("r", number + 1))
            yield number, element


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row with their column numbers, which may be left out as well."""
    column = 0
    for cell in row.iterfind("{*}c"):
        place = cell.get("r")
        column = xl_cell_to_rowcol(place)[1] + 1 if place else column + 1
        yield column, cell


def _mark(kind: str, value: str | None, formula: str | None) -> Mark | None:
    """Return the mark of a cell by its type, saved value and formula."""
    if kind == "e":
        return Mark(Trait.ERROR, value or formula or "")
    if formula is not None:
        saved = value is not None if kind == "str" else bool(value)
        return Mark(Trait.FORMULA if saved else Trait.NO_SAVED_VALUE, formula)
    if kind == "n" and value and not _is_finite(value):
        return Mark(Trait.NOT_FINITE, value)
    return None


def _is_finite(value: str) -> bool:
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False
