"""What questions are asked of: the store, or one state of it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from sqlalchemy import Connection, text


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
        connection.execute(text("SELECT max(id) FROM change_sets")).all()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the connection."""
        yield self._connection
