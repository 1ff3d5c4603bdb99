"""Open a store: find it, refuse what is none, bring its schema up to date."""

from pathlib import Path
from threading import Lock

from sqlalchemy.engine import URL

from tracker.errors import NoStoreError, StoreError
from tracker.language import _
from tracker.store.database import postgresql, sqlite
from tracker.store.database.address import file_of, is_file, read_address, shown
from tracker.store.database.failures import told_to_people
from tracker.store.database.store_file import StoreFile
from tracker.store.migrations import MIGRATIONS, migrate, pending
from tracker.store.store import Clock, Store, utc_now

# One lock per database, shared by every store of this program that opens it.
_locks: dict[str, Lock] = {}


def open_store(url: str, *, create: bool = False, clock: Clock = utc_now) -> Store:
    """Open the store at a database address, upgraded to this program; StoreError where that cannot be.

    Without `create`, a store that does not exist is an error.
    """
    address = read_address(url)
    store = _store_on_file(address, create, clock) if is_file(address) else _store_on_server(address, clock)
    try:
        _bring_up_to_date(store, create)
        store.hold()
    except BaseException:
        store.close()
        raise
    return store


def _store_on_file(url: URL, create: bool, clock: Clock) -> Store:
    """Make the store of a SQLite file, and its folder where it is to be created."""
    sqlite.refuse_old_library()
    path = file_of(url).absolute()
    sqlite.refuse_bad_path(path, create=create)
    if create:
        _make_folder(path.parent, url)
    url = url.set(database=str(path))
    with told_to_people(url):
        file = StoreFile(path, create=create)
    lock = _lock_of(str(path.resolve()))
    return Store(url, sqlite.write_engine(url, file), sqlite.read_engine(url, file), lock, clock, file)


def _make_folder(folder: Path, url: URL) -> None:
    """Make the folder a new store goes into; StoreError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        message = _("The store {place} cannot be made: {reason}")
        raise StoreError(message.format(place=shown(url), reason=failure.strerror)) from failure


def _store_on_server(url: URL, clock: Clock) -> Store:
    """Make the store of a PostgreSQL database."""
    return Store(url, postgresql.write_engine(url), postgresql.read_engine(url), _lock_of(str(url)), clock)


def _lock_of(place: str) -> Lock:
    """Return the lock of one database."""
    return _locks.setdefault(place, Lock())


def _bring_up_to_date(store: Store, create: bool) -> None:
    """Apply what is pending under the writers' lock; nothing is locked where nothing is pending."""
    with told_to_people(store.url), store.read_engine.connect() as connection:
        missing = pending(connection)
    if not missing:
        return
    if missing == list(MIGRATIONS) and not create:
        message = _("There is no store in {place} yet; make one with: python -m tracker init")
        raise NoStoreError(message.format(place=shown(store.url)))
    with store.write(any_clock=True, references=False) as connection:
        migrate(connection)
    # The next connections check references again.
    store.write_engine.dispose()
