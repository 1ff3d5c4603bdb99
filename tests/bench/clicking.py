"""A click in a real browser, from the key that picks until the page has changed for the last time."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from statistics import median
from time import monotonic

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.lines import Line, seconds
from tests.bench.progress import tell
from tests.bench.stores import Stores
from tests.browsing import OPTIONS
from tests.serving import served

_RUNS = 9
_ALIKE = 0.20
_PATIENCE = 30.0
# Remembers when Enter was pressed and when the page's words last changed and were painted.
_WATCH = """() => {
    const main = () => document.querySelector('[data-testid="stMain"]')?.textContent ?? "";
    const busy = () => document.querySelector('[data-test-script-state="running"]') !== null;
    window.picked = {at: 0, changed: 0, quiet: 0};
    document.addEventListener("keydown", event => {
        if (event.key === "Enter") window.picked = {at: performance.now(), changed: 0, quiet: 0};
    }, {capture: true});
    let seen = main();
    const look = now => {
        const words = main();
        if (words !== seen) { seen = words; window.picked.changed = now; }
        window.picked.quiet = busy() ? 0 : now - Math.max(window.picked.changed, window.picked.at);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""


def measure_clicks(stores: Stores) -> Iterator[Line]:
    """Change plan and goal at S and M."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        yield Line("clicks in the browser", "", "no chromium on this machine")
        return
    with ExitStack() as opened:
        addresses = {size: opened.enter_context(_serving(stores, size)) for size in ("S", "M")}
        playwright = opened.enter_context(sync_playwright())
        started = playwright.chromium.launch(executable_path=browser, args=OPTIONS)
        opened.callback(started.close)
        for what, place in (("plan", "plan?plan=plan-1"), ("goal", "goal?goal=goal-1-0")):
            tell(f"clicking: change of {what}")
            pages = {size: _open(started, f"{address}/{place}") for size, address in addresses.items()}
            yield from _lines(what, _picks(pages, what.title()))


def _lines(what: str, taken: dict[str, list[float]]) -> Iterator[Line]:
    for size, runs in taken.items():
        yield seconds(f"change of {what}, to the page changed in the browser", size, runs)
    apart = abs(median(taken["M"]) / median(taken["S"]) - 1)
    yield Line(f"change of {what}, M against S", "", f"{apart:.0%} apart", 1, "within 20 %", apart <= _ALIKE)


@contextmanager
def _serving(stores: Stores, size: str) -> Iterator[str]:
    """Start the server on the store of a size, and give where it answers."""
    with served(stores.address(size), stores.folder / f"{size}.log") as server:
        yield server.address


def _open(browser: Browser, address: str) -> Page:
    """Open a page in a window of its own and watch what changes in it."""
    page = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB").new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    page.get_by_test_id("stMain").get_by_role("combobox").first.wait_for()
    page.evaluate(_WATCH)
    _wait_until(page, "window.picked.quiet > 700")
    return page


def _picks(pages: dict[str, Page], label: str) -> dict[str, list[float]]:
    """Pick the next choice of a list again and again, by turns, so that all meet the same noise; the first is left out.

    Four down, four up: the smallest store has five plans.
    """
    taken: dict[str, list[float]] = {size: [] for size in pages}
    for run in range(_RUNS + 1):
        for size, page in pages.items():
            page.bring_to_front()
            taken[size].append(_pick_next(page, label, down=run // 4 % 2 == 0))
    return {size: runs[1:] for size, runs in taken.items()}


def _pick_next(page: Page, label: str, *, down: bool) -> float:
    """Pick the choice below (or above) the present one, and say how long the page took to show it."""
    picker = page.get_by_test_id("stMain").get_by_role("combobox", name=label).first
    picker.click()
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown" if down else "ArrowUp")
    page.keyboard.press("Enter")
    _wait_until(page, "window.picked.changed > window.picked.at && window.picked.quiet > 700")
    return float(page.evaluate("window.picked.changed - window.picked.at")) / 1000


def _wait_until(page: Page, condition: str) -> None:
    """Ask the page now and then, because its content policy forbids what would wait inside it."""
    end = monotonic() + _PATIENCE
    while not page.evaluate(condition):
        if monotonic() > end:
            raise RuntimeError("the page did not change")
        page.wait_for_timeout(100)
