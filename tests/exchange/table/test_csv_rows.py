"""CSV files come in several encodings and with several delimiters; what cannot be read is refused by its line."""

import csv
from pathlib import Path

import pytest

from tests.exchange.bundle_folders import folder, problems, read, warnings

CHINESE = "zone,name\nshenyang,沈阳市高新技术产业开发区\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_are_read_without_a_word(tmp_path: Path, codec: str) -> None:
    folder(tmp_path, zones=CHINESE.encode(codec))
    assert read(tmp_path)["zones"][0].name == "沈阳市高新技术产业开发区"
    assert warnings(tmp_path) == []


def test_gb18030_is_read_and_said_so(tmp_path: Path) -> None:
    folder(tmp_path, zones=CHINESE.encode("gb18030"))
    assert read(tmp_path)["zones"][0].name == "沈阳市高新技术产业开发区"
    assert warnings(tmp_path) == ["zones.csv: the file is not UTF-8; it was read as GB18030"]


@pytest.mark.parametrize("name", ["Größe", "Orléans", "Orlé ans", "Málaga–Cádiz", "Øresund", "5 °C"])
def test_windows_1252_is_read_and_said_so(tmp_path: Path, name: str) -> None:
    folder(tmp_path, zones=f"zone,name\nshenyang,{name}\n".encode("cp1252"))
    assert read(tmp_path)["zones"][0].name == name
    assert warnings(tmp_path)[0].startswith("zones.csv: the file is not UTF-8; it was read as Windows-1252; seen: ")


@pytest.mark.parametrize("name", ["A类", "±°"])
def test_what_may_be_written_in_two_encodings_is_asked_about(tmp_path: Path, name: str) -> None:
    content = f"zone,name\nshenyang,{name}\n".encode("gb18030" if name == "A类" else "cp1252")
    folder(tmp_path, zones=content)
    (told,) = (line for line in problems(tmp_path) if line.startswith("zones.csv"))
    assert told.startswith(
        "zones.csv:2: the file is not UTF-8, and may be written in two encodings; seen: windows-1252"
    )


@pytest.mark.parametrize(
    "text", ["某园区", "增速", "序号,指标名称", "一、创新：研发强度（%）", "①高新技术企业", "乙炔", "淦", "瓯海区"]
)
def test_chinese_words_are_told_from_western_ones(tmp_path: Path, text: str) -> None:
    folder(tmp_path, zones=f'zone,name\nshenyang,"{text}的统计数据"\n'.encode("gb18030"))
    assert read(tmp_path)["zones"][0].name == f"{text}的统计数据"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (CHINESE.encode() + b"dalian,\xff\n", "zones.csv:3: the file is neither UTF-8 nor GB18030"),
        (CHINESE.encode()[:-2], "zones.csv:2: the file is neither UTF-8 nor GB18030"),
        (CHINESE.encode("utf-16")[:-1], "zones.csv:2: the file is damaged UTF-16"),
        (CHINESE.encode("utf-16-le"), "zones.csv:1: a NUL byte is in the file"),
        (b"zone,name\nshenyang,a\0b\n", "zones.csv:2: a NUL byte is in the file"),
        (b"x" * 1_048_580 + b"\n\0", "zones.csv:2: a NUL byte is in the file"),
        (b"%PDF-1.7 and so on", "zones.csv: this is not a CSV file"),
        (b"PK\x03\x04 and so on", "zones.csv: this is not a CSV file"),
    ],
)
def test_what_is_no_readable_text_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (told,) = (line for line in problems(folder(tmp_path, zones=content)) if line.startswith("zones.csv"))
    assert told.startswith(said)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "zones.csv").write_bytes(b"")
    assert problems(tmp_path)[0].startswith("zones.csv: the file is empty; seen: 0 bytes")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_comma_semicolon_and_tab_are_recognised(tmp_path: Path, delimiter: str) -> None:
    rows = [["zone", "name", "aliases"], ["shenyang", "Shenyang", "a;b"], ["dalian", 'x, "y"', ""]]
    with (folder(tmp_path) / "zones.csv").open("w", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    assert [(zone.name, zone.aliases) for zone in read(tmp_path)["zones"]] == [("Shenyang", ("a", "b")), ('x, "y"', ())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('zone,name\nshenyang,"S\nb,B\nc,C\n', "zones.csv:2: a quote is opened in this row and never closed"),
        ('zone,name\nshenyang,"S"x\n', "zones.csv:2: text stands beside a quoted cell"),
        (f"zone,name\nshenyang,{'x' * 200_000}\n", "zones.csv:2: a cell of this row is too long"),
    ],
)
def test_quotes_are_taken_strictly(tmp_path: Path, text: str, said: str) -> None:
    assert problems(folder(tmp_path, zones=text))[0].startswith(said)


def test_lines_are_counted_as_they_stand_in_the_file(tmp_path: Path) -> None:
    sources = 'source,title,note\na,A,"one\ntwo\nthree"\n\n,,\nb,B,x,y\n'
    assert problems(folder(tmp_path, sources=sources))[0].startswith("sources.csv:7: the row has more cells")
    sound = 'source,title,note\r\na,A,"one\r\ntwo"\r\n'
    assert read(folder(tmp_path, sources=sound))["sources"][0].note == "one\ntwo"
