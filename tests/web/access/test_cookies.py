"""Behind https every cookie keeps to https and to this host, and what a neighbouring host has set is not believed."""

from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from tests.conftest import Serve
from tests.people import PASSWORD, settle
from tests.serving import Served
from tests.web.client import TestClient
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.stores import make_store
from tracker.web.access.identity import SecureCookies

PUBLIC = "plans.example.org"


async def _cookies(request: Request) -> PlainTextResponse:
    answer = PlainTextResponse(repr(sorted(request.cookies.items())))
    answer.set_cookie("whole", "a", path="/", httponly=True)
    answer.set_cookie("part", "b", path="/there", secure=True)
    answer.set_cookie("shared", "c", path="/", domain="example.org")
    answer.set_cookie("_streamlit_xsrf", "d", path="/")
    answer.delete_cookie("gone", path="/")
    return answer


async def _socket(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_json(sorted(socket.cookies.items()))
    await socket.close()


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/", _cookies), WebSocketRoute("/socket", _socket)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(SecureCookies)]), "https://localhost")


def test_cookies_for_the_whole_host_carry_the_prefix_and_all_keep_to_https(client: TestClient) -> None:
    headers = client.get("/").headers.get_list("set-cookie")
    names = [cookie.partition("=")[0] for cookie in headers]
    assert names == ["__Host-whole", "part", "shared", "_streamlit_xsrf", "__Host-gone"]
    assert all(cookie.lower().count("; secure") == 1 for cookie in headers)
    assert "HttpOnly" in headers[0]
    assert "Max-Age=0" in headers[-1]


GIVEN = "__Host-tracker_session=mine; tracker_session=planted; tracker_room=640; other=x; __Host-tracker_browser=b"


def test_a_cookie_without_the_prefix_is_not_believed(client: TestClient) -> None:
    believed = [("tracker_browser", "b"), ("tracker_room", "640"), ("tracker_session", "mine")]
    assert client.get("/", headers={"cookie": GIVEN}).text == repr(believed)
    with client.websocket_connect("/socket", headers={"cookie": GIVEN}) as socket:
        assert socket.receive_json() == [list(one) for one in believed]


@pytest.fixture(scope="module")
def behind_https(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """Serve the product as it runs behind a proxy that people reach by https."""
    place = f"sqlite:///{tmp_path_factory.mktemp('https') / 'tracker.db'}"
    store = make_store(place)
    add_account(store, OPERATOR, "li", role=Role.OFFICIAL, zones=["dalian"], password=PASSWORD)
    settle(store, "li")
    store.close()
    provider = {
        "TRACKER_OIDC_ISSUER": "https://id.example.org",
        "TRACKER_OIDC_CLIENT_ID": "tracker",
        "TRACKER_OIDC_CLIENT_SECRET": "hidden",
        "TRACKER_OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
    }
    return serve(place, TRACKER_PUBLIC_URL=f"https://{PUBLIC}", TRACKER_OPEN_DISPLAY="yes", **provider)


def _asked(
    served: Served, method: str, path: str, *, cookie: str = "", form: dict[str, str] | None = None, token: str = ""
) -> tuple[int, list[tuple[str, str]]]:
    """Send one request as a proxy does, and give the status and the headers."""
    headers = {"Host": PUBLIC, "Origin": f"https://{PUBLIC}", "X-Forwarded-Proto": "https"}
    headers |= {"Cookie": cookie} if cookie else {}
    headers |= {"X-Xsrftoken": token} if token else {}
    headers |= {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
    connection = HTTPConnection(served.address.partition("//")[2], timeout=60)
    connection.request(method, path, urlencode(form) if form else None, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheaders()


def _all(headers: list[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in headers if key.lower() == name]


def test_the_real_server_keeps_browsers_and_cookies_to_https(behind_https: Served) -> None:
    asked = [
        _asked(behind_https, "GET", path)
        for path in ("/", "/plan", "/health", "/sign-in", "/language?to=zh", "/_stcore/health", "/_stcore/host-config")
    ]
    asked.append(_asked(behind_https, "POST", "/sign-in", form={"name": "li", "password": PASSWORD}))
    assert [_all(headers, "strict-transport-security") for _status, headers in asked] == [["max-age=31536000"]] * 8
    cookies = [cookie for _status, headers in asked for cookie in _all(headers, "set-cookie")]
    names = {cookie.partition("=")[0] for cookie in cookies}
    assert {"__Host-tracker_session", "__Host-tracker_browser", "__Host-tracker_language"} <= names
    assert all("secure" in cookie.lower().split("; ") for cookie in cookies), cookies
    assert all(name.startswith("__Host-") for name in names - {"_streamlit_xsrf"})


def test_the_real_server_signs_in_and_out_with_prefixed_cookies_and_by_post_alone(behind_https: Served) -> None:
    _status, headers = _asked(behind_https, "POST", "/sign-in", form={"name": "li", "password": PASSWORD})
    cookie = next(one.partition(";")[0] for one in _all(headers, "set-cookie") if "tracker_session" in one)
    upload = "/_stcore/upload_file/a/b"
    assert _asked(behind_https, "PUT", upload, cookie=cookie)[0] != 401
    assert _asked(behind_https, "PUT", upload, cookie=cookie.removeprefix("__Host-"))[0] == 401
    assert _asked(behind_https, "GET", "/auth/logout", cookie=cookie)[0] == 404
    assert _asked(behind_https, "GET", "/sign-out", cookie=cookie)[0] == 200
    assert _asked(behind_https, "PUT", upload, cookie=cookie)[0] != 401
    status, headers = _asked(behind_https, "POST", "/sign-out", cookie=cookie, form={"": ""})
    assert (status, _all(headers, "clear-site-data")) == (303, ['"cache", "storage"'])
    assert _all(headers, "set-cookie")[0].startswith('__Host-tracker_session=""')
    assert _asked(behind_https, "PUT", upload, cookie=cookie)[0] == 401


def test_the_real_server_takes_files_from_its_own_pages_alone(behind_https: Served) -> None:
    def answered(cookie: str, token: str = "") -> int:
        return _asked(behind_https, "PUT", "/_stcore/upload_file/a/b", cookie=cookie, token=token)[0]

    signed_in = _asked(behind_https, "POST", "/sign-in", form={"name": "li", "password": PASSWORD})
    seen = [_asked(behind_https, "GET", "/_stcore/health") for _visit in range(2)]
    session = _cookie(signed_in, "tracker_session")
    own, another = (_cookie(answer, "_streamlit_xsrf").partition("=")[2] for answer in seen)
    mine = f"{session}; _streamlit_xsrf={own}"
    assert [answered(session), answered(mine), answered(session, own), answered(mine, another)] == [403] * 4
    # Taken as a request of one of our pages, whose window is not there.
    assert answered(mine, own) == 400


def _cookie(answer: tuple[int, list[tuple[str, str]]], name: str) -> str:
    return next(cookie.partition(";")[0] for cookie in _all(answer[1], "set-cookie") if name in cookie)
