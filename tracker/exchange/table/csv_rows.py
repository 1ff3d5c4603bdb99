"""A CSV file row by row in bounded memory: delimiter recognised, quotes kept strictly, lines counted."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.table_rows import Row, header_name
from tracker.language import _

DELIMITERS = ",;\t"
LONGEST_HEADER = 65_536
_SNIFFED = 40


def rows(path: Path, file: str, codec: str, columns: Sequence[str], delimiter: str = "") -> Iterator[Row]:
    """Yield the rows that hold anything, header first; RefusedInputError where the file cannot be read on."""
    with path.open(encoding=codec, newline="") as stream:
        delimiter = delimiter or _delimiter(stream, columns)
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        start = 1
        try:
            for cells in reader:
                if any(cells):
                    yield Row(start, cells)
                start = reader.line_num + 1
        except csv.Error as error:
            raise RefusedInputError([_explained(str(error), file, start)]) from error


def sniffed_delimiter(path: Path, codec: str) -> str:
    """Return the delimiter that parts most lines of a table alike: a tab rather than others, else a comma."""
    with path.open(encoding=codec, newline="") as stream:
        lines = [stream.readline(LONGEST_HEADER) for _line in range(_SNIFFED)]
    filled = [re.sub(r'"[^"]*"', "", line) for line in lines if line.strip()]
    return max(("\t", ";", ","), key=lambda mark: (_most_alike(filled, mark), mark == "\t"))


def _most_alike(lines: Sequence[str], mark: str) -> int:
    """Return how many cells lie in the lines that a delimiter parts into the same number of them."""
    counts = Counter(line.count(mark) for line in lines)
    counts.pop(0, None)
    return max((count * times for count, times in counts.items()), default=0)


def _delimiter(stream: TextIOWrapper, columns: Sequence[str]) -> str:
    """Return the delimiter that makes most known column names of the header; the comma where none does."""
    header = stream.readline(LONGEST_HEADER)
    stream.seek(0)

    def known(delimiter: str) -> int:
        return sum(header_name(name.strip(" \"\r\n'")) in columns for name in header.split(delimiter))

    return max(DELIMITERS, key=known)


def _explained(error: str, file: str, line: int) -> Problem:
    """Return what Python's reader found in the words of a person who wrote the file."""
    if "unexpected end of data" in error:
        wrong, right = _("a quote is opened in this row and never closed"), _("a closing quote; two quotes for one")
    elif "field limit" in error:
        wrong = _("a cell of this row is too long, or a quote is opened and never closed")
        right = _("at most 2,000 characters")
    else:
        wrong, right = _("text stands beside a quoted cell"), _("quotes around the whole cell; two quotes for one")
    return Problem(wrong, "", right, file, line)
