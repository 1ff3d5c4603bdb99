"""Nothing of a table is taken for the value of the year that is something else, and what is left has its reason."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.services.round.office_tables import TABLES
from tracker.domain.tables.decimal_signs import DecimalSign
from tracker.domain.tables.periods import SpanYear
from tracker.domain.vocabulary import Certainty
from tracker.errors import NotFoundError, RefusedInputError
from tracker.services.round.table_values import FileChoices, TableValues, table_values, value_lines, value_rows
from tracker.store import Store


def read(store: Store, path: Path, content: bytes | str, choices: FileChoices | None = None) -> TableValues:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return table_values(store, path, "park", 2024, choices or FileChoices())


def taken(values: TableValues) -> dict[str, float]:
    return {row["indicator"]: row["value"] for row in value_rows(values) if "why" not in row}


def test_tables_of_offices_give_the_values_of_the_year_alone(round_store: Store, tmp_path: Path) -> None:
    values = {table.name: read(round_store, tmp_path / table.name, table.content) for table in TABLES}
    assert {name: taken(found) for name, found in values.items()} == {table.name: table.taken for table in TABLES}
    for table in TABLES:
        reasons = [cell.why for cell in values[table.name].left]
        missing = [words for words in table.reasons if not any(words in reason for reason in reasons)]
        assert (table.name, missing) == (table.name, [])


def test_the_rows_are_those_that_other_programs_rely_on(round_store: Store, tmp_path: Path) -> None:
    values = read(
        round_store, tmp_path / "t.csv", "Indicator,2023,2024\nR&D share,1.60,1.72 p\nPlace among parks,25,18-25\n"
    )
    assert list(value_rows(values)) == [
        {
            "cell": "C2",
            "indicator": "rd",
            "value": 1.72,
            "value_high": None,
            "qualifier": "exact",
            "unit": "%",
            "status": "provisional",
            "flag": "p",
            "year": 2024,
            "zone": "park",
            "doubts": [],
            "seen": "1.72 p",
        },
        {
            "cell": "C3",
            "indicator": "place",
            "value": 18,
            "value_high": 25,
            "qualifier": "between",
            "unit": "rank",
            "status": "final",
            "flag": None,
            "year": 2024,
            "zone": "park",
            "doubts": [],
            "seen": "18-25",
        },
        {"cell": "B2", "seen": "2023: 1.60", "why": "another year: 2023"},
        {"cell": "B3", "seen": "2023: 25", "why": "another year: 2023"},
    ]
    assert next(value_lines(values)) == "C2: rd 2024: 1.72 %"


def test_a_person_may_say_what_a_file_does_not(round_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    fiscal = "Indicator,2022/23,2023/24,2024/25\nHigh-tech firms,121,130,142\n"
    assert taken(read(round_store, path, fiscal, FileChoices(span=SpanYear.FIRST))) == {"firms": 142}
    assert taken(read(round_store, path, fiscal, FileChoices(span=SpanYear.LAST))) == {"firms": 130}
    comma = "Indicator;2024\nOutput;1,142\n"
    assert taken(read(round_store, path, comma, FileChoices(sign=DecimalSign.COMMA))) == {"output": 1.142}
    assert taken(read(round_store, path, comma, FileChoices(sign=DecimalSign.POINT))) == {"output": 1142}
    cyrillic = "Показатель,2024\nOutput,165.2\n".encode("cp1251")
    with pytest.raises(RefusedInputError, match="its encoding named"):
        read(round_store, path, cyrillic)
    assert taken(read(round_store, path, cyrillic, FileChoices(encoding="windows-1251"))) == {"output": 165.2}


def test_flags_and_remarks_are_kept_or_doubted(round_store: Store, tmp_path: Path) -> None:
    text = (
        "Indicator,2024,Flag,Note\nOutput,165.2,e,\nHigh-tech firms,142,b,January-September only\nR&D share,1.7 f,,\n"
    )
    values = read(round_store, tmp_path / "t.csv", text)
    output, firms = values.taken
    assert (output.flag, output.actual.status) == ("e", Certainty.ESTIMATED)
    assert (firms.flag, firms.actual.status) == ("b", Certainty.FINAL)
    assert any("a part of a year" in doubt.wrong for doubt in firms.doubts)
    assert [cell.why for cell in values.left] == ["a forecast, no actual"]


def test_a_row_of_a_part_alone_is_doubted(round_store: Store, tmp_path: Path) -> None:
    values = read(round_store, tmp_path / "t.csv", "Indicator,Sex,2024\nR&D share,Female,1.72\n")
    (cell,) = values.taken
    assert [(doubt.wrong, doubt.seen) for doubt in cell.doubts] == [
        ("its heading or row says more than its name", "Sex: Female")
    ]


def test_an_unknown_zone_and_file_are_told(round_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        table_values(round_store, tmp_path / "t.csv", "nowhere", 2024, FileChoices())
    with pytest.raises(RefusedInputError, match="no file"):
        table_values(round_store, tmp_path / "t.csv", "park", 2024, FileChoices())
    (tmp_path / "t.doc").write_text("x")
    with pytest.raises(RefusedInputError, match="kind of file"):
        table_values(round_store, tmp_path / "t.doc", "park", 2024, FileChoices())


@pytest.mark.parametrize(
    "content",
    [
        "指标,2024年\n产值（亿美元）,12\n",
        "指标,2024年（亿美元）\n产值,12\n",
        "单位：亿美元,\n指标,2024年\n产值,12\n",
        "指标,单位,2024年\n产值,亿美元,12\n",
        "Indicator,2024\nOutput (USD bn),12\n",
    ],
)
def test_money_of_another_country_is_never_taken_for_yuan(round_store: Store, tmp_path: Path, content: str) -> None:
    values = read(round_store, tmp_path / "t.csv", content)
    assert taken(values) == {}
    assert any("another unit" in cell.why for cell in values.left)


def test_a_formula_without_a_saved_value_is_told(round_store: Store, tmp_path: Path) -> None:
    book, buffer = Workbook(), BytesIO()
    for row in (["Indicator", "2024"], ["R&D share", 1.72], ["High-tech firms", "=100+42"]):
        book.worksheets[0].append(row)
    book.save(buffer)
    values = read(round_store, tmp_path / "t.xlsx", buffer.getvalue())
    assert taken(values) == {"rd": 1.72}
    assert [(cell.address, cell.seen) for cell in values.left] == [("B3", "=100+42")]
