"""Slides of thirty goals: how soon the first is seen, how soon the next, and how long their files take."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.lines import Line, seconds, timed
from tests.bench.progress import tell
from tests.bench.stores import Stores
from tests.browsing import OPTIONS
from tests.serving import served
from tracker.briefings.deck.presenting_address import address_of, deck_asked_for
from tracker.briefings.files import deck_files
from tracker.briefings.pictures.browser import server
from tracker.errors import TrackerError
from tracker.store import Store, open_store

_GOALS = [f"goal-{1 + place // 8}-{place % 8}" for place in range(30)]
_ASKED = {"goals": ",".join(_GOALS), "year": "2024"}
_RUNS = 5
_COLD, _WARM, _NEXT = 3.0, 1.0, 0.050
_WRITTEN = {"png": 10.0, "svg": None}
_USUAL = 2.0
# Remembers when the first slide was painted: a frame after it stands in the page.
_FIRST = """
    const look = () => {
        if (!document.querySelector(".slide.current svg")) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => { window.firstSlide = performance.now(); }));
    };
    requestAnimationFrame(look);
"""
_ALL = "() => document.querySelector('.slide') && !document.querySelector('.slide[aria-busy]')"
_LEAD = """async () => {
    const times = [];
    for (let turn = 0; turn < 20; turn++) {
        const began = performance.now();
        document.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        times.push((performance.now() - began) / 1000);
    }
    return times;
}"""


def measure_slides(stores: Stores) -> Iterator[Line]:
    """Present thirty goals in a browser, and write each kind of file of them."""
    yield from _presented(stores)
    tell("writing files of slides")
    store = open_store(stores.address("S"))
    try:
        yield from _written(store)
    finally:
        server.stop()
        store.close()


def _presented(stores: Stores) -> Iterator[Line]:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        yield Line("slides in the browser", "", "no chromium on this machine")
        return
    tell("presenting slides")
    with served(stores.address("S"), stores.folder / "slides.log") as running, _begun(browser) as started:
        place = f"{running.address}{address_of(**_ASKED, steps='0')}"
        yield seconds("first of 30 goals' slides painted, cold", "S", [_first(started, place)[0]], _COLD)
        visits = [_first(started, place) for _run in range(_RUNS)]
        yield seconds("first of 30 goals' slides painted, warm", "S", [first for first, _leads in visits], _WARM)
        leads = [lead for _first_slide, several in visits for lead in several]
        yield seconds("slide to slide, from the key to the paint", "S", leads, _NEXT)


@contextmanager
def _begun(place: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=place, args=OPTIONS)
        yield started
        started.close()


def _first(browser: Browser, place: str) -> tuple[float, list[float]]:
    """Visit as somebody new, and say when the first slide was seen and how long each of the next took."""
    visitor = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB")
    page = visitor.new_page()
    page.add_init_script(_FIRST)
    page.goto(place)
    first = _answer(page, "() => window.firstSlide")
    _answer(page, _ALL)
    leads = page.evaluate(_LEAD)
    visitor.close()
    return first / 1000, leads


def _answer(page: Page, question: str) -> float:
    """Ask the page until it has an answer; its content policy forbids what would wait inside it."""
    for _turn in range(600):
        if answer := page.evaluate(question):
            return float(answer)
        page.wait_for_timeout(50)
    raise RuntimeError("no slide was shown")


def _unseen(_done: int, _of: int) -> None:
    """Show no progress."""


def _written(store: Store) -> Iterator[Line]:
    found = deck_files(lambda: deck_asked_for(store, _ASKED))
    for name, kind in found.items():
        try:
            runs = [timed(partial(kind.write, _unseen)) for _run in range(3)]
        except TrackerError as trouble:
            yield Line(f"30 goals' slides as {name}", "S", str(trouble)[:60])
            continue
        yield seconds(f"30 goals' slides as {name}, the first time", "S", runs[:1], _WRITTEN.get(name, _USUAL))
        yield seconds(f"30 goals' slides as {name}, again", "S", runs[1:], _WRITTEN.get(name, _USUAL))
