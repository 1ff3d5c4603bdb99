"""A click in a real browser, from the key that picks until the page has changed for the last time."""

import shutil
from collections.abc import Iterator
from statistics import median
from time import monotonic

from playwright.sync_api import Page, sync_playwright

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
    taken = {size: _at(stores, size, browser) for size in ("S", "M")}
    for what in ("plan", "goal"):
        small, middle = taken["S"][what], taken["M"][what]
        yield seconds(f"change of {what}, to the page changed in the browser", "S", small)
        yield seconds(f"change of {what}, to the page changed in the browser", "M", middle)
        apart = abs(median(middle) / median(small) - 1)
        yield Line(f"change of {what}, M against S", "", f"{apart:.0%} apart", 1, "within 20 %", apart <= _ALIKE)


def _at(stores: Stores, size: str, browser: str) -> dict[str, list[float]]:
    """Pick plans and goals one after the other; seconds by what was picked."""
    address, log = stores.address(size), stores.folder / f"{size}.log"
    with served(address, log) as server, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=OPTIONS)
        try:
            page = started.new_page(viewport={"width": 1920, "height": 1080}, locale="en-GB")
            page.set_default_timeout(60_000)
            tell(f"clicking at {size}")
            plans = _picks(page, f"{server.address}/plan?plan=plan-1", "Plan")
            return {"plan": plans, "goal": _picks(page, f"{server.address}/goal?goal=goal-1-0", "Goal")}
        finally:
            started.close()


def _picks(page: Page, address: str, label: str) -> list[float]:
    """Open a page and pick the next choice of a list again and again; the first pick does not count."""
    page.goto(address)
    picker = page.get_by_test_id("stMain").get_by_role("combobox", name=label).first
    picker.wait_for()
    page.evaluate(_WATCH)
    _wait_until(page, "window.picked.quiet > 700")
    # Four down, four up: the smallest store has five plans.
    return [_pick_next(page, label, down=run // 4 % 2 == 0) for run in range(_RUNS + 1)][1:]


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
