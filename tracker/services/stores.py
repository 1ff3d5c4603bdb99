"""The store itself: where it is, how it is made and filled, copied, brought back and checked."""

import os
from functools import lru_cache
from pathlib import Path

from tracker import store as kept
from tracker.errors import DisplacedStoreError, Problem, StoreError
from tracker.services.bundles import import_bundle
from tracker.store import Store

ROOT = Path(__file__).parents[2]
SHIPPED = (ROOT / "data" / "liaoning", ROOT / "data" / "reference")


def store_address(given: str | None = None) -> str:
    """Say where the store is: as given, else as TRACKER_DATABASE_URL says, else data/tracker.db."""
    return given or os.environ.get("TRACKER_DATABASE_URL") or f"sqlite:///{ROOT / 'data' / 'tracker.db'}"


def place_of(store: Store) -> str:
    """Say where a store is: the path of its file, or the address of its database without a password."""
    url = store.url
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername=url.get_backend_name()).render_as_string()


def open_store(address: str) -> Store:
    """Open the store, upgraded to this program; StoreError where that cannot be."""
    return kept.open_store(address)


def make_store(address: str, *, empty: bool = False, who: str = "init") -> Store:
    """Open the store, made where there is none, with the shipped bundles unless it is to be empty."""
    store = kept.open_store(address, create=True)
    if not empty:
        for bundle in SHIPPED:
            import_bundle(store, bundle, who=who)
    return store


@lru_cache(maxsize=1)
def serving_store() -> Store:
    """Give the one store the server serves; where there is none yet it is made with the shipped bundles."""
    address = store_address()
    try:
        return kept.open_store(address)
    except StoreError:
        # Only a store that is not there yet can be made; any other trouble comes up again, and is told.
        return make_store(address)


def check_place(store: Store) -> None:
    """Raise StoreError where the store's file was moved, removed or replaced; what it held is then kept beside it."""
    try:
        store.check_content()
    except DisplacedStoreError:
        store.save_displaced()
        raise


def backup(store: Store, path: Path) -> None:
    """Write a consistent copy of the store while it is in use; StoreError where that cannot be."""
    kept.backup(store, path)


def restore(address: str, path: Path) -> Path | None:
    """Bring a copy back in the place of the store, and say where what it replaces is kept."""
    return kept.restore(address, path)


def verify(store: Store) -> list[Problem]:
    """Check the file, its references and its history; one problem for each thing that is wrong."""
    return kept.verify(store)
