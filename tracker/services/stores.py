"""The store itself: where it is, how it is made and filled, copied, brought back and checked."""

import os
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from tracker import store as kept
from tracker.errors import DisplacedStoreError, Problem, StoreError
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.store import Store
from tracker.store.audit.doubtful_clock import future_entries
from tracker.store.audit.journal import accept_clock, last_written
from tracker.store.database.failures import kept_from_visitors

ROOT = Path(__file__).parents[2]
SHIPPED = (ROOT / "data" / "liaoning", ROOT / "data" / "reference")


def store_address(given: str | None = None) -> str:
    """Return where the store is: as given, else as TRACKER_DATABASE_URL says, else data/tracker.db."""
    return given or os.environ.get("TRACKER_DATABASE_URL") or f"sqlite:///{ROOT / 'data' / 'tracker.db'}"


def is_configured() -> bool:
    """Return whether a setting names where the store is."""
    return bool(os.environ.get("TRACKER_DATABASE_URL"))


def place_of(store: Store) -> str:
    """Return where a store is: the path of its file, or the address of its database without a password."""
    url = store.url
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername=url.get_backend_name()).render_as_string()


def open_store(address: str) -> Store:
    """Open the store, upgraded to this program; StoreError where that cannot be."""
    return kept.open_store(address)


def make_store(address: str, *, empty: bool = False, who: str = "init") -> Store:
    """Open the store, made where there is none, with the shipped bundles unless it is to be empty.

    Where it is there, what is new in the bundles comes in, and what people have changed stays as it is.
    """
    store = kept.open_store(address, create=True)
    if not empty:
        for bundle in SHIPPED:
            import_bundle(store, bundle, who=who, sparing=True)
    return store


@lru_cache(maxsize=1)
def serving_store() -> Store:
    """Return the one store the server serves; StoreError in words for visitors where it cannot be opened."""
    try:
        store = kept.open_store(store_address())
    except StoreError as failure:
        raise kept_from_visitors(failure) from failure
    store.discreet = True
    return store


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
    """Check the file, its references, its history and its dates; one problem for each thing that is wrong."""
    problems = kept.verify(store)
    with store.read() as connection:
        return [*problems, *future_entries(connection, store.clock())]


def clocks(store: Store) -> tuple[datetime, datetime | None]:
    """Return what the clock says, and what it said at the last change; None before the first."""
    with store.read() as connection:
        return store.clock(), last_written(connection)


def trust_clock(store: Store) -> None:
    """Take the clock for right, however far it is from the last change; the journal keeps that it was."""
    with store.write(any_clock=True) as connection:
        accept_clock(connection, store.clock())
