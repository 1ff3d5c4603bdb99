"""A deck as a workbook: every goal in an overview, every slide with its numbers, and charts drawn from the cells."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl

from tests.briefings import decks
from tests.charts import examples
from tracker.briefings.deck.contents import Deck
from tracker.briefings.xlsx.deck_workbook import deck_reports, xlsx_bytes
from tracker.charts import GoalOverTime


def opened(deck: Deck) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(deck)))


def table(sheet: Any) -> list[dict[str, Any]]:
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if any(value is not None for value in row)]


def test_the_overview_has_a_row_for_every_goal_of_the_deck() -> None:
    deck = decks.sample()
    rows = table(opened(deck)["All goals"])
    assert len(rows) == len(deck_reports(deck))
    first = next(row for row in rows if row["Asked"] == "over 2,000")
    assert (first["Target"], first["Due"], first["Latest"]) == (2000, 2023, 786)
    assert first["Status"] == "○ Start value only · overdue"
    assert first["Rule"] == "Time rule"


def test_a_goals_sheet_has_its_years_in_numbers_and_in_words() -> None:
    rows = table(opened(decks.only("bounds")).worksheets[1])
    by_year = {row["Year"]: row for row in rows}
    assert by_year[2021]["Bound or range, from"] == 80
    assert by_year[2021]["Bound or range, to"] == 95
    assert by_year[2022]["Bound or range, to"] is None
    assert by_year[2022]["In words"] == "over 100"
    assert by_year[2023]["Actual"] == 112
    assert by_year[2023]["How settled"] == "provisional"
    assert by_year[2025]["Goal"] == 120
    assert by_year[2024]["Needed"] == examples.bounds().path[4][1]


def test_every_goal_with_numbers_has_a_native_chart_with_a_solid_diamond() -> None:
    deck = decks.many(3)
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(deck))) as files:
        charts = [files.read(name).decode() for name in files.namelist() if re.search(r"charts/chart\d+\.xml", name)]
    assert len(charts) == 3
    for chart in charts:
        goal = re.search(r'<c:symbol val="diamond"/>.*?</c:marker>', chart)
        assert goal is not None
        assert "1A2230" in goal[0]


def test_the_last_sheet_says_what_the_file_was_made_from_and_how_it_was_looked_at() -> None:
    deck = decks.sample()
    texts = [cell for row in opened(deck)["About"].iter_rows(values_only=True) for cell in row]
    assert deck.made_from in texts
    assert deck.known in texts
    assert any("China Daily" in str(text) for text in texts)


def test_no_text_runs_as_a_formula_and_no_name_breaks_a_sheet() -> None:
    deck = decks.only("shenyang")
    report = examples.shenyang()
    name = "=1+1 [x]:*?/\\ '\x00\x0b" + "long " * 20
    report = replace(report, indicator=replace(report.indicator, name=name))
    slides = tuple(
        replace(deck.slides[0], key=str(place), title="=2+2", content=GoalOverTime(report=report)) for place in range(2)
    )
    book = opened(replace(deck, slides=slides))
    assert len(book.worksheets) == 4
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    assert book.worksheets[1]["A1"].value == "=2+2"


def test_the_same_deck_makes_the_same_workbook() -> None:
    assert xlsx_bytes(decks.sample()) == xlsx_bytes(decks.sample())


def test_a_workbook_speaks_the_decks_language() -> None:
    assert opened(decks.only("shenyang", language="zh")).sheetnames[1].startswith("1 高新技术企业数量")


def test_progress_is_told_sheet_by_sheet() -> None:
    steps: list[tuple[int, int]] = []
    xlsx_bytes(decks.only("opening", "closing"), lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]


def test_every_line_of_a_sheet_is_broken_to_the_width_of_its_chart_and_has_its_height() -> None:
    deck = decks.only("bullets", "closing")
    long = "Source – The plan of a zone with many documents, China Daily; " * 12
    book = opened(replace(deck, slides=tuple(replace(slide, source=long) for slide in deck.slides)))
    for sheet in book.worksheets[1:-1]:
        assert sheet["A3"].value == long
        assert sheet["A3"].alignment.wrap_text
        assert any(str(merged).startswith("A3:") for merged in sheet.merged_cells.ranges)
        assert sheet.row_dimensions[3].height > 60
    asked = book.worksheets[-2]
    assert asked["B6"].alignment.wrap_text
    assert asked.row_dimensions[6].height > 30


def test_an_overview_too_wide_for_one_page_is_printed_over_two_with_its_names_on_both() -> None:
    overview = opened(decks.sample())["All goals"]
    assert overview.page_setup.fitToWidth == 2
    assert overview.print_title_cols == "$A:$A"


def test_a_chinese_workbook_counts_in_chinese_units() -> None:
    book = opened(decks.only("shenyang", language="zh"))
    assert "家" in [cell.value for row in book.worksheets[0].iter_rows() for cell in row]


def test_a_goal_without_a_year_and_an_actual_has_its_sheet_and_no_chart() -> None:
    slide = decks.only("turnover").slides[0]
    report = examples.EVERY["turnover"]()
    report = replace(report, goal=replace(report.goal, due=None), points=(), path=(), projection=None)
    deck = replace(decks.only("turnover"), slides=(replace(slide, content=GoalOverTime(report=report)),))
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(deck))) as files:
        assert not [name for name in files.namelist() if "charts/" in name]
    assert opened(deck).worksheets[1]["A1"].value == slide.title
