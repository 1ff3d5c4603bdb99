"""An empty bundle to fill in: every column with a line that explains it, its words, and two examples a file."""

import csv
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, IDENTIFIER, Column, header, texts
from tracker.exchange.bundle.bundle_rows import EXPLANATION
from tracker.exchange.bundle.bundle_writing import CREATED, WORKBOOK_OPTIONS
from tracker.exchange.bundle.column_words import column_words
from tracker.exchange.bundle.template_examples import EXAMPLES
from tracker.exchange.table.formula_guard import guard, guard_quoted
from tracker.language import _, listed, remarks

# Drop-downs reach down to this line.
_LAST_LINE = 2_000
_WIDTH, _NARROW, _EXPLAINED = 24, 12, 90
_FIRST_LINE = 3


def write_template(path: Path) -> None:
    """Write the template: a folder, or a workbook where the path ends in .xlsx; nothing that is there is replaced."""
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        right = _("a path at which nothing lies")
        raise RefusedInputError([Problem(_("something else lies at this path"), str(path), right)])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix.casefold() == ".xlsx":
            _write_workbook(path)
        else:
            _write_folder(path)
    except OSError as error:
        wrong, right = _("the template cannot be written"), _("a path where files can be made, with room for them")
        raise RefusedInputError([Problem(wrong, error.strerror or str(error), right, str(path))]) from error


def _write_folder(path: Path) -> None:
    path.mkdir(exist_ok=True)
    for kind in COLUMNS:
        # Spreadsheets know UTF-8 by its mark alone.
        with (path / f"{kind}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([header(kind), list(_explained(kind))])
            writer.writerows(texts(example, guard) for example in EXAMPLES[kind])


def _explained(kind: str) -> Iterator[str]:
    """Yield the line that explains the columns, begun so that it is taken for no record."""
    words = column_words(kind)
    for place, column in enumerate(COLUMNS[kind]):
        text = remarks((words[column.name], *_rules(column)))
        yield f"{EXPLANATION} {text}" if not place else text


def _rules(column: Column) -> Iterator[str]:
    """Yield whether a column must be given, and what may stand in it."""
    if column.required:
        yield _("required")
    if column.words:
        yield _("one of: {words}").format(words=listed(column.words))


def _write_workbook(path: Path) -> None:
    with Workbook(path, WORKBOOK_OPTIONS) as book:
        book.set_properties({"created": CREATED})
        bold = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
        grey = book.add_format(
            {"italic": True, "font_color": "#595959", "text_wrap": True, "valign": "top", "num_format": "@"}
        )
        # As text, so that 12.10 stays 12.10 and 2026-03 no date.
        text = book.add_format({"num_format": "@"})
        for kind in COLUMNS:
            _write_sheet(book.add_worksheet(kind), kind, (bold, grey, text))


def _write_sheet(sheet: Worksheet, kind: str, looks: tuple[Format, Format, Format]) -> None:
    bold, grey, text = looks
    for place, column in enumerate(COLUMNS[kind]):
        sheet.set_column(place, place, _NARROW if column.holds_years else _WIDTH, text)
        _offer(sheet, place, column)
    sheet.write_row(0, 0, header(kind), bold)
    sheet.set_row(1, _EXPLAINED)
    sheet.write_row(1, 0, list(_explained(kind)), grey)
    for line, example in enumerate(EXAMPLES[kind], _FIRST_LINE - 1):
        for place, cell in enumerate(texts(example, guard_quoted)):
            if cell:
                sheet.write_string(line, place, cell, text)
    sheet.freeze_panes(1, 1)


def _offer(sheet: Worksheet, place: int, column: Column) -> None:
    """Offer the words a column knows, or the identifiers of the sheet it refers to, as a drop-down."""
    cells = (_FIRST_LINE - 1, place, _LAST_LINE - 1, place)
    if column.words:
        wrong = _("not a word this column knows")
        sheet.data_validation(*cells, {"validate": "list", "source": list(column.words), "error_title": wrong[:32]})
        return
    file = "goals" if column.name == "part_of" else column.refers_to
    if file:
        name = xl_col_to_name(header(file).index(IDENTIFIER[file]), col_abs=True)
        source = f"={file}!{name}${_FIRST_LINE}:{name}${_LAST_LINE}"
        # What the store has need not stand in the workbook.
        sheet.data_validation(*cells, {"validate": "list", "source": source, "error_type": "information"})
