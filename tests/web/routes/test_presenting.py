"""Presenting over the wire: who is let in, what is kept by browsers, and that nothing written becomes markup."""

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from tests.people import PASSWORD, add_person
from tests.store.samples import PLAN
from tests.web.client import TestClient, served_people
from tracker.domain.people.roles import Role
from tracker.domain.slides.slide_sets import Origin, SlideChoice
from tracker.services.slides.slide_sets import make_set, passing_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.web import presenting_routes, sign_in_routes
from tracker.web.access.access_control import AccessControl
from tracker.web.access.identity import Identity
from tracker.web.request_language import RequestLanguage

HOSTILE = '</script><img src=x onerror=alert(1)>"&'
ASKED = f"/present/slides?plan={PLAN.plan}&year=2022"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with served_people(tmp_path, monkeypatch) as opened:
        yield opened


def client_of(*, open_display: bool = True) -> TestClient:
    routes = [*sign_in_routes(), *presenting_routes(open_display=open_display)]
    guarded = AccessControl(Starlette(routes=routes), open_display=open_display, pages=["/present"])
    return TestClient(RequestLanguage(Identity(guarded)), base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def client(store: Store) -> TestClient:
    return client_of()


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_page_holds_no_slide_and_freezes_what_is_presented_by_its_address(client: TestClient) -> None:
    first = client.get(f"/present?plan={PLAN.plan}&year=2022")
    assert first.status_code == 307
    assert "as_of=" in first.headers["location"]
    page = client.get(first.headers["location"])
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "<svg" not in page.text


def test_slides_come_a_line_each_beginning_with_the_one_that_is_looked_at(client: TestClient) -> None:
    count, *slides = lines(client.get(f"{ASKED}&first=2").text)
    assert count["of"] == len(slides) > 2
    assert slides[0]["number"] == 2
    assert sorted(slide["number"] for slide in slides) == list(range(1, len(slides) + 1))
    assert all(slide["svg"].startswith("<svg") for slide in slides)


def test_slides_are_sent_small_to_browsers_that_unpack_them(client: TestClient) -> None:
    plain = client.get(ASKED, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with client.stream("GET", ASKED, headers={"accept-encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
        sent = b"".join(answer.iter_raw())
    assert len(sent) < len(plain.content) / 3
    assert len(lines(gzip.decompress(sent).decode())) == len(lines(plain.text))


def test_script_and_style_are_kept_by_browsers_under_an_address_that_changes_with_them(client: TestClient) -> None:
    page = client.get(f"/present?plan={PLAN.plan}&as_of=2022-01-01T00:00:00%2B00:00&year=2022").text
    for name, kind in (("present.js", "text/javascript"), ("present.css", "text/css")):
        address = re.search(rf'"(/present/{name}\?[0-9a-f]{{12}})"', page)
        assert address, name
        answer = client.get(address[1])
        assert answer.headers["content-type"].startswith(kind)
        assert "immutable" in answer.headers["cache-control"]


def test_what_is_not_there_is_answered_in_words(client: TestClient) -> None:
    gone = client.get("/present?plan=nowhere&as_of=2022-01-01T00:00:00%2B00:00")
    assert (gone.status_code, "There is no plan “nowhere” here." in gone.text) == (404, True)
    assert client.get("/present/other.js").status_code == 404
    assert "This address names nothing to present." in client.get("/present/settings.py").text
    (answered,) = lines(client.get("/present/slides?plan=nowhere").text)
    assert answered == {"problem": "There is no plan “nowhere” here."}


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "goals=",
        "goals=,,",
        "plan=%00",
        "set=' or 1=1 --",
        "set=../../etc/passwd",
        "set=%25",
        "indicator=firms&zones=",
        "zone=nowhere",
        f"plan={PLAN.plan}&as_of=yesterday",
        f"goals={','.join(f'g{place}' for place in range(500))}",
    ],
)
def test_nothing_that_is_asked_breaks_the_page_or_reads_something_else(client: TestClient, asked: str) -> None:
    answered = lines(client.get(f"/present/slides?{asked}").text)
    assert list(answered[0]) == ["problem"]
    if "as_of" not in asked and "set=" not in asked:
        asked += "&as_of=2022-01-01T00:00:00%2B00:00"
    page = client.get(f"/present?{asked}")
    assert page.status_code == 404
    assert "Traceback" not in page.text


@pytest.mark.parametrize(
    "odd", ["year=0000", "year=９９９９", "first=-1", "first=9999", "shape=odd", "theme=odd", "rule=odd"]
)
def test_odd_ways_to_look_show_the_usual_slides(client: TestClient, odd: str) -> None:
    answered = lines(client.get(f"/present/slides?plan={PLAN.plan}&{odd}").text)
    assert answered[0]["of"] == len(answered) - 1 > 0


def test_without_an_open_display_nobody_sees_a_slide_before_signing_in(store: Store) -> None:
    add_person(store, Role.VIEWER, "li", password=PASSWORD)
    closed = client_of(open_display=False)
    page = closed.get(f"/present?plan={PLAN.plan}")
    assert page.status_code == 303
    assert page.headers["location"] == f"/sign-in?next=%2Fpresent%3Fplan%3D{PLAN.plan}"
    refused = closed.get(ASKED)
    assert (refused.status_code, refused.text) == (401, "Sign in first.")
    form = {"name": "li", "password": PASSWORD, "next": "/"}
    closed.post("/sign-in", data=form, headers={"origin": "http://localhost"})
    assert closed.get(ASKED).status_code == 200


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", "javascript:alert(1)"]
)
def test_escape_never_leads_to_another_server(client: TestClient, back: str) -> None:
    asked = {"plan": PLAN.plan, "as_of": "2022-01-01T00:00:00+00:00", "back": back}
    assert 'data-back="/"' in client.get("/present", params=asked).text
    own = client.get("/present", params=asked | {"back": '/plan?plan="><b>'}).text
    assert 'data-back="/plan?plan=&#34;&gt;&lt;b&gt;"' in own


def test_hostile_names_titles_and_notes_stay_text(store: Store, client: TestClient) -> None:
    planner = add_person(store, Role.PLANNER)
    first, *others = passing_set(store, Origin.PLAN, [PLAN.plan], ViewSettings(2022)).slides
    slides = [SlideChoice(key=first.key, title=HOSTILE, notes=HOSTILE), *others]
    kept = make_set(store, planner, HOSTILE, Origin.PLAN, [PLAN.plan], ViewSettings(2022), "t", slides)
    page = client.get(f"/present?set={kept.key}").text
    assert "<img" not in page
    assert f"<title>{HOSTILE} · " in unescape(page)
    slide = lines(client.get(f"/present/slides?set={kept.key}").text)[1]
    assert slide["notes"] == slide["title"] == HOSTILE
    assert "<img" not in slide["svg"]
    assert "onerror=alert" in unescape(slide["svg"])
