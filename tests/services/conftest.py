"""Stores to ask questions of: the shipped plans, and small bundles written for one test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.people import refuse_unjournalled
from tests.services.round.round_samples import BUNDLE
from tracker.services import stores
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.store import Store, open_store

Bundle = dict[str, str]
MakeStore = Callable[[Bundle], Store]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the shipped plans, for reading alone."""
    made = stores.make_store(f"sqlite:///{tmp_path_factory.mktemp('shipped') / 'tracker.db'}")
    yield made
    made.close()


def write_bundle(folder: Path, files: Bundle) -> Path:
    """Write a bundle given as texts by file name."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store_of(tmp_path: Path) -> Iterator[MakeStore]:
    """Make a store of a bundle given as texts."""
    made: list[Store] = []

    def make(files: Bundle) -> Store:
        store = open_store(f"sqlite:///{tmp_path / f'{len(made)}.db'}", create=True)
        made.append(store)
        import_bundle(store, write_bundle(tmp_path / "bundle", files), who="a planner")
        return store

    yield make
    for store in made:
        refuse_unjournalled(store)
        store.close()


@pytest.fixture
def firms() -> Bundle:
    """One goal on the way: 786 firms in 2020, over 2,000 by 2023."""
    return {
        "zones": "zone,name\nshenyang,Shenyang High-Tech Zone\n",
        "sources": "source,title\npress,China Daily\n",
        "indicators": "indicator,name,unit,better,accumulates\nfirms,High-tech enterprises,enterprises,up,level\n",
        "plans": "plan,zone,name,start,end\nformat,shenyang,Working format,2021,2023\n",
        "goals": "goal,plan,indicator,kind,comparator,value,due,source\ng,format,firms,level,>,2000,2023,press\n",
        "actuals": "zone,indicator,year,value,source\nshenyang,firms,2020,786,press\nshenyang,firms,2021,1000,press\n",
    }


@pytest.fixture
def round_store(store_of: MakeStore) -> Store:
    """A city with two parks in the middle of a plan, before the round of 2024."""
    return store_of(dict(BUNDLE))
