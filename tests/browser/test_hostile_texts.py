"""Every page in a real browser, of a store whose every text tries to be code: letters as typed, and nothing runs."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import hostile
from tests.browser.signing_in import fill_sign_in
from tests.browsing import Record, last_read, settled
from tests.conftest import Serve
from tests.people import PASSWORD
from tracker.domain.people.roles import Role
from tracker.store import open_store

pytestmark = pytest.mark.browser
#: What the texts would be, once they were more than letters.
CODE = (
    "[href^='javascript'], [href*='alert('], [src*='alert('], a:text-is('l'), "
    "[data-testid=stIconMaterial]:text-is('home')"
)
#: The pages with the places each person goes to, SET the slide set's key.
PAGES = [
    (Role.PLANNER, "/"),
    (Role.PLANNER, "/?zone=park"),
    (Role.PLANNER, "/plan?plan=park-plan"),
    (Role.PLANNER, "/goal?goal=park-firms"),
    (Role.PLANNER, "/goal?goal=park-hub"),
    (Role.PLANNER, "/compare?indicator=firms"),
    (Role.PLANNER, "/sources"),
    (Role.PLANNER, "/sources?source=s"),
    (Role.PLANNER, "/slide-sets"),
    (Role.PLANNER, "/slides?set=SET"),
    (Role.PLANNER, "/plans"),
    (Role.PLANNER, "/plans?edit=park-plan"),
    (Role.PLANNER, "/edit-goal?goal=park-firms"),
    (Role.PLANNER, "/zones"),
    (Role.PLANNER, "/zones?zone=park"),
    (Role.PLANNER, "/indicators"),
    (Role.PLANNER, "/indicators?indicator=firms"),
    (Role.OFFICIAL, f"/my-round?round_zone=park&round_year={hostile.YEAR}"),
    (Role.REVIEWER, "/review"),
    (Role.ADMINISTRATOR, "/history"),
    (Role.ADMINISTRATOR, "/accounts"),
    (Role.ADMINISTRATOR, "/password"),
]


@pytest.fixture(scope="module")
def kept_set(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Make the store; its address, and the key of its slide set."""
    folder = tmp_path_factory.mktemp("hostile")
    url = f"sqlite:///{folder / 'tracker.db'}"
    store = open_store(url, create=True)
    made = hostile.fill(store, folder / "bundle")
    store.close()
    return url, made.key


@pytest.fixture(scope="module")
def visitors(kept_set: tuple[str, str], serve: Serve, browser: Browser) -> Iterator[dict[Role, BrowserContext]]:
    """People who are signed in, each in a browser window of their own."""
    server = serve(kept_set[0])
    windows = {}
    for role in {role for role, _place in PAGES}:
        windows[role] = browser.new_context(
            viewport={"width": 1920, "height": 1080}, locale="en-GB", base_url=server.address
        )
        page = windows[role].new_page()
        page.goto("/sign-in?next=/")
        fill_sign_in(page, str(role), PASSWORD)
        expect(page.locator(".person b")).to_have_text(hostile.TEXT)
        page.close()
    yield windows
    for window in windows.values():
        window.close()


def _look(page: Page, place: str) -> Record:
    record = Record()
    record.watch(page)
    page.on("dialog", lambda _dialog: record.complaints.append("a script ran"))
    page.goto(place)
    return record


def _missing(page: Page) -> list[str]:
    """Return the pieces that stand neither in the page's text nor in its fields."""
    said = page.locator("[data-testid=stMain]").inner_text()
    typed = page.locator("[data-testid=stMain] :is(input, textarea)").evaluate_all("all => all.map((one) => one.value)")
    return [piece for piece in hostile.PIECES if piece not in " ".join([said, *typed])]


@pytest.mark.parametrize(("role", "place"), PAGES, ids=str)
def test_a_page_shows_letters_and_runs_nothing(
    role: Role, place: str, visitors: dict[Role, BrowserContext], kept_set: tuple[str, str]
) -> None:
    page = visitors[role].new_page()
    record = _look(page, place.replace("SET", kept_set[1]))
    settled(page)
    assert last_read(lambda: _missing(page), []) == []
    assert page.locator(CODE).count() == 0
    assert page.locator("script", has_text="alert(").count() == 0
    assert record.foreign(urlsplit(page.url).netloc) == []
    assert record.complaints == []
    page.close()


@pytest.mark.parametrize("asked", ["set=SET", "plan=park-plan", "goals=park-firms", "indicator=firms&zones=city,park"])
def test_slides_on_a_screen_show_letters_and_run_nothing(
    asked: str, visitors: dict[Role, BrowserContext], kept_set: tuple[str, str]
) -> None:
    page = visitors[Role.PLANNER].new_page()
    record = _look(page, f"/present?{asked.replace('SET', kept_set[1])}")
    expect(page.locator("#stage svg").first).to_be_visible()
    said = page.locator("#stage").evaluate("stage => stage.textContent")
    letters = "".join(str(said).split())
    assert [piece for piece in hostile.PIECES if piece not in letters] == []
    assert page.locator(CODE).count() == 0
    assert page.locator("#stage script").count() == 0
    assert record.complaints == []
    page.close()
