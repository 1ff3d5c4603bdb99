"""What is kept and how it is found again: the only place that knows the database."""

from sqlalchemy import Connection

from tracker.store.audit.verification import verify
from tracker.store.change import Change
from tracker.store.database.backup.backups import backup, restore
from tracker.store.database.opening import open_store
from tracker.store.record.counts import Counts, Touched
from tracker.store.store import Reader, Snapshot, Store

__all__ = [
    "Change",
    "Connection",
    "Counts",
    "Reader",
    "Snapshot",
    "Store",
    "Touched",
    "backup",
    "open_store",
    "restore",
    "verify",
]
