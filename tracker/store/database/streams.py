"""Many rows, as the driver gives them, without holding them all."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from sqlalchemy import Connection, Select

_BATCH = 10_000
_numbers = count()


def stream(connection: Connection, asked: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query as the driver gives them, in batches."""
    if connection.dialect.name == "postgresql":
        yield from _fetched_from_server(connection, asked)
        return
    cursor: Any = connection.execute(asked).cursor
    while rows := cursor.fetchmany(_BATCH):
        yield from rows


def _fetched_from_server(connection: Connection, asked: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield rows by a cursor that stays on the server, where the driver would take the whole answer at once."""
    name = f"stream_{next(_numbers)}"
    compiled = asked.compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
    cursor = connection.connection.cursor()
    cursor.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {compiled}", compiled.params)
    cursor.execute(f"FETCH FORWARD {_BATCH} FROM {name}")
    while rows := cursor.fetchall():
        yield from rows
        cursor.execute(f"FETCH FORWARD {_BATCH} FROM {name}")
    cursor.execute(f"CLOSE {name}")
