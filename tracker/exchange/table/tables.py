"""A table as it comes in, be it a CSV file or a sheet of a workbook: rows of texts with their line numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tracker.exchange.workbook.cell_remarks import Mark

NO_MARKS: Mapping[int, Mark] = {}


class Row(NamedTuple):
    """One row: the line it starts at (the header is line 1), its cells, and what a workbook hid behind some."""

    line: int
    cells: list[str]
    marks: Mapping[int, Mark] = NO_MARKS


class Rows(Protocol):
    """Whatever can be gone through row by row, header first; raises RefusedInputError where it cannot go on."""

    def __call__(self) -> Iterator[Row]:
        """Start from the header."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """A file or sheet under the name that problems are told with."""

    file: str
    rows: Rows
