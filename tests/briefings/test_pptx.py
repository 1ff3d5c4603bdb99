"""A deck as a presentation: whole titles, notes, alt text, and charts that hold the report's own numbers."""

import io
import zipfile
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_TICK_LABEL_POSITION
from pptx.util import Emu

from tests.briefings import decks
from tests.charts import examples
from tracker.briefings.deck.contents import Deck
from tracker.briefings.pptx.presentation import pptx_bytes
from tracker.charts import GoalOverTime


def opened(deck: Deck) -> Any:
    return Presentation(io.BytesIO(pptx_bytes(deck)))


def charts(page: Any) -> list[Any]:
    return [shape.chart for shape in page.shapes if shape.has_chart]


def values(page: Any) -> dict[str, list[float | None]]:
    return {
        series.name: list(series.values) for chart in charts(page) for plot in chart.plots for series in plot.series
    }


def words(page: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_slide_bears_its_whole_title_its_notes_and_the_line_it_was_seen_by(language: str) -> None:
    deck = decks.sample(language)
    pages = opened(deck).slides
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        assert page.shapes.title.text_frame.text == slide.title
        assert deck.known in words(page)
        assert slide.source in words(page)
        assert slide.notes in page.notes_slide.notes_text_frame.text
        assert slide.alt in page.notes_slide.notes_text_frame.text


def test_a_title_of_any_length_is_kept_whole_in_letters_that_fit() -> None:
    deck = decks.only("jinpu")
    long = "What the zone has promised and what it has reported of it so far, year by year " * 4
    page = opened(replace(deck, slides=(replace(deck.slides[0], title=long.strip()),))).slides[0]
    title = page.shapes.title
    assert title.text_frame.text == long.strip()
    assert title.top + title.height < Emu(240 * 6350)


def test_every_chart_and_table_says_what_it_shows() -> None:
    deck = decks.sample()
    for page, slide in zip(opened(deck).slides, deck.slides, strict=True):
        descriptions = [element.get("descr") for element in page.shapes._spTree.xpath(".//p:cNvPr[@descr]")]
        assert slide.alt in descriptions


def test_the_chart_holds_the_reports_numbers() -> None:
    numbers = values(opened(decks.only("china")).slides[0])
    report = examples.china()
    assert numbers["actual"] == [point.low for point in report.points]
    assert numbers["path"][:6] == [round(value, 2) for _year, value in report.path]
    assert numbers["goal"] == [None] * 5 + [2.5, None, None]


def test_the_years_are_named_one_by_one() -> None:
    chart = charts(opened(decks.only("shenyang")).slides[0])[0]
    assert list(chart.plots[0].categories) == ["2020", "2021", "2022", "2023"]


def test_the_workbook_inside_a_chart_holds_what_the_chart_shows() -> None:
    chart = charts(opened(decks.only("shenyang_supposed")).slides[0])[0]
    blob = chart.part.chart_workbook.xlsx_part.blob
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    column = rows[0].index("actual")
    assert [row[column] for row in rows[1:]] == [786, 1000, 1390, None]


def test_bounds_ranges_provisional_and_implied_values_are_named() -> None:
    page = opened(decks.only("bounds")).slides[0]
    labels = "".join(part.text for part in charts(page)[0].element.xpath(".//c:dLbl//a:t"))
    assert "over 100" in labels
    assert "80 to 95" in labels
    assert "provisional" in labels
    implied = charts(opened(decks.only("jinpu")).slides[0])[0]
    assert "implied" in "".join(part.text for part in implied.element.xpath(".//c:dLbl//a:t"))


def test_the_goal_is_a_solid_diamond_in_ink() -> None:
    chart = charts(opened(decks.only("shenyang")).slides[0])[0]
    goal = chart.element.xpath('.//c:ser[c:tx//c:v="goal"]')[0]
    assert goal.xpath("./c:marker/c:symbol/@val") == ["diamond"]
    assert goal.xpath("./c:marker/c:spPr/a:solidFill/a:srgbClr/@val") == ["1A2230"]


def test_a_goal_without_a_number_gets_none() -> None:
    page = opened(decks.only("milestone")).slides[0]
    assert charts(page) == []
    assert "milestone" in words(page)


def test_runs_name_their_language_and_the_fonts_of_both_scripts() -> None:
    for language, tag in (("en", "en-GB"), ("zh", "zh-CN")):
        page = opened(decks.only("shenyang", language=language)).slides[0]
        letters = page.shapes._spTree.xpath(".//a:rPr")
        assert {element.get("lang") for element in letters} == {tag}
        assert {element.xpath("./a:ea/@typeface")[0] for element in letters} == {"Microsoft YaHei"}


def test_no_text_breaks_the_file_or_runs_as_a_formula() -> None:
    deck = decks.only("shenyang")
    report = examples.shenyang()
    name = '=HYPERLINK("x") <b>&\x0b\x00\u202e\''
    report = replace(report, indicator=replace(report.indicator, name=name))
    slide = replace(deck.slides[0], title="\x01=1+1 & <i>", content=GoalOverTime(report=report), notes="\x02 n")
    page = opened(replace(deck, slides=(slide,))).slides[0]
    assert page.shapes.title.text_frame.text.strip() == "=1+1 & <i>"
    assert "<b>&" in words(page)


def test_no_text_lies_on_another_and_all_stand_on_the_slide() -> None:
    for language in ("en", "zh"):
        book = opened(decks.sample(language))
        for page in book.slides:
            texts = [shape for shape in page.shapes if shape.has_text_frame and shape.text_frame.text.strip()]
            for shape in texts:
                assert shape.left >= 0, shape.text_frame.text
                assert shape.left + shape.width <= book.slide_width, shape.text_frame.text
                assert shape.top + shape.height <= book.slide_height, shape.text_frame.text
            for one, other in combinations(texts, 2):
                assert not _overlap(one, other), (one.text_frame.text, other.text_frame.text)


def _overlap(shape: Any, other: Any) -> bool:
    pixel = 6350 * 3
    return bool(
        shape.left + pixel < other.left + other.width
        and other.left + pixel < shape.left + shape.width
        and shape.top + pixel < other.top + other.height
        and other.top + pixel < shape.top + shape.height
    )


def test_the_file_says_what_it_is() -> None:
    deck = decks.only("shenyang")
    about = opened(deck).core_properties
    assert about.title == deck.title
    assert about.author == deck.made_from
    assert about.created is not None
    assert about.created.isoformat() == "2024-07-31T16:00:00"


def test_the_same_deck_makes_the_same_file() -> None:
    deck = decks.only("bullets", "shenyang", "closing")
    assert pptx_bytes(deck) == pptx_bytes(deck)
    assert zipfile.ZipFile(io.BytesIO(pptx_bytes(deck))).testzip() is None


def test_progress_is_told_slide_by_slide() -> None:
    steps: list[tuple[int, int]] = []
    pptx_bytes(decks.only("opening", "closing"), lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]


def test_places_are_marked_from_the_first_as_on_the_screen() -> None:
    page = opened(decks.only("rank")).slides[0]
    marks = {shape.text_frame.text for shape in page.shapes if shape.has_text_frame}
    assert {"1", "20"} <= marks
    assert "0" not in marks
    axes = charts(page)[0].value_axis
    assert axes.tick_label_position == XL_TICK_LABEL_POSITION.NONE
    assert not axes.has_major_gridlines
