"""The file of a SQLite store while it is open: held so that no other program deletes its log, and watched.

What holds, and why:

* POSIX locks belong to a process and a file. Whenever the process closes any descriptor of the file, its -wal or its
  -shm, the locks that SQLite holds through others are gone without an error. Another program then takes itself for
  the last user and deletes the log that is in use, and what is written after that is lost. So nothing in the process
  opens these files but one SQLite library (pysqlite3; Python's own sqlite3 would know nothing of the locks of the
  other), which puts off closing a descriptor as long as another connection holds a lock. Asking for their status
  (stat) opens nothing. A child process has locks of its own and takes none from its parent.
* As long as this connection is open, SQLite deletes no log, and the log has the same inode: one that is missing or
  another was taken away from outside.
* Other programs may read, write, checkpoint and VACUUM through SQLite meanwhile; that is what the locks are for. Those
  with a library older than 3.51.3 should only read: a race of theirs when a log is reset can damage the store.
* Between two checkpoints nothing writes into the file itself. One that has changed although no checkpoint explains it
  was copied over; its log belongs to the content before, and the two together are neither. The log is then taken
  from the copy, and both are kept as they were found, which is the store itself where the alarm was false.
* A file that was moved, removed or replaced is no longer the one that is written to. Nothing is read or written then
  until the server is started again, because nobody can say which of the two a reader wants.
"""

import logging
import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from tracker.errors import DisplacedStoreError, StoreError
from tracker.language import _
from tracker.store.database.failures import pysqlite
from tracker.store.database.file_copies import copy_bytes

_log = logging.getLogger("tracker.store")

# Long enough for another program's write, which the pools wait for as well.
_SECONDS = 30.0

_Identity = tuple[int, int]

# What keeps a look from an answer for the moment; a change will meet it and tell.
_PASSING = (
    *(pysqlite.SQLITE_BUSY, pysqlite.SQLITE_LOCKED, pysqlite.SQLITE_CANTOPEN),
    *(pysqlite.SQLITE_IOERR, pysqlite.SQLITE_FULL, pysqlite.SQLITE_NOMEM),
)

# The newest events: what another content of the same file would say otherwise.
_NEWEST = "SELECT " + ", ".join(
    f"(SELECT hash FROM {table} ORDER BY id DESC LIMIT 1)"
    for table in ("change_sets", "account_events", "entry_events", "slide_set_events")
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the file was at one look: when it was written, how far the log had come, whose commits had been seen."""

    written_at: int
    frames: int
    completed: int
    commits: int
    newest: tuple[str, ...]


class StoreFile:
    """One connection that stays open as long as the store does, and what the files were when it was opened."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file through SQLite; StoreError where it is no database. `create` makes an empty one."""
        self.path = path
        # SQLite keeps the log beside the file that a link leads to.
        self._beside = path.resolve()
        self._lock = Lock()
        self._connection = _connect(path, "rwc" if create else "rw")
        self._opened: dict[Path, _Identity] = {}
        self._seen: _Seen | None = None
        self._displaced = False
        self._overwritten = False
        self._saved = False
        self._hindrance = ""
        try:
            # The first question reads the header, which is how SQLite finds that a file is none of its own.
            self._connection.execute("PRAGMA schema_version").fetchall()
        except pysqlite.DatabaseError as failure:
            self.close()
            if failure.sqlite_errorcode == pysqlite.SQLITE_NOTADB:
                message = _("{path} is not a store of this program; nothing was changed")
                raise StoreError(message.format(path=path)) from failure
            raise
        self._opened = _identities(path)

    def hold(self) -> None:
        """Turn to the log and remember which files are open; only for a file that is known to be a store."""
        try:
            self._connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except pysqlite.OperationalError as failure:
            # A copy on a read-only medium can be looked at without a log.
            if failure.sqlite_errorcode != pysqlite.SQLITE_READONLY:
                raise
        self._connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        self._opened = _identities(self.path, self._wal, self._shm)
        self._seen = self._look(self._connection)

    def connect(self) -> Any:
        """Open one more connection to the same file; DisplacedStoreError where another is there now."""
        self.check()
        connection = _connect(self.path, "rw")
        try:
            self.check()
        except BaseException:
            connection.close()
            raise
        return connection

    def check(self) -> None:
        """Raise DisplacedStoreError where the files are no longer the ones that were opened, then and ever after."""
        if not self._displaced and (changed := self._changed()) is not None:
            self._displace(changed)
        if self._displaced:
            raise DisplacedStoreError(
                _(
                    "The file of the store was moved, removed or replaced while the server had it open. "
                    "Nothing more is written, and what was changed last may not be kept. Start the server again."
                )
            )

    def check_content(self) -> None:
        """Raise DisplacedStoreError as `check` does, and where the file was copied over; for changes and the watch."""
        self.check()
        with self._lock:
            if self._seen is not None and not self._displaced and self._is_overwritten(self._seen):
                self._overwritten = True
                self._displace(self.path)
        self.check()

    def save(self) -> bool:
        """Keep what a displaced store holds, once: complete the file, and copy it where it has lost its place.

        What the log holds would spoil a file that was copied over, so both are set aside there.
        False where something hinders it that may pass.
        """
        with self._lock:
            if self._saved or not self._displaced:
                return True
            try:
                self._saved = self._set_log_aside() if self._overwritten else self._complete() and self._copy()
            except (pysqlite.Error, OSError) as failure:
                if str(failure) != self._hindrance:
                    self._hindrance = str(failure)
                    _log.error(_("What the store held cannot be kept yet: {reason}").format(reason=failure))
            return self._saved

    def complete(self) -> None:
        """Write what the log holds into the file, which then is whole without it."""
        self.check_content()
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Close the connection; SQLite then completes the file and deletes the log where nobody else has it open."""
        self._connection.close()

    @property
    def _wal(self) -> Path:
        return self._beside.with_name(self._beside.name + "-wal")

    @property
    def _shm(self) -> Path:
        return self._beside.with_name(self._beside.name + "-shm")

    def _changed(self) -> Path | None:
        """Return the first path at which the file is not that was opened, None where all are."""
        for path, opened in self._opened.items():
            try:
                if _identity(path) != opened:
                    return path
            except (FileNotFoundError, NotADirectoryError):
                return path
            except OSError as failure:
                message = _("The store {place} cannot be used: {reason}")
                raise StoreError(message.format(place=self.path, reason=failure.strerror)) from failure
        return None

    def _displace(self, changed: Path) -> None:
        self._displaced = True
        message = _("{path} was moved, removed or replaced while it was open; nothing more is read or written.")
        _log.error(message.format(path=changed))

    def _look(self, connection: Any) -> _Seen:
        """Look at the file; its time comes last, so that a checkpoint in between is not mistaken for a stranger."""
        _busy, frames, completed = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
        commits, newest = self._commits(), connection.execute(_NEWEST).fetchone()
        return _Seen(self.path.stat().st_mtime_ns, frames, completed, commits, newest)

    def _commits(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _is_overwritten(self, seen: _Seen) -> bool:
        """Return whether something else than a checkpoint has written into the file since it was seen."""
        try:
            now = self._look(self._connection)
            if now.written_at == seen.written_at or now.completed != seen.completed or now.frames < seen.frames:
                self._seen = now
                return False
            # What the held connection remembers is of the content before, so one without a memory reads again.
            with closing(_connect(self.path, "rw")) as fresh:
                state = self._look(fresh)
                # Asked last, so that a commit in between is not mistaken for a copy.
                replaced = state.newest != seen.newest and self._commits() == seen.commits
                # A checkpoint may be under way elsewhere, which a whole file tells from a copy under a foreign log.
                if replaced or fresh.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    return True
        except pysqlite.DatabaseError as failure:
            return failure.sqlite_errorcode & 0xFF not in _PASSING
        self._seen = state
        return False

    def _complete(self) -> bool:
        """Write what the log holds into the file that was opened, and empty the log.

        An old log beside another file would be taken for that file's own.
        """
        if self._is_others():
            return True
        busy, _frames, _written = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def _is_others(self) -> bool:
        """Return whether another program uses the log, or one of its own, under locks that are unknown to this one."""
        now = _identities(self._wal, self._shm)
        log, index = now.get(self._wal), now.get(self._shm)
        if log is None or log == self._opened.get(self._wal):
            return log is not None and index not in (None, self._opened.get(self._shm))
        return self._wal.stat().st_size > 0

    def _copy(self) -> bool:
        """Copy the store beside its old place where the file that is open is not there any more."""
        with suppress(OSError):
            if _identity(self.path) == self._opened[self.path]:
                return True
        kept = self._place_to_keep()
        self._connection.execute("VACUUM INTO ?", (str(kept),))
        _log.error(_("What the store held is kept in {path}.").format(path=kept))
        return True

    def _set_log_aside(self) -> bool:
        """Take the log from the file that was copied over; nothing of the store is written any more."""
        kept = self._place_to_keep()
        if self._wal.exists():
            copy_bytes(self._wal, kept.with_name(kept.name + "-wal"))
            # Connections that are still open would write it into the copy when the last of them is closed.
            os.truncate(self._wal, 0)
            self._wal.unlink()
        self._shm.unlink(missing_ok=True)
        copy_bytes(self.path, kept)
        message = _(
            "What was in the file and in its log is kept in {path}, "
            "which is the store itself if nothing was copied over."
        )
        _log.error(message.format(path=kept))
        return True

    def _place_to_keep(self) -> Path:
        now = datetime.now().astimezone()
        return self.path.with_name(f"{self.path.stem}-displaced-{now:%Y%m%d-%H%M%S-%f}{self.path.suffix}")


def _connect(path: Path, mode: str) -> Any:
    """Open a connection; without "rwc" a file that is not there is not made."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    # The driver's own idea of when a transaction begins is too late for a safe read before a write: it has no level.
    return pysqlite.connect(address, uri=True, timeout=_SECONDS, isolation_level=None, check_same_thread=False)


def _identity(path: Path) -> _Identity:
    status = os.stat(path)  # noqa: PTH116 - asked often
    return status.st_dev, status.st_ino


def _identities(*paths: Path) -> dict[Path, _Identity]:
    """Return which file is at each path, for those that have one."""
    identities = {}
    for path in paths:
        with suppress(FileNotFoundError):
            identities[path] = _identity(path)
    return identities
