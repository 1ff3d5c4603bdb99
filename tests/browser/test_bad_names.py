"""Names of the shared list that try to be markup, drawn by a real browser: letters, and nothing asked of others."""

import csv
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.bad_inputs import Line, lines, listed
from tests.browsing import Record, settled
from tests.conftest import Serve
from tests.serving import Served
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.store import open_store

pytestmark = pytest.mark.browser
NUMBERS = (127, 128, 129, 130, 131)


def _name(line: Line) -> str:
    """Give the name that is tried, with an address of our own so that whatever asks for it is heard."""
    return line.text.partition(" as plotly")[0].replace("x onerror=...", '"http://evil/t.png" onerror="alert(1)"')


def _write(folder: Path) -> Path:
    """Write a bundle with a plan a name, and the name wherever one can stand."""
    folder.mkdir()
    named = [(one.number, _name(one)) for one in listed().values() if one.number in NUMBERS]
    rows: dict[str, list[Sequence[object]]] = {
        "zones": [["zone", "name"], *([f"z{at}", name] for at, name in named)],
        "sources": [["source", "title", "note"], *([f"s{at}", name, name] for at, name in named)],
        "indicators": [
            ["indicator", "name", "unit", "better", "accumulates", "category"],
            *([f"i{at}", name, name, "up", "level", name] for at, name in named),
        ],
        "plans": [
            ["plan", "zone", "name", "start", "end"],
            *([f"p{at}", f"z{at}", name, 2021, 2025] for at, name in named),
        ],
        "goals": [
            ["goal", "plan", "indicator", "kind", "comparator", "value", "due", "source", "wording", "note"],
            *([f"g{at}", f"p{at}", f"i{at}", "level", ">=", 20, 2025, f"s{at}", name, name] for at, name in named),
        ],
        "actuals": [
            ["zone", "indicator", "year", "value", "source", "note"],
            *([f"z{at}", f"i{at}", year, year - 2010, f"s{at}", name] for at, name in named for year in (2020, 2023)),
        ],
    }
    for kind, lines_of_kind in rows.items():
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines_of_kind)
    return folder


@pytest.fixture(scope="module")
def hostile(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Served:
    folder = tmp_path_factory.mktemp("hostile")
    url = f"sqlite:///{folder / 'tracker.db'}"
    store = open_store(url, create=True)
    import_bundle(store, _write(folder / "bundle"), who="a planner")
    store.close()
    return serve(url)


@lines(*NUMBERS)
def test_a_name_is_shown_letter_by_letter_and_asks_nothing_of_others(
    line: Line, hostile: Served, page: Page, record: Record
) -> None:
    name, at = _name(line), line.number
    page.on("dialog", lambda _dialog: record.complaints.append("a script of the name ran"))
    for place in (f"/goal?goal=g{at}", f"/plan?plan=p{at}", f"/sources?source=s{at}", f"/?zone=z{at}"):
        page.goto(hostile.address + place)
        settled(page)
        expect(page.locator("[data-testid=stMain]")).to_contain_text(name)
        assert page.locator("[src*=evil], [href*=phish], [href^=javascript]").count() == 0, place
    assert record.foreign(urlsplit(hostile.address).netloc) == []
    assert record.complaints == []
