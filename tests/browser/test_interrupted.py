"""Reload, back button, a second tab, a session that ends in the middle of entry: nothing typed is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.grid import GRID, grid_settled, type_value
from tests.browser.signing_in import fill_sign_in, round_in
from tests.browsing import last_read, settled
from tests.conftest import Serve
from tests.people import PASSWORD
from tests.services.round.round_samples import YEAR
from tests.serving import Served
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR
from tracker.services.accounts.account_passwords import sign_out_everywhere
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.store import Store
from tracker.store.entry.drafts import drafts
from tracker.web.access.identity import COOKIE

pytestmark = pytest.mark.browser
PEOPLE = {"li": Role.OFFICIAL, "chen": Role.PLANNER}
LINK = "[data-testid=stSidebarNavLink]"
# How long a person holds a button of the mouse, in milliseconds: what was typed is told when it goes down.
PRESSED = 100
SignIn = Callable[[str], BrowserContext]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with round_in(tmp_path, **PEOPLE) as opened:
        yield opened


@pytest.fixture
def team(serve: Serve, tmp_path: Path, store: Store) -> Served:
    return serve(f"sqlite:///{tmp_path / 'tracker.db'}")


@pytest.fixture
def browser_of(browser: Browser, team: Served, store: Store) -> Iterator[SignIn]:
    visitors = []

    def signed_in(name: str) -> BrowserContext:
        visitor = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB")
        visitor.add_cookies([{"name": COOKIE, "value": sign_in(store, name, PASSWORD, Visit()), "url": team.address}])
        visitors.append(visitor)
        return visitor

    yield signed_in
    for visitor in visitors:
        visitor.close()


def _drafts(store: Store) -> dict[str, str]:
    return {one.key.indicator: one.typed.value for one in drafts(store, "park", YEAR) if one.typed}


def _sign_in_again(page: Page, name: str) -> None:
    page.locator("a.sign-in").first.click()
    fill_sign_in(page, name, PASSWORD)
    expect(page.locator("h1").first).to_be_visible()
    settled(page)


def _keeps(store: Store, drafts: dict[str, str]) -> None:
    assert last_read(lambda: _drafts(store), drafts) == drafts


def test_a_round_survives_a_second_tab_the_back_button_a_reload_and_a_session_that_ends(
    browser_of: SignIn, team: Served, store: Store
) -> None:
    visitor = browser_of("li")
    page, other = visitor.new_page(), visitor.new_page()
    for tab in (other, page):
        tab.goto(f"{team.address}/my-round?round_zone=park&round_year={YEAR}")
        grid_settled(tab)
    type_value(page, "Output", "145.2")
    expect(page.get_by_text("1 of 8 filled")).to_be_visible()
    type_value(other, "Output", "145.3")
    expect(other.get_by_text("You, in another window, typed 145.2")).to_be_visible()
    _keeps(store, {"output": "145.2"})
    other.get_by_role("button", name="Keep mine: 145.3").click()
    expect(other.get_by_text("You, in another window,")).to_have_count(0)
    _keeps(store, {"output": "145.3"})
    other.close()

    type_value(page, "R&D share", "1.65")
    expect(page.get_by_text("2 of 8 filled")).to_be_visible()
    page.locator(LINK, has_text="Sources").click(delay=PRESSED)
    expect(page.locator("h1").first).to_contain_text("source")
    page.go_back()
    grid_settled(page)
    page.reload()
    grid_settled(page)
    table = page.locator(f"{GRID} table").first
    expect(table).to_contain_text("145.3")
    expect(table).to_contain_text("1.65")

    sign_out_everywhere(store, OPERATOR, "li")
    type_value(page, "Consumer prices", "2.5")
    expect(page.locator("[data-testid=stMain] a.sign-in")).to_be_visible()
    _sign_in_again(page, "li")
    grid_settled(page)
    expect(page.locator(f"{GRID} table").first).to_contain_text("2.5")
    _keeps(store, {"output": "145.3", "rd": "1.65", "prices": "2.5"})


def test_a_planners_form_survives_the_back_button_a_reload_and_a_session_that_ends(
    browser_of: SignIn, team: Served, store: Store
) -> None:
    page = browser_of("chen").new_page()
    page.goto(f"{team.address}/zones?new=yes")
    settled(page)
    name = page.get_by_role("textbox", name="Name", exact=True)
    name.fill("The airport")
    page.locator(LINK, has_text="Sources").click(delay=PRESSED)
    expect(page.locator("h1").first).to_contain_text("source")
    page.go_back()
    expect(name).to_have_value("The airport")
    page.get_by_role("textbox", name="Kind", exact=True).fill("free port")
    page.get_by_role("textbox", name="Kind", exact=True).press("Enter")
    settled(page)
    page.reload()
    expect(name).to_have_value("The airport")
    settled(page)

    sign_out_everywhere(store, OPERATOR, "chen")
    page.get_by_role("textbox", name="Chinese name", exact=True).fill("某机场")
    page.get_by_role("textbox", name="Chinese name", exact=True).press("Enter")
    expect(page.get_by_text("Your session has ended.").first).to_be_visible()
    _sign_in_again(page, "chen")
    expect(name).to_have_value("The airport")
    expect(page.get_by_role("textbox", name="Kind", exact=True)).to_have_value("free port")
    expect(page.get_by_role("textbox", name="Chinese name", exact=True)).to_have_value("某机场")
