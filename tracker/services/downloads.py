"""Tables to download, as CSV and XLSX, and the media types and names of files: texts cannot run as formulas."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from mimetypes import MimeTypes
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from tracker.exchange.table.formula_guard import guard
from tracker.language import _
from tracker.services.view_settings import ViewSettings

_OFFICE = "application/vnd.openxmlformats-officedocument"
# What Python knows of itself, whatever the machine adds, and what it does not.
_KNOWN = MimeTypes()
_MEDIA_TYPES = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
_UNFIT = re.compile(r"[^\w.-]+")
# Of the 255 bytes that a file's name may have.
_LONGEST_PART = 160

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
# The same table makes the same file, so it bears no moment of its making.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)


def media_type(ending: str) -> str:
    """Return the media type of a file by its ending: that of a zip for png.zip."""
    last = ending.rpartition(".")[2]
    return _MEDIA_TYPES.get(last) or _KNOWN.types_map[True][f".{last}"]


def name_part(text: str) -> str:
    """Return a text as the beginning of a file's name, with what every system takes and room for what follows."""
    plain = _UNFIT.sub("-", text).strip("-.").encode()[:_LONGEST_PART]
    return plain.decode(errors="ignore").strip("-.") or "plans"


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Write a table as CSV that spreadsheets read as UTF-8, its texts guarded against formulas."""
    # Cell by cell into objects: a hole among whole numbers would turn them into 2,023.0.
    rows = [[_guarded(value) for value in row] for row in frame.itertuples(index=False)]
    guarded = pd.DataFrame(rows, columns=[guard(str(name)) for name in frame.columns], dtype=object)
    return guarded.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx_bytes(
    frame: pd.DataFrame,
    sheet: str,
    about: Sequence[tuple[str, str]] = (),
    forms: Sequence[Mapping[str, str]] = (),
) -> bytes:
    """Write a table as a workbook: a bold head that stays in view and filters, texts as text cells.

    `about` says what the table is, name by name, on a second sheet; `forms` are the number formats of each row's
    columns.
    """
    made = io.BytesIO()
    with Workbook(made, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, list(frame.columns), book.add_format({"bold": True}))
        page.freeze_panes(1, 1)
        _write_rows(book, page, frame, forms)
        page.autofit(300)
        if len(frame.columns):
            page.autofilter(0, 0, len(frame), len(frame.columns) - 1)
        if about:
            _write_about(book, about)
    return made.getvalue()


def _write_rows(book: Workbook, page: Any, frame: pd.DataFrame, forms: Sequence[Mapping[str, str]]) -> None:
    formats: dict[str, Any] = {}
    for row, values in enumerate(frame.itertuples(index=False)):
        wanted = forms[row] if forms else {}
        for column, value in enumerate(values):
            form = wanted.get(frame.columns[column], "")
            if form and form not in formats:
                formats[form] = book.add_format({"num_format": form})
            _write(page, row + 1, column, value, formats.get(form))


def _write_about(book: Workbook, about: Sequence[tuple[str, str]]) -> None:
    page, bold = book.add_worksheet(_("About this table")), book.add_format({"bold": True})
    for row, (name, text) in enumerate(about):
        page.write_string(row, 0, name, bold)
        page.write_string(row, 1, text)
    page.autofit(600)


def _write(page: Any, row: int, column: int, value: Any, form: Any) -> None:
    """Write a text as text and a number as a number in its form, nothing for a hole."""
    if isinstance(value, str):
        page.write_string(row, column, value)
    elif not pd.isna(value):
        page.write_number(row, column, value, form)


def _guarded(value: Any) -> Any:
    """Guard a text, and write a decimal with the digits it has."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return guard(value) if isinstance(value, str) else value


def file_name(name: str, view: ViewSettings, revision: int, ending: str) -> str:
    """Name a file by what it holds, how it was looked at and the store's revision, so that no other is taken for it."""
    known = "" if view.as_of is None else f"-as-of-{view.as_of.date().isoformat()}"
    return f"{name_part(name)}-seen-from-{view.year}{known}-{view.rule}-revision-{revision}.{ending}"
