"""Signing in and out over the wire: cookies, forged forms, places to go on to, headers from outside, guarded files."""

import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from tests.people import PASSWORD, add_person, person_of
from tests.store.conftest import Calendar
from tests.web.client import ORIGIN, TestClient, served_people
from tracker.domain.people.roles import VISITOR, Role
from tracker.errors import StoreError
from tracker.services.accounts.account_keeping import OPERATOR, disable_account, list_accounts
from tracker.services.accounts.first_administrator import first_key
from tracker.services.accounts.sessions import hash_of_token
from tracker.store import Store
from tracker.web import middleware_stack, sign_in_routes
from tracker.web.access.access_control import AccessControl
from tracker.web.access.form_pages import own_place
from tracker.web.access.identity import Identity, ReadClaims, no_claims
from tracker.web.startup import print_first_link

NAME = "li@example.org"


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with served_people(tmp_path, monkeypatch, calendar) as opened:
        add_person(opened, Role.OFFICIAL, NAME, password=PASSWORD)
        yield opened


async def _seen(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.headers.get("x-tracker-session", "nobody"))


def _client(
    tmp_path: Path,
    *,
    secure: bool = False,
    open_display: bool = True,
    claims: ReadClaims = no_claims,
    more: Sequence[Route] = (),
) -> TestClient:
    (tmp_path / "index.html").write_text("<html></html>")
    routes = [*sign_in_routes(), *more, Route("/{path:path}", _seen, methods=["GET", "PUT"])]
    around = middleware_stack(
        tmp_path,
        ["localhost"],
        open_display=open_display,
        pages=["/plan"],
        claims=claims,
        owners_of=lambda _name: (VISITOR,),
        secure=secure,
    )
    scheme = "https" if secure else "http"
    return TestClient(Starlette(routes=routes, middleware=around), f"{scheme}://localhost", follow_redirects=False)


@pytest.fixture
def client(store: Store, tmp_path: Path) -> TestClient:
    return _client(tmp_path)


def _sign_in(client: TestClient, password: str = PASSWORD, following: str = "/", **headers: str) -> int:
    form = {"name": NAME, "password": password, "next": following}
    answer = client.post("/sign-in", data=form, headers={"origin": str(client.base_url).rstrip("/")} | headers)
    return int(answer.status_code)


def test_the_form_is_plain_html_with_the_place_to_go_on_to(client: TestClient) -> None:
    answer = client.get("/sign-in?next=/plan?year=2021")
    assert 'name="next" value="/plan?year=2021"' in answer.text
    assert "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_signing_in_sets_a_cookie_no_script_reads_and_goes_on(client: TestClient) -> None:
    form = {"name": NAME, "password": PASSWORD, "next": "/plan?year=2021"}
    answer = client.post("/sign-in", data=form, headers=ORIGIN)
    cookie, known = answer.headers.get_list("set-cookie")
    assert known.startswith("tracker_browser=")
    assert all(part in known for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=15552000"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan?year=2021")
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=604800"))
    assert "Secure" not in cookie
    assert client.get("/plan").text == hash_of_token(client.cookies["tracker_session"])


def test_a_wrong_password_is_said_and_what_was_typed_is_escaped(client: TestClient) -> None:
    form = {"name": '"><script>alert(1)</script>', "password": "wrong", "next": "/plan"}
    answer = client.post("/sign-in", data=form, headers=ORIGIN)
    assert answer.status_code == 401
    assert "The name or the password is wrong." in answer.text
    assert "<script" not in answer.text
    assert 'wrong"' not in answer.text
    assert 'value="/plan"' in answer.text


def test_a_store_out_of_reach_is_said_without_naming_its_place(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_given: object) -> str:
        raise StoreError("postgresql://planner@10.0.0.9/plans cannot be reached")

    monkeypatch.setattr(sys.modules["tracker.web.access.sign_in_routes"], "sign_in", unreachable)
    answer = client.post("/sign-in", data={"name": NAME, "password": PASSWORD}, headers=ORIGIN)
    assert answer.status_code == 503
    assert "10.0.0.9" not in answer.text


def test_the_sixth_attempt_is_answered_429_and_works_as_soon_as_it_says(client: TestClient, calendar: Calendar) -> None:
    assert [_sign_in(client, "wrong") for _time in range(5)] == [401] * 5
    refused = client.post("/sign-in", data={"name": NAME, "password": PASSWORD}, headers=ORIGIN)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "15")
    assert "wait 15 seconds" in refused.text
    calendar.now += timedelta(seconds=15)
    assert _sign_in(client) == 303


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}, {}]
)
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/first", "/new-password"])
def test_a_form_sent_from_elsewhere_is_refused(client: TestClient, path: str, headers: dict[str, str]) -> None:
    form = {"name": NAME, "password": PASSWORD}
    answer = client.post(path, data=form, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_browser_that_says_the_form_is_our_own_is_believed(client: TestClient) -> None:
    headers = {"sec-fetch-site": "same-origin"}
    assert client.post("/sign-in", data={"name": NAME, "password": PASSWORD}, headers=headers).status_code == 303


def test_a_form_of_a_megabyte_is_not_read_to_its_end(client: TestClient) -> None:
    answer = client.post("/sign-in", data={"name": "x" * 1_000_000}, headers=ORIGIN)
    assert answer.status_code == 400
    assert "too long" in answer.text


@pytest.mark.parametrize(
    "place", ["http://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "plan", "", "/a\nb"]
)
def test_nobody_is_led_elsewhere_after_signing_in(place: str) -> None:
    assert own_place(place) == "/"
    assert own_place("/goal?goal=a&year=2021") == "/goal?goal=a&year=2021"


def test_signing_out_has_the_browser_forget_what_it_keeps_but_the_language(client: TestClient) -> None:
    _sign_in(client)
    answer = client.post("/sign-out", headers=ORIGIN)
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert [cookie.partition("=")[0] for cookie in answer.headers.get_list("set-cookie")] == ["tracker_session"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/sign-out", "/auth/logout", "/auth/logout/"])
def test_a_link_signs_nobody_out(client: TestClient, method: str, path: str) -> None:
    _sign_in(client)
    answer = client.request(method, path, headers={"sec-fetch-site": "cross-site"})
    assert "set-cookie" not in answer.headers
    assert "clear-site-data" not in answer.headers
    assert client.put("/_stcore/upload_file/x").status_code == 200
    if path != "/sign-out":
        assert answer.status_code == 404


def test_signing_in_again_ends_the_session_this_browser_had(client: TestClient, store: Store) -> None:
    _sign_in(client)
    before = client.cookies["tracker_session"]
    assert _sign_in(client) == 303
    assert client.cookies["tracker_session"] != before
    assert person_of(store, before) is None
    assert person_of(store, client.cookies["tracker_session"]) is not None


def test_a_failed_sign_in_ends_no_session(client: TestClient, store: Store) -> None:
    _sign_in(client)
    assert _sign_in(client, "wrong") == 401
    assert person_of(store, client.cookies["tracker_session"]) is not None


def test_signing_in_at_the_provider_ends_the_session_this_browser_had(
    store: Store, tmp_path: Path, calendar: Calendar
) -> None:
    async def back(_request: Request) -> RedirectResponse:
        answer = RedirectResponse("/", status_code=302)
        answer.set_cookie("_streamlit_user", "signed")
        return answer

    client = _client(tmp_path, more=[Route("/oauth2callback", back)])
    _sign_in(client)
    before = client.cookies["tracker_session"]
    client.get("/oauth2callback")
    assert person_of(store, before) is None
    assert "tracker_session" not in client.cookies


def test_signing_out_ends_the_session_for_whoever_kept_the_cookie(client: TestClient) -> None:
    _sign_in(client)
    kept = client.cookies["tracker_session"]
    assert "Sign out" in client.get("/sign-out").text
    answer = client.post("/sign-out", headers=ORIGIN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    client.cookies.clear()
    client.cookies["tracker_session"] = kept
    assert client.put("/_stcore/upload_file/x").status_code == 401


@pytest.mark.parametrize("name", ["x-tracker-session", "X-Tracker-Session", "x_tracker_session", "X-Tracker-Role"])
def test_an_identity_header_from_outside_is_ignored(client: TestClient, name: str) -> None:
    _sign_in(client)
    session = hash_of_token(client.cookies["tracker_session"])
    client.cookies.clear()
    assert client.get("/plan", headers={name: session}).text == "nobody"
    assert client.put("/_stcore/upload_file/x", headers={name: session}).status_code == 401


def test_a_websocket_is_let_in_with_its_session_and_no_other(client: TestClient, store: Store) -> None:
    _sign_in(client)
    received: list[str] = []

    async def screen(scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        received.append(socket.headers.get("x-tracker-session", "nobody"))
        await socket.accept()
        await socket.close()

    visitor = TestClient(Identity(AccessControl(screen, open_display=False, pages=())))
    for cookie in (f"tracker_session={client.cookies['tracker_session']}", "theme=dark"):
        headers = {"x-tracker-session": "forged", "cookie": cookie}
        with visitor.websocket_connect("/_stcore/stream", headers=headers):
            pass
    assert received == [hash_of_token(client.cookies["tracker_session"]), "nobody"]


@pytest.mark.parametrize(
    ("origin", "known"),
    [
        ("http://testserver", True),
        ("https://plans.example", True),
        ("http://testserver:9999", False),
        ("https://plans.example:9999", False),
        ("http://other.example", False),
        ("null", False),
    ],
)
def test_a_websocket_of_another_server_on_the_same_host_has_no_session(
    client: TestClient, store: Store, origin: str, known: bool
) -> None:
    _sign_in(client)
    received: list[str] = []

    async def screen(scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        received.append(socket.headers.get("x-tracker-session", ""))
        await socket.accept()
        await socket.close()

    visitor = TestClient(Identity(screen, public_url="https://plans.example"))
    headers = {"origin": origin, "cookie": f"tracker_session={client.cookies['tracker_session']}"}
    with visitor.websocket_connect("/_stcore/stream", headers=headers):
        pass
    assert [bool(session) for session in received] == [known]


CLOSED = ["/media/abc.csv", "/_stcore/upload_file/a/b", "/evidence/1", "/plan.csv", "/_stcore/anything"]
OPEN = ["/", "/plan", "/health", "/static/js/a.js", "/plan/_stcore/health", "/_stcore/host-config", "/oauth2callback"]


@pytest.mark.parametrize("path", CLOSED)
def test_a_closed_display_serves_files_to_the_signed_in_alone(store: Store, tmp_path: Path, path: str) -> None:
    client = _client(tmp_path, open_display=False)
    assert client.get(path).status_code == 401
    _sign_in(client)
    assert client.get(path).status_code == 200
    disable_account(store, OPERATOR, NAME)
    assert client.get(path).status_code == 401


@pytest.mark.parametrize("path", OPEN)
def test_a_closed_display_still_serves_what_signing_in_takes(store: Store, tmp_path: Path, path: str) -> None:
    assert _client(tmp_path, open_display=False).get(path).status_code == 200


def test_an_open_display_shows_files_but_takes_none_from_visitors(client: TestClient) -> None:
    assert client.get("/media/abc.csv").status_code == 200
    assert client.put("/_stcore/upload_file/a/b").status_code == 401
    _sign_in(client)
    assert client.put("/_stcore/upload_file/a/b").status_code == 200


def test_who_is_vouched_for_by_a_provider_is_let_in_by_the_account(
    store: Store, tmp_path: Path, calendar: Calendar
) -> None:
    claims: dict[str, object] = {"iss": "id", "sub": "1", "email": NAME, "iat": calendar.now.timestamp()}
    claims["email_verified"] = True
    client = _client(tmp_path, open_display=False, claims=lambda _cookies: claims)
    assert client.get("/media/a").status_code == 200
    session = client.get("/plan").text
    _sign_in(client)
    assert client.get("/plan").text == hash_of_token(client.cookies["tracker_session"]) != session
    client.cookies["tracker_session"] = "ended long ago"
    assert client.get("/plan").text == session
    disable_account(store, OPERATOR, NAME)
    assert client.get("/media/a").status_code == 401


def test_the_first_link_is_told_once_and_makes_the_administrator(
    client: TestClient, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    print_first_link("http://localhost:8501")
    link = capsys.readouterr().out.split("http://localhost:8501")[1].strip()
    form = {"key": link.partition("=")[2], "name": "chief", "shown_name": "The chief"}
    assert "Make the account" in client.get(link).text
    differing = client.post("/first", data=form | {"password": PASSWORD, "again": "other"}, headers=ORIGIN)
    assert "The two passwords differ." in differing.text
    assert 'value="chief"' in differing.text
    weak = client.post("/first", data=form | {"password": "short", "again": "short"}, headers=ORIGIN)
    assert (weak.status_code, "too short" in weak.text) == (400, True)
    made = client.post("/first", data=form | {"password": PASSWORD, "again": PASSWORD}, headers=ORIGIN)
    assert (made.status_code, made.headers["location"]) == (303, "/")
    assert [account.name for account in list_accounts(store, OPERATOR)] == ["The chief", NAME]
    assert client.get(link).status_code == 403
    again = client.post("/first", data=form | {"password": PASSWORD, "again": PASSWORD}, headers=ORIGIN)
    assert again.status_code == 403
    print_first_link("http://localhost:8501")
    assert capsys.readouterr().out == ""


def test_no_form_is_shown_for_a_made_up_link(client: TestClient, store: Store) -> None:
    first_key(store)
    answer = client.get("/first?key=guess")
    assert (answer.status_code, "password" in answer.text.lower()) == (403, False)
