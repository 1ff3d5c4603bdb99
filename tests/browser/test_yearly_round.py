"""The yearly round in a real browser: an official types and submits, a reviewer accepts, the dashboard changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.grid import GRID, click_row, grid_settled, type_value
from tests.browser.signing_in import round_in, sign_in
from tests.conftest import Serve
from tests.services.round.round_samples import YEAR
from tests.serving import Served
from tracker.domain.entry.entries import EntryState
from tracker.domain.people.roles import Role
from tracker.store import Store
from tracker.store.entry.entries import entries

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def round_store(folder: Path) -> Iterator[Store]:
    with round_in(folder, li=Role.OFFICIAL, wang=Role.REVIEWER) as opened:
        yield opened


@pytest.fixture
def served_round(serve: Serve, folder: Path, round_store: Store) -> Served:
    return serve(f"sqlite:///{folder / 'tracker.db'}")


def test_an_official_reports_a_reviewer_accepts_and_the_dashboard_changes(
    served_round: Served, browser: Browser, page: Page, round_store: Store
) -> None:
    sign_in(page, served_round.address, "li")
    page.goto(f"{served_round.address}/my-round?round_zone=park&round_year={YEAR}")
    grid_settled(page)
    type_value(page, "Output", "165.2亿")
    expect(page.locator("body")).to_contain_text("→ 16.52 bn yuan")
    expect(page.locator("body")).to_contain_text("1 of 8 filled")
    page.reload()
    grid_settled(page)
    expect(page.locator(f"{GRID} table").first).to_contain_text("165.2亿")
    comment = page.get_by_label("Comment: why is the value right?")
    if comment.count():
        comment.fill("a new plant opened")
        comment.press("Enter")
    page.get_by_role("button", name="Submit 1 value for review").dblclick()
    expect(page.locator("body")).to_contain_text("1 value submitted for review.")
    (entry,) = entries(round_store)
    assert (entry.state, entry.version, entry.typed.value) == (EntryState.SUBMITTED, 1, "165.2亿")

    visitor = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB")
    reviewer = visitor.new_page()
    sign_in(reviewer, served_round.address, "wang")
    reviewer.goto(f"{served_round.address}/review")
    grid_settled(reviewer)
    expect(reviewer.locator("body")).to_contain_text("Entered by Li")
    click_row(reviewer, 0)
    reviewer.get_by_role("button", name="Accept 1 value").dblclick()
    expect(reviewer.locator("body")).to_contain_text("1 value accepted.")
    reviewer.goto(f"{served_round.address}/goal?goal=output-goal")
    expect(reviewer.locator("body")).to_contain_text("16.52")
    visitor.close()
    (entry,) = entries(round_store)
    assert (entry.state, entry.reviewed_by) == (EntryState.ACCEPTED, "wang")
