"""What questions are asked of: the store, or one state of it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from sqlalchemy import Connection, func, select

from tracker.store.database.schema.audit_tables import change_sets


class Reader(Protocol):
    """Whatever questions can be asked of: the store, or a steady view of it."""

    def read(self) -> AbstractContextManager[Connection]:
        """Open a connection that only reads."""


class Snapshot:
    """One state of the store, for questions whose answers have to fit together."""

    def __init__(self, connection: Connection) -> None:
        """Hold the connection whose transaction sees that state."""
        self._connection = connection
        # The view begins with the first question of a transaction, so ask one.
        newest_change_set(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the connection."""
        yield self._connection


def newest_change_set(connection: Connection) -> int:
    """Return the number of the newest change set, 0 before the first."""
    return int(connection.scalar(select(func.max(change_sets.c.id))) or 0)
