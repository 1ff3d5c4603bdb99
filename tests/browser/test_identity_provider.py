"""Signing in through an identity provider on the loopback address, in a real browser."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.signing_in import PERSON, accounts_in
from tests.conftest import Serve
from tests.serving import PATIENCE, Served, free_port
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account, disable_account, enable_account
from tracker.services.cache.query_cache import cache_of
from tracker.store import Store

pytestmark = pytest.mark.browser
LINK = "[data-testid=stSidebarNavLink]"
KNOWN, UNKNOWN, DOUBTFUL = "li@example.org", "who@example.org", "he@example.org"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider that knows two people, in a process of its own."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    for email, verified in ((KNOWN, True), (UNKNOWN, True), (DOUBTFUL, "true")):
        command += ["--user-claims", json.dumps({"sub": email, "email": email, "email_verified": verified})]
    provider = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://localhost:{port}/.well-known/openid-configuration")
        yield f"http://localhost:{port}"
    finally:
        provider.terminate()
        provider.wait(timeout=15)


def wait_for(address: str) -> None:
    """Wait until something answers at an address."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('vouched') / 'tracker.db'}"


@pytest.fixture(scope="module")
def store(place: str) -> Iterator[Store]:
    with accounts_in(place, chief=Role.ADMINISTRATOR) as opened:
        add_account(opened, OPERATOR, KNOWN, role=Role.PLANNER, shown_name="Li")
        add_account(opened, OPERATOR, DOUBTFUL, role=Role.ADMINISTRATOR)
        yield opened


def _settings(issuer: str) -> dict[str, str]:
    return {
        "TRACKER_OIDC_ISSUER": issuer,
        "TRACKER_OIDC_CLIENT_ID": "tracker",
        "TRACKER_OIDC_CLIENT_SECRET": "a secret between the two",
        "TRACKER_OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
    }


@pytest.fixture(scope="module")
def team(serve: Serve, store: Store, place: str, issuer: str) -> Served:
    return serve(place, TRACKER_OPEN_DISPLAY="no", **_settings(issuer))


def _sign_in(page: Page, server: Served, email: str, place: str = "") -> None:
    page.goto(server.address + place)
    expect(page.locator("h1").first).to_have_text("Sign in to go on")
    page.locator("[data-testid=stMain]").get_by_role("button", name="Sign in with your organisation").click()
    page.get_by_role("button", name=email).click()


def test_an_address_with_an_account_is_let_in_with_its_role_until_it_is_disabled(
    team: Served, store: Store, page: Page
) -> None:
    _sign_in(page, team, KNOWN)
    expect(page.locator(PERSON)).to_have_text("Li")
    expect(page.locator(".person .muted")).to_have_text("Planner")
    disable_account(store, OPERATOR, KNOWN)
    page.locator(LINK, has_text="Sources").click()
    expect(page.locator("h1").first).to_have_text("Sign in to go on")
    enable_account(store, OPERATOR, KNOWN)


def test_who_signs_in_at_the_provider_comes_back_to_the_page_with_its_filters(
    team: Served, store: Store, page: Page
) -> None:
    source = next(iter(cache_of(store).catalogue().sources.values()))
    place = f"/sources?source={source.source}"
    _sign_in(page, team, KNOWN, place)
    expect(page.locator(PERSON)).to_have_text("Li")
    expect(page.locator("h1").first).to_have_text(source.title)
    assert f"source={source.source}" in page.url
    assert "tracker_return" not in {cookie.get("name") for cookie in page.context.cookies()}


def test_an_address_without_an_account_sees_nothing_on_a_closed_display(team: Served, page: Page) -> None:
    _sign_in(page, team, UNKNOWN)
    expect(page.get_by_text("no account here")).to_be_visible()
    assert page.request.get(f"{team.address}/media/anything").status == 401


def test_an_address_that_is_not_plainly_verified_lets_nobody_in(team: Served, page: Page) -> None:
    _sign_in(page, team, DOUBTFUL)
    expect(page.get_by_text("no account here")).to_be_visible()


def test_signing_out_holds_although_the_providers_cookie_would_live_on(team: Served, page: Page) -> None:
    _sign_in(page, team, KNOWN)
    expect(page.locator(PERSON)).to_have_text("Li")
    kept = page.context.cookies()
    page.locator(".person button").click()
    expect(page.locator("h1").first).to_have_text("Sign in to go on")
    page.context.add_cookies(kept)  # type: ignore[arg-type]  # cookies are given back as they were taken
    page.goto(f"{team.address}/sources")
    expect(page.locator("h1").first).to_have_text("Sign in to go on")
