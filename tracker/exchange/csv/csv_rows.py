"""A CSV file row by row in bounded memory: delimiter recognised, quotes kept strictly, lines counted as they stand."""

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.tables import Row
from tracker.language import _

DELIMITERS = ",;\t"
LONGEST_HEADER = 65_536


def rows(path: Path, file: str, codec: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows that hold anything, header first; RefusedInputError where the file cannot be read on."""
    with path.open(encoding=codec, newline="") as stream:
        delimiter = _delimiter(stream, columns)
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        start = 1
        try:
            for cells in reader:
                if any(cells):
                    yield Row(start, cells)
                start = reader.line_num + 1
        except csv.Error as error:
            raise RefusedInputError([_explained(str(error), file, start)]) from error


def _delimiter(stream: TextIOWrapper, columns: Sequence[str]) -> str:
    """Choose the delimiter that makes most known column names of the header; the comma where none does."""
    header = stream.readline(LONGEST_HEADER)
    stream.seek(0)

    def known(delimiter: str) -> int:
        return sum(name.strip(" \"\r\n'") in columns for name in header.split(delimiter))

    return max(DELIMITERS, key=known)


def _explained(error: str, file: str, line: int) -> Problem:
    """Say what Python's reader found in the words of a person who wrote the file."""
    if "unexpected end of data" in error:
        wrong, right = _("a quote is opened in this row and never closed"), _("a closing quote; two quotes for one")
    elif "field limit" in error:
        wrong = _("a cell of this row is too long, or a quote is opened and never closed")
        right = _("at most 2,000 characters")
    else:
        wrong, right = _("text stands beside a quoted cell"), _("quotes around the whole cell; two quotes for one")
    return Problem(wrong, "", right, file, line)
