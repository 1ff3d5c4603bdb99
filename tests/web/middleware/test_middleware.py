"""What the middleware lets through, refuses and adds, without a server around it."""

import base64
import gc
import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Scope

from tests.waiting import run_to_end
from tracker.errors import StoreError
from tracker.web import health_route, lifespan, middleware_stack, redirect_route

PAGE = "<html><script>window.ready = false</script><script src='a.js'></script></html>"
SCRIPT = "console.log('plans');" * 200


@pytest.fixture
def screen(tmp_path: Path) -> Path:
    """A screen of one page, one script and one picture."""
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "static" / "js" / "a.js").write_text(SCRIPT)
    (tmp_path / "static" / "mark.png").write_bytes(b"png")
    (tmp_path / "secret.js").write_text("not served")
    return tmp_path


async def _plain(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"page {request.url.path}")


def _unreachable() -> None:
    raise StoreError("postgresql://planner@10.0.0.9/plans cannot be reached")


@pytest.fixture
def application(screen: Path) -> Starlette:
    """The middleware around a page that answers with its path."""
    routes = [
        health_route(_unreachable),
        redirect_route("/overview", "/"),
        Route("/{path:path}", _plain),
    ]
    return Starlette(routes=routes, middleware=middleware_stack(screen, ["localhost"]))


def _ask(
    application: Starlette, path: str, host: str = "localhost", query: str = "", accepts: str = ""
) -> list[Message]:
    sent: list[Message] = []
    scope: Scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", host.encode()), (b"accept-encoding", accepts.encode())],
        "server": ("localhost", 80),
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    run_to_end(application(scope, receive, send))
    return sent


def _headers(sent: list[Message]) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def _body(sent: list[Message]) -> bytes:
    return b"".join(message.get("body", b"") for message in sent)


def test_the_policy_lets_the_pages_own_inline_script_run_and_no_other(application: Starlette) -> None:
    policy = _headers(_ask(application, "/plan"))["content-security-policy"]
    digest = base64.b64encode(hashlib.sha256(b"window.ready = false").digest()).decode()
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts == f"script-src 'self' blob: 'sha256-{digest}'"


def test_another_host_is_refused_with_the_same_headers(application: Starlette) -> None:
    sent = _ask(application, "/plan", host="evil.example")
    assert sent[0]["status"] == 400
    assert _headers(sent)["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp"])
def test_closed_routes_are_not_found(application: Starlette, path: str) -> None:
    assert _ask(application, path)[0]["status"] == 404


def test_a_route_that_only_begins_like_a_closed_one_is_open(application: Starlette) -> None:
    assert _body(_ask(application, "/_stcore/agents")) == b"page /_stcore/agents"


def test_a_script_is_compressed_once_and_kept(application: Starlette, screen: Path) -> None:
    first = _ask(application, "/static/js/a.js", accepts="gzip, br")
    (screen / "static" / "js" / "a.js").write_text("changed")
    second = _ask(application, "/static/js/a.js", accepts="gzip, br")
    assert gzip.decompress(_body(first)).decode() == SCRIPT
    assert _body(second) == _body(first)
    assert "immutable" in _headers(first)["cache-control"]


@pytest.mark.parametrize("path", ["/static/mark.png", "/static/../secret.js", "/static/js/unknown.js"])
def test_what_is_no_known_script_passes_through(application: Starlette, path: str) -> None:
    assert _body(_ask(application, path, accepts="gzip")) == f"page {path}".encode()


def test_who_does_not_take_gzip_gets_the_plain_answer(application: Starlette) -> None:
    assert _body(_ask(application, "/static/js/a.js")) == b"page /static/js/a.js"


def test_a_store_out_of_reach_is_unhealthy_and_names_no_place(application: Starlette) -> None:
    sent = _ask(application, "/health")
    assert sent[0]["status"] == 503
    assert b"10.0.0.9" not in _body(sent)


@pytest.mark.parametrize(("query", "place"), [("", "/"), ("year=2021&rule=time", "/?year=2021&rule=time")])
def test_a_moved_page_keeps_its_filters(application: Starlette, query: str, place: str) -> None:
    sent = _ask(application, "/overview", query=query)
    assert sent[0]["status"] == 307
    assert _headers(sent)["location"] == place


@pytest.fixture
def thawed() -> Iterator[None]:
    """Return back to the collector what a test took from it."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_starting_loads_what_pages_need_and_takes_it_out_of_later_collections() -> None:
    before = gc.get_freeze_count()
    prepared, watched = Event(), Event()

    def watch(ended: Event) -> None:
        ended.wait(timeout=30)
        watched.set()

    async def start() -> int:
        async with lifespan(["tracker.domain.records"], prepared.set, watch)(None):
            assert not watched.is_set()
            return gc.get_freeze_count()

    assert run_to_end(start()) > before
    assert prepared.wait(timeout=30)
    assert watched.wait(timeout=10)
