"""Evidence over the wire: a file to save for those who are signed in, nothing for anybody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.people import PASSWORD, add_person
from tests.services.round.round_samples import LI
from tests.web.client import TestClient, client_of_routes, served_people
from tracker.domain.people.roles import Role
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.services.round.evidence_files import keep
from tracker.store import Store
from tracker.web import evidence_route
from tracker.web.access.identity import COOKIE

PDF = b"%PDF-1.7\n <script>alert(1)</script>"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with served_people(tmp_path, monkeypatch) as opened:
        add_person(opened, Role.VIEWER, "vera", password=PASSWORD)
        yield opened


@pytest.fixture
def client(store: Store, tmp_path: Path) -> TestClient:
    return client_of_routes(tmp_path, [evidence_route()], open_display=True)


def _signed_in(client: TestClient, store: Store) -> TestClient:
    client.cookies[COOKIE] = sign_in(store, "vera", PASSWORD, Visit())
    return client


def test_an_open_display_shows_no_evidence_to_visitors(client: TestClient, store: Store) -> None:
    answer = client.get(f"/evidence/{keep(store, LI, 'bulletin.pdf', PDF)}")
    assert answer.status_code == 401
    assert "Sign in first." in answer.text


def test_whoever_is_signed_in_saves_the_file_as_it_was_handed_over(client: TestClient, store: Store) -> None:
    checksum = keep(store, LI, '公报 "1".pdf', PDF)
    answer = _signed_in(client, store).get(f"/evidence/{checksum}")
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["content-type"] == "application/pdf"
    name = f"{checksum[:8]}-%E5%85%AC%E6%8A%A5%20%221%22.pdf"
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("checksum", ["0" * 64, "..%2f..%2fetc%2fpasswd", "'; DROP TABLE evidence; --"])
def test_an_address_without_a_file_says_so(client: TestClient, store: Store, checksum: str) -> None:
    answer = _signed_in(client, store).get(f"/evidence/{checksum}")
    assert answer.status_code == 404
    assert "passwd" not in answer.text
