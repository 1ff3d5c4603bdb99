"""Engines on a SQLite file: one that writes under a lock, one that only reads."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

from tracker.errors import NoStoreError, StoreError
from tracker.language import _
from tracker.store.database.failures import pysqlite
from tracker.store.database.store_file import StoreFile
from tracker.store.database.texts import guard_texts

# Older libraries can corrupt a write-ahead log by a race when it is reset.
OLDEST_LIBRARY = (3, 51, 3)

_PRAGMAS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "busy_timeout = 30000",
    "synchronous = FULL",
    "cache_size = -65536",
    "journal_size_limit = 67108864",
)


def refuse_old_library(version: tuple[int, ...] | None = None) -> None:
    """Raise StoreError where the SQLite library could corrupt the store."""
    seen = version or pysqlite.sqlite_version_info
    if tuple(seen) < OLDEST_LIBRARY:
        message = _("The SQLite library is {seen}; the store needs {needed} or newer (run: make run)")
        raise StoreError(message.format(seen=".".join(map(str, seen)), needed=".".join(map(str, OLDEST_LIBRARY))))


def refuse_bad_path(path: Path, *, create: bool) -> None:
    """Raise StoreError where no store can be at a path, or none is there and none is to be made."""
    if path.is_dir():
        raise StoreError(_("{path} is a folder; the store is a file in it").format(path=path))
    if not path.exists() and not create:
        raise NoStoreError(_("There is no store at {path}; make one with: python -m tracker init").format(path=path))


def write_engine(url: URL, file: StoreFile) -> Engine:
    """Make the engine every change goes through: BEGIN IMMEDIATE, write-ahead log, nothing lost at a power cut."""
    return _engine(url, file, (*_PRAGMAS, "journal_mode = WAL"), "BEGIN IMMEDIATE")


def read_engine(url: URL, file: StoreFile) -> Engine:
    """Make the engine every question goes through: it cannot write and waits for no writer."""
    return _engine(url, file, (*_PRAGMAS, "query_only = ON"), "BEGIN")


def _engine(url: URL, file: StoreFile, pragmas: tuple[str, ...], begin: str) -> Engine:
    """Make an engine whose connections obey the pragmas and begin transactions in one way."""
    engine = create_engine(url, module=pysqlite, creator=file.connect, pool_size=5, max_overflow=40)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        # One text that another program spoiled must not keep the rows around it from being read.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Any) -> None:
        if not connection.get_execution_options().get("references", True):
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql(begin)

    return guard_texts(engine)
