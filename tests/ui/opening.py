"""Pages opened without a browser, in their frame, on a store of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tracker.services import stores
from tracker.store import Store

FRAME = Path(__file__).resolve().parents[2] / "tracker" / "ui" / "shell" / "frame.py"


@contextmanager
def serving(store: Store, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Serve one store to the pages."""
    patch.setattr(stores, "serving_store", lambda: store)
    yield
    store.close()


def opened(page: str, **address: str) -> AppTest:
    """Open a page by its script, with what its address says."""
    test = AppTest.from_file(str(FRAME), default_timeout=60)
    test.run()
    test.switch_page(f"../../../pages/{page}")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def html(test: AppTest) -> str:
    """Give everything the page shows as HTML."""
    return "\n".join(element.proto.body for element in test.get("html"))
