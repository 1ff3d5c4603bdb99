"""A password that somebody else has set: changed by its owner before anything else is possible."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.people import PASSWORD, person_of
from tests.store.conftest import Calendar
from tests.web.client import ORIGIN, TestClient, client_of_routes, served_people
from tracker.domain.people.roles import VISITOR, Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account, disable_account, list_accounts
from tracker.services.accounts.account_passwords import set_password
from tracker.services.accounts.oidc import identity_of_claims, session_of_identity
from tracker.services.accounts.sessions import hash_of_token, person_of_account
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.store import Store
from tracker.web import evidence_route, presenting_routes, sign_in_routes

OWN = "one that I alone know"
FORM = {"old": PASSWORD, "new": OWN, "again": OWN, "next": "/plan?year=2021"}


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with served_people(tmp_path, monkeypatch, calendar) as opened:
        add_account(opened, OPERATOR, "li", role=Role.ADMINISTRATOR, password=PASSWORD)
        yield opened


async def _anything(request: Request) -> PlainTextResponse:
    return PlainTextResponse("anything")


@pytest.fixture
def client(store: Store, tmp_path: Path) -> TestClient:
    routes = [
        *sign_in_routes(),
        evidence_route(),
        *presenting_routes(open_display=False),
        Route("/{path:path}", _anything, methods=["GET", "PUT"]),
    ]
    pages = ["/plan", "/present"]
    # A file made for a visitor is for everybody.
    return client_of_routes(tmp_path, routes, open_display=False, pages=pages, owners_of=lambda _name: (VISITOR,))


def _sign_in(client: TestClient, password: str = PASSWORD) -> str:
    form = {"name": "li", "password": password, "next": "/plan?year=2021"}
    return str(client.post("/sign-in", data=form, headers=ORIGIN).headers.get("location"))


def _inside(client: TestClient) -> list[int]:
    """Ask for what needs a person, and give the answers."""
    answers = [client.get(path) for path in ("/media/a.csv", "/evidence/1", "/present/slides")]
    return [answer.status_code for answer in [*answers, client.put("/_stcore/upload_file/x")]]


def test_whoever_signs_in_with_a_given_password_is_led_to_choose_one_and_gets_nowhere_else(
    client: TestClient, store: Store
) -> None:
    assert _sign_in(client) == "/new-password?next=%2Fplan%3Fyear%3D2021"
    assert _inside(client) == [401] * 4
    assert person_of(store, client.cookies["tracker_session"]) is None
    assert client.get("/present?plan=a").headers["location"].startswith("/sign-in")
    form = client.get("/new-password?next=/plan?year=2021")
    assert 'name="next" value="/plan?year=2021"' in form.text
    assert form.headers["cache-control"] == "no-store"


def test_ones_own_password_opens_everything_in_the_same_session(client: TestClient, store: Store) -> None:
    _sign_in(client)
    answer = client.post("/new-password", data=FORM, headers=ORIGIN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan?year=2021")
    assert _inside(client)[0] == 200
    assert person_of(store, client.cookies["tracker_session"]) is not None
    assert not list_accounts(store, OPERATOR)[0].password_given
    assert client.get("/new-password?next=/plan").headers["location"] == "/plan"
    client.cookies.clear()
    assert _sign_in(client) == "None"
    assert _sign_in(client, OWN) == "/plan?year=2021"


def test_every_other_session_begun_with_the_given_password_ends(client: TestClient, store: Store) -> None:
    other = sign_in(store, "li", PASSWORD, Visit())
    _sign_in(client)
    client.post("/new-password", data=FORM, headers=ORIGIN)
    assert person_of(store, other) is None


@pytest.mark.parametrize(
    ("changed", "status", "told"),
    [
        ({"old": "not the password"}, 401, "The name or the password is wrong."),
        ({"again": "another"}, 400, "The two passwords differ."),
        ({"new": PASSWORD, "again": PASSWORD}, 400, "the new password is the one until now"),
        ({"new": "short", "again": "short"}, 400, "too short"),
        ({"new": "Password123456", "again": "Password123456"}, 400, "commonest"),
    ],
)
def test_a_choice_that_will_not_do_opens_nothing(
    client: TestClient, changed: dict[str, str], status: int, told: str
) -> None:
    _sign_in(client)
    answer = client.post("/new-password", data=FORM | changed, headers=ORIGIN)
    assert (answer.status_code, told in answer.text) == (status, True)
    assert 'value="/plan?year=2021"' in answer.text
    assert _inside(client) == [401] * 4


def test_the_given_password_is_guessed_no_faster_here(client: TestClient) -> None:
    _sign_in(client)
    guesses = [client.post("/new-password", data=FORM | {"old": "a guess"}, headers=ORIGIN) for _time in range(11)]
    # Five of the session, five of anybody at this address.
    assert [guess.status_code for guess in guesses] == [401] * 10 + [429]
    assert guesses[-1].headers["retry-after"] == "15"


def test_nobody_chooses_a_password_without_such_a_session(client: TestClient, store: Store) -> None:
    assert client.post("/new-password", data=FORM, headers=ORIGIN).status_code == 403
    _sign_in(client)
    disable = add_account(store, OPERATOR, "deputy", role=Role.ADMINISTRATOR)
    assert disable.account == "deputy"
    disable_account(store, OPERATOR, "li")
    assert client.post("/new-password", data=FORM, headers=ORIGIN).status_code == 403


def test_another_password_from_an_administrator_has_to_be_changed_again(client: TestClient, store: Store) -> None:
    _sign_in(client)
    client.post("/new-password", data=FORM, headers=ORIGIN)
    set_password(store, OPERATOR, "li", PASSWORD)
    assert _sign_in(client).startswith("/new-password")


def test_an_administrator_who_sets_a_password_of_their_own_need_not_change_it(store: Store) -> None:
    account = list_accounts(store, OPERATOR)[0]
    set_password(store, person_of_account(store, account), "li", OWN)
    assert person_of(store, sign_in(store, "li", OWN, Visit())) is not None


def test_who_comes_by_the_provider_has_no_password_to_change(store: Store, calendar: Calendar) -> None:
    add_account(store, OPERATOR, "li@example.org", role=Role.VIEWER, password=PASSWORD)
    claims = {"email": "li@example.org", "email_verified": True, "iat": calendar.now.timestamp(), "sub": "1"}
    vouched = identity_of_claims(claims)
    assert vouched is not None
    session = session_of_identity(store, vouched, Visit())
    assert session is not None
    assert session == hash_of_token(vouched.proof)
