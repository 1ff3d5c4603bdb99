"""A real server while other programs look into its store, tidy it up, restore it or take it away."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from app import server as application
from tests.browser.signing_in import accounts_in, sign_in
from tests.browsing import settled
from tests.other_programs import ask_outside, locks_on
from tests.people import PASSWORD
from tests.serving import ROOT, Served, served
from tracker.domain.people.roles import Role
from tracker.services.stores import make_store
from tracker.store import open_store, verify
from tracker.ui.shell.navigation import page_list
from tracker.web import read_settings

# Streamlit's own routes, below /_stcore/.
STREAMLITS = ("health", "host-config", "stream", "upload_file/x/x", "metrics")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the shipped plans."""
    place = tmp_path_factory.mktemp("shipped") / "tracker.db"
    make_store(f"sqlite:///{place}").close()
    return place


@pytest.fixture
def place(shipped: Path, tmp_path: Path) -> Path:
    """A copy of that store for one test, which nobody has open."""
    place = tmp_path / "tracker.db"
    place.write_bytes(shipped.read_bytes())
    return place


def _command(place: Path, *words: str) -> None:
    """Run a command of the product beside the server."""
    environment = {**os.environ, "TRACKER_DATABASE_URL": f"sqlite:///{place}"}
    command = [sys.executable, "-m", "tracker", *words]
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=120)


@contextmanager
def _serving(place: Path) -> Iterator[Served]:
    with served(f"sqlite:///{place}", place.with_name(f"{time.monotonic()}.log")) as running:
        yield running


def _ask(running: Served, path: str, given: dict[str, str] | None = None, method: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection("localhost", running.port, timeout=60)
    headers = {"Origin": running.address, "Accept-Language": "en"}
    if given is None:
        connection.request(method or "GET", path, headers=headers)
    else:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method or "POST", path, urlencode(given), headers)
    answer = connection.getresponse()
    read = answer.status, answer.read().decode(errors="replace")
    connection.close()
    return read


def _add_first(running: Served, name: str) -> tuple[int, str]:
    """Make the first administrator by the link in the log, which is what a person does in the browser."""
    (key,) = re.findall(r"/first\?key=(\S+)", running.log.read_text(encoding="utf-8"))
    return _ask(running, "/first", {"key": key, "name": name, "password": PASSWORD, "again": PASSWORD})


def _accounts(place: Path) -> str:
    return ask_outside(place, "SELECT group_concat(account) FROM accounts")


def _until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def test_what_is_written_after_health_and_another_programs_look_is_there_at_the_next_start(place: Path) -> None:
    with _serving(place) as running:
        assert _ask(running, "/health")[0] == 200
        assert int(ask_outside(place, "SELECT count(*) FROM plans")) > 0
        assert _add_first(running, "anna")[0] == 303
    with _serving(place) as running:
        assert _accounts(place) == "anna"
    opened = open_store(str(place))
    assert verify(opened) == []
    opened.close()


def test_no_route_lets_go_of_a_lock(place: Path) -> None:
    ours = [getattr(route, "path", "") for route in application(read_settings({}))._user_routes]
    pages = [f"/{page.address}" for page in page_list()]
    streamlits = [f"/_stcore/{name}" for name in STREAMLITS]
    paths = [re.sub(r"\{.*?\}", "x", path) for path in ["/", *ours, *pages, *streamlits]]
    assert "/health" in paths
    with _serving(place) as running:
        assert _add_first(running, "anna")[0] == 303
        held = locks_on(place, running.process)
        assert any(" 1073741826 " in lock for lock in held)
        lost = {}
        for path in paths:
            for method in ("GET", "HEAD", "POST"):
                _ask(running, path, {} if method == "POST" else None, method)
                if (now := locks_on(place, running.process)) != held:
                    lost[method, path] = now
        assert lost == {}


@pytest.mark.browser
def test_no_page_lets_go_of_a_lock(place: Path, page: Page) -> None:
    with accounts_in(f"sqlite:///{place}", anna=Role.ADMINISTRATOR):
        pass
    with _serving(place) as running:
        held = locks_on(place, running.process)
        assert held
        sign_in(page, running.address, "anna")
        lost = []
        for listed in page_list():
            page.goto(f"{running.address}/{listed.address}")
            settled(page)
            if locks_on(place, running.process) != held:
                lost.append(listed.address)
        assert lost == []


TAKEN: dict[str, Callable[[Path], object]] = {
    "replaced": lambda place: shutil.copyfile(place, f"{place}.other") and Path(f"{place}.other").replace(place),
    "moved": lambda place: place.rename(f"{place}.moved"),
    "removed": lambda place: place.unlink(),
    "log removed": lambda place: Path(f"{place}-wal").unlink(),
    "index of the log removed": lambda place: Path(f"{place}-shm").unlink(),
}


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_a_server_whose_store_is_taken_away_says_so_and_is_not_done(
    place: Path, take: Callable[[Path], object]
) -> None:
    with _serving(place) as running:
        take(place)
        status, said = _add_first(running, "anna")
        assert status >= 400
        assert "Start the server again." in said
        assert _ask(running, "/health") == (503, '{"status":"store out of reach"}')
        assert str(place) not in said
        assert _until(lambda: f"{place}" in running.log.read_text(encoding="utf-8"))
        assert _ask(running, "/sign-in", {"name": "anna", "password": PASSWORD})[0] == 503


def test_a_server_that_was_stopped_leaves_no_log_that_would_spoil_another_file(place: Path) -> None:
    with _serving(place) as running:
        assert _add_first(running, "anna")[0] == 303
        assert Path(f"{place}-wal").stat().st_size > 0
    log = Path(f"{place}-wal")
    assert not log.exists() or log.stat().st_size == 0
    assert _accounts(place) == "anna"


def test_a_server_that_nobody_asks_notices_by_itself(place: Path) -> None:
    with _serving(place) as running:
        place.unlink()
        assert _until(lambda: "is kept in" in running.log.read_text(encoding="utf-8"), 5)
    (kept,) = place.parent.glob("*-displaced-*")
    assert ask_outside(kept, "SELECT count(*) FROM accounts") == "0"


def test_a_server_goes_on_with_what_was_restored(place: Path, tmp_path: Path) -> None:
    with _serving(place) as running:
        _command(place, "backup", str(tmp_path / "copy.db"))
        held = locks_on(place, running.process)
        assert _add_first(running, "anna")[0] == 303
        _command(place, "restore", str(tmp_path / "copy.db"))
        assert locks_on(place, running.process) == held
        assert _ask(running, "/health")[0] == 200
        assert _ask(running, "/sign-in", {"name": "anna", "password": PASSWORD})[0] == 401
        assert _accounts(place) == ""
    (replaced,) = tmp_path.glob("*-replaced-*.db")
    assert _accounts(replaced) == "anna"
    opened = open_store(str(place))
    assert verify(opened) == []
    opened.close()
