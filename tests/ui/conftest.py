"""The pages are tried on the stores that the services are, and a planner's on the shipped plans."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.conftest import round_store, store_of
from tests.ui.planner_pages import LIN, Open, run
from tracker.services import stores
from tracker.store import Store
from tracker.ui.session import person as signed_in
from tracker.ui.shell.navigation import PAGES

__all__ = ["round_store", "store_of"]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store of the shipped plans that the pages ask, for one test alone."""
    made = stores.make_store(f"sqlite:///{tmp_path / 'tracker.db'}")
    monkeypatch.setattr(stores, "serving_store", lambda: made)
    yield made
    made.close()


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page as a planner; `address` is what stands behind the question mark."""
    monkeypatch.setattr(signed_in, "require", lambda _permission: LIN)

    def opened(script: str, **address: str) -> AppTest:
        page = AppTest.from_file(PAGES / "plan" / script, default_timeout=30)
        for name, text in address.items():
            page.query_params[name] = text
        return run(page)

    return opened
