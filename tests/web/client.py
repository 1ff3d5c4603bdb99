"""The server's routes asked without a server, answering from a store of people."""

import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from tests.people import people_store
from tests.store.conftest import Calendar
from tracker.store import Store
from tracker.web import middleware_stack

with warnings.catch_warnings():
    # Starlette's client asks for a newer name of the library it is made with.
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.simplefilter("ignore", UserWarning)
    from starlette.testclient import TestClient

__all__ = ["ORIGIN", "TestClient", "client_of_routes", "served_people"]

ORIGIN = {"origin": "http://localhost"}


@contextmanager
def served_people(folder: Path, monkeypatch: pytest.MonkeyPatch, calendar: Calendar | None = None) -> Iterator[Store]:
    """Open a store of people from which every module of the server answers."""
    with people_store(folder, calendar or Calendar()) as store:
        for name, module in list(sys.modules.items()):
            if name.startswith("tracker.web.") and hasattr(module, "serving_store"):
                monkeypatch.setattr(module, "serving_store", lambda: store)
        yield store


def client_of_routes(folder: Path, routes: Sequence[BaseRoute], **options: Any) -> TestClient:
    """Return a client of the routes behind the server's middleware."""
    (folder / "index.html").write_text("<html></html>")
    around = middleware_stack(folder, ["localhost"], **options)
    return TestClient(Starlette(routes=routes, middleware=around), "http://localhost", follow_redirects=False)
