"""The fields for passwords: masked, open to password managers and pasting, and without hints or other questions."""

import ast
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.people import PASSWORD
from tests.serving import ROOT
from tests.web.client import ORIGIN, TestClient, client_of_routes, served_people
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.accounts.account_passwords import set_password
from tracker.services.accounts.first_administrator import first_key
from tracker.store import Store
from tracker.web import sign_in_routes


class Fields(HTMLParser):
    """Collects the fields of a form and every attribute and element that runs something."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__()
        self.fields: list[tuple[str, str, str]] = []
        self.running: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field: its name, type and what it completes."""
        attributes = {name: value or "" for name, value in attrs}
        self.running += [tag] * (tag == "script") + [name for name in attributes if name.startswith("on")]
        if tag == "input" and attributes["type"] != "hidden":
            self.fields.append((attributes["name"], attributes["type"], attributes["autocomplete"]))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with served_people(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def client(store: Store, tmp_path: Path) -> TestClient:
    return client_of_routes(tmp_path, sign_in_routes())


def _sign_in(client: TestClient, password: str) -> int:
    return int(client.post("/sign-in", data={"name": "li", "password": password}, headers=ORIGIN).status_code)


def test_each_form_masks_passwords_lets_managers_fill_them_and_asks_nothing_else(
    client: TestClient, store: Store
) -> None:
    user, new = ("name", "text", "username"), "new-password"
    pages = {
        "/sign-in": [user, ("password", "password", "current-password")],
        f"/first?key={first_key(store)}": [
            user,
            ("shown_name", "text", "name"),
            ("password", "password", new),
            ("again", "password", new),
        ],
    }
    for place, fields in pages.items():
        page = Fields(client.get(place).text)
        assert (page.fields, page.running) == (fields, []), place
    add_account(store, OPERATOR, "li", role=Role.VIEWER, password=PASSWORD)
    assert _sign_in(client, PASSWORD) == 303
    page = Fields(client.get("/new-password").text)
    own = [("old", "password", "current-password"), ("new", "password", new), ("again", "password", new)]
    assert (page.fields, page.running) == (own, [])


def test_each_field_of_a_page_that_takes_a_password_masks_it() -> None:
    masked = 0
    for path in (ROOT / "tracker" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("text_input"):
                written = ast.unparse(node)
                takes = "assword" in ast.unparse(node.args[0]) if node.args else False
                assert takes == ("type='password'" in written), f"{path.name}: {written}"
                masked += takes
    assert masked >= 5


def test_a_password_goes_over_the_wire_letter_by_letter(client: TestClient, store: Store) -> None:
    typed = " A+B %41 &café=\u00e9\u0301 “quoted”  "
    add_account(store, OPERATOR, "li", role=Role.VIEWER)
    set_password(store, OPERATOR, "li", typed)
    assert [_sign_in(client, other) for other in (typed.strip(), typed.upper(), typed.replace("+", " "))] == [401] * 3
    assert _sign_in(client, typed) == 303
