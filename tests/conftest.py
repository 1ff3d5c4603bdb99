"""What tests share: the folder beside the project, a real server and a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.fonts import fonts_file
from tests.requirements import SHARED, chromium, require_or_skip
from tests.serving import Served, served

if TYPE_CHECKING:  # imported where a test asks for a browser, so that all others run without the package
    from playwright.sync_api import Browser, BrowserContext, Page
    from xdist.remote import Producer

    from tests.browsing import Record
    from tests.together import OneBrowserAtATime

Serve = Callable[..., Served]

# What a fixture needs of the machine, as the marks by which tests are chosen or left out.
MARK_OF_FIXTURE = {
    "browser": "browser",
    "serve": "slow",
    "postgresql_folder": "postgresql",
    "postgresql_store": "postgresql",
}

# No deadline, because a busy machine is no error; the same examples at every run of CI, new ones everywhere else.
settings.register_profile("tracker", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("tracker")


def pytest_configure(config: pytest.Config) -> None:
    """Let browsers and office programs find the same Latin face on every machine."""
    folder = TemporaryDirectory(prefix="fonts-")
    config.add_cleanup(folder.cleanup)
    os.environ["FONTCONFIG_FILE"] = str(fonts_file(Path(folder.name)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowserAtATime:
    """Hand the tests out so that those with a browser stay with one worker."""
    from tests.together import OneBrowserAtATime

    return OneBrowserAtATime(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what their fixtures need, and give one with a real browser or server three more tries.

    What these wait for is made by several processes on few cores.
    """
    for item in items:
        for fixture, mark in MARK_OF_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(mark)
        if item.get_closest_marker("browser") or item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.flaky(reruns=3))


@pytest.fixture
def shared() -> Path:
    """The design's folder beside the project; the test skips where it is absent."""
    if not SHARED.exists():
        pytest.skip("../shared is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Start servers: `serve(database_url, **settings)`; each runs until the tests end."""
    logs = tmp_path_factory.mktemp("servers")
    with ExitStack() as running:

        def start(database_url: str, **settings: str) -> Served:
            number = len(list(logs.iterdir()))
            return running.enter_context(served(database_url, logs / f"{number}.log", **settings))

        yield start


@pytest.fixture(scope="session")
def server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """One server on a store of the shipped plans, made by the server's own first start."""
    return serve(f"sqlite:///{tmp_path_factory.mktemp('store') / 'tracker.db'}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser, started once; the test skips where there is none."""
    require_or_skip(find_spec("playwright"), "the package playwright is not installed")
    place = chromium()
    from playwright.sync_api import expect, sync_playwright

    from tests.browsing import OPTIONS

    # A page of a busy machine with two cores may take long to be made.
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=place, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor of their own: no cookies, no kept pages, a full-HD screen."""
    visitor = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB")
    visitor.set_default_timeout(30_000)
    yield visitor
    visitor.close()


@pytest.fixture
def record() -> Record:
    """What the page asked for and complained of."""
    from tests.browsing import Record

    return Record()


@pytest.fixture
def page(context: BrowserContext, record: Record) -> Page:
    """A page of the browser whose requests and complaints go into `record`."""
    opened = context.new_page()
    record.watch(opened)
    return opened
