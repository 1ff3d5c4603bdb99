"""In which encoding a text file is written: told by its bytes where they allow one answer, asked for where several."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracker.errors import Problem, RefusedInputError
from tracker.language import _

CHUNK = 1 << 20
#: The encodings that can be named, as people and Python name them.
ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "gb18030": "gb18030",
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "big5": "big5",
}
_NOT_TEXT = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"SQLite")
_RUN = re.compile(rb"[\x80-\xff]+")
# Letters of western languages in Windows-1252: à to ÿ, À to Þ, ß, œ, š, ž; and signs that stand alone.
_WESTERN_LETTERS = frozenset([*range(0xC0, 0x100), 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F]) - {0xD7, 0xF7}
_WESTERN_SIGNS = frozenset("€‚„…‘’“”•–—\u00a0£§©«®°±²³´µ·¹º»½×‰".encode("cp1252"))
_SAMPLE = 256 * 1024


class Unreadable(NamedTuple):
    """Where a file stops being text of one encoding, with the bytes around it."""

    line: int
    around: bytes


def recognise(path: Path, file: str, encoding: str | None = None) -> tuple[str, Problem | None]:
    """Return the codec of a file, with a warning where it is not Unicode; RefusedInputError where none is sure.

    `encoding` is one of ENCODINGS where the person has named it.
    """
    with path.open("rb") as stream:
        start = stream.read(4096)
    _refuse_what_is_no_text(start, file)
    if encoding is not None:
        return _as_named(path, file, encoding), None
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(path, file), None
    _refuse_nul(path, file)
    unreadable = first_unreadable(path, "utf-8")
    if unreadable is None:
        return "utf-8-sig", None
    return _other_than_unicode(path, file, unreadable)


def _as_named(path: Path, file: str, encoding: str) -> str:
    """Return the codec that was named; RefusedInputError where the file is not written in it."""
    codec = ENCODINGS[encoding]
    if unreadable := first_unreadable(path, codec):
        wrong = _("the file is not written in {encoding}").format(encoding=encoding)
        raise RefusedInputError(
            [Problem(wrong, unreadable.around[:8].hex(" "), _("another encoding"), file, unreadable.line)]
        )
    return codec


def _other_than_unicode(path: Path, file: str, unreadable: Unreadable) -> tuple[str, Problem | None]:
    """Return whether a file is GB18030 or Windows-1252; RefusedInputError where it is neither or could be both."""
    sample = b"".join(_lines_with_high_bytes(path))
    chinese = first_unreadable(path, "gb18030") is None and _looks_chinese(sample)
    western = first_unreadable(path, "cp1252") is None and _looks_western(sample)
    if _is_damaged_unicode(unreadable.around) or not (chinese or western):
        raise _refusal(_("the file is neither UTF-8 nor GB18030"), file, unreadable)
    if chinese and western:
        raise _ask(file, unreadable)
    if chinese:
        return "gb18030", Problem(_("the file is not UTF-8; it was read as GB18030"), file=file, warning=True)
    seen = _word(unreadable.around, "cp1252")
    wrong = _("the file is not UTF-8; it was read as Windows-1252")
    return "cp1252", Problem(wrong, seen, file=file, warning=True)


def _ask(file: str, unreadable: Unreadable) -> RefusedInputError:
    """Ask which of two encodings is meant, showing what each would make of the first word."""
    readings = [
        f"windows-1252: {_word(unreadable.around, 'cp1252')}",
        f"gb18030: {_word(unreadable.around, 'gb18030')}",
    ]
    wrong = _("the file is not UTF-8, and may be written in two encodings")
    right = _("the encoding said with it, windows-1252 or gb18030")
    return RefusedInputError([Problem(wrong, "; ".join(readings), right, file, unreadable.line)])


def _word(around: bytes, codec: str) -> str:
    """Return the first words that are not ASCII, as an encoding reads them."""
    return around[:24].decode(codec, "replace").split("\n")[0].strip()


def _lines_with_high_bytes(path: Path) -> Iterator[bytes]:
    """Yield what of a file is not ASCII alone, as much as shows its encoding."""
    taken = 0
    with path.open("rb") as stream:
        for line in stream:
            if not line.isascii():
                yield line
                taken += len(line)
            if taken > _SAMPLE:
                return


def _looks_chinese(sample: bytes) -> bool:
    """Return whether high bytes come in pairs that make common characters, and not within Latin words."""
    pairs = common = latin = odd = 0
    for match in _RUN.finditer(sample):
        run = match[0]
        before, after = sample[match.start() - 1 : match.start()], sample[match.end() : match.end() + 1]
        pairs += len(run) // 2
        odd += len(run) % 2
        latin += len(run) <= 2 and before.isalpha() and after.isalpha()
        common += sum(
            0xA1 <= high <= 0xA9 or 0xB0 <= high <= 0xD7
            for high, low in zip(run[::2], run[1::2], strict=False)
            if low >= 0xA1
        )
    return pairs > 0 and 10 * common >= 6 * pairs and 4 * (latin + odd) <= pairs


def _looks_western(sample: bytes) -> bool:
    """Return whether high bytes are letters within Latin words, or signs that stand alone."""
    fit = runs = 0
    for match in _RUN.finditer(sample):
        run = match[0]
        before, after = sample[match.start() - 1 : match.start()], sample[match.end() : match.end() + 1]
        runs += 1
        letters = all(byte in _WESTERN_LETTERS for byte in run)
        signs = all(byte in _WESTERN_SIGNS for byte in run)
        fit += (letters and len(run) <= 2 and (before.isalpha() or after.isalpha())) or (signs and len(run) <= 2)
    return runs > 0 and 10 * fit >= 9 * runs


def _is_damaged_unicode(around: bytes) -> bool:
    """Return whether bytes are UTF-8 save for a few."""
    read = around.decode("utf-8", "replace")
    bad = read.count("\ufffd")
    good = sum(character > "\x7f" for character in read) - bad
    return good > 2 * bad


def _refuse_what_is_no_text(start: bytes, file: str) -> None:
    right = _("a CSV file with a header row")
    if not start:
        raise RefusedInputError([Problem(_("the file is empty"), _("0 bytes"), right, file)])
    if start.startswith(_NOT_TEXT):
        raise RefusedInputError([Problem(_("this is not a CSV file"), start[:4].hex(" "), right, file)])


def _utf_16(path: Path, file: str) -> str:
    unreadable = first_unreadable(path, "utf-16")
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


def first_unreadable(path: Path, codec: str) -> Unreadable | None:
    """Find the first line that is not of an encoding."""
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    try:
        for chunk in _chunks(path):
            line += decoder.decode(chunk).count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return Unreadable(line + error.object[: error.start].count(b"\n"), error.object[error.start :])
    return None


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _refusal(wrong: str, file: str, unreadable: Unreadable) -> RefusedInputError:
    right = _("UTF-8, or its encoding named")
    return RefusedInputError([Problem(wrong, unreadable.around[:8].hex(" "), right, file, unreadable.line)])
