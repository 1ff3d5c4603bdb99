"""Bad requests and sign-ins of the shared list, as they come over the wire."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.bad_inputs import Line, lines
from tests.people import PASSWORD, add_person, people_store
from tests.store.conftest import Calendar
from tests.web.client import TestClient
from tracker.domain.accounts import AccountDeed
from tracker.domain.roles import Role
from tracker.services import passwords
from tracker.services.account_history import account_history
from tracker.services.accounts import OPERATOR
from tracker.store import Store
from tracker.web import middleware, sign_in_routes

ORIGIN = {"origin": "http://localhost"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with people_store(tmp_path, Calendar()) as opened:
        add_person(opened, Role.OFFICIAL, "li", password=PASSWORD)
        for module in ("identity", "sign_in_routes"):
            monkeypatch.setattr(sys.modules[f"tracker.web.{module}"], "serving_store", lambda: opened)
        yield opened


@pytest.fixture
def reached() -> list[str]:
    """What got through to the pages."""
    return []


@pytest.fixture
def client(store: Store, tmp_path: Path, reached: list[str]) -> TestClient:
    async def page(_request: object) -> PlainTextResponse:
        reached.append("page")
        return PlainTextResponse("page")

    async def screen(socket: WebSocket) -> None:
        reached.append("screen")
        await socket.accept()
        await socket.close()

    (tmp_path / "index.html").write_text("<html></html>")
    routes = [*sign_in_routes(secure=False), WebSocketRoute("/_stcore/stream", screen), Route("/", page)]
    around = middleware(tmp_path, ["localhost"])
    return TestClient(Starlette(routes=routes, middleware=around), "http://localhost", follow_redirects=False)


def _answer(client: TestClient, name: str, password: str) -> tuple[int, str]:
    answer = client.post("/sign-in", data={"name": name, "password": password}, headers=ORIGIN)
    return answer.status_code, answer.text.replace(f'value="{name}"', "")


@lines(144)
def test_a_name_that_is_not_the_servers_reaches_nothing(line: Line, client: TestClient, reached: list[str]) -> None:
    host = line.text.partition("Host: ")[2].split()[0]
    assert client.get("/", headers={"host": host}).status_code in (400, 403)
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream", headers={"host": host}):
        pass
    assert reached == []
    with client.websocket_connect("/_stcore/stream", headers={"host": "localhost"}):
        assert reached == ["screen"]


@lines(145)
def test_the_sixth_bad_password_is_answered_429_and_told_in_the_history(
    line: Line, client: TestClient, store: Store
) -> None:
    assert line.expected == "429 and logged"
    assert [_answer(client, "li", "wrong")[0] for _time in range(6)] == [401] * 5 + [429]
    told = [event.deed for event in account_history(store, OPERATOR, account="li")]
    assert told[:6] == [AccountDeed.SLOWED] + [AccountDeed.FAILED] * 5


@lines(146)
def test_an_unknown_name_is_answered_in_the_same_words_after_the_same_work(
    line: Line, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert line.expected.startswith("same text, same time")
    checked: list[str] = []

    class Counting:
        hash = passwords._hasher.hash

        def verify(self, kept: str, password: str) -> bool:
            checked.append(kept.rpartition("$")[0].rpartition("$")[0])
            return PasswordHasher().verify(kept, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    assert _answer(client, "nobody", "wrong") == _answer(client, "li", "wrong")
    assert len(checked) == 2
    assert checked[0] == checked[1], "the same parameters take the same time"
