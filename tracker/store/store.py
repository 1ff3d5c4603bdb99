"""The store: the one door to the database, with one way to read and one way to change."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import Protocol

from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import URL

from tracker.errors import StoreError
from tracker.language import _
from tracker.store import postgresql
from tracker.store.address import is_file, shown
from tracker.store.change import Change, Deed
from tracker.store.failures import told_to_people

# How long a change waits for the one before it, which may be the import of a large bundle.
_PATIENCE = 120.0

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Give the present instant."""
    return datetime.now(UTC)


class Reader(Protocol):
    """Whatever questions can be asked of: the store, or a steady view of it."""

    def read(self) -> AbstractContextManager[Connection]:
        """Open a connection that only reads."""


class Store:
    """A database with its schema in place."""

    def __init__(self, url: URL, write_engine: Engine, read_engine: Engine, lock: Lock, clock: Clock = utc_now) -> None:
        """Hold the engines; writers of one process queue at the lock, which is fairer than the database's own."""
        self.url = url
        self.write_engine = write_engine
        self.read_engine = read_engine
        self.clock = clock
        self._lock = lock

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a connection that only reads, from one steady state of the store; StoreError where it fails."""
        with told_to_people(self.url), self.read_engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """Hold one state of the store for several questions."""
        with self.read() as connection:
            yield Snapshot(connection)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open the one transaction that writes; it is kept at the end unless rolled back or an error leaves it."""
        if not self._lock.acquire(timeout=_PATIENCE):
            raise StoreError(_("Another change is still being written; try again later"))
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.enter_context(told_to_people(self.url))
            connection = stack.enter_context(self.write_engine.connect())
            if not is_file(self.url):
                postgresql.lock_out_other_writers(connection)
            yield connection
            connection.commit()

    @contextmanager
    def change(self, *, who: str, deed: str, reason: str | None = None, origin: str | None = None) -> Iterator[Change]:
        """Open one transaction that becomes one entry of the history, or nothing at all where nothing differs.

        Raises RefusedInputError where the database does not take a row, StoreError where it fails.
        """
        with self.write() as connection:
            change = Change(connection, Deed(who=who, deed=deed, reason=reason, origin=origin))
            yield change
            if not change.seal(self.clock):
                connection.rollback()

    def version(self) -> int:
        """Give the number of the newest change set, 0 for an empty store."""
        with self.read() as connection:
            return int(connection.scalar(text("SELECT max(id) FROM change_sets")) or 0)

    def close(self) -> None:
        """Close every connection."""
        self.write_engine.dispose()
        self.read_engine.dispose()

    def __repr__(self) -> str:
        """Name the store without its password."""
        return f"<Store {shown(self.url)}>"


class Snapshot:
    """One state of the store, for questions whose answers have to fit together."""

    def __init__(self, connection: Connection) -> None:
        """Hold the connection whose transaction sees that state."""
        self._connection = connection
        # The view begins with the first question of a transaction, so ask one.
        connection.execute(text("SELECT max(id) FROM change_sets")).all()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the connection."""
        yield self._connection
