"""A block pasted from a spreadsheet: taken apart into cells, and its rows matched to the values that are owed."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import NamedTuple

from tracker.domain.entry.entries import EntryKey
from tracker.domain.quantity.numerals import Empty, parse_number
from tracker.domain.text import NUMBERING, fold, refused, shown
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form.column_list import Headers
from tracker.exchange.form.indicator_matching import spellings
from tracker.language import _
from tracker.services.round.paste_headers import Heads, heads_of, in_stated_unit
from tracker.services.round.rounds import Round, RoundRow

_MOST_CHARACTERS, _MOST_ROWS = 1_000_000, 5_000
_NUMBERING = re.compile(rf"{NUMBERING}|[\d一二三四五六七八九十]{{1,3}}")


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

    Of several cells beside a name, the one under the round's year or under a head such as 完成值 is taken, else the
    only one that is a number. A unit that the block states is written beside the values that are not in the form's.
    """
    named = {name: row for row in wanted.rows for name in _names(row)}
    matched = [_Line(number, cells, _match(cells, named)) for number, cells in enumerate(rows, start=1) if any(cells)]
    if any(line.found for line in matched):
        return _by_name(wanted, matched)
    return _in_order(wanted, rows, first, tuple(named))


def _names(row: RoundRow) -> Iterator[str]:
    """Yield what a row may be called: the indicator's code and its names."""
    for name in (row.key.indicator, row.indicator.name, *row.names):
        yield fold(name)


class _Line(NamedTuple):
    """A pasted row that is not empty: its number, its cells, and where in it which values are named."""

    number: int
    cells: Sequence[str]
    found: tuple[tuple[int, RoundRow], ...]


def _match(cells: Sequence[str], named: dict[str, RoundRow]) -> tuple[tuple[int, RoundRow], ...]:
    """Find the cells that name an indicator; one that is named twice, in two languages, is found once."""
    matches = {
        row.key: (place, row)
        for place, cell in reversed(list(enumerate(cells)))
        if (row := next((named[name] for name in spellings(cell) if name in named), None))
    }
    return tuple(sorted(matches.values(), key=lambda match: match[0]))


def _by_name(wanted: Round, lines: Sequence[_Line]) -> Paste:
    """Take the cell of each named row; rows with a value under another name are told."""
    start = next(place for place, line in enumerate(lines) if line.found)
    heads = heads_of([line.cells for line in lines[:start]], wanted.year)
    times = Counter(row.key for line in lines for _place, row in line.found)
    cells, problems = [], []
    for line in lines:
        taken = (
            _taken(line, heads, times)
            if line.found
            else _unnamed(line, wanted.year, above=line.number < lines[start].number)
        )
        if isinstance(taken, Pasted):
            cells.append(taken)
        elif taken is not None:
            problems.append(replace(taken, line=line.number))
    return Paste(cells=tuple(cells), problems=tuple(problems))


def _taken(line: _Line, heads: Heads, times: Mapping[EntryKey, int]) -> Pasted | Problem | None:
    """Return the value of a named row, what is wrong with it, or None where its cell is empty."""
    (place, row), *more = line.found
    seen = shown(" | ".join(line.cells))
    if more:
        return Problem(_("several names in one row"), seen, _("one name a row, with its value beside it"))
    if times[row.key] > 1:
        return Problem(_("the same value twice"), seen, _("one of them"))
    text = _value(line.cells, place, row, heads)
    if text is None:
        return Problem(_("which of the cells is meant?"), seen, _("the name and one value a row"))
    if not text and any(column < len(line.cells) and line.cells[column] for column in heads.years):
        return Problem(_("the value is of another year"), seen, _("a column of the round's year"))
    if not text and _holds_value(line.cells[place], row):
        return replace(_in_one_cell(), seen=seen)
    value = in_stated_unit(text, heads.stated(line.cells, place), heads.caption, row.indicator.unit)
    if isinstance(value, Problem):
        return value
    return Pasted(key=row.key, text=value) if value else None


def _holds_value(cell: str, row: RoundRow) -> bool:
    """Return whether a cell bears a number after the name."""
    folded = fold(cell)
    rest = (folded.removeprefix(name) for name in _names(row) if folded.startswith(name))
    return any(character.isdigit() for characters in rest for character in characters)


def _in_one_cell() -> Problem:
    right = _("the name and the value in two cells, as a spreadsheet copies them")
    return Problem(_("a name and a value in one cell"), "", right)


def _value(cells: Sequence[str], place: int, row: RoundRow, heads: Heads) -> str | None:
    """Choose the cell with the value; None where it is not clear which one it is."""
    if heads.value is not None and heads.value != place:
        return cells[heads.value] if heads.value < len(cells) else ""
    left = heads.others | heads.years
    beside = [cell for column, cell in enumerate(cells) if column > place and cell and column not in left]
    numbers = [cell for cell in beside if _is_number(cell, row.indicator.unit)]
    likely = numbers or beside
    return "" if not likely else likely[0] if len(likely) == 1 else None


def _unnamed(line: _Line, year: int, *, above: bool) -> Problem | None:
    """Return the problem of a row that holds something under an unknown name; headings and remarks hold nothing."""
    if above and _is_header(line.cells, year):
        return None
    cells = [cell for place, cell in enumerate(line.cells) if cell and not (place == 0 and _NUMBERING.fullmatch(cell))]
    remark = len(cells) < 2 or all(":" in cell or "：" in cell for cell in cells)
    if remark and not any(_is_number(cell) for cell in cells):
        return None
    seen = shown(" | ".join(cell for cell in line.cells if cell))
    return Problem(_("no value of this round is called so"), seen, _("a name of the form"))


def _is_header(cells: Sequence[str], year: int) -> bool:
    """Return whether a row above the first name only says what stands below it."""
    headers = Headers(year)
    known = any(headers.understand(cell) or headers.is_of_another_year(cell) for cell in cells)
    return known or not any(cell and _is_number(cell) for cell in cells)


def _is_number(text: str, unit: str | None = None) -> bool:
    try:
        return not isinstance(parse_number(text, unit), Empty)
    except RefusedInputError:
        return False


def _in_order(wanted: Round, rows: Sequence[Sequence[str]], first: int, names: tuple[str, ...]) -> Paste:
    """Lay rows of one cell over the round's rows in order; empty ones leave theirs untouched."""
    cells, problems = [], []
    for number, row in enumerate(rows):
        typed = [cell for cell in row if cell]
        place = first + number
        if len(typed) > 1:
            problems.append(_problem(number + 1, row, _("which of the cells is meant?"), _("one value a row")))
        elif typed and fold(typed[0]).startswith(names):
            problems.append(replace(_in_one_cell(), seen=shown(" | ".join(row)), line=number + 1))
        elif typed and place >= len(wanted.rows):
            problems.append(_problem(number + 1, row, _("more rows than the form has"), str(len(wanted.rows))))
        elif typed:
            cells.append(Pasted(key=wanted.rows[place].key, text=typed[0]))
    return Paste(cells=tuple(cells), problems=tuple(problems))


def _problem(number: int, row: Sequence[str], wrong: str, right: str) -> Problem:
    return Problem(wrong, shown(" | ".join(row)), right, line=number)
