"""A block pasted from a spreadsheet: taken apart into cells, and its rows matched to the values that are owed."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO

from tracker.domain.entry.entries import EntryKey
from tracker.domain.entry.form_records import FormField
from tracker.domain.tables.flags import split_flag
from tracker.domain.tables.periods import SpanYear
from tracker.domain.tables.scopes import verdict
from tracker.domain.text import refused, shown
from tracker.errors import Problem
from tracker.exchange.table.found_values import FoundValue, value_of
from tracker.exchange.table.stated_units import looks_like_value
from tracker.exchange.table.table_grid import grid_of
from tracker.exchange.table.table_reading import Asked, FoundCell, LeftCell, read_table
from tracker.exchange.table.table_rows import Row
from tracker.language import _
from tracker.services.round.asked_tables import asked_of
from tracker.services.round.rounds import Round

_MOST_CHARACTERS, _MOST_ROWS = 1_000_000, 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A pasted cell with the value it belongs to, and how settled its flag or its headings say that it is."""

    key: EntryKey
    text: str
    status: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """What a pasted block holds: cells that belong to a value, and what belongs nowhere, with the row number."""

    cells: tuple[Pasted, ...]
    problems: tuple[Problem, ...] = ()


def split_paste(text: str) -> list[list[str]]:
    """Take a pasted block apart into rows of cells; RefusedInputError where it is too large."""
    if len(text) > _MOST_CHARACTERS:
        raise refused(_("the pasted block is too large"), text[:60], _("a million characters at most"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = _cells(lines) if lines else []
    if len(rows) > _MOST_ROWS:
        raise refused(_("the pasted block has too many rows"), str(len(rows)), str(_MOST_ROWS))
    return rows


def _cells(lines: str) -> list[list[str]]:
    """Read cells as spreadsheets put them on the clipboard; where quotes do not close they are plain characters."""
    try:
        rows = list(csv.reader(StringIO(lines, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in lines.split("\n")]
    return [[cell.strip() for cell in row] for row in rows]


def match_paste(wanted: Round, rows: Sequence[Sequence[str]], first: int = 0, *, span: SpanYear | None = None) -> Paste:
    """Match pasted rows to a round's values by name or code, else in order from the row `first` on.

    Of several cells beside a name, the one under the round's year or under a head such as 完成值 is taken, else the
    only one that is a number. A unit that the block states is written beside the values that are not in the form's.
    """
    named = ((row.indicator, row.names) for row in wanted.rows)
    asked = asked_of(wanted.zone, wanted.year, named, wanted.places, span=span)
    grid = grid_of(Row(number, list(cells)) for number, cells in enumerate(rows, start=1))
    reading = read_table(grid, asked)
    if not reading.named:
        return _in_order(wanted, rows, first, asked)
    cells, problems = [], [_problem_of(cell) for cell in reading.left if cell.asked]
    for found in reading.found:
        value = value_of(found, asked.by_id[found.indicator].unit)
        if isinstance(value, LeftCell):
            problems.append(_problem_of(value))
        else:
            cells.append(_pasted(wanted, found, value))
            problems += value.doubts
    return Paste(cells=tuple(cells), problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)))


def _problem_of(cell: LeftCell) -> Problem:
    return Problem(cell.why, cell.seen, cell.right, line=cell.line)


def _pasted(wanted: Round, found: FoundCell, value: FoundValue) -> Pasted:
    key = EntryKey(zone=wanted.zone, indicator=found.indicator, year=wanted.year)
    comment = "; ".join(filter(None, (found.others.get(FormField.COMMENT, ""), value.remark)))
    return Pasted(key=key, text=value.text, status=value.status, comment=comment)


def _in_order(wanted: Round, rows: Sequence[Sequence[str]], first: int, asked: Asked) -> Paste:
    """Lay rows of one cell over the round's rows in order; empty ones leave theirs untouched."""
    heads = list(_heads(rows, asked))
    if problems := [problem for problem in heads if problem is not None]:
        return Paste(cells=(), problems=tuple(problems))
    cells, problems = [], []
    for number, row in enumerate(rows[len(heads) :]):
        typed = [cell for cell in row if cell]
        place = first + number
        if len(typed) > 1:
            problems.append(
                _problem(number + len(heads) + 1, row, _("which of the cells is meant?"), _("one value a row"))
            )
        elif typed and asked.index.begins(typed[0]):
            right = _("the name and the value in two cells, as a spreadsheet copies them")
            problems.append(_problem(number + len(heads) + 1, row, _("a name and a value in one cell"), right))
        elif typed and place >= len(wanted.rows):
            problems.append(
                _problem(number + len(heads) + 1, row, _("more rows than the form has"), str(len(wanted.rows)))
            )
        elif typed:
            text, flag = split_flag(typed[0], wanted.rows[place].indicator.unit)
            status = flag.status.value if flag else ""
            cells.append(Pasted(key=wanted.rows[place].key, text=text, status=status))
    return Paste(cells=tuple(cells), problems=tuple(problems))


def _heads(rows: Sequence[Sequence[str]], asked: Asked) -> Iterator[Problem | None]:
    """Yield for each row of headings above a bare column what keeps its values from being those of the year."""
    for number, row in enumerate(rows, start=1):
        typed = [cell for cell in row if cell]
        heading = asked.reader.read(typed[0]) if len(typed) == 1 else None
        if heading is None or heading.says_nothing or (looks_like_value(typed[0]) and not heading.periods):
            return
        if looks_like_value(typed[0]) and number > 1:
            return
        judged = verdict(heading, (), asked.scope)
        yield _problem(number, row, judged.why, _("the values of the round's year")) if judged.why else None


def _problem(number: int, row: Sequence[str], wrong: str, right: str) -> Problem:
    return replace(Problem(wrong, shown(" | ".join(row)), right), line=number)
