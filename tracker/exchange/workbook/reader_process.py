"""Reads a workbook in a process of its own, because a hostile one makes readers abort: JSON lines on standard output.

The first line of a sheet is an object, the lines after it are its rows: [line, texts, {position: [trait, seen]}].
"""

import json
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from tracker.exchange.table.table_rows import Mark, Trait
from tracker.exchange.workbook.hidden_cells import HiddenCellFinder, HiddenCells
from tracker.exchange.workbook.ods_cells import OdsCellFinder
from tracker.exchange.workbook.zip_checks import EVERY_SHEET, MOST_BYTES, MOST_ROWS, is_opendocument

MEMORY_BYTES = 1_536 * 1024 * 1024
CPU_SECONDS = 30
LONGEST_CELL = 32_767
MOST_DIGITS = 15
MERGES_TOLD = 100
_FAR_EXPONENT = 30


class TooMuchError(Exception):
    """The workbook holds more than is read."""


def main(path: Path, wanted: frozenset[str]) -> None:
    """Write what the wanted sheets of a workbook hold; the last line says how it ended."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    ended: dict[str, str] = {"end": "read"}
    try:
        for line in sheets(path, wanted):
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    except TooMuchError as error:
        ended = {"end": str(error)}
    except MemoryError:
        ended = {"end": "aborted"}
    except Exception as error:  # noqa: BLE001  (a hostile file makes its readers raise anything)
        ended = {"end": "damaged", "detail": f"{type(error).__name__}: {error}"[:200]}
    sys.stdout.write(json.dumps(ended) + "\n")


def sheets(path: Path, wanted: frozenset[str]) -> Iterator[Any]:
    """Yield the head and the rows of each sheet; sheets of other names only with their head."""
    budget = Budget()
    with CalamineWorkbook.from_path(path) as book, _finder(path) as finder:
        for metadata in book.sheets_metadata:
            head = {"sheet": metadata.name, "hidden": metadata.visible is not SheetVisibleEnum.Visible}
            if EVERY_SHEET not in wanted and metadata.name.strip().casefold() not in wanted:
                yield head
                continue
            hidden_cells = finder.at(metadata.name) if finder else HiddenCells()
            if hidden_cells.shared_characters > MOST_BYTES:
                raise TooMuchError("characters")
            sheet = book.get_sheet_by_name(metadata.name)
            head |= {"hidden_rows": hidden_cells.hidden_rows[:MERGES_TOLD], "merged": list(_merged(sheet))}
            yield head if finder else head | {"formats_known": False}
            yield from rows(sheet, hidden_cells, budget)


@contextmanager
def _finder(path: Path) -> Iterator[HiddenCellFinder | OdsCellFinder | None]:
    """Open what looks at hidden cells; None for a file of the time before 2007, which no such look is made into."""
    if not is_zipfile(path):
        yield None
        return
    with ZipFile(path) as archive:
        yield OdsCellFinder(archive) if is_opendocument(archive) else HiddenCellFinder(archive)


class Budget:
    """How much may still be handed over."""

    def __init__(self) -> None:
        """Start with all of it."""
        self.rows = MOST_ROWS
        self.characters = MOST_BYTES

    def spend(self, texts: list[str]) -> None:
        """Count a row; TooMuchError beyond the limits."""
        self.rows -= 1
        self.characters -= sum(map(len, texts))
        if self.rows < 0:
            raise TooMuchError("rows")
        if self.characters < 0:
            raise TooMuchError("characters")


def rows(sheet: CalamineSheet, hidden_cells: HiddenCells, budget: Budget) -> Iterator[list[Any]]:
    """Yield the rows that hold anything, as long as the header unless something stands beyond it."""
    if sheet.total_height > MOST_ROWS:
        raise TooMuchError("rows")
    hidden: dict[int, dict[int, Mark]] = {}
    for (line, column), mark in hidden_cells.marks.items():
        hidden.setdefault(line - 1, {})[column - 1] = mark
    values: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    width = 0
    for index in range(max(len(values), max(hidden, default=-1) + 1)):
        marks = hidden.get(index, {})
        texts = [
            _text(value, index, position, hidden_cells, marks)
            for position, value in enumerate(values[index] if index < len(values) else ())
        ]
        texts = _fitted(texts, max(marks, default=-1) + 1, width)
        width = width or len(texts)
        if any(texts) or marks:
            budget.spend(texts)
            yield [index + 1, texts, marks]


def _fitted(texts: list[str], marked: int, width: int) -> list[str]:
    """Return a row cut or filled to the header's width, with what stands beyond it."""
    used = max((position for position, text in enumerate(texts, 1) if text), default=0)
    length = max(used, marked, width)
    return texts[:length] + [""] * (length - len(texts))


def _text(value: Any, index: int, position: int, hidden_cells: HiddenCells, marks: dict[int, Mark]) -> str:
    """Return a cell's value as text; what makes it unfit is added to the row's marks."""
    match value:
        case str():
            if len(value) > LONGEST_CELL:
                marks[position] = Mark(Trait.TOO_LONG, value[:60])
            return value[:LONGEST_CELL]
        case bool():
            return str(value).upper()
        case float() | int():
            return _number_text(value, (index + 1, position + 1) in hidden_cells.percentages, position, marks)
        case datetime() if value.time() != datetime.min.time():
            marks.setdefault(position, Mark(Trait.DATE, value.isoformat(" ")))
            return value.isoformat(" ")
        case date():
            marks.setdefault(position, Mark(Trait.DATE, value.isoformat()[:10]))
            return value.isoformat()[:10]
        case _:
            return str(value)


def _number_text(value: float, percent: bool, position: int, marks: dict[int, Mark]) -> str:
    """Return a number in the digits it was typed with; a cell shown as 3.5 % becomes 3.5%."""
    exact = Decimal(repr(value))
    if not exact.is_finite():
        marks.setdefault(position, Mark(Trait.NOT_FINITE, repr(value)))
        return repr(value)
    if len(exact.normalize().as_tuple().digits) > MOST_DIGITS:
        marks[position] = Mark(Trait.TOO_PRECISE, repr(value))
    if percent:
        shown = f"{_plain(exact * 100)}%"
        marks.setdefault(position, Mark(Trait.PERCENT, f"{_plain(exact)} ({shown})"))
        return shown
    return _plain(exact)


def _plain(number: Decimal) -> str:
    """Return a number without an exponent and without the .0 that a spreadsheet's number bears."""
    if abs(number.adjusted()) > _FAR_EXPONENT:
        return str(number)
    return format(number.quantize(1) if number == number.to_integral_value() else number.normalize(), "f")


def _merged(sheet: CalamineSheet) -> Iterator[tuple[int, int, int, int]]:
    """Yield the first merged ranges: first and last row, first and last column, from 1."""
    for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:MERGES_TOLD]:
        yield top + 1, bottom + 1, left + 1, right + 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(Path(sys.argv[1]), frozenset(sys.argv[2:]))
