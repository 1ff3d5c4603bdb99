"""A store that was made with an earlier release takes in what ships now, and keeps what people made of it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.services.conftest import Bundle, write_bundle
from tracker.domain.records import Actual
from tracker.services import stores
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.stores import make_store, verify
from tracker.store import Store
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals, zones

Ship = Callable[[Bundle], Store]


@pytest.fixture
def ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ship]:
    """Make or upgrade one store with a bundle in the place of the shipped ones."""
    made: list[Store] = []

    def init(files: Bundle) -> Store:
        monkeypatch.setattr(stores, "SHIPPED", (write_bundle(tmp_path / "shipped", files),))
        made.append(make_store(f"sqlite:///{tmp_path / 'tracker.db'}"))
        return made[-1]

    yield init
    for store in made:
        store.close()


def later(firms: Bundle) -> Bundle:
    """Give the next release: another goal, a goal and an actual corrected, a zone renamed, an actual more."""
    return {
        **firms,
        "zones": firms["zones"].replace("Shenyang High-Tech Zone", "Shenyang Hi-Tech Zone") + "dalian,Dalian\n",
        "goals": firms["goals"].replace("2000", "2100") + "h,format,firms,level,>,3000,2023,press\n",
        "actuals": firms["actuals"].replace("1000", "1010") + "shenyang,firms,2022,1390,press\n",
    }


def values(store: Store) -> dict[int | None, Decimal | None]:
    """Give what is kept by year."""
    return {actual.year: actual.value for actual in actuals(store, zone="shenyang", indicator="firms")}


def test_what_is_new_and_what_was_corrected_comes_in_where_nobody_touched_it(ship: Ship, firms: Bundle) -> None:
    ship(firms)
    store = ship(later(firms))
    assert {goal.goal: goal.value for goal in goals(store)} == {"g": 2100, "h": 3000}
    assert values(store) == {2020: 786, 2021: 1010, 2022: 1390}
    assert {zone.zone: zone.name for zone in zones(store)}["shenyang"] == "Shenyang Hi-Tech Zone"
    assert verify(store) == []


def test_what_people_changed_stays_and_the_rest_comes_in(ship: Ship, firms: Bundle, tmp_path: Path) -> None:
    store = ship(firms)
    own = {"goals": firms["goals"].replace("2000", "2222"), "zones": firms["zones"].replace("High-Tech", "Own")}
    import_bundle(store, write_bundle(tmp_path / "own", {**firms, **own}), who="lin")
    with store.change(who="lin", deed="correct") as change:
        change.write_actuals([Actual(zone="shenyang", indicator="firms", year=2021, value=Decimal(999))])
    store = ship(later(firms))
    assert {goal.goal: goal.value for goal in goals(store)} == {"g": 2222, "h": 3000}
    assert values(store) == {2020: 786, 2021: 999, 2022: 1390}
    assert {zone.zone: zone.name for zone in zones(store)} == {"shenyang": "Shenyang Own Zone", "dalian": "Dalian"}


def test_what_people_reported_before_it_shipped_stays(ship: Ship, firms: Bundle) -> None:
    store = ship(firms)
    with store.change(who="lin", deed="report") as change:
        change.write_actuals([Actual(zone="shenyang", indicator="firms", year=2022, value=Decimal(1400))])
    assert values(ship(later(firms)))[2022] == 1400


def test_the_same_release_again_changes_nothing(ship: Ship, firms: Bundle) -> None:
    before = ship(firms).version()
    assert ship(firms).version() == before
