"""Two columns pasted into the grid as a person does: each value is kept by the name beside it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.grid import click_row, expect_chosen, grid_settled, row_of
from tests.browser.signing_in import sign_in
from tests.browsing import last_read
from tests.conftest import Serve
from tests.people import PASSWORD, settle
from tests.services.conftest import write_bundle
from tests.services.round.round_samples import BUNDLE, LI, YEAR
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.round.rounds import my_round
from tracker.store import open_store

pytestmark = pytest.mark.browser

BLOCK = "R&D share\t1.9\nHigh-tech firms\t142"


@pytest.mark.parametrize("column", [0, 1])
def test_a_block_of_names_and_values_is_kept_by_the_names(
    serve: Serve, page: Page, tmp_path: Path, column: int
) -> None:
    address = f"sqlite:///{tmp_path / 'tracker.db'}"
    store = open_store(address, create=True)
    import_bundle(store, write_bundle(tmp_path / "bundle", dict(BUNDLE)), who="a planner")
    add_account(store, OPERATOR, "li", role=Role.OFFICIAL, zones=["park"], shown_name="Li", password=PASSWORD)
    settle(store, "li")
    server = serve(address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.address)
    sign_in(page, server.address, "li")
    page.goto(f"{server.address}/my-round?round_zone=park&round_year={YEAR}")
    grid_settled(page)
    row = row_of(page, "Consumer prices")
    click_row(page, row)
    expect_chosen(page, row, 0)
    for step in range(column):
        page.keyboard.press("ArrowRight")
        expect_chosen(page, row, step + 1)
    page.evaluate("text => navigator.clipboard.writeText(text)", BLOCK)
    page.keyboard.press("Control+v")
    wanted = {"rd": "1.9", "firms": "142"}

    def typed() -> dict[str, str]:
        rows = my_round(store, LI, "park", YEAR).rows
        return {row.key.indicator: row.typed.value for row in rows if row.typed.value}

    assert last_read(typed, wanted) == wanted
    expect(page.get_by_text("put beside")).to_be_visible()
    assert row_of(page, "Consumer prices") == row
    store.close()
