"""A workbook with one sheet per file of a bundle, every cell a text, so that 12.10 stays 12.10."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter import Workbook

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, Record
from tracker.exchange.bundle.record_texts import header, texts
from tracker.exchange.table.formula_guard import guard_quoted
from tracker.exchange.workbook.workbook_guard import MOST_ROWS, inspect
from tracker.language import _

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# The same records make the same file, so the workbook bears no moment of its making.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_workbook(path: Path, records: Mapping[str, Iterable[Record]]) -> None:
    """Write records, given by the name of their sheet; RefusedInputError where import would find it too large."""
    left = MOST_ROWS
    with Workbook(path, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        for kind in COLUMNS:
            left -= _write_sheet(book, kind, records.get(kind, ()), left)
        if not book.worksheets():
            book.add_worksheet("zones").write_row(0, 0, header("zones"))
    try:
        inspect(path)
    except RefusedInputError as error:
        raise _too_large(error.problems[0].seen) from error


def _write_sheet(book: Workbook, kind: str, records: Iterable[Record], most: int) -> int:
    """Write one sheet, which is made only when there is a first record; give how many rows it has."""
    row = 0
    for record in records:
        if not row:
            sheet = book.add_worksheet(kind)
            sheet.write_row(0, 0, header(kind))
        row += 1
        if row >= most:
            raise _too_large(_("more than {count} rows").format(count=f"{MOST_ROWS:,}"))
        for column, text in enumerate(texts(record, guard_quoted)):
            if text:
                sheet.write_string(row, column, text)
    return row + 1 if row else 0


def _too_large(seen: str) -> RefusedInputError:
    wrong = _("this is too much for a workbook that can be read back")
    return RefusedInputError([Problem(wrong, seen, _("an export to a folder of CSV files"))])
