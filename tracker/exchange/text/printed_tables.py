"""Tables printed in a text: which cell is of which year, promised or reported, and of which indicator and unit."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_BREAK = re.compile(r"\t|\s*\|\s*| {3,}")
_LINE = re.compile(r"[^\n]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PROMISED = re.compile(r"target|goal|plan|目标|预期|规划")
_REPORTED = re.compile(r"actual|baseline|base year|current|实际|现状|基期|完成|实绩")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a year's column: where it is, and what its row and column say."""

    start: int
    end: int
    indicator: str
    unit: str | None
    year: int
    promised: bool


@dataclass(slots=True)
class Cells:
    """The cells of a text's tables in their order."""

    cells: list[Cell]
    starts: list[int] = field(default_factory=list)

    def at(self, place: int) -> Cell | None:
        """Return the cell at a place, None outside the tables."""
        index = bisect_right(self.starts, place) - 1
        return self.cells[index] if index >= 0 and place < self.cells[index].end else None


@dataclass(frozen=True, slots=True)
class Header:
    """What a table's first row says: the year of each column, whether promised, and where the units are."""

    years: dict[int, tuple[int, bool]]
    unit: int | None


def find_cells(text: str, lowered: str) -> Cells:
    """Return the cells of tables: lines of three cells or more under a line that names years."""
    year_cells: list[Cell] = []
    header: Header | None = None
    for line in _LINE.finditer(text):
        cells = _split(text, *line.span())
        if len(cells) < 3:
            header = None
            continue
        named = _header(lowered, cells)
        if named is not None:
            header = named
        elif header is not None:
            year_cells += _row(text, cells, header)
    return Cells(year_cells, [cell.start for cell in year_cells])


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line; a bar at its edge makes none."""
    while end > start and text[end - 1] in " |\t\r":
        end -= 1
    while start < end and text[start] in " |":
        start += 1
    cuts = [(start, start), *(match.span() for match in _BREAK.finditer(text, start, end)), (end, end)]
    return [(left[1], right[0]) for left, right in pairwise(cuts)]


def _header(lowered: str, cells: list[tuple[int, int]]) -> Header | None:
    """Read a line as a header, None where it names no years or bears other figures."""
    words = [lowered[start:end] for start, end in cells]
    if _FIGURE.search(_YEAR.sub("", " ".join(words))):
        return None
    years = {place: match for place, word in enumerate(words[1:], 1) if (match := _YEAR.search(word))}
    if not years:
        return None
    last = max(years)
    columns = {
        place: (int(match[0]), _is_promised(words[place], only_last=place == last and len(years) > 1))
        for place, match in years.items()
    }
    units = [place for place, word in enumerate(words) if word.strip().startswith(("unit", "单位", "计量单位"))]
    return Header(columns, units[0] if units else None)


def _is_promised(word: str, *, only_last: bool) -> bool:
    """Return whether a column holds goals: as its head says, else the last of several years does."""
    return _PROMISED.search(word) is not None or (only_last and _REPORTED.search(word) is None)


def _row(text: str, cells: list[tuple[int, int]], header: Header) -> Iterator[Cell]:
    """Read a row under a header."""
    unit = text[slice(*cells[header.unit])].strip() if header.unit is not None and header.unit < len(cells) else ""
    indicator = text[slice(*cells[0])].strip()
    for place, (year, promised) in header.years.items():
        if place < len(cells):
            yield Cell(*cells[place], indicator, unit or None, year, promised)
