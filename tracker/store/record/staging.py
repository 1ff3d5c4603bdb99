"""Rows on their way in: streamed into a temporary table, so that they are compared and stored set by set."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, Index, MetaData, Table, func, select
from sqlalchemy.schema import CreateTable, DropTable

from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.store.database.texts import guarded


def staging_table(columns: Iterable[Column[Any]], indexed: str | None = None) -> Table:
    """Describe a temporary table with columns of the types of others, and an index on one of them."""
    table = Table(
        "staged", MetaData(), *(Column(column.name, column.type) for column in columns), prefixes=["TEMPORARY"]
    )
    if indexed is not None:
        Index("staged_key", table.c[indexed])
    return table


@contextmanager
def staged(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> Iterator[None]:
    """Hold rows in a temporary table for as long as the context lasts."""
    connection.execute(CreateTable(table))
    if connection.dialect.name == "sqlite":
        # A text, for the driver itself: it takes the rows of a large bundle one by one as they are read, where
        # SQLAlchemy would hold them all.
        marks = ", ".join("?" * len(table.c))
        _cursor(connection).executemany(f"INSERT INTO {table.name} VALUES ({marks})", guarded(rows))
    else:
        _copy(connection, table, guarded(rows))
    for index in table.indexes:
        index.create(connection)
    yield
    connection.execute(DropTable(table))


def _cursor(connection: Connection) -> Any:
    """Open a cursor of the driver itself, which streams rows from an iterator."""
    return connection.connection.cursor()


def _copy(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Stream rows into the table by COPY, and let the planner know how many there are."""
    with _cursor(connection) as cursor, cursor.copy(f"COPY {table.name} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    connection.exec_driver_sql(f"ANALYZE {table.name}")


def refuse_twice_given(connection: Connection, *keys: Column[Any]) -> None:
    """Raise RefusedInputError where two staged rows have one key; `keys` are the columns that make it."""
    asked = select(*keys).group_by(*keys).having(func.count() > 1).order_by(*keys).limit(5)
    twice = connection.execute(asked).all()
    if twice:
        wrong, right = _("Two rows are about the same thing"), _("one row for each")
        raise RefusedInputError(
            [Problem(wrong=wrong, seen=" ".join(str(part) for part in row), right=right) for row in twice]
        )


def count_rows(connection: Connection, table: Table) -> int:
    """Count the rows of a table."""
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)
