"""Workbooks that would harm a reader are refused at once, and the one who reads goes on living."""

import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.exchange.bundle_folders import problems, read
from tests.exchange.crafted_workbooks import MAIN, bundle, craft, sheet, text, texts
from tests.exchange.form.filled_forms import FORM
from tracker.errors import RefusedInputError
from tracker.exchange.form.reading import read_form
from tracker.exchange.workbook import sheet_rows

ACTUALS = sheet(texts(1, "zone", "indicator", "year", "value"), texts(2, "shenyang", "rd", "2021", "3.10"))
DTD = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def a_cell_at_the_far_corner(path: Path) -> None:
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{text("A1", "zone")}</row>'
    bundle(path, f'{far}<row r="1048576">{text("XFD1048576", "x")}</row></sheetData></worksheet>')


def one_megabyte_string_in_20_000_cells(path: Path) -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 20_001))
    strings = f'<sst xmlns="{MAIN}" count="20000" uniqueCount="1"><si><t>{"x" * 1_000_000}</t></si></sst>'
    actuals = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    bundle(path, actuals, parts={"xl/sharedStrings.xml": strings})


def a_hundred_million_characters(path: Path) -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 5_001))
    strings = f'<sst xmlns="{MAIN}" count="5000" uniqueCount="1"><si><t>{"x" * 20_000}</t></si></sst>'
    actuals = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    bundle(path, actuals, parts={"xl/sharedStrings.xml": strings})


def fifteen_million_cells(path: Path) -> None:
    bundle(path, sheet(*["<c><v>1</v></c>" * 5_000] * 1_000))


def a_lie_about_the_size(path: Path) -> None:
    bundle(path, sheet(texts(1, "x" * 70_000_000)))
    content = path.read_bytes()
    size = len(sheet(texts(1, "x" * 70_000_000)))
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def a_dtd(path: Path) -> None:
    bundle(path, sheet(texts(1, "zone"), prolog=DTD))


def an_outside_entity(path: Path) -> None:
    bundle(path, sheet(texts(1, "zone"), prolog=XXE))


def a_dtd_in_utf_16(path: Path) -> None:
    bundle(path, ACTUALS, parts={"xl/worksheets/sheet3.xml": sheet(texts(1, "zone"), prolog=DTD).encode("utf-16")})


def csv_by_another_name(path: Path) -> None:
    path.write_text("zone,name\nshenyang,Shenyang\n")


def another_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n")


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(bundle(path, ACTUALS).read_bytes()[:-300])


def a_flipped_bit(path: Path) -> None:
    content = bytearray(bundle(path, ACTUALS).read_bytes())
    content[60] ^= 255
    path.write_bytes(bytes(content))


def sixty_thousand_parts(path: Path) -> None:
    bundle(path, ACTUALS, parts={f"xl/media/{number}": b"" for number in range(60_000)})


def macros(path: Path) -> None:
    bundle(path, ACTUALS, parts={"xl/vbaProject.bin": b"x"})


def a_password(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))


def the_old_kind(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "Workbook".encode("utf-16-le"))


def a_zip_password(path: Path) -> None:
    content = bundle(path, ACTUALS).read_bytes()
    at = content.index(b"PK\x01\x02")
    path.write_bytes(content[: at + 8] + b"\x01" + content[at + 9 :])


def some_other_zip(path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("zones.csv", "zone,name\n")


def no_sheets_part(path: Path) -> None:
    bundle(path, ACTUALS, parts={"xl/workbook.xml": "<workbook"})


def too_many_rows(path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in (1, 200_002))
    bundle(path, f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')


def three_hundred_thousand_rows(path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 300_001))
    bundle(path, f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')


def three_hundred_thousand_prefixed_rows(path: Path) -> None:
    rows = "".join(f'<x:row r="{row}"><x:c r="A{row}"><x:v>1</x:v></x:c></x:row>' for row in range(1, 300_001))
    bundle(path, f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>')


@pytest.mark.parametrize(
    ("make", "said", "seconds"),
    [
        (a_cell_at_the_far_corner, "too large to be read safely|too many rows", 2),
        (one_megabyte_string_in_20_000_cells, "too much text", 2),
        (a_hundred_million_characters, "too much text", 5),
        (fifteen_million_cells, "unpacks to too much", 1),
        (a_lie_about_the_size, "unpacks to too much", 2),
        (a_dtd, "document type declaration", 1),
        (an_outside_entity, "document type declaration", 1),
        (a_dtd_in_utf_16, "document type declaration", 1),
        (
            csv_by_another_name,
            "not an .xlsx file; seen: a text that begins with zone,nam; right would be: a workbook",
            1,
        ),
        (another_picture, "not an .xlsx file; seen: another kind of file", 1),
        (nothing, "not an .xlsx file; seen: 0 bytes", 1),
        (cut_short, "damaged or cut short", 1),
        (a_flipped_bit, "damaged or cut short", 1),
        (sixty_thousand_parts, "too many parts; seen: 60009", 2),
        (macros, "macros are not accepted", 1),
        (a_password, "protected by a password", 1),
        (the_old_kind, "old .xls kind", 1),
        (a_zip_password, "protected by a password", 1),
        (some_other_zip, "not an .xlsx workbook", 1),
        (no_sheets_part, "cannot be understood", 2),
        (too_many_rows, "too many rows; 200,000 at most", 5),
        (three_hundred_thousand_rows, "too many rows; 200,000 at most", 0.3),
        (three_hundred_thousand_prefixed_rows, "too many rows; 200,000 at most", 0.3),
    ],
)
def test_a_hostile_workbook_is_refused_soon(
    tmp_path: Path, make: Callable[[Path], None], said: str, seconds: float
) -> None:
    path = tmp_path / "hostile.xlsx"
    make(path)
    started = time.monotonic()
    (refused,) = problems(path)
    # Three times what it takes alone, because other tests may run beside it.
    assert time.monotonic() - started < 3 * seconds
    assert refused.startswith("hostile.xlsx: ")
    assert any(words in refused for words in said.split("|")), refused


def test_a_form_of_more_rows_than_anybody_fills_in_is_refused_unread(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 30_001))
    path = bundle(tmp_path / "form.xlsx", f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')
    started = time.monotonic()
    with pytest.raises(RefusedInputError, match="too many rows; 20,000 at most"):
        read_form(path.read_bytes(), FORM)
    assert time.monotonic() - started < 1


def test_a_declared_dimension_is_not_believed(tmp_path: Path) -> None:
    lying = ACTUALS.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>', 1)
    assert len(read(bundle(tmp_path / "lying.xlsx", lying))["actuals"]) == 1


def test_a_reader_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_rows, "SECONDS", 0.01)
    assert "took too long" in problems(bundle(tmp_path / "slow.xlsx", ACTUALS))[0]


def test_sheets_of_other_names_are_warned_of_and_two_of_one_name_refused(tmp_path: Path) -> None:
    path = craft(tmp_path / "more.xlsx", {"actuals": ACTUALS, "Actuals ": ACTUALS, "notes": ACTUALS})
    assert any("more.xlsx[Actuals ]: two sheets of one name" in line for line in problems(path))


def test_an_empty_sheet_has_no_header(tmp_path: Path) -> None:
    path = bundle(tmp_path / "empty.xlsx", sheet())
    assert problems(path)[0].startswith("empty.xlsx[actuals]:1: the file has no header row")
