"""What a workbook must be before any reader may open it: a plain, small zip without macros and document types."""

import re
import zlib
from collections.abc import Collection, Iterator
from copy import copy
from enum import StrEnum
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from tracker.errors import Problem, RefusedInputError
from tracker.language import _, number

MOST_PARTS = 2_000
MOST_ROWS = 200_000
MOST_BYTES = 64 * 1024 * 1024
#: A name no sheet can bear, by which all of them are asked for.
EVERY_SHEET = "*"
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_LONGEST_FORBIDDEN = 9
# How the tag of a row begins, with any prefix; and more than such a beginning takes.
_ROW = re.compile(rb"<(?:[^\s<>/!?:]{1,64}:)?row[\s/>]")
_LONGEST_BEGINNING = 80


class SheetFile(StrEnum):
    """A kind of workbook."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def inspect(path: Path, most_rows: int = MOST_ROWS, kinds: Collection[SheetFile] = (SheetFile.XLSX,)) -> None:
    """Raise RefusedInputError for a file that is no workbook of these kinds, or none that may be opened."""
    with path.open("rb") as stream:
        start = stream.read(len(_OLE))
    if start == _OLE:
        words = _ole_words(path)
        if words is not None or SheetFile.XLS not in kinds:
            raise _refusal(path, *(words or _old_kind()))
        return
    if not start.startswith(b"PK"):
        raise _refusal(path, _("this is not an .xlsx file"), _beginning(start), _("a workbook saved as .xlsx"))
    try:
        with ZipFile(path) as archive:
            _inspect_directory(path, archive, kinds)
            _inspect_parts(path, archive, most_rows)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise _refusal(
            path, _("the workbook is damaged or cut short"), str(error), _("the workbook saved again")
        ) from error


def _beginning(start: bytes) -> str:
    """Return how a file begins: in letters where it is a text."""
    letters = start.decode("utf-8", "ignore")
    if not start:
        return _("0 bytes")
    if letters.isprintable() and letters.strip():
        return _("a text that begins with {letters}").format(letters=letters)
    return _("another kind of file")


def _old_kind() -> tuple[str, str, str]:
    return _("this is a workbook of the old .xls kind"), "", _("the workbook saved as .xlsx")


def _ole_words(path: Path) -> tuple[str, str, str] | None:
    """Return what is wrong with a container of the time before 2007: a password, its size, or nothing."""
    if (size := path.stat().st_size) > MOST_BYTES:
        _refuse_size(path, size)
    with path.open("rb") as stream:
        start = stream.read(_CHUNK)
    if _ENCRYPTED in start:
        return _("the workbook is protected by a password"), "", _("the workbook saved without a password")
    return None


def is_opendocument(archive: ZipFile) -> bool:
    """Return whether a zip is an OpenDocument spreadsheet."""
    if "mimetype" not in archive.namelist():
        return False
    with archive.open("mimetype") as part:
        return part.read(len(_ODS)) == _ODS


def _inspect_directory(path: Path, archive: ZipFile, kinds: Collection[SheetFile]) -> None:
    """Look at what the zip says of itself."""
    parts = archive.infolist()
    names = {part.filename.casefold() for part in parts}
    if len(parts) > MOST_PARTS:
        raise _refusal(
            path, _("the workbook has too many parts"), str(len(parts)), _("{n} at most").format(n=MOST_PARTS)
        )
    if any(part.flag_bits & 1 for part in parts):
        raise _refusal(
            path, _("the workbook is protected by a password"), "", _("the workbook saved without a password")
        )
    if "[content_types].xml" not in names and not (SheetFile.ODS in kinds and is_opendocument(archive)):
        raise _refusal(path, _("this is a zip file but not an .xlsx workbook"), "", _("a workbook saved as .xlsx"))
    if any(name.endswith("vbaproject.bin") for name in names):
        raise _refusal(
            path, _("workbooks with macros are not accepted"), "vbaProject.bin", _("the workbook saved as .xlsx")
        )
    _refuse_size(path, sum(part.file_size for part in parts))


def _inspect_parts(path: Path, archive: ZipFile, most_rows: int) -> None:
    """Unpack every part without keeping it, because what a zip says of its sizes may be a lie."""
    unpacked = rows = 0
    for part in archive.infolist():
        before = tag = b""
        for chunk in _unpack(archive, part):
            unpacked += len(chunk)
            _refuse_size(path, unpacked)
            # UTF-16 has a zero beside each letter; a tag that the chunk cuts is counted with the next one.
            plain = chunk.replace(b"\0", b"")
            text = tag + plain
            cut = text.rfind(b"<", -_LONGEST_BEGINNING)
            tag = text[cut:] if cut >= 0 else b""
            rows += len(_ROW.findall(text, 0, len(text) - len(tag)))
            if rows > most_rows:
                raise _refusal(path, too_many_rows(most_rows), "", _("the workbook with what is asked for alone"))
            before = _refuse_document_type(path, part, before + plain)


def too_many_rows(most: int) -> str:
    """Return the text for a workbook with more rows than are read."""
    return _("the workbook has too many rows; {count} at most are read").format(count=number(most))


def _unpack(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """Yield a part's bytes, as many as there really are."""
    endless = copy(part)
    endless.file_size = MOST_BYTES * 2
    with archive.open(endless) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _refuse_document_type(path: Path, part: ZipInfo, plain: bytes) -> bytes:
    """Refuse document types and entities in a text without zeros; return the end that may hold the start of one."""
    if not part.filename.startswith("xl/media/") and any(word in plain for word in _FORBIDDEN):
        wrong = _("a document type declaration (DTD) is in the workbook")
        raise _refusal(path, wrong, part.filename, _("the workbook as the spreadsheet program saves it"))
    return plain[-_LONGEST_FORBIDDEN:]


def _refuse_size(path: Path, unpacked: int) -> None:
    if unpacked > MOST_BYTES:
        wrong = _("the workbook unpacks to too much (its declared expansion)")
        seen, right = (_("{n} MB").format(n=-(-size // 2**20)) for size in (unpacked, MOST_BYTES))
        raise _refusal(path, wrong, seen, _("{size} at most; a folder of CSV files may be larger").format(size=right))


def _refusal(path: Path, wrong: str, seen: str, right: str) -> RefusedInputError:
    return RefusedInputError([Problem(wrong, seen, right, path.name)])
