"""Copies of a store that is a SQLite file."""

import os
import shutil
from contextlib import closing
from pathlib import Path

from tracker.store.failures import pysqlite

_BESIDE = ("", "-wal", "-shm", "-journal")


def copy(place: Path, path: Path) -> None:
    """Write a consistent copy of a store that may be in use; copying the file itself would not be one."""
    with closing(pysqlite.connect(place, isolation_level=None, timeout=30)) as connection:
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
        copy(place, kept)
    except pysqlite.DatabaseError:
        # What is there cannot be read any more: keep its bytes, and put the backup where it was.
        kept.unlink(missing_ok=True)
        _move_aside(place, kept)
        _install(place, path)
        return True
    _overwrite(place, path)
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


def _overwrite(place: Path, path: Path) -> None:
    """Write a backup over a store in one transaction, so that programs that have it open go on with the backup."""
    with (
        closing(pysqlite.connect(path, timeout=30)) as source,
        closing(pysqlite.connect(place, timeout=30)) as target,
    ):
        source.backup(target, pages=-1)
