"""What the overview page asks of the services: at first, again, looked at in another way, and after a change."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from tests.bench.lines import Line, seconds, timed
from tests.bench.progress import tell
from tests.bench.stores import Stores
from tracker.domain.statuses import Rule
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.choices import plans_to_choose, zones_to_choose
from tracker.services.overview.attention import Concern, concerns
from tracker.services.overview.completeness import completeness
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.overview.plan_tiles import plan_tiles
from tracker.services.stores import open_store
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

_WARM = {"M": 0.3, "L": 1.0}
_CHANGED = {"L": 5.0}
_EVERYTHING = Scope()


def measure_overview(stores: Stores) -> Iterator[Line]:
    """Answer the overview's questions at each size."""
    for size in stores.sizes:
        address = stores.address(size)
        tell(f"overview of {size}")
        store = open_store(address)
        try:
            yield from _lines(store, size, stores.folder)
        finally:
            store.close()


def _lines(store: Store, size: str, folder: Path) -> Iterator[Line]:
    year, warm = datetime.now().astimezone().year, _WARM.get(size)
    first = timed(lambda: ask(store, ViewSettings(year)))
    yield seconds("overview, first answer after a start", size, [first])
    again = [timed(lambda: ask(store, ViewSettings(year))) for _run in range(7)]
    yield seconds("overview, warm: the same again", size, again, warm)
    rules = [timed(partial(ask, store, ViewSettings(year, rule=rule))) for rule in (Rule.COMPOUND, Rule.PROJECTION)]
    yield seconds("overview, warm: by another rule", size, rules, warm)
    years = [timed(partial(ask, store, ViewSettings(year - back))) for back in (1, 2, 3)]
    yield seconds("overview, warm: seen from another year", size, years, warm)
    changed = [_after_a_change(store, folder, year, 60 + run) for run in range(3)]
    yield seconds("overview after one actual was imported", size, changed, _CHANGED.get(size))


def ask(store: Store, view: ViewSettings) -> None:
    """Ask what pages/monitor/overview.py asks for the whole store."""
    overview(store, view, _EVERYTHING)
    zones_to_choose(store, view)
    plans_to_choose(store, view)
    for concern, most in ((Concern.ATTENTION, 10), (Concern.OVERDUE, 5), (Concern.DUE, 5), (Concern.SILENT, 5)):
        concerns(store, view, _EVERYTHING, concern, most)
    completeness(store, view, _EVERYTHING, 5)
    plan_tiles(store, view, _EVERYTHING)


def _after_a_change(store: Store, folder: Path, year: int, value: int) -> float:
    """Import one actual that differs, then say how long the overview takes."""
    bundle = folder / "one"
    bundle.mkdir(exist_ok=True)
    row = f"zone-1,indicator-0,2024,{value},synthetic"
    (bundle / "actuals.csv").write_text(f"zone,indicator,year,value,source\n{row}\n", encoding="utf-8")
    before = store.version()
    import_bundle(store, bundle, who="bench")
    if store.version() == before:
        raise RuntimeError("the import changed nothing")
    return timed(lambda: ask(store, ViewSettings(year)))
