"""A bundle as it goes out: a folder of CSV files, or a workbook where the path ends in .xlsx."""

import csv
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, Record, header, texts
from tracker.exchange.table.formula_guard import guard, guard_quoted
from tracker.exchange.workbook.zip_checks import MOST_ROWS, inspect
from tracker.language import _, listed, number

WORKBOOK_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# The same records make the same file, so the workbook bears no moment of its making.
CREATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_workbook(path: Path, records: Mapping[str, Iterable[Record]]) -> None:
    """Write records, given by the name of their sheet; RefusedInputError where import would find it too large."""
    left = MOST_ROWS
    with Workbook(path, WORKBOOK_OPTIONS) as book:
        book.set_properties({"created": CREATED})
        for kind in COLUMNS:
            left -= _write_sheet(book, kind, records.get(kind, ()), left)
        if not book.worksheets():
            book.add_worksheet("zones").write_row(0, 0, header("zones"))
    try:
        inspect(path)
    except RefusedInputError as error:
        raise _too_large(error.problems[0].seen) from error


def _write_sheet(book: Workbook, kind: str, records: Iterable[Record], most: int) -> int:
    """Write one sheet, made only when there is a first record; return how many rows it has."""
    row = 0
    for record in records:
        if not row:
            sheet = book.add_worksheet(kind)
            sheet.write_row(0, 0, header(kind))
        row += 1
        if row >= most:
            raise _too_large(_("more than {count} rows").format(count=number(MOST_ROWS)))
        for column, text in enumerate(texts(record, guard_quoted)):
            if text:
                sheet.write_string(row, column, text)
    return row + 1 if row else 0


def _too_large(seen: str) -> RefusedInputError:
    wrong = _("this is too much for a workbook that can be read back")
    return RefusedInputError([Problem(wrong, seen, _("an export to a folder of CSV files"))])


BUNDLE_FILES = frozenset(f"{kind}.csv" for kind in COLUMNS)


def write_bundle(path: Path, records: Mapping[str, Iterable[Record]]) -> None:
    """Write records, given by the name of their file, in the order given; files without rows are left out.

    What stands at the path is replaced only when everything is written. RefusedInputError where it holds
    something else than a bundle, or where a workbook would be larger than is read back.
    """
    path = path.resolve()
    workbook = path.suffix.casefold() == ".xlsx"
    _refuse_to_replace(path, workbook)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as beside:
            _write_beside(Path(beside), path, workbook, records)
    except (OSError, FileCreateError) as error:
        wrong, right = _("the export cannot be written"), _("a path where files can be made, with room for them")
        seen = getattr(error, "strerror", None) or str(error)
        raise RefusedInputError([Problem(wrong, seen, right, str(path))]) from error


def _write_beside(beside: Path, path: Path, workbook: bool, records: Mapping[str, Iterable[Record]]) -> None:
    """Write to a folder beside the path first, so that an export that fails leaves nothing half."""
    written = beside / path.name
    if workbook:
        write_workbook(written, records)
        written.replace(path)
        return
    written.mkdir()
    for kind in COLUMNS:
        _write_file(written / f"{kind}.csv", kind, records.get(kind, ()))
    _replace_folder(written, path, beside / "before")


def _refuse_to_replace(path: Path, workbook: bool) -> None:
    """Refuse a path where something else lies that export would destroy."""
    if not path.exists():
        return
    right = _("a path at which nothing lies, or an earlier export")
    if workbook == path.is_dir():
        raise RefusedInputError([Problem(_("something else lies at this path"), str(path), right)])
    others = sorted(file.name for file in path.iterdir() if file.name not in BUNDLE_FILES) if path.is_dir() else []
    if others:
        wrong = _("the folder holds other things than a bundle")
        raise RefusedInputError([Problem(wrong, listed(others[:5]), right, str(path))])


def _write_file(file: Path, kind: str, records: Iterable[Record]) -> None:
    """Write one file, which is made only when there is a first record."""
    with ExitStack() as stack:
        writer = None
        for record in records:
            if writer is None:
                stream = stack.enter_context(file.open("w", encoding="utf-8", newline=""))
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(header(kind))
            writer.writerow(texts(record, guard))


def _replace_folder(written: Path, path: Path, before: Path) -> None:
    """Put the new folder in the place of an earlier one, which comes back where that fails."""
    if path.exists():
        path.rename(before)
    try:
        written.rename(path)
    except OSError:
        if before.exists():
            shutil.move(before, path)
        raise
