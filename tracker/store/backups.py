"""Copies of the store with their checksums: one made while it is in use, and one put back, keeping what it replaces."""

import hashlib
import os
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import URL

from tracker.errors import StoreError
from tracker.language import _
from tracker.store.database import file_copies, server_copies
from tracker.store.database.address import file_of, is_file, read_address
from tracker.store.database.failures import told_to_people
from tracker.store.opening import open_store
from tracker.store.store import Store
from tracker.store.verification import verify


def checksum_path(path: Path) -> Path:
    """Return the path of the checksum that belongs to a backup."""
    return path.with_name(path.name + ".sha256")


def write_checksum(path: Path) -> None:
    """Bring a finished backup to the disk and write its checksum beside it, as sha256sum does."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    checksum_path(path).write_text(f"{_sha256(path)}  {path.name}\n", encoding="utf-8")


def refuse_wrong_checksum(path: Path) -> None:
    """Raise StoreError where a backup or its checksum is missing or they do not agree."""
    beside = checksum_path(path)
    if not path.is_file():
        raise StoreError(_("There is no backup at {path}").format(path=path))
    if not beside.is_file():
        raise StoreError(_("The checksum {path} is missing; a backup is only restored with it").format(path=beside))
    written = beside.read_text(encoding="utf-8", errors="replace").split()
    if not written or written[0] != _sha256(path):
        raise StoreError(_("{path} is not what was backed up: its checksum differs").format(path=path))


def _sha256(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def backup(store: Store, path: Path) -> None:
    """Write a consistent copy of the store and its checksum; StoreError where one is there or cannot be written."""
    for taken in (path, checksum_path(path)):
        if taken.exists():
            raise StoreError(_("{path} is already there; choose another name").format(path=taken))
    if not path.absolute().parent.is_dir():
        raise StoreError(_("There is no folder {path}").format(path=path.absolute().parent))
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        _copy(store.url, partial)
        partial.replace(path)
        write_checksum(path)
    except OSError as failure:
        # A backup without its checksum would never be restored: leave none.
        path.unlink(missing_ok=True)
        message = _("The backup {path} cannot be written: {reason}")
        raise StoreError(message.format(path=path, reason=failure.strerror)) from failure
    finally:
        partial.unlink(missing_ok=True)


def restore(url: str, path: Path) -> Path | None:
    """Put a backup in the place of the store; StoreError where it is not whole or not of this kind.

    What is replaced is kept in a file whose path is returned (None where there was nothing).
    """
    address = read_address(url)
    refuse_wrong_checksum(path)
    if not is_file(address):
        kept = path.absolute().with_name(f"{address.database}-replaced-{_now()}.dump")
        server_copies.put_back(address, path, kept)
        open_store(url).close()
        return kept
    _refuse_unfit(path)
    place = file_of(address)
    kept = place.with_name(f"{place.stem}-replaced-{_now()}{place.suffix}")
    with told_to_people(address):
        return kept if file_copies.put_back(place, path, kept) else None


def _now() -> str:
    """Return the local time for a file name."""
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")


def _copy(url: URL, path: Path) -> None:
    """Copy a store into a new file."""
    if not is_file(url):
        server_copies.copy(url, path)
        return
    with told_to_people(url):
        file_copies.copy(file_of(url), path)


def _refuse_unfit(path: Path) -> None:
    """Raise StoreError where a backup is not a whole store that this program can use; it is not touched."""
    trial = path.with_name(path.name + f".trial-{os.getpid()}")
    try:
        file_copies.copy_bytes(path, trial)
        store = open_store(str(trial))
        problems = verify(store)
        store.close()
    finally:
        file_copies.remove(trial)
    if problems:
        message = _("The backup {path} is not whole: {problem}")
        raise StoreError(message.format(path=path, problem=problems[0]))
