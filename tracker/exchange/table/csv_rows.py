"""A CSV file row by row in bounded memory: encoding and delimiter recognised, quotes kept strictly, lines counted."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.table_rows import Row, header_name
from tracker.language import _

CHUNK = 1 << 20
_NOT_TEXT = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"SQLite")
_PAIR = re.compile(rb"[\x81-\xfe]([\x40-\xfe])")


class _Unreadable(NamedTuple):
    """Where a file stops being text of one encoding, with the bytes around it."""

    line: int
    around: bytes


def recognise(path: Path, file: str) -> tuple[str, Problem | None]:
    """Return the codec of a file, with a warning where it is not UTF-8; RefusedInputError where there is none."""
    with path.open("rb") as stream:
        start = stream.read(4096)
    _refuse_what_is_no_text(start, file)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(path, file), None
    _refuse_nul(path, file)
    unreadable = _first_unreadable(path, "utf-8")
    if unreadable is None:
        return "utf-8-sig", None
    if _first_unreadable(path, "gb18030") or not _looks_chinese(unreadable.around):
        raise _refusal(_("the file is neither UTF-8 nor GB18030"), file, unreadable)
    return "gb18030", Problem(_("the file is not UTF-8; it was read as GB18030"), file=file, warning=True)


def _refuse_what_is_no_text(start: bytes, file: str) -> None:
    right = _("a CSV file with a header row")
    if not start:
        raise RefusedInputError([Problem(_("the file is empty"), _("0 bytes"), right, file)])
    if start.startswith(_NOT_TEXT):
        raise RefusedInputError([Problem(_("this is not a CSV file"), start[:4].hex(" "), right, file)])


def _utf_16(path: Path, file: str) -> str:
    unreadable = _first_unreadable(path, "utf-16")
    if unreadable:
        raise _refusal(_("the file is damaged UTF-16"), file, unreadable)
    return "utf-16"


def _refuse_nul(path: Path, file: str) -> None:
    """Refuse NUL bytes, which databases refuse too; many of them are UTF-16 without its mark or no text at all."""
    line = 1
    for chunk in _chunks(path):
        at = chunk.find(b"\0")
        if at >= 0:
            line += chunk.count(b"\n", 0, at)
            wrong = _("a NUL byte is in the file; it is no CSV file, or UTF-16 without its mark")
            raise RefusedInputError([Problem(wrong, "\\x00", _("UTF-8"), file, line)])
        line += chunk.count(b"\n")


def _first_unreadable(path: Path, codec: str) -> _Unreadable | None:
    """Find the first line that is not of an encoding."""
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    try:
        for chunk in _chunks(path):
            line += decoder.decode(chunk).count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return _Unreadable(line + error.object[: error.start].count(b"\n"), error.object[error.start :])
    return None


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _looks_chinese(around: bytes) -> bool:
    """Return whether bytes are Chinese in GB18030, not damaged UTF-8 or Latin-1, which often decode as GB18030.

    Common Chinese characters have two high bytes; an accented letter is followed by a plain one. Text that is
    UTF-8 except for a few bytes still reads as such.
    """
    read = around.decode("utf-8", "replace")
    bad = read.count("\ufffd")
    good = sum(character > "\x7f" for character in read) - bad
    seconds = _PAIR.findall(around)
    high = sum(second >= b"\xa1" for second in seconds)
    return good <= 2 * bad and 2 * high > len(seconds)


def _refusal(wrong: str, file: str, unreadable: _Unreadable) -> RefusedInputError:
    return RefusedInputError([Problem(wrong, unreadable.around[:8].hex(" "), _("UTF-8"), file, unreadable.line)])


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
