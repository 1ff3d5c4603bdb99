"""A database that is away: every route answers in words, and none of them says where the database is."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from tests.web.client import TestClient
from tracker.services import stores
from tracker.store import opening
from tracker.store.database.address import read_address
from tracker.store.store import utc_now
from tracker.ui.shell.navigation import page_list
from tracker.web import evidence_route, middleware_stack, presenting_routes, sign_in_routes
from tracker.web.access.identity import COOKIE

AWAY = "postgresql://planner:secret@127.0.0.1:1/plans"
PAGES = [f"/{page.address}" for page in page_list()[1:]]
ROUTES = [
    "/",
    *PAGES,
    "/present?set=spring",
    "/present/slides?set=spring",
    f"/evidence/{'a' * 64}",
    "/first?key=k",
]


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    away = opening._store_on_server(read_address(AWAY), utc_now)
    monkeypatch.setattr("tracker.services.stores.kept.open_store", lambda _address: away)
    stores.serving_store.cache_clear()
    (tmp_path / "index.html").write_text("<html></html>")
    routes = [*sign_in_routes(), *presenting_routes(open_display=True), evidence_route()]
    application = Starlette(routes=routes, middleware=middleware_stack(tmp_path, ["localhost"], pages=PAGES))
    yield TestClient(application, "http://localhost", follow_redirects=False)
    away.close()
    stores.serving_store.cache_clear()


@pytest.mark.parametrize("route", [*ROUTES, "/_stcore/upload_file/a/b"])
def test_every_route_answers_in_words_that_tell_nothing(
    client: TestClient, route: str, caplog: pytest.LogCaptureFixture
) -> None:
    client.cookies[COOKIE] = "a token"
    with caplog.at_level(logging.ERROR):
        answer = client.get(route, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.text) == (503, "The store is busy or out of reach; try again in a moment.")
    assert "127.0.0.1" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(("route", "fields"), [("/sign-in", {"name": "li", "password": "p"}), ("/sign-out", {})])
def test_forms_that_are_sent_come_back_with_words(client: TestClient, route: str, fields: dict[str, str]) -> None:
    client.cookies[COOKIE] = "a token"
    answer = client.post(route, data=fields, headers={"Origin": "http://localhost", "Accept-Language": "en"})
    assert answer.status_code == 503
    assert "try again in a moment" in answer.text
    assert not any(secret in answer.text for secret in ("127.0.0.1", "planner", "secret", "postgresql"))
