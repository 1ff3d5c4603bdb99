"""The frame around every page, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import IDLE, Record
from tests.conftest import Serve
from tests.serving import Served
from tracker.domain.roles import VISITOR
from tracker.ui.page_list import ListedPage, page_list

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
LINK = "[data-testid=stSidebarNavLink]"
# What a visitor sees, where the display is open.
OPEN_PAGES = [listed for listed in page_list() if listed.is_for(VISITOR)]


def test_a_deep_link_on_a_fresh_server_opens_the_page_in_its_frame(
    serve: Serve, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fresh = serve(f"sqlite:///{tmp_path_factory.mktemp('fresh') / 'tracker.db'}")
    last = OPEN_PAGES[-1]
    page.goto(f"{fresh.address}/{last.address}")
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(LINK)).to_have_count(len(OPEN_PAGES))
    expect(page).to_have_title(f"{last.title} · Plan tracker")


@pytest.mark.parametrize("listed", page_list(), ids=lambda listed: listed.address)
def test_every_page_opens_without_complaint_and_asks_no_foreign_host(
    server: Served, page: Page, record: Record, listed: ListedPage
) -> None:
    page.goto(f"{server.address}/{listed.address}")
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    assert record.foreign(f"localhost:{server.port}") == []
    assert record.complaints == []
    assert page.locator("[data-testid=stAlert]", has_text="could not be made").count() == 0


def test_the_navigation_leads_to_every_page(server: Served, page: Page) -> None:
    page.goto(server.address)
    for listed in OPEN_PAGES:
        # A click while the page before is still being made can be lost.
        expect(page.locator(IDLE)).to_be_attached()
        page.locator(LINK, has_text=listed.title).first.click()
        expect(page).to_have_title(f"{listed.title} · Plan tracker")


def test_the_first_pages_own_address_keeps_the_filters_on_the_way(server: Served, page: Page) -> None:
    page.goto(f"{server.address}/{page_list()[0].address}?year=2021")
    expect(page.locator("h1").first).to_be_visible()
    assert "year=2021" in page.url
    assert page.locator("[role=dialog]").count() == 0


def test_the_dark_theme_has_the_palettes_page_colour(server: Served, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(server.address)
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", "rgb(15, 21, 30)")
