"""The language over the wire: chosen by a link, kept in a cookie, else as the browser asks; never a way elsewhere."""

import re

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.web.client import TestClient
from tracker.language import _, current_language
from tracker.web import language_route, sign_in_routes
from tracker.web.access.access_control import AccessControl
from tracker.web.request_language import COOKIE, RequestLanguage

CHINESE = {"accept-language": "zh-CN,zh;q=0.9"}


async def _seen(request: Request) -> PlainTextResponse:
    return PlainTextResponse(_("Zone"))


def _client(*, open_display: bool = True) -> TestClient:
    routes = [language_route(), *sign_in_routes(), Route("/seen", _seen)]
    inner = Starlette(routes=routes)
    guarded = AccessControl(inner, open_display=open_display, pages=[])
    return TestClient(RequestLanguage(guarded), base_url="http://localhost", follow_redirects=False)


def test_a_visitor_is_answered_as_the_browser_asks_until_a_language_is_chosen() -> None:
    client = _client()
    assert client.get("/seen").text == "Zone"
    assert client.get("/seen", headers=CHINESE).text == "区域"
    client.get("/language?to=en&next=/")
    assert client.get("/seen", headers=CHINESE).text == "Zone"


def test_the_choice_leads_back_to_the_page_with_its_filters_and_lasts_a_year() -> None:
    answer = _client().get("/language?to=zh&next=/plan%3Fplan%3Da%26year%3D2021")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/plan?plan=a&year=2021"
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=zh;")
    assert "Max-Age=31536000" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


def test_filters_changed_since_the_page_was_made_are_kept() -> None:
    client = _client()
    here = {"referer": "http://localhost/plan?plan=b"}
    assert client.get("/language?to=zh&next=/plan%3Fplan%3Da", headers=here).headers["location"] == "/plan?plan=b"
    assert client.get("/language?to=zh&next=/goal", headers=here).headers["location"] == "/goal"
    assert client.get("/language?to=zh", headers=here).headers["location"] == "/plan?plan=b"


@pytest.mark.parametrize(
    "place", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"]
)
def test_the_choice_never_leads_to_another_server(place: str) -> None:
    assert _client().get("/language", params={"to": "zh", "next": place}).headers["location"] == "/"


def test_a_page_of_another_server_is_not_gone_back_to() -> None:
    foreign = {"referer": "http://elsewhere.example/plan?plan=b"}
    assert _client().get("/language?to=zh", headers=foreign).headers["location"] == "/"
    assert _client().get("/language?to=zh&next=/plan", headers=foreign).headers["location"] == "/plan"


def test_a_language_the_product_does_not_speak_is_not_kept() -> None:
    answer = _client().get("/language?to=fr&next=/plan")
    assert "set-cookie" not in answer.headers
    assert answer.headers["location"] == "/plan"


def test_the_sign_in_page_speaks_chinese_and_offers_both_languages() -> None:
    page = _client().get("/sign-in", headers=CHINESE).text
    assert '<html lang="zh">' in page
    assert "<h1>登录</h1>" in page
    links = re.findall(r'<a lang="(\w+)" hreflang="\w+" href="([^"]+)"( aria-current="true")?>', page)
    assert links == [("en", "/language?to=en", ""), ("zh", "/language?to=zh", ' aria-current="true"')]


def test_the_language_is_chosen_before_anybody_has_signed_in() -> None:
    closed = _client(open_display=False)
    assert closed.get("/language?to=zh").status_code == 303
    refused = closed.get("/seen")
    assert (refused.status_code, refused.text) == (401, "请先登录。")


def test_no_answer_changes_the_language_of_another() -> None:
    client = _client()
    client.get("/seen", headers=CHINESE)
    assert client.get("/seen").text == "Zone"
    assert current_language() == "en"
