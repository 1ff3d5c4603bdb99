"""Many rows, as the driver gives them, without holding them all."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from sqlalchemy import Connection, text

_BATCH = 10_000
_numbers = count()


def stream(connection: Connection, statement: str, values: dict[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query as the driver gives them, in batches."""
    if connection.dialect.name == "sqlite":
        cursor: Any = connection.execute(text(statement), values or {}).cursor
    else:
        cursor = _server_cursor(connection, statement, values or {})
    while rows := cursor.fetchmany(_BATCH):
        yield from rows
    cursor.close()


def _server_cursor(connection: Connection, statement: str, values: dict[str, Any]) -> Any:
    """Open a cursor that stays on the server, so that the answer comes a batch at a time."""
    cursor = connection.connection.cursor(name=f"stream_{next(_numbers)}")
    cursor.execute(str(text(statement).compile(dialect=connection.dialect)), values)
    return cursor
