"""Copies of a store that is a SQLite file."""

import os
import shutil
from contextlib import closing
from pathlib import Path

from tracker.errors import StoreError
from tracker.language import _
from tracker.store.database.failures import pysqlite

# How long another program's transaction is waited for, in seconds.
_PATIENCE = 30.0

_BESIDE = ("", "-wal", "-shm", "-journal")

# What hinders writing and says nothing against what is there.
_PASSING = (
    *(pysqlite.SQLITE_BUSY, pysqlite.SQLITE_LOCKED, pysqlite.SQLITE_FULL, pysqlite.SQLITE_NOMEM),
    *(pysqlite.SQLITE_READONLY, pysqlite.SQLITE_PERM, pysqlite.SQLITE_CANTOPEN),
)


def copy(place: Path, path: Path) -> None:
    """Write a consistent copy of a store that may be in use; copying the file itself would not be one."""
    with closing(pysqlite.connect(place, isolation_level=None, timeout=_PATIENCE)) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))


def copy_bytes(source: Path, target: Path) -> None:
    """Copy a file that nobody writes to, and bring it to the disk."""
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def remove(place: Path) -> None:
    """Remove a store's file and those the database keeps beside it."""
    for suffix in _BESIDE:
        place.with_name(place.name + suffix).unlink(missing_ok=True)


def put_back(place: Path, path: Path, kept: Path) -> bool:
    """Put a backup in the place of a store and keep what was there; False where nothing was."""
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        _install(place, path)
        return False
    try:
        _overwrite(place, path, kept)
    except pysqlite.DatabaseError as failure:
        kept.unlink(missing_ok=True)
        if getattr(failure, "sqlite_errorcode", 0) & 0xFF in _PASSING:
            raise
        # What is there cannot be read any more: keep its bytes, and put the backup where it was.
        _move_aside(place, kept)
        _install(place, path)
    return True


def _install(place: Path, path: Path) -> None:
    """Put a copy of a backup where no file is, all at once."""
    partial = place.with_name(place.name + ".partial")
    copy_bytes(path, partial)
    partial.replace(place)


def _move_aside(place: Path, kept: Path) -> None:
    """Rename a store's file and those beside it."""
    for suffix in _BESIDE:
        beside = place.with_name(place.name + suffix)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + suffix))


def _overwrite(place: Path, path: Path, kept: Path) -> None:
    """Write a backup over a store in one transaction, so that programs that have it open go on with the backup.

    StoreError where another program does not end its own transaction.
    """

    def keep(status: int, _remaining: int, _total: int) -> None:
        if status in (pysqlite.SQLITE_BUSY, pysqlite.SQLITE_LOCKED):
            raise StoreError(_("Another change is still being written; try again later"))
        # From the first page on nobody else can write: what is kept is all that is replaced.
        if status == pysqlite.SQLITE_OK and not kept.exists():
            copy(place, kept)

    with (
        closing(pysqlite.connect(path, timeout=_PATIENCE)) as source,
        closing(pysqlite.connect(place, timeout=_PATIENCE)) as target,
    ):
        source.backup(target, pages=1, progress=keep)
