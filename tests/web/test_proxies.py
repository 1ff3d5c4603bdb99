"""Behind a proxy, guessing is slowed down by the visitor's address, which the visitor cannot choose."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.serving import Served, served
from tracker.services.accounts.account_keeping import OPERATOR, account_history
from tracker.services.stores import make_store
from tracker.store import Store

GUESSER, OTHER, PROXY = "203.0.113.5", "198.51.100.7", "10.0.0.3"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = make_store(f"sqlite:///{tmp_path_factory.mktemp('proxied') / 'tracker.db'}", empty=True)
    yield made
    made.close()


@pytest.fixture(scope="module")
def proxied(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    log: Path = tmp_path_factory.mktemp("log") / "server.log"
    with served(store.url.render_as_string(), log, TRACKER_TRUSTED_PROXIES=PROXY) as running:
        yield running


def _guess(server: Served, name: str, forwarded: str) -> int:
    """Try to sign in as the proxies before the server pass it on; the answer's status."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    headers = {
        "Origin": f"http://127.0.0.1:{server.port}",
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": forwarded,
    }
    connection.request("POST", "/sign-in", urlencode({"name": name, "password": "wrong"}), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_each_visitor_behind_the_proxies_is_counted_by_the_address_the_first_of_them_saw(
    proxied: Served, store: Store
) -> None:
    chains = [
        GUESSER,
        f"{GUESSER}, {PROXY}",
        f"{OTHER}, {GUESSER}",
        f"1.2.3.4, {GUESSER}, {PROXY}",
        f"{PROXY}, {GUESSER}",
    ]
    assert [_guess(proxied, "wang", chain) for chain in chains] == [401] * 5
    assert _guess(proxied, "wang", f"{OTHER}, {GUESSER}, {PROXY}") == 429
    assert _guess(proxied, "wang", f"{OTHER}, {PROXY}") == 401
    assert {event.address for event in account_history(store, OPERATOR)} == {GUESSER, OTHER}
