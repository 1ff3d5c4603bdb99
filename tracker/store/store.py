"""The store: the one door to the database, with one way to read and one way to change."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from tracker.errors import StoreError
from tracker.language import _
from tracker.store.audit.doubtful_clock import refuse_doubtful_clock
from tracker.store.change import Change, ChangeEvent
from tracker.store.database import postgresql
from tracker.store.database.address import is_file, shown
from tracker.store.database.failures import told_to_people
from tracker.store.database.reader import Snapshot, newest_change_set
from tracker.store.database.store_file import StoreFile

# How long a change waits for the one before it, which may be the import of a large bundle.
_PATIENCE = 120.0

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


class Store:
    """A database with its schema in place."""

    def __init__(
        self,
        url: URL,
        write_engine: Engine,
        read_engine: Engine,
        lock: Lock,
        clock: Clock = utc_now,
        file: StoreFile | None = None,
    ) -> None:
        """Hold the engines; writers of one process queue at the lock, which is fairer than the database's own.

        `file` is what the store is kept in, None for a database on a server.
        """
        self.url = url
        self.write_engine = write_engine
        self.read_engine = read_engine
        self.clock = clock
        #: Whether visitors read what fails, so that the place of the store is for the log alone.
        self.discreet = False
        self._lock = lock
        self._file = file

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a connection that only reads, from one steady state of the store; StoreError where it fails."""
        with self._told(), self.read_engine.connect() as connection:
            self.check_file()
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Hold one state of the store for several questions."""
        with self.read() as connection:
            yield Snapshot(connection)

    @contextmanager
    def write(self, *, any_clock: bool = False, references: bool = True) -> Iterator[Connection]:
        """Open the one transaction that writes; it is kept at the end unless rolled back or an error leaves it.

        StoreError where it fails, DisplacedStoreError where it may have been written into a file that is gone,
        ClockError where the clock is years away from the last change, unless any is right. Without `references`, the
        connection to a file does not check them, so that its tables can be made again.
        """
        if not self._lock.acquire(timeout=_PATIENCE):
            raise StoreError(_("Another change is still being written; try again later"))
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.enter_context(self._told())
            connection = stack.enter_context(self.write_engine.execution_options(references=references).connect())
            self.check_content()
            if not is_file(self.url):
                postgresql.lock_out_other_writers(connection)
            if not any_clock:
                refuse_doubtful_clock(connection, self.clock())
            yield connection
            self.check_content()
            connection.commit()
            # What was taken away between the two is not called done.
            self.check_content()

    @contextmanager
    def change(self, *, who: str, deed: str, reason: str | None = None, origin: str | None = None) -> Iterator[Change]:
        """Open one transaction that becomes one entry of the history, or nothing at all where nothing differs.

        Raises RefusedInputError where the database does not take a row, StoreError where it fails.
        """
        with self.write() as connection:
            change = Change(connection, ChangeEvent(who=who, deed=deed, reason=reason, origin=origin))
            yield change
            if not change.seal(self.clock):
                connection.rollback()

    def check_clock(self) -> None:
        """Raise ClockError where the clock is years away from the last change."""
        with self.read() as connection:
            refuse_doubtful_clock(connection, self.clock())

    def version(self) -> int:
        """Return the number of the newest change set, 0 for an empty store."""
        with self.read() as connection:
            return newest_change_set(connection)

    def _told(self) -> AbstractContextManager[None]:
        return told_to_people(self.url, discreet=self.discreet)

    def hold(self) -> None:
        """Remember which files the store is kept in, once they are known to be a store; nothing on a server."""
        if self._file is not None:
            with told_to_people(self.url):
                self._file.hold()

    def check_file(self) -> None:
        """Raise DisplacedStoreError where the store's file or its log is not the one that was opened any more."""
        if self._file is not None:
            self._file.check()

    def check_content(self) -> None:
        """Raise DisplacedStoreError as `check_file` does, and where the file was copied over."""
        if self._file is not None:
            self._file.check_content()

    def save_displaced(self) -> bool:
        """Keep what a store holds whose file was displaced; False where that has to be tried again."""
        return self._file is None or self._file.save()

    def complete_file(self) -> None:
        """Write what the log holds into the store's file; StoreError where that fails. Nothing on a server."""
        if self._file is not None:
            with self._told():
                self._file.complete()

    def close(self) -> None:
        """Close every connection."""
        self.write_engine.dispose()
        self.read_engine.dispose()
        if self._file is not None:
            self._file.close()

    def __repr__(self) -> str:
        """Name the store without its password."""
        return f"<Store {shown(self.url)}>"
