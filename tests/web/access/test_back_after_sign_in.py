"""Coming back from the identity provider: to the page one left, never to a foreign one, and once."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from tests.web.client import TestClient
from tracker.web.access.back_after_sign_in import COOKIE, BackAfterSignIn


async def _leaving(_request: Request) -> RedirectResponse:
    return RedirectResponse("http://provider.example/authorize", status_code=302)


async def _back(request: Request) -> RedirectResponse:
    return RedirectResponse(request.query_params.get("to", "/"), status_code=302)


def _client() -> TestClient:
    routes = [Route("/auth/login", _leaving), Route("/oauth2callback", _back), Route("/plan", _back)]
    wrapped = Starlette(routes=routes, middleware=[Middleware(BackAfterSignIn)])
    return TestClient(wrapped, "http://localhost", follow_redirects=False)


def _came_from(client: TestClient, page: str) -> str:
    """Leave a page for the provider and come back; give where that leads."""
    client.get("/auth/login", headers={"referer": page} if page else {})
    return str(client.get("/oauth2callback").headers["location"])


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("http://localhost/plan?plan=a&year=2021", "/plan?plan=a&year=2021"),
        ("http://localhost/?zone=%E5%A4%A7%E8%BF%9E;x=1", "/?zone=%E5%A4%A7%E8%BF%9E;x=1"),
        ("http://localhost/", "/"),
        ("", "/"),
        ("http://evil.example/plan", "/"),
        ("http://localhost//evil.example/plan", "/"),
        ("http://localhost/\\\\evil.example", "/"),
        ("http://localhost/plan?words=" + "x" * 3_000, "/"),
    ],
)
def test_one_comes_back_to_the_page_one_left(page: str, place: str) -> None:
    assert _came_from(_client(), page) == place


def test_the_way_back_is_taken_once_and_short_lived() -> None:
    client = _client()
    cookie = client.get("/auth/login", headers={"referer": "http://localhost/plan"}).headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=900"))
    assert "Secure" not in cookie
    assert client.get("/oauth2callback").headers["location"] == "/plan"
    assert COOKIE not in client.cookies
    assert client.get("/oauth2callback").headers["location"] == "/"


def test_an_answer_that_leads_elsewhere_and_other_pages_are_left_alone() -> None:
    client = _client()
    client.get("/auth/login", headers={"referer": "http://localhost/plan"})
    assert client.get("/oauth2callback?to=/failed").headers["location"] == "/failed"
    assert "set-cookie" not in client.get("/plan").headers


def test_a_forged_cookie_leads_nowhere_else() -> None:
    client = _client()
    answer = client.get("/oauth2callback", headers={"cookie": f"{COOKIE}=http%3A%2F%2Fevil.example"})
    assert answer.headers["location"] == "/"
