"""A block pasted from a spreadsheet: taken apart into cells, and its rows matched to the values that are owed."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from tracker.domain.entries import EntryKey
from tracker.domain.numerals import Empty, Year, parse_number, parse_year
from tracker.domain.text import fold, refused, shown
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.rounds import Round, RoundRow

_MOST_CHARACTERS, _MOST_ROWS = 1_000_000, 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A pasted cell with the value it belongs to."""

    key: EntryKey
    text: str


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


def match_paste(wanted: Round, rows: Sequence[Sequence[str]], first: int = 0) -> Paste:
    """Match pasted rows to a round's values by name or code, else in order from the row `first` on.

    Of several cells beside a name, the one under the round's year is taken, else the only one that is a number.
    """
    named = {name: row for row in wanted.rows for name in _names(row)}
    matched = [(number, cells, _match(cells, named)) for number, cells in enumerate(rows, start=1) if any(cells)]
    if any(match for _number, _cells, match in matched):
        return _by_name(wanted, matched)
    return _in_order(wanted, rows, first)


def _names(row: RoundRow) -> Iterator[str]:
    """Yield what a row may be called: the indicator's code and its names."""
    for name in (row.key.indicator, row.indicator.name, *row.names):
        yield fold(name)


_Match = tuple[int, RoundRow] | None


def _match(cells: Sequence[str], named: dict[str, RoundRow]) -> _Match:
    """Find the first cell that names an indicator."""
    found = ((place, named.get(fold(cell))) for place, cell in enumerate(cells))
    return next(((place, row) for place, row in found if row is not None), None)


def _by_name(wanted: Round, matched: Sequence[tuple[int, Sequence[str], _Match]]) -> Paste:
    """Take the cell of each named row; rows that name nothing are told, save the header."""
    column = next(
        (place for _number, cells, match in matched if not match for place in _of_year(cells, wanted.year)), None
    )
    times = Counter(match[1].key for _number, _cells, match in matched if match)
    cells, problems = [], []
    for number, row, match in matched:
        if match is None:
            if number != 1 or not _is_header(row, wanted.year):
                problems.append(
                    _problem(number, row, _("no value of this round is called so"), _("a name of the form"))
                )
        elif times[match[1].key] > 1:
            problems.append(_problem(number, row, _("the same value twice"), _("one of them")))
        elif (text := _value(row, match, column)) is None:
            problems.append(_problem(number, row, _("which of the cells is meant?"), _("the name and one value a row")))
        elif text:
            cells.append(Pasted(key=match[1].key, text=text))
    return Paste(cells=tuple(cells), problems=tuple(problems))


def _is_header(cells: Sequence[str], year: int) -> bool:
    """Say whether a first row that names no value only says what stands below it."""
    return any(_of_year(cells, year)) or not any(cell and _is_number(cell) for cell in cells)


def _of_year(cells: Sequence[str], year: int) -> Iterator[int]:
    """Yield the columns whose head is the year."""
    for place, cell in enumerate(cells):
        try:
            found = parse_year(cell)
        except RefusedInputError:
            continue
        if isinstance(found, Year) and found.value == year:
            yield place


def _value(cells: Sequence[str], match: tuple[int, RoundRow], column: int | None) -> str | None:
    """Choose the cell with the value; None where it is not clear which one it is."""
    place, row = match
    if column is not None and column != place:
        return cells[column] if column < len(cells) else ""
    beside = [cell for cell in cells[place + 1 :] if cell]
    numbers = [cell for cell in beside if _is_number(cell, row.indicator.unit)]
    likely = numbers or beside
    return "" if not likely else likely[0] if len(likely) == 1 else None


def _is_number(text: str, unit: str | None = None) -> bool:
    try:
        return not isinstance(parse_number(text, unit), Empty)
    except RefusedInputError:
        return False


def _in_order(wanted: Round, rows: Sequence[Sequence[str]], first: int) -> Paste:
    """Lay rows of one cell over the round's rows in order; empty ones leave theirs untouched."""
    cells, problems = [], []
    for number, row in enumerate(rows):
        typed = [cell for cell in row if cell]
        place = first + number
        if len(typed) > 1:
            problems.append(_problem(number + 1, row, _("which of the cells is meant?"), _("one value a row")))
        elif typed and place >= len(wanted.rows):
            problems.append(_problem(number + 1, row, _("more rows than the form has"), str(len(wanted.rows))))
        elif typed:
            cells.append(Pasted(key=wanted.rows[place].key, text=typed[0]))
    return Paste(cells=tuple(cells), problems=tuple(problems))


def _problem(number: int, row: Sequence[str], wrong: str, right: str) -> Problem:
    return Problem(wrong, shown(" | ".join(row)), right, line=number)
