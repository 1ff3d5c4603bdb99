"""A folder's CSV files as tables."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tracker.domain.text import proposal
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS
from tracker.exchange.csv.csv_rows import rows
from tracker.exchange.csv.encodings import recognise
from tracker.exchange.table.problem_list import Complaints
from tracker.exchange.table.tables import Row, Table
from tracker.language import _, listed


def tables_of_folder(path: Path, complaints: Complaints) -> dict[str, Table]:
    """Give the files of a bundle; RefusedInputError where the folder holds none of them."""
    tables: dict[str, Table] = {}
    for file in sorted(path.iterdir()):
        kind = file.stem.casefold()
        if file.suffix.casefold() != ".csv":
            continue
        if kind not in COLUMNS:
            complaints.add(_not_read(file, kind))
        elif kind in tables:
            complaints.add(Problem(_("two files of one name"), file.name, _("one file"), file.name))
        else:
            tables[kind] = Table(file.name, partial(_rows, file, kind, complaints))
    if not tables:
        raise RefusedInputError([Problem(_("the folder holds no file of a bundle"), str(path), _file_names())])
    return tables


def _not_read(file: Path, kind: str) -> Problem:
    right = proposal(f"{kind}.csv", tuple(f"{name}.csv" for name in COLUMNS))
    return Problem(_("the file is not read"), file.name, right, file.name, warning=True)


def _file_names() -> str:
    return listed(f"{kind}.csv" for kind in COLUMNS)


def _rows(path: Path, kind: str, complaints: Complaints) -> Iterator[Row]:
    """Recognise the encoding, then yield the rows; RefusedInputError where the file cannot be read."""
    try:
        codec, warning = recognise(path, path.name)
        if warning:
            complaints.add(warning)
        yield from rows(path, path.name, codec, tuple(column.name for column in COLUMNS[kind]))
    except OSError as error:
        wrong = _("the file cannot be read")
        raise RefusedInputError([Problem(wrong, error.strerror or "", _("a readable file"), path.name)]) from error
