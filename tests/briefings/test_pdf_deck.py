"""The PDF of a deck: a page for each slide, found by bookmarks, read aloud, and nothing of the notes on the slides."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.briefings import decks
from tests.briefings.rendering import bookmarks, facts, ink, metadata, pages, text
from tests.serving import ROOT
from tracker.briefings.deck.contents import Deck
from tracker.briefings.paper import typesetting
from tracker.briefings.paper.pdf import pdf_bytes
from tracker.errors import TrackerError
from tracker.language import current_language

NOTED = 2
"""How many slides of the sample have notes."""


@pytest.fixture(scope="module", params=["en", "zh"])
def deck(request: pytest.FixtureRequest) -> Deck:
    return decks.sample(request.param)


@pytest.fixture(scope="module")
def pdf(deck: Deck) -> bytes:
    return pdf_bytes(deck)


def test_every_slide_has_a_page_of_16_to_9_and_the_notes_one_at_the_end(pdf: bytes, deck: Deck, tmp_path: Path) -> None:
    drawn = pages(pdf, tmp_path)
    assert len(drawn) == len(deck.slides) + 1
    assert all(round(page.width / page.height, 2) == 1.78 for page in drawn)
    assert min(ink(page) for page in drawn) > 0.004


def test_the_bookmarks_are_the_titles(pdf: bytes, deck: Deck, tmp_path: Path) -> None:
    titles = bookmarks(pdf, tmp_path)
    assert titles[: len(deck.slides)] == [slide.title for slide in deck.slides]
    assert len(titles) == len(deck.slides) + 1 + NOTED


def test_each_page_says_its_title_its_source_and_what_was_known(pdf: bytes, deck: Deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        said = text(pdf, number, number).replace(" ", "")
        assert slide.title.replace(" ", "") in said
        assert deck.known.replace(" ", "") in said
        assert not slide.source or "27Jul2022" in said


def test_the_numbers_of_a_chart_can_be_found_and_copied(pdf: bytes, deck: Deck) -> None:
    place = [slide.key for slide in deck.slides].index("shenyang_supposed") + 1
    said = text(pdf, place, place)
    assert "786" in said
    assert "1390" in said.replace(",", "")


def test_notes_stand_in_the_annex_alone(pdf: bytes, deck: Deck) -> None:
    said = text(pdf).replace(" ", "")
    assert said.count("Pausehere;askwhoreports.") == 1
    assert "Pausehere" not in text(pdf, 1, len(deck.slides)).replace(" ", "")


def test_without_notes_there_is_no_annex() -> None:
    deck = decks.only("shenyang")
    assert facts(pdf_bytes(deck))["Pages"] == "1"


def test_the_file_says_what_it_is_and_that_all_can_read_it(pdf: bytes, deck: Deck) -> None:
    properties = facts(pdf)
    assert properties["Title"] == deck.title
    assert properties["Author"] == deck.made_from
    assert properties["Tagged"] == "yes"
    assert "<pdfuaid:part>1" in metadata(pdf).replace('pdfuaid:part="1"', "<pdfuaid:part>1")
    assert (b"(zh-CN)" if deck.language == "zh" else b"(en-GB)") in pdf


def test_chinese_is_set_in_chinese_forms(pdf: bytes, deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "deck.pdf").write_bytes(pdf)
    output = subprocess.run(["pdffonts", str(tmp_path / "deck.pdf")], capture_output=True, text=True, check=True)
    assert ("NotoSansCJKsc-Bold" in output.stdout) or deck.language == "en"


def test_progress_is_told_and_the_caller_keeps_the_language() -> None:
    steps: list[tuple[int, int]] = []
    pdf_bytes(decks.only("shenyang", "china", language="zh"), on_slide=lambda done, count: steps.append((done, count)))
    assert steps == [(1, 2), (2, 2)]
    assert current_language() == "en"


def test_names_are_letters_and_never_code() -> None:
    title = '#panic("no") *bold* $x$ @ref <script> \\ // 🧿 \x07 "'
    deck = decks.only("shenyang")
    odd = replace(deck, title=title, slides=(replace(deck.slides[0], title=title, alt=title, notes=title),))
    said = text(pdf_bytes(odd))
    assert '#panic("no") *bold* $x$ @ref <script> \\ // □' in said


def test_a_deck_without_slides_is_refused() -> None:
    with pytest.raises(TrackerError, match="no slide"):
        pdf_bytes(replace(decks.sample(), slides=()))


def test_a_machine_without_chinese_fonts_says_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_families", lambda: frozenset({"Noto Sans"}))
    assert pdf_bytes(decks.only("shenyang")).startswith(b"%PDF")
    with pytest.raises(TrackerError, match="Noto Sans CJK"):
        pdf_bytes(decks.only("shenyang", language="zh"))


def test_letters_that_no_font_has_are_told_and_not_left_out() -> None:
    deck = decks.only("shenyang")
    with pytest.raises(TrackerError, match="could not be written"):
        pdf_bytes(replace(deck, title=deck.title, slides=(replace(deck.slides[0], notes="\U0001bffe"),)))


def test_typst_asks_for_nothing_of_the_network() -> None:
    for page in ("deck.typ", "document.typ"):
        source = (ROOT / "tracker" / "briefings" / "paper" / page).read_text(encoding="utf-8")
        assert "@preview" not in source
        assert "http" not in source
