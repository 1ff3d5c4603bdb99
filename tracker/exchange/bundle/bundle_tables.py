"""Where a bundle's tables lie: a folder of CSV files or the sheets of one workbook, and how large either may be."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from xlsxwriter.utility import xl_range

from tracker.domain.text import proposal
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS
from tracker.exchange.table.csv_rows import rows
from tracker.exchange.table.encodings import recognise
from tracker.exchange.table.problem_list import ProblemList
from tracker.exchange.table.table_reading import FileChoices
from tracker.exchange.table.table_rows import Row, Table
from tracker.exchange.workbook.sheet_rows import Sheet, sheets_of_workbook
from tracker.language import _, listed


def tables_of_workbook(path: Path, problem_list: ProblemList, choices: FileChoices) -> dict[str, Table]:
    """Return the sheets that bear the files' names; RefusedInputError for a workbook that cannot be read."""
    right = _("a workbook with the bundle's rows alone, or a folder of CSV files")
    tables: dict[str, Table] = {}
    for sheet in sheets_of_workbook(path, COLUMNS, right):
        kind, file = sheet.name.strip().casefold(), f"{path.name}[{sheet.name}]"
        if kind not in COLUMNS:
            known = proposal(kind, COLUMNS)
            problem_list.add(Problem(_("the sheet is not read"), sheet.name, known, file, warning=True))
        elif kind in tables:
            problem_list.add(Problem(_("two sheets of one name"), sheet.name, _("one sheet"), file))
        else:
            _report_hidden(sheet, file, problem_list)
            _report_merged(sheet, file, problem_list)
            tables[kind] = Table(file, sheet.rows, choices.span)
    return tables


def _report_hidden(sheet: Sheet, file: str, problem_list: ProblemList) -> None:
    """Warn of what a person who looks at the workbook does not see; it is read all the same."""
    if sheet.hidden:
        problem_list.add(Problem(_("the sheet is hidden; it is read all the same"), file=file, warning=True))
    if sheet.hidden_rows:
        wrong = _("hidden rows are read all the same")
        seen = listed(map(str, sheet.hidden_rows))
        problem_list.add(Problem(wrong, seen, "", file, sheet.hidden_rows[0], warning=True))


def _report_merged(sheet: Sheet, file: str, problem_list: ProblemList) -> None:
    """Refuse merged cells among the rows: all but the first of them are empty, whatever the screen shows."""
    rows = list(sheet.rows()) if sheet.merged else []
    header = rows[0].cells if rows else []
    last = rows[-1].line if rows else 0
    for top, bottom, left, right in sheet.merged:
        if top > last or left > len(header):
            continue
        place = xl_range(top - 1, left - 1, bottom - 1, right - 1)
        wrong = _("merged cells: all but the first are empty")
        line = min(top + 1, bottom)
        problem_list.add(
            Problem(wrong, place, _("the value in every row, nothing merged"), file, line, header[left - 1])
        )


def tables_of_folder(path: Path, problem_list: ProblemList, choices: FileChoices) -> dict[str, Table]:
    """Return the files of a bundle; RefusedInputError where the folder holds none of them."""
    tables: dict[str, Table] = {}
    for file in sorted(path.iterdir()):
        kind = file.stem.casefold()
        if file.suffix.casefold() != ".csv":
            continue
        if kind not in COLUMNS:
            problem_list.add(_not_read(file, kind))
        elif kind in tables:
            problem_list.add(Problem(_("two files of one name"), file.name, _("one file"), file.name))
        else:
            rows_of_file = partial(_rows, file, kind, problem_list, choices.encoding)
            tables[kind] = Table(file.name, rows_of_file, choices.span)
    if not tables:
        raise RefusedInputError([Problem(_("the folder holds no file of a bundle"), str(path), _file_names())])
    return tables


def _not_read(file: Path, kind: str) -> Problem:
    right = proposal(f"{kind}.csv", tuple(f"{name}.csv" for name in COLUMNS))
    return Problem(_("the file is not read"), file.name, right, file.name, warning=True)


def _file_names() -> str:
    return listed(f"{kind}.csv" for kind in COLUMNS)


def _rows(path: Path, kind: str, problem_list: ProblemList, encoding: str | None) -> Iterator[Row]:
    """Recognise the encoding, then yield the rows; RefusedInputError where the file cannot be read."""
    try:
        codec, warning = recognise(path, path.name, encoding)
        if warning:
            problem_list.add(warning)
        yield from rows(path, path.name, codec, tuple(column.name for column in COLUMNS[kind]))
    except OSError as error:
        wrong = _("the file cannot be read")
        raise RefusedInputError([Problem(wrong, error.strerror or "", _("a readable file"), path.name)]) from error


def tables_at(path: Path, problem_list: ProblemList, limit_bytes: int | None, choices: FileChoices) -> dict[str, Table]:
    """Return the tables that lie at a path, by the name of their file; RefusedInputError where there are none."""
    right = _("a folder of CSV files, or an .xlsx workbook")
    if not path.exists():
        raise RefusedInputError([Problem(_("there is nothing at this path"), str(path), right)])
    _refuse_size(path, limit_bytes)
    if path.is_dir():
        return tables_of_folder(path, problem_list, choices)
    if path.suffix.casefold() == ".csv":
        wrong = _("a single CSV file is no bundle")
        raise RefusedInputError([Problem(wrong, str(path), _("the folder in which it lies"), path.name)])
    return tables_of_workbook(path, problem_list, choices)


def _refuse_size(path: Path, limit_bytes: int | None) -> None:
    """Refuse what is larger than a limit, before any of it is read."""
    files = path.glob("*.csv") if path.is_dir() else [path]
    size = sum(file.stat().st_size for file in files)
    if limit_bytes is not None and size > limit_bytes:
        seen, right = (_("{n} MB").format(n=-(-count // 1_000_000)) for count in (size, limit_bytes))
        wrong = _("what is uploaded is too large")
        raise RefusedInputError([Problem(wrong, seen, _("{size} at most").format(size=right), path.name)])
