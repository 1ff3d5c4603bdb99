"""The real server as tests start it: on a free port, with a store of its own, ended by its process id."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import NoStoreError
from tracker.services.stores import make_store, open_store

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0


@dataclass(frozen=True)
class Served:
    """A running server: where it answers, the file its log goes to, and its process."""

    address: str
    port: int
    log: Path
    process: int


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(database_url: str, log: Path, *, script: Sequence[str] = ("app.py",), **settings: str) -> Iterator[Served]:
    """Run the server on the store, with further TRACKER_* settings, until the block is left."""
    try:
        open_store(database_url).close()
    except NoStoreError:
        # The server fills no place that a setting names.
        make_store(database_url).close()
    port = free_port()
    environment = dict(os.environ)
    # What runs in the server is counted by the tests of pages; counting it again would make it half as fast.
    environment.pop("COVERAGE_PROCESS_CONFIG", None)
    environment |= {"TRACKER_DATABASE_URL": database_url, "TRACKER_PORT": str(port)} | settings
    with log.open("wb") as written:
        server = subprocess.Popen(
            [sys.executable, *script], cwd=ROOT, env=environment, stdout=written, stderr=subprocess.STDOUT
        )
        try:
            running = Served(f"http://localhost:{port}", port, log, server.pid)
            _wait_until_ready(running, server)
            yield running
        finally:
            _end(server)


def _wait_until_ready(running: Served, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{running.address}/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not become ready:\n{running.log.read_text()}")


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
