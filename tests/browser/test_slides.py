"""A set of slides from its making to the meeting, in a real browser: what is typed is kept, files are what they say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.signing_in import accounts_in, sign_in
from tests.browsing import settled
from tests.conftest import Serve
from tests.serving import Served
from tracker.domain.people.roles import Role
from tracker.services.slides.slide_sets import slide_sets
from tracker.store import Store

pytestmark = pytest.mark.browser
FILES = {"PowerPoint": b"PK", "PDF": b"%PDF-", "Web page": b"<!doctype html", "Excel": b"PK", "SVG": b"PK"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """A store of the shipped plans with a planner in it."""
    address = f"sqlite:///{tmp_path_factory.mktemp('slides')}/slides.db"
    with accounts_in(address, pia=Role.PLANNER) as store:
        yield address, store


@pytest.fixture(scope="module")
def running(serve: Serve, kept: tuple[str, Store]) -> Served:
    """A server on that store."""
    return serve(kept[0])


@pytest.fixture(scope="module")
def made(running: Served, kept: tuple[str, Store], browser: Browser) -> Iterator[Page]:
    """The page of a set that a planner made of a plan by a double click."""
    visitor = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = visitor.new_page()
    sign_in(page, running.address, "pia")
    page.goto(f"{running.address}/slide-sets?year=2021")
    settled(page)
    page.get_by_role("combobox", name="Plan").first.click()
    page.keyboard.type("Shenyang working")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="Keep the slides").dblclick()
    expect(page).to_have_url(re.compile("/slides[?].*set="))
    settled(page)
    yield page
    visitor.close()


@pytest.fixture
def arranging(running: Served, made: Page) -> Page:
    """The page of the set, opened again."""
    found = re.search("set=([0-9a-f]+)", made.url)
    assert found
    made.goto(f"{running.address}/slides?set={found[1]}")
    settled(made)
    return made


def slides_list(page: Page) -> Locator:
    return page.get_by_test_id("stRadio").locator("[role=radiogroup] label")


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name)


def type_into(page: Page, name: str, words: str) -> None:
    """Type over what is there, as fast as nobody can, and leave the field as it is."""
    field(page, name).click()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def choose(page: Page, place: int) -> None:
    """Choose the slide at a place of the list."""
    slides_list(page).nth(place).click()
    settled(page)


def test_a_double_click_keeps_one_set(arranging: Page, kept: tuple[str, Store]) -> None:
    assert len(slide_sets(kept[1])) == 1
    expect(slides_list(arranging).nth(4)).to_be_visible()


def test_what_is_typed_is_kept_when_the_page_is_left_or_loaded_at_once(arranging: Page) -> None:
    choose(arranging, 0)
    type_into(arranging, "Notes for the speaker", "Before another slide")
    choose(arranging, 2)
    expect(field(arranging, "Notes for the speaker")).to_have_value("")
    type_into(arranging, "Your own title", "Before the page is loaded again")
    arranging.reload()
    expect(field(arranging, "Your own title")).to_have_value("Before the page is loaded again")
    expect(arranging.get_by_role("radio", checked=True)).to_have_accessible_name("3. Before the page is loaded again")
    choose(arranging, 0)
    expect(field(arranging, "Notes for the speaker")).to_have_value("Before another slide")


def test_order_omission_title_and_notes_are_those_that_are_presented(arranging: Page) -> None:
    choose(arranging, 1)
    count = slides_list(arranging).count()
    type_into(arranging, "Your own title", "<b>First</b> of *all*")
    type_into(arranging, "Notes for the speaker", "Greet the mayor")
    arranging.get_by_role("button", name="Move up").click()
    expect(slides_list(arranging).first).to_have_text("1. <b>First</b> of *all*")
    choose(arranging, 1)
    arranging.get_by_text("Show this slide").click()
    expect(arranging.get_by_text("2. (left out) ")).to_be_visible()
    arranging.get_by_role("link", name="Present").first.click()
    shown = arranging.locator(".slide.current")
    expect(shown).to_have_attribute("aria-label", f"Slide 1 of {count - 1}: <b>First</b> of *all*")
    with arranging.expect_popup() as opened:
        arranging.keyboard.press("s")
    expect(opened.value.locator("#notes p")).to_have_text("Greet the mayor")
    opened.value.close()


def test_every_kind_of_file_is_what_its_name_says(arranging: Page) -> None:
    for kind, begins in FILES.items():
        arranging.get_by_role("combobox", name="File to download").click()
        arranging.get_by_role("option", name=re.compile(kind)).first.click()
        expect(arranging.get_by_role("button", name="Save the file")).to_have_count(0)
        arranging.get_by_role("button", name="Make the file").click()
        with arranging.expect_download() as taken:
            arranging.get_by_role("button", name="Save the file").click()
        assert Path(taken.value.path()).read_bytes().startswith(begins), kind


def test_a_removed_set_leads_back_to_the_list(arranging: Page) -> None:
    arranging.get_by_text("Name and removal").click()
    # By the keyboard: the box still moves while what holds it opens.
    arranging.get_by_role("checkbox", name="I want to remove this set").press("Space")
    arranging.get_by_role("button", name="Remove the set").click()
    expect(arranging.locator("h1").first).to_have_text("Slide sets")
    expect(arranging.get_by_text("Nobody has kept slides yet.")).to_be_visible()
    expect(arranging).to_have_url(re.compile("/slide-sets"))
