"""The header row of a table: which column stands where, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterator

from tracker.domain.text import proposal
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, Column
from tracker.exchange.table.tables import Row
from tracker.language import _


def columns_of(header: Row | None, kind: str, file: str) -> tuple[Column, ...]:
    """Give the columns in the order of a file's header; RefusedInputError with every problem of the header."""
    known = {column.name: column for column in COLUMNS[kind]}
    names = [cell.strip() for cell in header.cells] if header else []
    if header is None or not known.keys() & set(names):
        raise RefusedInputError([_no_header(header, kind, file)])
    problems = [*_unknown(names, kind, file, header.line), *_missing(names, kind, file, header.line)]
    if problems:
        raise RefusedInputError(problems)
    return tuple(known[name] for name in names)


def _no_header(header: Row | None, kind: str, file: str) -> Problem:
    right = ",".join(column.name for column in COLUMNS[kind])
    seen = ",".join(header.cells)[:60] if header else _("no row")
    return Problem(_("the file has no header row"), seen, right, file, header.line if header else 1)


def _unknown(names: list[str], kind: str, file: str, line: int) -> Iterator[Problem]:
    """Yield what is wrong with the columns that are there: unknown, without a name, twice."""
    known = tuple(column.name for column in COLUMNS[kind])
    for position, (name, count) in enumerate(Counter(names).items(), 1):
        if not name:
            where = _("column {number}").format(number=position)
            yield Problem(_("a column has no name"), where, proposal("", known), file, line)
        elif name not in known:
            yield Problem(_("unknown column"), name, proposal(name, known), file, line, name)
        elif count > 1:
            yield Problem(_("a column stands twice in the header"), name, _("each column once"), file, line, name)


def _missing(names: list[str], kind: str, file: str, line: int) -> Iterator[Problem]:
    """Yield the required columns that are not there."""
    for column in COLUMNS[kind]:
        if column.required and column.name not in names:
            yield Problem(_("a required column is missing"), "", column.name, file, line, column.name)
