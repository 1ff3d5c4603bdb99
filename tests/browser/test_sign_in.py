"""Signing in and out in a real browser, on servers with an open and with a closed display."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import text

from tests.browser.signing_in import PERSON, accounts_in, fill_sign_in, sign_in
from tests.conftest import Serve
from tests.people import PASSWORD
from tests.serving import Served
from tracker.domain.people.roles import Permission, Role
from tracker.services.accounts.account_keeping import OPERATOR, disable_account, enable_account
from tracker.store import Store
from tracker.ui.shell.navigation import page_list

pytestmark = pytest.mark.browser
LINK = "[data-testid=stSidebarNavLink]"
PEOPLE = {"chief": Role.ADMINISTRATOR, "wang": Role.VIEWER, "zhao": Role.OFFICIAL}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('accounts') / 'tracker.db'}"


@pytest.fixture(scope="module")
def store(place: str) -> Iterator[Store]:
    with accounts_in(place, **PEOPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def open_server(serve: Serve, store: Store, place: str) -> Served:
    return serve(place)


@pytest.fixture(scope="module")
def closed_server(serve: Serve, store: Store, place: str) -> Served:
    return serve(place, TRACKER_OPEN_DISPLAY="no")


def test_a_protected_page_opened_first_on_a_fresh_server_asks_to_sign_in_and_comes_back(
    serve: Serve, store: Store, place: str, page: Page
) -> None:
    fresh = serve(place)
    page.goto(f"{fresh.address}/accounts?year=2021")
    expect(page.locator("h1").first).to_have_text("Sign in to go on")
    expect(page.get_by_text("Add an account")).to_have_count(0)
    page.locator("[data-testid=stMain] a.sign-in").click()
    fill_sign_in(page, "chief", PASSWORD)
    expect(page.locator("h1").first).to_have_text("Accounts")
    assert page.url.startswith(f"{fresh.address}/accounts?year=2021")


def test_a_page_of_another_role_stays_shut_however_it_is_reached(open_server: Served, page: Page) -> None:
    sign_in(page, open_server.address, "wang", following="/accounts")
    expect(page.locator("h1").first).to_have_text("Not for your role")
    expect(page.get_by_text("Add an account")).to_have_count(0)
    shown = [listed.title for listed in page_list() if listed.permission == Permission.VIEW]
    expect(page.locator(LINK)).to_have_text(shown)


def test_a_wrong_password_is_said_and_the_sixth_attempt_has_to_wait(open_server: Served, page: Page) -> None:
    page.goto(f"{open_server.address}/sign-in")
    for _time in range(5):
        fill_sign_in(page, "guess", "wrong")
        expect(page.locator("[role=alert]")).to_have_text("The name or the password is wrong.")
    fill_sign_in(page, "guess", "wrong")
    expect(page.locator("[role=alert]")).to_contain_text(re.compile(r"wait \d+ seconds"))
    # Others come from the same address, and are let in.
    sign_in(page, open_server.address, "chief")


def test_signing_out_in_one_tab_ends_the_other_at_its_next_click(
    open_server: Served, page: Page, context: BrowserContext
) -> None:
    sign_in(page, open_server.address, "chief")
    other = context.new_page()
    other.goto(f"{open_server.address}/accounts")
    expect(other.locator("h1").first).to_have_text("Accounts")
    page.locator(".person button").click()
    expect(page.locator("a.sign-in").first).to_be_visible()
    other.locator(LINK, has_text="Sources").click()
    expect(other.locator("[data-testid=stSidebar]").get_by_text("Your session has ended.")).to_be_visible()
    expect(other.locator(LINK, has_text="Accounts")).to_have_count(0)
    other.locator("a.sign-in").click()
    fill_sign_in(other, "chief", PASSWORD)
    expect(other.locator(PERSON)).to_have_text("Chief")
    assert other.url.startswith(f"{open_server.address}/sources")


def test_a_disabled_account_is_out_at_its_next_click(open_server: Served, store: Store, page: Page) -> None:
    sign_in(page, open_server.address, "zhao", following="/password")
    expect(page.locator("h1").first).to_have_text("Password")
    disable_account(store, OPERATOR, "zhao")
    page.locator(LINK, has_text="Overview").click()
    expect(page.get_by_text("Your session has ended.")).to_be_visible()
    expect(page.locator(PERSON)).to_have_count(0)
    enable_account(store, OPERATOR, "zhao")


def test_a_session_that_grew_too_old_ends_at_the_next_click(open_server: Served, store: Store, page: Page) -> None:
    sign_in(page, open_server.address, "zhao", following="/password")
    expect(page.locator("h1").first).to_have_text("Password")
    with store.write() as connection:
        connection.execute(text("UPDATE sessions SET seen_at = '2020-01-01T00:00:00.000000Z' WHERE account = 'zhao'"))
    page.locator(LINK, has_text="Sources").click()
    expect(page.get_by_text("Your session has ended.")).to_be_visible()


def test_identity_headers_from_outside_make_nobody_an_administrator(
    open_server: Served, store: Store, page: Page, context: BrowserContext
) -> None:
    sign_in(page, open_server.address, "chief")
    with store.read() as connection:
        known = connection.scalars(text("SELECT token_hash FROM sessions WHERE account = 'chief'")).all()
    context.clear_cookies()
    page.set_extra_http_headers({"X-Tracker-Session": known[-1]})
    page.goto(f"{open_server.address}/accounts")
    expect(page.locator("h1").first).to_have_text("Sign in to go on")


def test_a_closed_display_shows_nothing_before_signing_in(closed_server: Served, page: Page) -> None:
    for listed in page_list():
        page.goto(f"{closed_server.address}/{listed.address}")
        expect(page.locator("h1").first).to_have_text("Sign in to go on")
    assert page.request.get(f"{closed_server.address}/media/anything.csv").status == 401
    sign_in(page, closed_server.address, "wang", following="/sources")
    expect(page.locator("h1").first).to_contain_text("sources")


def test_the_administrator_adds_an_account_that_then_signs_in(
    open_server: Served, page: Page, context: BrowserContext
) -> None:
    sign_in(page, open_server.address, "chief", following="/accounts")
    form = page.locator("[data-testid=stForm]", has=page.get_by_role("textbox", name="First password"))
    form.get_by_role("textbox", name="Account", exact=True).fill("sun")
    form.get_by_role("textbox", name="Name", exact=True).fill("Sun")
    form.get_by_role("textbox", name="First password").fill("quite another phrase")
    form.get_by_role("button", name="Add the account").click()
    expect(page.get_by_text("The account sun was added.")).to_be_visible()
    context.clear_cookies()
    page.goto(f"{open_server.address}/sign-in?next=/password")
    fill_sign_in(page, "sun", "quite another phrase")
    expect(page.locator("h1")).to_have_text("Choose a password")
    for listed in page_list():
        page.goto(f"{open_server.address}/{listed.address}")
        expect(page.locator("h1").first).to_have_text("Choose a password to go on")
    page.locator("[data-testid=stMain] a.sign-in").click()
    page.fill("[name=old]", "quite another phrase")
    for field in ("new", "again"):
        page.fill(f"[name={field}]", "one that I alone know")
    page.click("main button")
    expect(page.get_by_text("Account: sun")).to_be_visible()
    assert page.url.startswith(f"{open_server.address}/password")


def test_the_log_tells_no_password_and_no_token(open_server: Served, page: Page, context: BrowserContext) -> None:
    sign_in(page, open_server.address, "wang")
    told = Path(open_server.log).read_text()
    tokens = [cookie.get("value", "") for cookie in context.cookies() if cookie.get("name") == "tracker_session"]
    assert tokens
    assert all(secret not in told for secret in [PASSWORD, *tokens])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_fits_a_phone_in_both_themes(open_server: Served, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{open_server.address}/sign-in")
    expect(page.locator("main")).to_have_css(
        "background-color", {"light": "rgb(255, 255, 255)", "dark": "rgb(26, 35, 48)"}[scheme]
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
