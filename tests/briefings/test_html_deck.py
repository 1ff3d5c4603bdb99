"""The web page of a deck: it runs nothing and asks for nothing, is read on any screen, and prints a slide a page."""

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.briefings import decks
from tests.briefings.rendering import ink, pages, text
from tracker.briefings.web.page import html_bytes
from tracker.charts import Theme, palette


class _Read(HTMLParser):
    """Every element with its attributes, and every text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, kind: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == kind]


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(language: str) -> bytes:
    return html_bytes(decks.sample(language))


def test_nothing_runs_and_nothing_is_asked_of_anyone(page: bytes) -> None:
    read = _Read(page)
    assert {"script", "iframe", "object", "embed", "link", "img", "base", "form"}.isdisjoint(
        kind for kind, _attributes in read.elements
    )
    links = [value for _kind, named in read.elements for key, value in named.items() if key.endswith(("href", "src"))]
    assert links
    assert all((value or "").startswith("#") for value in links)
    assert not [key for _kind, named in read.elements for key in named if key.startswith("on")]
    assert b"http" not in page.replace(b"http-equiv", b"")
    assert not re.search(rb"url\((?!#)|@import", page)


def test_every_id_is_there_once_and_every_link_leads_somewhere(page: bytes) -> None:
    read = _Read(page)
    ids = Counter(named["id"] for _kind, named in read.elements if "id" in named)
    assert set(ids.values()) == {1}
    assert {(named["href"] or "")[1:] for named in read.of("a")} <= set(ids)
    labels = [named[key] or "" for _kind, named in read.elements for key in ("aria-labelledby",) if key in named]
    assert {name for names in labels for name in names.split()} <= set(ids)


def test_every_slide_has_heading_figure_caption_and_numbers(page: bytes, language: str) -> None:
    deck, read = decks.sample(language), _Read(page)
    assert len(read.of("section")) == len(read.of("figcaption")) == len(read.of("details")) == len(deck.slides)
    assert len(read.of("svg")) == 2 * len(deck.slides)
    assert all(named["role"] == "img" and named["aria-labelledby"] for named in read.of("svg"))
    for slide in deck.slides:
        assert read.texts.count(slide.title) >= 2
        assert slide.alt in read.texts
    assert "Pause here; ask who reports." in read.texts


def test_the_page_says_its_language(page: bytes, language: str) -> None:
    assert _Read(page).of("html")[0]["lang"] == {"en": "en-GB", "zh": "zh-CN"}[language]


def test_the_numbers_are_the_ones_of_the_chart() -> None:
    read = _Read(html_bytes(decks.only("shenyang_supposed", "china-plans")))
    assert {"786", "1,390", "1,595", "2022", "13th Five-Year Plan"} <= set(read.texts)
    assert any("1,600" in text and "1,780" in text for text in read.texts)


def test_names_are_letters_and_never_markup() -> None:
    odd = '<script>alert(1)</script> & "quoted" <b>'
    deck = decks.only("shenyang")
    made = replace(
        deck, title=odd, made_from=odd, slides=(replace(deck.slides[0], title=odd, alt=odd, notes=odd, source=odd),)
    )
    read = _Read(html_bytes(made))
    assert not read.of("script")
    assert not read.of("b")
    assert read.texts.count(odd) >= 4


def test_both_themes_have_their_own_ground() -> None:
    deck = decks.only("shenyang")
    for theme in Theme:
        assert f"background: {palette(theme).page}".encode() in html_bytes(deck, theme)


def test_progress_is_told() -> None:
    steps: list[tuple[int, int]] = []
    html_bytes(decks.only("shenyang", "china"), on_slide=lambda done, count: steps.append((done, count)))
    assert steps == [(1, 2), (2, 2)]


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


@pytest.mark.browser
def test_no_text_runs_out_of_a_screen(page: bytes, browser: Browser, tmp_path: Path) -> None:
    place = tmp_path / "deck.html"
    place.write_bytes(page)
    for size in ((1920, 1080), (1024, 768), (390, 844)):
        opened = browser.new_page(viewport={"width": size[0], "height": size[1]})
        asked: list[str] = []
        opened.on("request", partial(_note, asked))
        opened.goto(place.as_uri())
        opened.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert opened.locator("figure svg:visible").count() == opened.locator("figure").count()
        assert opened.evaluate(
            "[...document.querySelectorAll('h1, p, summary, nav, li')].every(one =>"
            " one.scrollWidth <= one.clientWidth + 1)"
        )
        assert asked == [place.as_uri()]
        opened.close()


@pytest.mark.browser
def test_a_slide_prints_on_a_page_of_its_own(page: bytes, language: str, browser: Browser, tmp_path: Path) -> None:
    deck = decks.sample(language)
    (tmp_path / "deck.html").write_bytes(page)
    opened = browser.new_page()
    opened.goto((tmp_path / "deck.html").as_uri())
    printed = opened.pdf(prefer_css_page_size=True)
    opened.close()
    drawn = pages(printed, tmp_path)
    assert len(drawn) == len(deck.slides) + 1
    assert all(picture.width > picture.height for picture in drawn)
    assert min(ink(picture) for picture in drawn) > 0.004
    last = text(printed, len(drawn), len(drawn)).replace(" ", "")
    assert deck.slides[-1].title.replace(" ", "") in last


@pytest.mark.browser
def test_a_slide_of_which_much_is_said_prints_on_one_page_too(browser: Browser, tmp_path: Path) -> None:
    deck = decks.sample("en")
    telling = replace(deck.slides[0], alt="A sentence on one of very many goals. " * 40)
    (tmp_path / "deck.html").write_bytes(html_bytes(replace(deck, slides=(telling,))))
    opened = browser.new_page()
    opened.goto((tmp_path / "deck.html").as_uri())
    printed = opened.pdf(prefer_css_page_size=True)
    opened.close()
    assert len(pages(printed, tmp_path)) == 2
