"""Every answer of the running server names its kind and letters, is for no other origin and no file of the server."""

import http.client
import re
from email.message import Message

import pytest

from tests.serving import ROOT, Served

PAGES = (
    "/",
    "/plan",
    "/nowhere",
    "/health",
    "/sign-in",
    "/sign-out",
    "/first?key=x",
    "/language?to=zh",
    "/present?plan=x",
)
PARTS = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/media/x.csv",
    "/component/a/b.js",
    "/evidence/0",
)
ASSETS = ("/present/present.js", "/present/present.css", "/present/slides", "/favicon.png", "/manifest.json")
FOREIGN = ("http://evil.example", "null", "http://localhost:1")
A_TEXT = re.compile(r"text/|application/javascript|[^;]+[/+]xml")


def _ask(server: Served, method: str, path: str, **headers: str) -> tuple[int, Message, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request(method, path, headers={"Host": f"localhost:{server.port}"} | headers)
    answer = connection.getresponse()
    read = answer.status, answer.headers, answer.read()
    connection.close()
    return read


def _screen_files(server: Served) -> list[str]:
    """Find the scripts, styles and fonts that the page is made of."""
    page = _ask(server, "GET", "/")[2].decode()
    files = re.findall(r'(?:src|href)="\.?/?(static/[^"]+)"', page)
    assert files
    return [f"/{place}" for place in files]


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_every_answer_says_what_it_is_and_in_which_letters(server: Served, encoding: str) -> None:
    refused = ("//evil.example", "/static/%2e%2e/%2e%2e/app.py")
    for path in (*PAGES, *PARTS, *ASSETS, *refused, *_screen_files(server)):
        _status, headers, content = _ask(server, "GET", path, **{"Accept-Encoding": encoding})
        kind = headers.get("content-type", "")
        assert kind or not content, path
        assert not A_TEXT.match(kind) or kind.endswith("; charset=utf-8"), path


def test_a_file_the_browser_has_already_keeps_its_kind(server: Served) -> None:
    script = _screen_files(server)[1]
    tag = _ask(server, "GET", script)[1]["etag"]
    status, headers, content = _ask(server, "GET", script, **{"If-None-Match": tag})
    assert (status, headers["content-type"], content) == (304, None, b"")


@pytest.mark.parametrize("origin", FOREIGN)
def test_no_answer_is_for_a_page_of_another_origin(server: Served, origin: str) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "PUT"}
    for method in ("GET", "OPTIONS", "POST", "PUT"):
        for path in (*PAGES, *PARTS, *ASSETS, "/_stcore/upload_file/a/b"):
            _status, headers, _content = _ask(server, method, path, **asked)
            allowed = headers.get("access-control-allow-origin")
            assert allowed is None or allowed == server.address, (method, path)


OWN_FILES = (
    ".git/config",
    ".git/HEAD",
    "app.py",
    "requirements.txt",
    "pyproject.toml",
    "data/tracker.db",
    "docs/method.md",
)
WAYS = (
    "/{}",
    "/static/../../../../../../{}",
    "/static/%2e%2e/%2e%2e/%2e%2e/{}",
    "/static/..%2f..%2f{}",
    "/app/static/{}",
)
MORE_WAYS = ("/media/../{}", "/media/..%2f..%2f{}", "/component/../{}", "/present/../{}", "/plan/{}", "/{}~", "/%00/{}")


@pytest.mark.parametrize("file", OWN_FILES)
def test_no_file_of_the_server_is_served(server: Served, file: str) -> None:
    frame = _ask(server, "GET", "/")[2]
    for way in (*WAYS, *MORE_WAYS, "/" + "%2e%2e/" * 8 + str(ROOT).lstrip("/") + "/{}", f"/{ROOT}/{{}}"):
        status, _headers, content = _ask(server, "GET", way.format(file))
        # An address that is none shows the page, which says so.
        assert status >= 400 or content == frame, way


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW"])
def test_no_other_method_than_a_route_names_is_answered(server: Served, method: str) -> None:
    for path in (*PAGES, *PARTS, *ASSETS):
        assert _ask(server, method, path)[0] in (400, 401, 404, 405), path
