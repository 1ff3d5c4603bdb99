"""The running server as a client meets it: headers, hosts, closed routes, first start."""

import gzip
import http.client
import os
import subprocess
import sys
from email.message import Message
from pathlib import Path

import pytest

from tests.serving import ROOT, Served, free_port


def _get(server: Served, path: str, **headers: str) -> tuple[int, Message, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    result = answer.status, answer.headers, answer.read()
    connection.close()
    return result


@pytest.mark.parametrize("path", ["/", "/sources", "/health", "/_stcore/metrics"])
def test_every_answer_forbids_foreign_hosts_frames_and_guessing(server: Served, path: str) -> None:
    _status, headers, _content = _get(server, path)
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_the_health_route_says_ok_once_the_store_is_filled(server: Served) -> None:
    status, _headers, content = _get(server, "/health")
    assert (status, content) == (200, b'{"status":"ok"}')


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io"])
def test_a_request_for_another_host_is_refused(server: Served, host: str) -> None:
    assert _get(server, "/", Host=host)[0] == 400
    assert _get(server, "/_stcore/host-config", Host=host)[0] == 400


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/agent/interact"])
def test_what_streamlit_opens_to_everyone_is_closed(server: Served, path: str) -> None:
    assert _get(server, path)[0] == 404


def test_javascript_travels_compressed(server: Served) -> None:
    page = _get(server, "/")[2].decode()
    script = "/static/js/index." + page.split("static/js/index.", 1)[1].split('"', 1)[0]
    plain = _get(server, script)
    packed = _get(server, script, **{"Accept-Encoding": "gzip"})
    assert packed[1]["content-encoding"] == "gzip"
    assert gzip.decompress(packed[2]) == plain[2]
    assert len(packed[2]) < len(plain[2]) / 2
    assert packed[1]["content-type"] == "application/javascript; charset=utf-8"


def test_a_store_that_is_none_ends_the_start_with_one_line(tmp_path: Path) -> None:
    wrong = tmp_path / "letter.db"
    wrong.write_text("Dear planner,")
    ended = _start(TRACKER_DATABASE_URL=f"sqlite:///{wrong}", TRACKER_PORT=str(free_port()))
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "letter.db" in ended.stderr
    assert wrong.read_text() == "Dear planner,"


def test_a_port_that_is_none_ends_the_start_with_what_would_be_right() -> None:
    ended = _start(TRACKER_PORT="eighty")
    assert ended.returncode == 1
    assert ended.stderr == "TRACKER_PORT is no port; seen: eighty; right would be: a whole number from 1 to 65535\n"


def _start(**settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
