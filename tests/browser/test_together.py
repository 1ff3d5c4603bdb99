"""Two officials, a reviewer and a visitor at once, each in a browser of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.grid import click_row, grid_settled, row_of, type_value
from tests.browser.signing_in import round_in
from tests.conftest import Serve
from tests.people import PASSWORD
from tests.services.round.round_samples import YEAR
from tests.serving import Served
from tracker.domain.entry.entries import EntryState
from tracker.domain.people.roles import Role
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.store import Store
from tracker.store.entry.drafts import drafts
from tracker.store.entry.entries import entries
from tracker.web.access.identity import COOKIE

pytestmark = pytest.mark.browser
PEOPLE = {"li": Role.OFFICIAL, "zhao": Role.OFFICIAL, "wang": Role.REVIEWER}
FORM = f"my-round?round_zone=park&round_year={YEAR}"
OpenAs = Callable[[str, str], Page]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with round_in(tmp_path, **PEOPLE) as opened:
        yield opened


@pytest.fixture
def team(serve: Serve, tmp_path: Path, store: Store) -> Served:
    return serve(f"sqlite:///{tmp_path / 'tracker.db'}")


@pytest.fixture
def open_as(browser: Browser, team: Served, store: Store) -> Iterator[OpenAs]:
    """Open a page in a browser of a person's own; nobody's where no name is given."""
    visitors = []

    def opened(name: str, address: str) -> Page:
        visitor = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB")
        visitors.append(visitor)
        if name:
            token = sign_in(store, name, PASSWORD, Visit())
            visitor.add_cookies([{"name": COOKIE, "value": token, "url": team.address}])
        page = visitor.new_page()
        page.goto(f"{team.address}/{address}")
        return page

    yield opened
    for visitor in visitors:
        visitor.close()


def _typed(store: Store) -> dict[str, str]:
    return {draft.person: draft.typed.value for draft in drafts(store, "park", YEAR, "output") if draft.typed}


def test_two_officials_choose_between_their_values_a_reviewer_accepts_and_a_visitor_sees_it(
    open_as: OpenAs, store: Store
) -> None:
    second, first = open_as("zhao", FORM), open_as("li", FORM)
    grid_settled(second)
    grid_settled(first)
    type_value(first, "Output", "165.2亿")
    expect(first.locator("body")).to_contain_text("→ 16.52 bn yuan")
    type_value(second, "Output", "166.4亿")
    expect(second.get_by_text("Li typed 165.2亿")).to_be_visible()
    expect(second.get_by_role("button", name="Take 165.2亿")).to_be_visible()
    expect(second.get_by_role("button", name="Nothing to submit yet")).to_be_disabled()
    assert _typed(store) == {"li": "165.2亿", "zhao": "166.4亿"}
    second.get_by_role("button", name="Keep mine: 166.4亿").click()
    expect(second.get_by_text("Li typed 165.2亿")).to_have_count(0)
    second.get_by_role("button", name="Submit 1 value for review").click()
    expect(second.get_by_text("1 value submitted for review.")).to_be_visible()
    assert _typed(store) == {"li": "165.2亿"}

    type_value(first, "Output", "165.3亿")
    expect(first.get_by_text("Zhao submitted 166.4亿")).to_be_visible()
    expect(first.get_by_role("button", name="Keep mine: 165.3亿")).to_be_visible()
    first.get_by_role("button", name="Take 166.4亿").click()
    expect(first.get_by_role("button", name="Nothing to submit yet")).to_be_disabled()
    expect(first.get_by_text("Zhao submitted 166.4亿")).to_have_count(0)

    visitor = open_as("", "goal?goal=output-goal")
    expect(visitor.locator("h1").first).to_contain_text("output: 13.04 bn yuan in 2023")
    reviewer = open_as("wang", "review")
    grid_settled(reviewer)
    click_row(reviewer, row_of(reviewer, "Output"))
    reviewer.get_by_role("button", name="Accept 1 value").click()
    expect(reviewer.get_by_text("1 value accepted.")).to_be_visible()
    visitor.reload()
    expect(visitor.locator("h1").first).to_contain_text("16.64 bn yuan")
    (entry,) = entries(store)
    assert (entry.state, entry.entered_by, entry.reviewed_by) == (EntryState.ACCEPTED, "zhao", "wang")
