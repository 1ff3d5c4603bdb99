"""From page to page in a real browser: links, the way back, and what stays in the address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Record, settled
from tests.serving import Served

pytestmark = pytest.mark.browser
PLAN = "/plan?plan=china-13th-five-year-plan&year=2019"
# Tells when the component that follows links has come; until then a link loads its page again.
HEAR = """
const add = document.addEventListener;
document.addEventListener = function(kind, heard, ...rest) {
    if (String(heard).includes("data-lead")) document.documentElement.dataset.linksFollowed = "";
    return add.call(document, kind, heard, ...rest);
};
"""


def _goal_of(link: Locator) -> str:
    """Return the identifier of the goal that a link leads to."""
    found = re.search(r"goal=([\w-]+)", link.get_attribute("href") or "")
    assert found
    return found[1]


def test_a_link_opens_its_page_without_a_reload_and_one_step_leads_back(server: Served, page: Page) -> None:
    page.add_init_script(HEAR)
    page.goto(f"{server.address}/?year=2021&group=off_track")
    expect(page.locator("html[data-links-followed]")).to_be_attached()
    settled(page)
    page.evaluate("window.stillHere = true")
    link = page.locator(".goal-lines a").first
    goal = _goal_of(link)
    link.click()
    expect(page).to_have_url(re.compile(rf"/goal\?.*goal={goal}"))
    expect(page.locator("main h1").first).not_to_contain_text("judged goals")
    assert "year=2021" in page.url
    assert page.evaluate("window.stillHere")
    page.go_back()
    expect(page.locator("h2").first).to_contain_text("Off track (")
    assert "group=off_track" in page.url


def test_a_tile_shows_its_group_and_a_second_click_all_again(server: Served, page: Page) -> None:
    page.goto(f"{server.address}/?year=2021")
    tile = page.locator(".group-tile").first
    count = re.search(r"\d+", tile.inner_text())
    assert count
    tile.click()
    expect(page.locator("h2").first).to_contain_text(f"Off track ({count[0]})")
    assert "group=off_track" in page.url
    page.locator(".group-tile").first.click()
    expect(page.locator("h2").first).to_contain_text("Needs attention first")
    assert "group" not in page.url


def test_a_row_of_the_table_leads_to_its_goal_and_back(server: Served, page: Page) -> None:
    page.goto(f"{server.address}{PLAN}")
    expect(page.locator("table.goals")).to_be_visible()
    settled(page)
    link = page.locator("table.goals tbody a").first
    goal = _goal_of(link)
    link.click()
    expect(page).to_have_url(re.compile(rf"/goal\?.*goal={goal}"))
    page.go_back()
    expect(page.locator("h1").first).to_have_text("13th Five-Year Plan (2016–2020)")


def test_how_the_reader_looks_survives_pages_and_reloads(server: Served, page: Page) -> None:
    page.goto(f"{server.address}{PLAN}")
    page.get_by_role("combobox", name="Rule").click()
    page.get_by_role("option", name="Compound rule").click()
    expect(page).to_have_url(re.compile("rule=compound"))
    page.locator("[data-testid=stSidebarNavLink]", has_text="Overview").click()
    expect(page).to_have_url(re.compile("rule=compound"))
    expect(page.get_by_text("Seen from 2019 · as known today · Compound rule")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Seen from 2019 · as known today · Compound rule")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("wide", "high"), [(1920, 1080), (1280, 720), (390, 844)])
@pytest.mark.parametrize("address", ["/?year=2021", PLAN])
def test_nothing_hangs_over_the_edge_of_any_screen(
    server: Served, page: Page, record: Record, address: str, wide: int, high: int, theme: str
) -> None:
    page.set_viewport_size({"width": wide, "height": high})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(f"{server.address}{address}")
    settled(page)
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    assert record.complaints == []
