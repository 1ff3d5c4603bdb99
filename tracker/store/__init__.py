"""What is kept and how it is found again: the only place that knows the database."""

from sqlalchemy import Connection

from tracker.store.backups import backup, restore
from tracker.store.change import Change
from tracker.store.database.reader import Reader, Snapshot
from tracker.store.opening import open_store
from tracker.store.record.counts import Counts, Touched
from tracker.store.store import Store
from tracker.store.verification import verify

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
