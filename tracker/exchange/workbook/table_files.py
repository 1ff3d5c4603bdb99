"""Any file with a table in it as grids: CSV and TSV in the encodings they come in, XLSX, XLS and ODS sheet by sheet."""

from pathlib import Path

from tracker.domain.text import refused
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.csv_rows import rows, sniffed_delimiter
from tracker.exchange.table.encodings import recognise
from tracker.exchange.table.table_grid import Grid, grid_of
from tracker.exchange.workbook.sheet_rows import Sheet, sheets_of_workbook
from tracker.exchange.workbook.zip_checks import EVERY_SHEET, SheetFile
from tracker.language import _, number

#: The files of tables that are read, by how their names end.
WORKBOOKS = (".xlsx", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
MOST_TABLE_ROWS = 20_000
MOST_TABLE_BYTES = 10_000_000


def grids_of_file(path: Path, *, encoding: str | None = None) -> tuple[list[Grid], list[Problem]]:
    """Return the tables of a file, and what is doubtful about the file; RefusedInputError where it cannot be read."""
    ending = path.suffix.casefold()
    if not path.is_file():
        raise refused(_("there is no file at this path"), str(path), _("a CSV, TSV, XLSX, XLS or ODS file"))
    if (size := path.stat().st_size) > MOST_TABLE_BYTES:
        seen, right = (_("{n} MB").format(n=-(-count // 1_000_000)) for count in (size, MOST_TABLE_BYTES))
        raise refused(_("what is uploaded is too large"), seen, _("{size} at most").format(size=right))
    if ending in WORKBOOKS:
        return [grid_of_sheet(sheet) for sheet in sheets_of_file(path)], []
    if ending in TEXTS:
        return _grids_of_text(path, encoding)
    raise refused(_("this kind of file is not read"), path.name, _("a CSV, TSV, XLSX, XLS or ODS file"))


def sheets_of_file(path: Path) -> list[Sheet]:
    """Return the sheets of a workbook of any kind."""
    right = _("a workbook that the spreadsheet program opens")
    return list(sheets_of_workbook(path, (EVERY_SHEET,), right, most_rows=MOST_TABLE_ROWS, kinds=tuple(SheetFile)))


def grid_of_sheet(sheet: Sheet) -> Grid:
    """Return a sheet as a grid."""
    return grid_of(sheet.rows(), sheet.merged, sheet.name, formats_known=sheet.formats_known)


def _grids_of_text(path: Path, encoding: str | None) -> tuple[list[Grid], list[Problem]]:
    """Read a text file as one table."""
    codec, warning = recognise(path, path.name, encoding)
    delimiter = "\t" if path.suffix.casefold() == ".tsv" else sniffed_delimiter(path, codec)
    read = []
    for row in rows(path, path.name, codec, (), delimiter):
        read.append(row)
        if len(read) > MOST_TABLE_ROWS:
            right = _("{count} at most").format(count=number(MOST_TABLE_ROWS))
            raise RefusedInputError([Problem(_("the table has too many rows"), "", right, path.name)])
    return [grid_of(read, semicolons=delimiter == ";")], [warning] if warning else []
