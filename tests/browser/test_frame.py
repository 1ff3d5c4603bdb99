"""The frame around every page, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import IDLE, Record
from tests.conftest import Serve
from tests.serving import Served
from tracker.domain.people.roles import VISITOR
from tracker.ui.shell.navigation import ListedPage, page_list

pytestmark = pytest.mark.browser
LINK = "[data-testid=stSidebarNavLink]"
CHART = ".js-plotly-plot"
# A browser that hears everything from the server half a second late.
ANSWERED_LATE = """
    const add = WebSocket.prototype.addEventListener;
    WebSocket.prototype.addEventListener = function(kind, heard, ...rest) {
        const late = kind === "message" ? (event) => setTimeout(() => heard.call(this, event), 500) : heard;
        return add.call(this, kind, late, ...rest);
    };
"""
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
        page.locator(LINK, has_text=listed.title).first.click()
        expect(page).to_have_title(f"{listed.title} · Plan tracker")
        expect(page.locator(IDLE)).to_be_attached()


@pytest.mark.parametrize("wait", [None, 0, 100, 200, 700])
def test_a_click_right_after_the_load_leads_on_however_late_the_server_answers(
    server: Served, page: Page, wait: int | None
) -> None:
    page.add_init_script(ANSWERED_LATE)
    page.goto(server.address)
    if wait is not None:
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(IDLE)).to_be_attached()
        page.wait_for_timeout(wait)
    page.locator(LINK, has_text="Plan").first.click()
    expect(page).to_have_title("Plan · Plan tracker")
    # What took the click back came after it.
    page.wait_for_timeout(1200)
    expect(page).to_have_title("Plan · Plan tracker")


def test_the_width_is_told_once_and_kept_for_the_next_visit(server: Served, page: Page) -> None:
    asked: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda told: asked.append(len(told))))
    counts = []
    for _visit in range(2):
        page.goto(f"{server.address}/goal?goal=china-2020-rd-share")
        expect(page.locator(CHART).first).to_be_visible()
        page.wait_for_timeout(2000)
        expect(page.locator(IDLE)).to_be_attached()
        box = page.locator(CHART).first.bounding_box()
        assert box is not None
        assert box["width"] == 1460
        counts.append(len(asked))
    assert counts == [2, 3]


def test_the_first_pages_own_address_keeps_the_filters_on_the_way(server: Served, page: Page) -> None:
    page.goto(f"{server.address}/{page_list()[0].address}?year=2021")
    expect(page.locator("h1").first).to_be_visible()
    assert "year=2021" in page.url
    assert page.locator("[role=dialog]").count() == 0


def test_the_dark_theme_has_the_palettes_page_colour(server: Served, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(server.address)
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", "rgb(15, 21, 30)")
