"""Pictures of charts: SVG always, PNG by one browser that stays, comes back when it died, and ends with the process."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from defusedxml import ElementTree
from PIL import Image

from tests.briefings import decks
from tests.briefings.rendering import ink
from tests.requirements import chromium
from tests.serving import ROOT
from tracker.briefings.pictures import browser
from tracker.briefings.pictures.archive import picture_name, png_archive, png_bytes, svg_archive, svg_bytes
from tracker.briefings.pictures.browser import PictureServer
from tracker.charts import Scene, Theme, palette
from tracker.errors import TrackerError

_DRAW_AND_LEAVE = """
from tests.briefings import decks
from tracker.briefings.pictures.browser import server
server.png(decks.only("shenyang").slides[0].scene(size=(640, 400)))
print(server.process)
"""


@pytest.fixture
def server() -> Iterator[PictureServer]:
    """A browser of the test's own."""
    chromium()
    made = PictureServer()
    yield made
    made.stop()
    assert made.process is None


@pytest.fixture
def shared_server() -> Iterator[None]:
    """The browser of this process, ended after the test."""
    chromium()
    yield
    browser.server.stop()


def _scene(key: str = "shenyang") -> Scene:
    return decks.only(key).slides[0].scene(size=(960, 540))


def _alive(process: int) -> bool:
    return Path(f"/proc/{process}").exists() and "Z" not in Path(f"/proc/{process}/stat").read_text().split(")")[1][:3]


def test_every_slide_is_a_picture_under_a_name_people_can_read() -> None:
    deck = decks.sample()
    with zipfile.ZipFile(io.BytesIO(svg_archive(deck))) as archive:
        names = archive.namelist()
        assert len(set(names)) == len(names) == len(deck.slides)
        assert names[0] == "01-Five-of-19-goals-are-off-track-and-six-have-never-been-repor.svg"
        for name in names:
            picture = ElementTree.fromstring(archive.read(name))
            assert picture.attrib["width"] == "1920"
            # The opening of a set says it larger; that of the sample leaves it out.
            assert name == names[0] or "as known on 31 July 2024" in "".join(picture.itertext())


def test_names_of_pictures_hold_in_every_file_system() -> None:
    slide = decks.only("shenyang").slides[0]
    assert picture_name(replace(slide, title="../a/b: “c” \\ *? 沈阳"), 3, "png") == "03-a-b-c-沈阳.png"
    assert picture_name(replace(slide, title="…"), 3, "png") == "03-shenyang.png"


def test_a_single_chart_says_what_it_shows() -> None:
    drawn = ElementTree.fromstring(svg_bytes(_scene(), "A <title>", "What it says"))
    assert [child.text for child in drawn][:2] == ["A <title>", "What it says"]


def test_an_archive_is_the_same_at_every_making() -> None:
    deck = decks.only("shenyang", "china", language="zh")
    assert svg_archive(deck, Theme.DARK) == svg_archive(deck, Theme.DARK)


@pytest.mark.browser
@pytest.mark.usefixtures("shared_server")
def test_pictures_of_a_deck_have_full_size_and_the_ground_of_the_theme() -> None:
    steps: list[tuple[int, int]] = []
    deck = decks.only("shenyang", "bullets", "closing", language="zh")
    made = png_archive(deck, Theme.DARK, on_slide=lambda done, count: steps.append((done, count)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            picture = Image.open(io.BytesIO(archive.read(name))).convert("RGB")
            assert picture.size == (1920, 1080)
            assert picture.crop((3, 3, 4, 4)).tobytes() == bytes.fromhex(palette(Theme.DARK).page[1:])
            assert len(picture.getcolors(1 << 24) or []) > 50


@pytest.mark.browser
@pytest.mark.usefixtures("shared_server")
def test_a_page_that_runs_in_a_loop_gets_its_picture() -> None:
    async def asked() -> bytes:
        return png_bytes(_scene())

    # In a thread of its own, as a page runs; other tests leave a loop running in this one.
    with ThreadPoolExecutor(1) as page:
        drawn = page.submit(lambda: asyncio.run(asked())).result()
    assert ink(Image.open(io.BytesIO(drawn))) > 0.005


@pytest.mark.browser
def test_one_browser_serves_every_thread(server: PictureServer) -> None:
    first = server.png(_scene())
    process = server.process
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(server.png, [_scene() for _place in range(6)]))
    assert server.process == process
    assert set(drawn) == {first}


@pytest.mark.browser
def test_a_browser_that_died_is_begun_anew(server: PictureServer) -> None:
    first = server.png(_scene())
    died = server.process
    assert died is not None
    os.kill(died, signal.SIGKILL)
    assert server.png(_scene()) == first
    assert server.process not in (None, died)


@pytest.mark.browser
def test_a_browser_that_hangs_is_told_after_a_while(server: PictureServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.png(_scene())
    monkeypatch.setattr(browser, "PICTURE_SECONDS", 0.001)
    with pytest.raises(TrackerError, match="SVG"):
        server.png(_scene())
    assert server.process is None


@pytest.mark.browser
def test_the_browser_is_shown_no_network(server: PictureServer) -> None:
    server.png(_scene())
    command = Path(f"/proc/{server.process}/cmdline").read_bytes().decode().split("\0")
    assert "--proxy-server=http://127.0.0.1:9" in command


@pytest.mark.browser
def test_no_browser_outlives_the_process() -> None:
    chromium()
    run = subprocess.run(
        [sys.executable, "-c", _DRAW_AND_LEAVE], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    process = int(run.stdout)
    end = time.monotonic() + 10
    while _alive(process) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _alive(process)
    assert run.stderr == ""


def test_without_a_browser_svg_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    with pytest.raises(TrackerError, match="as SVG"):
        PictureServer().png(_scene())


def test_a_browser_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", sys.executable)
    assert browser.browser_path() == sys.executable
