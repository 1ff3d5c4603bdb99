"""Files made of a store whose every text tries to be code: it is read in them as typed, and none of it is code."""

import io
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from defusedxml import ElementTree as Defused
from openpyxl import load_workbook

from tests import hostile
from tests.briefings.rendering import text as text_of_pdf
from tests.hostile import PIECES, YEAR
from tracker.briefings.deck.compose import deck_of
from tracker.briefings.files import deck_files, midterm_files
from tracker.domain.people.roles import Person, Role
from tracker.domain.slides.slide_sets import SlideSet
from tracker.services.bundles.bundle_transfer import export_bundle
from tracker.services.downloads import csv_bytes
from tracker.services.downloads import xlsx_bytes as table_as_workbook
from tracker.services.history.event_list import HistoryFilters, history_frame
from tracker.services.plan.goal_figures import download_frame
from tracker.services.plan.plan_sheet import about_plan, plan_sheet
from tracker.services.round.round_workbook import round_form
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, open_store

LOOK = ViewSettings(YEAR)
#: What the texts would have become in a file of XML.
CODE = {"script", "hlinkClick", "hyperlink", "f", "a"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, SlideSet]]:
    folder = tmp_path_factory.mktemp("hostile")
    store = open_store(f"sqlite:///{folder / 'tracker.db'}", create=True)
    yield store, hostile.fill(store, folder / "bundle")
    store.close()


def _deck(kind: str) -> Callable[[Store, SlideSet], bytes]:
    return lambda store, one: deck_files(lambda: deck_of(store, one))[kind].write(lambda *_progress: None).content


def _report(kind: str) -> Callable[[Store, SlideSet], bytes]:
    return lambda store, _one: midterm_files(store, "park-plan", LOOK)[kind].write(lambda *_progress: None).content


def _frame(store: Store, _one: SlideSet) -> bytes:
    return csv_bytes(download_frame(plan_sheet(store, "park-plan", LOOK).measured))


def _table(store: Store, _one: SlideSet) -> bytes:
    sheet = plan_sheet(store, "park-plan", LOOK)
    return table_as_workbook(download_frame(sheet.measured), "Plan", about_plan(sheet, store.clock()))


def _history(store: Store, _one: SlideSet) -> bytes:
    administrator = Person(account="administrator", name="", role=Role.ADMINISTRATOR)
    return csv_bytes(history_frame(store, administrator, HistoryFilters()))


def _form(store: Store, _one: SlideSet) -> bytes:
    official = Person(account="official", name="", role=Role.OFFICIAL, zones=frozenset({"park"}))
    return round_form(store, official, "park", YEAR).content


def _parts(content: bytes) -> dict[str, ET.Element]:
    """Return the XML of a file that is an archive, or is one picture."""
    if not content.startswith(b"PK"):
        return {"": Defused.fromstring(content)}
    with ZipFile(io.BytesIO(content)) as archive:
        named = {name: archive.read(name) for name in archive.namelist()}
    return {name: Defused.fromstring(part) for name, part in named.items() if re.search(r"\.(xml|rels|svg)$", name)}


def _letters(text: str) -> str:
    """Return a text without the places where lines were broken."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(_deck("pptx"), id="slides as PowerPoint"),
        pytest.param(_deck("xlsx"), id="slides as Excel"),
        pytest.param(_deck("svg"), id="slides as pictures"),
        pytest.param(_report("midterm-docx"), id="report as Word"),
        pytest.param(_table, id="a plan's table as Excel"),
        pytest.param(_form, id="a round's form as Excel"),
    ],
)
def test_a_file_of_xml_has_the_letters_and_no_code(
    write: Callable[[Store, SlideSet], bytes], filled: tuple[Store, SlideSet]
) -> None:
    parts = _parts(write(*filled))
    said = _letters("".join("".join(part.itertext()) for part in parts.values()))
    assert [piece for piece in PIECES if piece not in said] == []
    elements = [(name, element) for name, part in parts.items() for element in part.iter()]
    for name, element in elements:
        kind = str(element.tag).rpartition("}")[2]
        assert kind not in CODE or not any(piece in "".join(element.itertext()) for piece in PIECES), (name, kind)
        links = [value for place, value in element.attrib.items() if place.rpartition("}")[2] in ("href", "Target")]
        assert not any("javascript" in link or "alert" in link for link in links), (name, links)


@pytest.mark.parametrize("kind", ["pdf", "midterm-pdf"])
def test_a_pdf_has_the_letters(kind: str, filled: tuple[Store, SlideSet]) -> None:
    content = (_report if kind.startswith("midterm") else _deck)(kind)(*filled)
    said = _letters(text_of_pdf(content))
    assert [piece for piece in PIECES if piece not in said] == []
    assert b"/JavaScript" not in content


class _Page(HTMLParser):
    """The elements of a page with their addresses, and its letters."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.letters = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep letters."""
        self.letters += data


def test_slides_as_a_page_have_the_letters_and_no_code(filled: tuple[Store, SlideSet]) -> None:
    page = _Page(_deck("html")(*filled).decode())
    assert [piece for piece in PIECES if piece not in _letters(page.letters)] == []
    assert "script" not in {kind for kind, _more in page.elements}
    links = [value or "" for _kind, more in page.elements for name, value in more.items() if name in ("href", "src")]
    assert not any("javascript" in value for value in links)
    assert not any(name.startswith("on") for _kind, more in page.elements for name in more)


@pytest.mark.parametrize("write", [_frame, _history], ids=["a plan's table", "the history"])
def test_a_table_has_the_letters(write: Callable[[Store, SlideSet], bytes], filled: tuple[Store, SlideSet]) -> None:
    said = write(*filled).decode("utf-8-sig")
    assert [piece for piece in PIECES if piece not in said] == []


def test_a_bundle_gives_back_what_was_typed(filled: tuple[Store, SlideSet], tmp_path: Path) -> None:
    export_bundle(filled[0], tmp_path / "bundle")
    for kind in ("zones", "sources", "indicators", "plans", "goals", "actuals"):
        assert hostile.TEXT in (tmp_path / "bundle" / f"{kind}.csv").read_text(encoding="utf-8")


def test_no_cell_of_a_workbook_is_a_formula(filled: tuple[Store, SlideSet]) -> None:
    for write in (_deck("xlsx"), _table, _form):
        book = load_workbook(io.BytesIO(write(*filled)))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" and any(piece in str(cell.value) for piece in PIECES) for cell in cells)
        assert not any(cell.hyperlink and "javascript" in (cell.hyperlink.target or "") for cell in cells)
