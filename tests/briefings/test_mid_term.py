"""The mid-term report: goals in the order of Chinese evaluations, with reasons and arithmetic, on paper and in Word."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.briefings.plans import NOW, PLAN, YEAR, halfway
from tests.briefings.rendering import bookmarks, by_office, facts, ink, metadata, pages, text
from tests.services.conftest import write_bundle
from tests.shipped_rows import shipped_rows
from tracker.briefings.deck.contents import in_language
from tracker.briefings.midterm.report import midterm_report, written
from tracker.briefings.paper import typesetting
from tracker.briefings.paper.document import Document, Drawing, Grid, Heading, Listing, Paragraph
from tracker.briefings.paper.docx_document import document_docx
from tracker.briefings.paper.pdf import document_pdf
from tracker.domain.statuses import (
    GROUP_OF,
    Group,
    Progress,
    Rule,
    Status,
    progress_meaning,
    progress_of,
    progress_word,
)
from tracker.errors import NotFoundError, TrackerError
from tracker.services import stores
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.plan.mid_term import MidTerm, mid_term
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, open_store

_CLASSES = [
    "Achieved ahead of time",
    "Achieved",
    "Faster than expected",
    "As expected",
    "Behind expectations",
    "Cannot be judged yet",
]
_PARTS = ["Summary", "How the goals stand", "Milestones", "How goals were judged", "Sources"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("halfway")
    made = open_store(f"sqlite:///{folder / 'tracker.db'}", create=True)
    import_bundle(made, write_bundle(folder / "bundle", halfway()), who="a planner")
    yield made
    made.close()


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def report(store: Store, language: str) -> Document:
    return in_language(language, lambda: written(mid_term(store, PLAN, ViewSettings(YEAR)), NOW))


@pytest.fixture(scope="module")
def evaluation(store: Store) -> MidTerm:
    return mid_term(store, PLAN, ViewSettings(YEAR))


def _headings(report: Document, level: int) -> list[str]:
    return [block.text for block in report.blocks if isinstance(block, Heading) and block.level == level]


def _grids(report: Document) -> list[Grid]:
    return [block for block in report.blocks if isinstance(block, Grid)]


def _texts(report: Document) -> str:
    return "\n".join(f"{block.lead}: {block.text}" for block in report.blocks if isinstance(block, Paragraph))


@pytest.fixture
def english(store: Store) -> Document:
    return written(mid_term(store, PLAN, ViewSettings(YEAR)), NOW)


def test_every_status_has_its_class() -> None:
    assert {progress_of(status) for status in Status} == set(Progress)
    assert all(
        (progress_of(status) is Progress.NO_VERDICT) == (GROUP_OF[status] is Group.NO_VERDICT) for status in Status
    )
    assert progress_of(Status.MISSED) is progress_of(Status.BEHIND) is Progress.LAGGING
    assert (
        len({progress_word(progress) for progress in Progress} | {progress_meaning(progress) for progress in Progress})
        == 12
    )


def test_goals_stand_in_the_order_of_chinese_evaluations_binding_ones_first(evaluation: MidTerm) -> None:
    by_class = {
        progress: [report.indicator.indicator for report in reports] for progress, reports in evaluation.classes.items()
    }
    assert list(by_class) == list(Progress)
    assert by_class == {
        Progress.MET_EARLY: ["patents"],
        Progress.MET: ["water", "centre"],
        Progress.AHEAD: ["firms"],
        Progress.AS_EXPECTED: ["metro", "income"],
        Progress.LAGGING: ["forest", "energy"],
        Progress.NO_VERDICT: ["beds", "turnover"],
    }


def test_the_report_has_its_parts_in_order(english: Document) -> None:
    assert _headings(english, 1) == [*_PARTS, "Annex: the arithmetic of each goal"]
    assert _headings(english, 2)[:6] == _CLASSES
    assert english.title == "Mid-term report: 14th Five-Year Plan"


def test_the_summary_counts_every_goal_once(english: Document) -> None:
    rows = _grids(english)[0].rows
    assert rows == (
        ("Achieved ahead of time", "1", "0", "0"),
        ("Achieved", "2", "0", "1"),
        ("Faster than expected", "1", "0", "0"),
        ("As expected", "2", "1", "1"),
        ("Behind expectations", "2", "2", "0"),
        ("Cannot be judged yet", "2", "0", "0"),
    )
    said = _texts(english)
    assert "The plan has 10 goals. Of 8 goals that can be judged, 6 are achieved or as expected, 2 behind that." in said
    assert "2 goals cannot be judged yet." in said
    assert "Binding goals behind expectations: Forest cover and Energy use per unit of GDP." in said


def test_a_row_says_what_is_asked_where_it_stands_and_what_is_left(english: Document) -> None:
    rows = {row[0]: row[1:] for grid in _grids(english) for row in grid.rows if len(grid.heads) == 8}
    assert rows["Forest cover (binding)"] == (
        "45% by 2025",
        "40% (2020)",
        "41.5% (2023)",
        "30% / 60%",
        "3.5 points short",
        "+1.75 points",
        "▼ Far behind",
    )
    assert rows["Invention patents granted"][-3:] == ("reached", "–", "✔ Met early")


def test_what_lags_says_why_what_is_missing_and_who_can_act(english: Document) -> None:
    said = next(line for line in _texts(english).splitlines() if line.startswith("Forest cover"))
    assert "30% ÷ 60% = 0.5, under 0.60: far behind." in said
    assert "Gap: 3.5 points short. Needed until 2025: +1.75 points a year; reached so far: +0.5 points a year." in said
    assert "Who can act: Shenyang." in said


def test_what_cannot_be_judged_says_what_is_missing_and_from_whom(english: Document) -> None:
    missing = next(grid for grid in _grids(english) if grid.heads[0] == "What is missing")
    assert "care places per thousand elderly" in missing.rows[0][0].casefold()
    assert missing.rows[0][1] == "The statistics office of Shenyang"


def test_the_rule_that_judged_is_named_first(store: Store) -> None:
    report = written(mid_term(store, PLAN, ViewSettings(YEAR, rule=Rule.COMPOUND)), NOW)
    rules = next(block for block in report.blocks if isinstance(block, Listing))
    assert rules.items[0].startswith("Compound rule")
    assert len(rules.items) == 3
    assert "judged by: Compound rule" in report.known


def test_every_document_is_named_once(english: Document) -> None:
    listed = [block for block in english.blocks if isinstance(block, Listing)][-1]
    assert listed.items == (
        "Outline of the plan, People's Congress, 1 March 2021",
        "Statistical yearbook, Statistics Bureau, 1 August 2023",
    )


def test_the_annex_works_out_each_goal_and_draws_it(english: Document) -> None:
    annex = english.blocks[
        english.blocks.index(next(b for b in english.blocks if isinstance(b, Heading) and b.new_page)) :
    ]
    assert len([block for block in annex if isinstance(block, Heading) and block.level == 2]) == 8
    drawn = [block for block in annex if isinstance(block, Drawing)]
    assert len(drawn) == 7
    assert all(block.alt for block in drawn)
    steps = {row[0]: row[1:] for block in annex if isinstance(block, Grid) for row in block.rows if "45%" in row[1]}
    assert steps["Gap"] == ("45% − 41.5%, what is left to the target", "+3.5 points")


def test_the_pdf_has_every_part_bookmarked_and_no_empty_page(report: Document, tmp_path: Path) -> None:
    pdf = document_pdf(report)
    drawn = pages(pdf, tmp_path)
    assert all(round(page.height / page.width, 2) == 1.41 for page in drawn)
    assert min(ink(page) for page in drawn) > 0.004
    assert bookmarks(pdf, tmp_path) == [block.text for block in report.blocks if isinstance(block, Heading)]
    assert facts(pdf)["Title"] == report.title
    assert "pdfuaid" in metadata(pdf)
    said = text(pdf).replace(" ", "").replace(",", "")
    assert all(number in said for number in ("41.5%", "1950", "520"))


def test_the_word_file_has_headings_in_order_and_no_empty_page(report: Document, tmp_path: Path) -> None:
    made = document_docx(report)
    book = docx.Document(io.BytesIO(made))
    wanted = [(f"Heading {block.level}", block.text) for block in report.blocks if isinstance(block, Heading)]
    assert [
        (paragraph.style.name, paragraph.text)
        for paragraph in book.paragraphs
        if paragraph.style and paragraph.style.name in dict(wanted)
    ] == wanted
    printed = by_office(made, "docx", tmp_path)
    drawn = pages(printed, tmp_path)
    assert min(ink(page) for page in drawn) > 0.004
    said = text(printed).replace(" ", "")
    assert report.title.replace(" ", "") in said
    assert all(number in said.replace(",", "") for number in ("41.5%", "1950", "520"))


def test_the_word_file_can_be_read_aloud_and_keeps_its_heads(report: Document, language: str) -> None:
    book = docx.Document(io.BytesIO(document_docx(report)))
    assert len(book.tables) == len(_grids(report))
    for table in book.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    pictures = [shape._inline.docPr.get("descr") for shape in book.inline_shapes]
    assert pictures == [block.alt for block in report.blocks if isinstance(block, Drawing)]
    letters = book.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    assert letters.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "Microsoft YaHei"
    assert letters.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert book.core_properties.language == language
    fields = [field.get(qn("w:instr")) for field in book.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_numbered_lists_of_a_word_file_begin_at_one(english: Document) -> None:
    book = docx.Document(io.BytesIO(document_docx(english)))
    listed = [
        paragraph._p for paragraph in book.paragraphs if paragraph.style and paragraph.style.name == "List Number"
    ]
    lists = {number.get(qn("w:val")) for paragraph in listed for number in paragraph.iter(qn("w:numId"))}
    assert len(lists) == len([block for block in english.blocks if isinstance(block, Listing)])


def test_names_are_letters_in_both_files(english: Document) -> None:
    odd = '#panic("no") *bold* <w:p> & 沈阳 \x07'
    small = replace(english, title=odd, blocks=(Heading(text=odd), Paragraph(text=odd, lead=odd)))
    assert '#panic("no") *bold* <w:p> & 沈阳' in text(document_pdf(small))
    assert (
        docx.Document(io.BytesIO(document_docx(small)))
        .paragraphs[0]
        .text.startswith('#panic("no") *bold* <w:p> & 沈阳')
    )


def test_a_title_longer_than_a_property_holds_makes_a_file(english: Document) -> None:
    long = "名" * 300
    made = document_docx(replace(english, title=long, author=long, known=long))
    assert docx.Document(io.BytesIO(made)).core_properties.title == "名" * 254 + "…"


def test_a_machine_without_chinese_fonts_writes_no_empty_boxes(
    report: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "_families", lambda: frozenset({"Noto Sans"}))
    chinese = replace(report, blocks=(Drawing(svg="<svg><text>沈阳</text></svg>", alt="沈阳", size=(10, 10)),))
    for write in (document_pdf, document_docx):
        with pytest.raises(TrackerError, match="Noto Sans CJK"):
            write(chinese)


def test_a_plan_of_which_nothing_is_reported_says_so(tmp_path: Path) -> None:
    made = open_store(f"sqlite:///{tmp_path / 'tracker.db'}", create=True)
    silent = halfway(silent=True)
    import_bundle(made, write_bundle(tmp_path / "bundle", silent), who="a planner")
    report = midterm_report(made, PLAN, ViewSettings(YEAR))
    assert "Of 2 goals" not in _texts(report)
    assert "All 2 goals that can be judged are achieved or as expected. 8 goals cannot be judged yet." in _texts(report)
    assert facts(document_pdf(report))["Tagged"] == "yes"
    made.close()


def test_the_shipped_plans_have_reports(tmp_path: Path) -> None:
    made = stores.make_store(f"sqlite:///{tmp_path / 'tracker.db'}")
    china = midterm_report(made, "china-13th-five-year-plan", ViewSettings(2019, datetime.now(UTC)))
    count = sum(row["plan"] == "china-13th-five-year-plan" for row in shipped_rows("reference", "goals"))
    assert f"The plan has {count} goals." in _texts(china)
    jinpu = midterm_report(made, "jinpu-action-plan-2017-2019", ViewSettings(2019))
    assert "None can be judged yet, because nothing that a verdict needs has been reported." in _texts(jinpu)
    with pytest.raises(NotFoundError):
        midterm_report(made, "nowhere", ViewSettings(2019))
    made.close()
