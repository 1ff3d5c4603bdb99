"""What is measured of a goal stands with the same number, rounded once, on the screen and in every file."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from html import unescape

import docx
import openpyxl
import pptx
import pytest

from tests.briefings.rendering import text
from tracker.briefings.deck.compose import deck_of
from tracker.briefings.deck.contents import Deck
from tracker.briefings.midterm.report import midterm_report
from tracker.briefings.paper.docx_document import document_docx
from tracker.briefings.paper.pdf import pdf_bytes
from tracker.briefings.pptx.presentation import pptx_bytes
from tracker.briefings.web.page import html_bytes
from tracker.briefings.xlsx.deck_workbook import xlsx_bytes as deck_workbook
from tracker.charts import as_svg
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.goal_numbers import measured_ends, style_of
from tracker.domain.explaining.measured_words import measured_and_when, measured_words
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.slides.slide_sets import Origin, SlideKind, kind_of, subject_of
from tracker.language import gettext, speak
from tracker.services import stores
from tracker.services.downloads import csv_bytes, xlsx_bytes
from tracker.services.plan.goal_figures import download_frame, number_forms
from tracker.services.plan.plan_sheet import plan_sheet
from tracker.services.plan.plan_table import sheet_rows
from tracker.services.plan.status_lines import judged_goals, status_row
from tracker.services.slides.slide_sets import passing_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

LOOK = ViewSettings(2026)
# A number as it is printed, with the word that stands for a power of ten.
_NUMBER = re.compile(r"[\d,]*\d(?:\.\d+)?")
_SCALES = {"万亿": 12, "亿": 8, "万": 4, "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "million": 6, "thousand": 3}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = stores.make_store(f"sqlite:///{tmp_path_factory.mktemp('figures') / 'tracker.db'}")
    yield made
    made.close()


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


@pytest.fixture(scope="module")
def measured(store: Store, language: str) -> dict[str, list[GoalReport]]:
    """The goals of every shipped plan that something is measured of, by plan."""
    assert language
    plans = dict.fromkeys(judged.plan.plan for judged in judged_goals(store, LOOK))
    found = {plan: [*filter(_is_measured, plan_sheet(store, plan, LOOK).measured)] for plan in plans}
    return {plan: reports for plan, reports in found.items() if reports}


@pytest.fixture(scope="module")
def made(store: Store, measured: dict[str, list[GoalReport]]) -> dict[str, Deck]:
    """The slides of each plan."""
    return {plan: deck_of(store, passing_set(store, Origin.PLAN, (plan,), LOOK)) for plan in measured}


def _is_measured(report: GoalReport) -> bool:
    low, high = measured_ends(report.goal, report.verdict)
    return report.verdict.judged_year is not None and low is not None and low == high


def _rounded(report: GoalReport) -> Decimal:
    """Round the measured value once, from the assessment."""
    low, _high = measured_ends(report.goal, report.verdict)
    step = Decimal(1).scaleb(-style_of(report).places(low))
    return Decimal(repr(low)).quantize(step, ROUND_HALF_UP)


def _printed(report: GoalReport) -> str:
    """Return the digits that the measured value is printed with, checked against the value itself."""
    said = VerdictFacts.of(report).value
    found = _NUMBER.search(said)
    assert found, said
    rest = said[found.end() :].strip()
    power = next((power for word, power in _SCALES.items() if rest.startswith(word)), 0)
    own = next((power for word, power in _SCALES.items() if report.unit.startswith(word)), 0)
    number = Decimal(found[0].replace(",", "")).scaleb(power - (own if power else 0))
    assert number == abs(_rounded(report)), (report.goal.goal, said)
    return found[0]


def _everywhere(
    measured: dict[str, list[GoalReport]],
    read: Callable[[str], dict[str, str] | str],
    told: Callable[[GoalReport], str],
) -> None:
    """Hold what a file says of each goal, or as a whole, against what is measured."""
    for plan, reports in measured.items():
        said = read(plan)
        wrong = [
            (report.goal.goal, told(report))
            for report in reports
            if told(report) not in (said if isinstance(said, str) else said.get(report.indicator.name, ""))
        ]
        assert wrong == [], plan


def test_the_table_on_the_screen_says_each_value_rounded_once(measured: dict[str, list[GoalReport]]) -> None:
    for reports in measured.values():
        for report, row in zip(reports, sheet_rows(reports), strict=True):
            assert _printed(report) in row.latest, (report.goal.goal, row.latest)


def test_rows_for_programs_and_tables_to_take_away_round_to_it(
    store: Store, measured: dict[str, list[GoalReport]]
) -> None:
    rows = {row["goal"]: row for row in map(status_row, judged_goals(store, LOOK))}
    for reports in measured.values():
        frame = download_frame(reports)
        told = list(csv.reader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"))))
        sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(frame, "1", (), number_forms(reports)))).active
        place = told[0].index(gettext("Measured value"))
        for number, report in enumerate(reports, 1):
            figure = _rounded(report)
            step = Decimal(1).scaleb(figure.as_tuple().exponent)  # type: ignore[arg-type]
            cell = sheet.cell(number + 1, place + 1)
            for value in (told[number][place], cell.value, rows[report.goal.goal]["measured_value"]):
                assert Decimal(str(value)).quantize(step, ROUND_HALF_UP) == figure, report.goal.goal
            decimals = len(cell.number_format.partition(";")[0].partition(".")[2])
            assert decimals == max(0, -int(figure.as_tuple().exponent)), report.goal.goal
            assert measured_and_when(VerdictFacts.of(report)) in told[number]


def test_the_workbook_of_a_deck_has_every_goal_on_its_first_sheet(
    measured: dict[str, list[GoalReport]], made: dict[str, Deck]
) -> None:
    for plan, reports in measured.items():
        page = openpyxl.load_workbook(io.BytesIO(deck_workbook(made[plan]))).worksheets[0]
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        said = {measured_and_when(VerdictFacts.of(report)) for report in reports}
        assert said <= {cell for row in rows for cell in row}, plan
        assert page.freeze_panes == "B6"
        assert page.auto_filter.ref


def test_the_web_page_says_it_in_the_table_of_the_rows_and_of_the_goal(
    measured: dict[str, list[GoalReport]], made: dict[str, Deck]
) -> None:
    _everywhere(measured, lambda plan: _words(html_bytes(made[plan]).decode()), _printed)
    _everywhere(measured, lambda plan: _words(html_bytes(made[plan]).decode()), _in_alt)


def _in_alt(report: GoalReport) -> str:
    return measured_and_when(VerdictFacts.of(report)) if report.points else ""


def _words(page: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", page))


def test_the_pictures_say_it_among_the_rows(measured: dict[str, list[GoalReport]], made: dict[str, Deck]) -> None:
    def read(plan: str) -> str:
        return _words(" ".join(as_svg(slide.scene()) for slide in made[plan].slides))

    _everywhere(measured, read, _printed)


def test_the_presentation_says_it_and_its_charts_hold_it(
    measured: dict[str, list[GoalReport]], made: dict[str, Deck]
) -> None:
    for plan, reports in measured.items():
        shown = pptx.Presentation(io.BytesIO(pptx_bytes(made[plan])))
        by_key = dict(zip((slide.key for slide in made[plan].slides), shown.slides, strict=True))
        said = " ".join(slide.notes_slide.notes_text_frame.text for slide in shown.slides)
        goals = {subject_of(key): slide for key, slide in by_key.items() if kind_of(key) is SlideKind.GOAL}
        for report in reports:
            assert _printed(report) in said, report.goal.goal
            if report.goal.goal in goals and not report.own_points:
                assert float(_rounded(report)) in _charted(goals[report.goal.goal]), report.goal.goal


def _charted(slide: object) -> list[float]:
    """Return every number in a slide's charts, as rounded as it is in the file."""
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]  # type: ignore[attr-defined]
    return [value for chart in charts for plot in chart.plots for series in plot.series for value in series.values]


def test_the_report_says_it_in_words_in_its_tables(store: Store, measured: dict[str, list[GoalReport]]) -> None:
    for plan, reports in measured.items():
        document = docx.Document(io.BytesIO(document_docx(midterm_report(store, plan, LOOK))))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        for report in reports:
            said = measured_words(VerdictFacts.of(report))
            assert any(cell.startswith(said) for cell in cells), (report.goal.goal, said)


@pytest.mark.slow
def test_the_pdf_says_it_among_the_rows(measured: dict[str, list[GoalReport]], made: dict[str, Deck]) -> None:
    _everywhere(measured, lambda plan: text(pdf_bytes(made[plan])), _printed)
