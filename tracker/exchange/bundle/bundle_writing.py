"""A bundle as it goes out: a folder of CSV files, or a workbook where the path ends in .xlsx."""

import csv
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter.exceptions import FileCreateError

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, Record
from tracker.exchange.bundle.record_texts import header, texts
from tracker.exchange.table.formula_guard import guard
from tracker.exchange.workbook.workbook_writing import write_workbook
from tracker.language import _, listed

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
