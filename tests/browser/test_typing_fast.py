"""A round typed as fast as people type: every value is kept, whatever runs in between."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.grid import GRID, choose_value, expect_chosen, grid_settled, type_over
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


def test_values_typed_one_after_the_other_without_a_pause_are_all_kept(
    serve: Serve, page: Page, tmp_path: Path
) -> None:
    address = f"sqlite:///{tmp_path / 'tracker.db'}"
    store = open_store(address, create=True)
    import_bundle(store, write_bundle(tmp_path / "bundle", dict(BUNDLE)), who="a planner")
    add_account(store, OPERATOR, "li", role=Role.OFFICIAL, zones=["park"], shown_name="Li", password=PASSWORD)
    settle(store, "li")
    server = serve(address)
    sign_in(page, server.address, "li")
    page.goto(f"{server.address}/my-round?round_zone=park&round_year={YEAR}")
    grid_settled(page)
    rows = page.locator(f"{GRID} table").first.locator("tbody tr").count()
    values = [f"{101 + row}.5" for row in range(rows)]
    choose_value(page, 0)
    for row, value in enumerate(values):
        expect_chosen(page, row)
        type_over(page, value)
    found = last_read(lambda: [row.typed.value for row in my_round(store, LI, "park", YEAR).rows], values)
    assert found == values
    store.close()
