"""Every page in both themes as axe judges it: names, roles, order, and contrast of at least 4.5 to 1."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import COLOURS, axe_script, findings
from tests.browsing import IDLE, settled
from tests.conftest import Serve
from tests.people import PASSWORD, settle
from tests.services.conftest import write_bundle
from tests.services.round.round_samples import BUNDLE, YEAR, hand_in
from tests.serving import Served
from tracker.briefings.deck.presenting_address import PRESENTING
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person, Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.stores import make_store
from tracker.ui.shell.navigation import page_list
from tracker.web.access.identity import COOKIE

pytestmark = pytest.mark.browser
ROLES = {"chief": Role.ADMINISTRATOR, "li": Role.OFFICIAL, "wang": Role.REVIEWER}
APP = "[data-testid=stApp]"
OpenAs = Callable[[str], Page]

# What a page is asked for, where it shows more than without; a page may stand here with several states.
ASKED = {
    "overview": ("year=2021", "year=2021&group=off_track"),
    "plan": ("plan=china-13th-five-year-plan&year=2019",),
    "goal": ("goal=china-2020-rd-share&year=2019",),
    "my-round": (f"round_zone=park&round_year={YEAR}",),
    "plans": ("", "plan=jinpu-action-plan-2017-2019"),
    "edit-goal": ("", "goal=china-2020-rd-share"),
}


def _reader(address: str) -> str:
    """Name somebody who may open a page."""
    (listed,) = (page for page in page_list() if page.address == address)
    people = {
        name: Person(account=name, name=name, role=role, zones=frozenset({"park"})) for name, role in ROLES.items()
    }
    return next(name for name, person in people.items() if listed.is_for(person))


PAGES = [
    (_reader(page.address), page.address, asked) for page in page_list() for asked in ASKED.get(page.address, ("",))
]


@pytest.fixture(scope="module")
def script() -> str:
    return axe_script()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("accessible")


@pytest.fixture(scope="module")
def sessions(folder: Path) -> dict[str, str]:
    """Fill a store with the shipped plans and a round that waits for review, and sign everybody in."""
    store = make_store(f"sqlite:///{folder / 'tracker.db'}")
    import_bundle(store, write_bundle(folder / "bundle", dict(BUNDLE)), who="a planner")
    for name, role in ROLES.items():
        zones = ["park"] if role in (Role.OFFICIAL, Role.REVIEWER) else []
        add_account(store, OPERATOR, name, role=role, zones=zones, shown_name=name.title(), password=PASSWORD)
        settle(store, name)
    hand_in(store, "firms", Typed(value="140"))
    tokens = {name: sign_in(store, name, PASSWORD, Visit()) for name in ROLES}
    store.close()
    return tokens


@pytest.fixture(scope="module")
def team(serve: Serve, folder: Path, sessions: dict[str, str]) -> Served:
    return serve(f"sqlite:///{folder / 'tracker.db'}")


@pytest.fixture(scope="module")
def open_as(browser: Browser, team: Served, sessions: dict[str, str]) -> Iterator[OpenAs]:
    """Give the page of a person, kept from test to test; axe is put in past the content-security policy."""
    # The policy of the product forbids scripts from elsewhere, and axe is one.
    visitors = {name: browser.new_context(locale="en-GB", bypass_csp=True) for name in (*sessions, "")}
    for name, token in sessions.items():
        visitors[name].add_cookies([{"name": COOKIE, "value": token, "url": team.address}])
    pages: dict[str, Page] = {}

    def page_of(name: str) -> Page:
        if name not in pages:
            pages[name] = visitors[name].new_page()
            pages[name].set_viewport_size({"width": 1440, "height": 1000})
        return pages[name]

    yield page_of
    for visitor in visitors.values():
        visitor.close()


def _open(page: Page, url: str) -> None:
    """Open a page by day; wait until it is made, and made again where it was not as wide as supposed."""
    page.emulate_media(color_scheme="light")
    page.goto(url)
    expect(page.locator("h1").first).to_be_visible()
    if page.locator(APP).count():
        expect(page.locator(IDLE)).to_be_attached()
        page.wait_for_timeout(300)
        expect(page.locator(IDLE)).to_be_attached()


def _found_in_both_themes(page: Page, script: str) -> str:
    """Judge the page as it stands, then its colours once more after dark."""
    light = findings(page, script)
    page.emulate_media(color_scheme="dark")
    if page.locator(APP).count():
        expect(page.locator(APP)).to_have_css("color-scheme", "dark")
        # Colours go over into one another.
        page.wait_for_timeout(300)
    dark = findings(page, script, COLOURS)
    return "\n".join([*light, *(f"in the dark: {one}" for one in dark)])


@pytest.mark.parametrize(("name", "address", "asked"), PAGES, ids=["?".join(filter(None, one[1:])) for one in PAGES])
def test_a_page_keeps_nobody_out(
    team: Served, open_as: OpenAs, script: str, name: str, address: str, asked: str
) -> None:
    page = open_as(name)
    _open(page, f"{team.address}/{address}?{asked}")
    found = _found_in_both_themes(page, script)
    assert not found, found


def test_a_page_that_asks_to_sign_in_keeps_nobody_out(team: Served, open_as: OpenAs, script: str) -> None:
    page = open_as("")
    _open(page, f"{team.address}/accounts")
    found = _found_in_both_themes(page, script)
    assert not found, found


@pytest.mark.parametrize("address", ["sign-in", "sign-out", "first?key=no-such-key"])
def test_a_form_or_message_before_the_pages_keeps_nobody_out(
    team: Served, open_as: OpenAs, script: str, address: str
) -> None:
    page = open_as("")
    _open(page, f"{team.address}/{address}")
    found = _found_in_both_themes(page, script)
    assert not found, found


def test_a_refused_sign_in_and_the_first_link_keep_nobody_out(server: Served, open_as: OpenAs, script: str) -> None:
    page = open_as("")
    printed = re.search(r"/first\?key=\S+", server.log.read_text())
    assert printed
    _open(page, server.address + printed[0])
    expect(page.get_by_role("button", name="Make the account")).to_be_visible()
    found = _found_in_both_themes(page, script)
    _open(page, f"{server.address}/sign-in")
    page.fill("[name=name]", "nobody")
    page.fill("[name=password]", "a wrong password")
    page.click("main button")
    expect(page.get_by_role("alert")).to_be_visible()
    found += _found_in_both_themes(page, script)
    assert not found, found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_slides_their_overview_and_the_list_of_keys_keep_nobody_out(
    team: Served, open_as: OpenAs, script: str, theme: str
) -> None:
    page = open_as("")
    asked = {"plan": "jinpu-action-plan-2017-2019", "year": "2021", "theme": theme}
    page.goto(f"{team.address}{PRESENTING}?{urlencode(asked)}")
    expect(page.locator(".slide.current svg")).to_be_visible()
    found = findings(page, script)
    page.keyboard.press("o")
    expect(page.locator("body.overview")).to_be_visible()
    found += findings(page, script)
    page.keyboard.press("o")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    found += findings(page, script)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", ["goal?goal=china-2020-rd-share&year=2019", "compare"])
def test_a_chart_says_in_words_what_it_shows(team: Served, open_as: OpenAs, address: str) -> None:
    page = open_as("")
    _open(page, f"{team.address}/{address}")
    charts = page.get_by_role("figure")
    expect(charts.first).to_be_visible()
    names = [str(chart.get_attribute("aria-label")) for chart in charts.all()]
    assert len(names) == page.locator("[data-testid=stPlotlyChart]").count()
    assert [name for name in names if not re.search(r"\w+ .*\d", name)] == []


def test_a_chart_is_drawn_in_the_other_colours_when_the_browser_turns_dark(team: Served, open_as: OpenAs) -> None:
    page = open_as("")
    _open(page, f"{team.address}/goal?goal=china-2020-rd-share&year=2019")
    drawn = page.locator("[data-testid=stPlotlyChart] .main-svg").first
    expect(drawn).to_have_css("background-color", "rgb(255, 255, 255)")
    page.emulate_media(color_scheme="dark")
    expect(drawn).to_have_css("background-color", "rgb(15, 21, 30)")


def test_a_click_while_the_browser_turns_dark_still_leads_where_it_should(team: Served, open_as: OpenAs) -> None:
    page = open_as("")
    link = page.locator("[data-testid=stSidebarNavLink]", has_text="Sources")
    for pause in (0, 140, 290):
        _open(page, f"{team.address}/goal?goal=china-2020-rd-share&year=2019")
        page.emulate_media(color_scheme="light" if pause == 140 else "dark")
        page.wait_for_timeout(pause)
        link.click()
        expect(page.locator("h1").first).to_contain_text("sources")
        settled(page)
        expect(page.locator("h1").first).to_contain_text("sources")
