"""Bad requests and sign-ins of the shared list, as they come over the wire."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.bad_inputs import Line, lines
from tests.people import PASSWORD, add_person
from tests.web.client import ORIGIN, TestClient, client_of_routes, served_people
from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import Role
from tracker.services.accounts import passwords
from tracker.services.accounts.account_keeping import OPERATOR, account_history
from tracker.store import Store
from tracker.web import sign_in_routes


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with served_people(tmp_path, monkeypatch) as opened:
        add_person(opened, Role.OFFICIAL, "li", password=PASSWORD)
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

    routes = [*sign_in_routes(), WebSocketRoute("/_stcore/stream", screen), Route("/", page)]
    return client_of_routes(tmp_path, routes)


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
    events = [event.deed for event in account_history(store, OPERATOR, account="li")]
    assert events[:6] == [AccountEventKind.SLOWED] + [AccountEventKind.FAILED] * 5


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


FORMS = ("/sign-in", "/sign-out", "/first")


@pytest.mark.parametrize("place", FORMS)
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"&".join(b"a%d=1" % one for one in range(21)), "application/x-www-form-urlencoded"),
        (b"name=" + b"x" * 30_000, "application/x-www-form-urlencoded"),
        (b"--b\r\nnot a part", "multipart/form-data; boundary=b"),
        (b'{"name": "li"}', "application/json"),
    ],
    ids=["21 fields", "30,000 bytes", "broken parts", "json"],
)
def test_a_form_that_no_page_sends_is_answered_400_in_words(
    client: TestClient, place: str, content: bytes, kind: str
) -> None:
    answer = client.post(place, content=content, headers={**ORIGIN, "content-type": kind})
    assert answer.status_code == 400
    assert "the form" in answer.text


@pytest.mark.parametrize("typed", [b"%00", b"%ed%a0%80", b"\xff\xfe", b"%07%zz%"])
def test_letters_that_are_none_are_nobodys_name(client: TestClient, typed: bytes) -> None:
    sent = {**ORIGIN, "content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/sign-in", content=b"name=" + typed + b"&password=" + typed, headers=sent)
    assert answer.status_code == 401
    assert "The name or the password is wrong." in answer.text


@pytest.mark.parametrize("header", ["origin", "referer", "user-agent", "cookie", "x-forwarded-for", "accept-language"])
@pytest.mark.parametrize(
    "value", ["http://[", "\xff\xfe", "http://[::1", "//[x", "tracker_session=\xff", "=;;==", "%00"]
)
def test_headers_of_any_kind_are_answered_in_words(client: TestClient, header: str, value: str) -> None:
    headers = {**ORIGIN, header: value.encode("latin-1")}
    for answer in (
        client.get("/sign-in?next=http://[", headers=headers),
        client.get("/sign-in?next=%ff%00&next=/%ed%a0%80", headers=headers),
        client.post("/sign-out", data={"next": "//["}, headers=headers),
        client.get("/first?key=%00%ff", headers=headers),
    ):
        assert answer.status_code in (200, 303, 403)
        assert answer.status_code == 303 or "<h1" in answer.text
