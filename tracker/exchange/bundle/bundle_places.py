"""Where a bundle lies: a folder of CSV files or one workbook, and how large either may be."""

from pathlib import Path

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_folder import tables_of_folder
from tracker.exchange.table.problem_list import Complaints
from tracker.exchange.table.tables import Table
from tracker.exchange.workbook.workbook_tables import tables_of_workbook
from tracker.language import _


def tables_at(path: Path, complaints: Complaints, limit_bytes: int | None) -> dict[str, Table]:
    """Give the tables that lie at a path, by the name of their file; RefusedInputError where there are none."""
    right = _("a folder of CSV files, or an .xlsx workbook")
    if not path.exists():
        raise RefusedInputError([Problem(_("there is nothing at this path"), str(path), right)])
    _refuse_size(path, limit_bytes)
    if path.is_dir():
        return tables_of_folder(path, complaints)
    if path.suffix.casefold() == ".csv":
        wrong = _("a single CSV file is no bundle")
        raise RefusedInputError([Problem(wrong, str(path), _("the folder in which it lies"), path.name)])
    return tables_of_workbook(path, complaints)


def _refuse_size(path: Path, limit_bytes: int | None) -> None:
    """Refuse what is larger than a limit, before any of it is read."""
    files = path.glob("*.csv") if path.is_dir() else [path]
    size = sum(file.stat().st_size for file in files)
    if limit_bytes is not None and size > limit_bytes:
        seen, right = (_("{n} MB").format(n=-(-count // 1_000_000)) for count in (size, limit_bytes))
        wrong = _("what is uploaded is too large")
        raise RefusedInputError([Problem(wrong, seen, _("{size} at most").format(size=right), path.name)])
