"""The checksum that stands beside a backup, because a database does not notice a flipped bit by itself."""

import hashlib
import os
from pathlib import Path

from tracker.errors import StoreError
from tracker.language import _


def checksum_path(path: Path) -> Path:
    """Give the path of the checksum that belongs to a backup."""
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
    told = beside.read_text(encoding="utf-8", errors="replace").split()
    if not told or told[0] != _sha256(path):
        raise StoreError(_("{path} is not what was backed up: its checksum differs").format(path=path))


def _sha256(path: Path) -> str:
    """Give the sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
