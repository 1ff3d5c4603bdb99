"""Rows on their way in: streamed into a temporary table, so that they are compared and stored set by set."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, Integer, Text, text

from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.store.database.dialects import dialect_of
from tracker.store.database.texts import guarded


@contextmanager
def staged(connection: Connection, columns: Sequence[Column[Any]], rows: Iterable[Sequence[Any]]) -> Iterator[None]:
    """Hold rows in the temporary table `staged` for as long as the context lasts."""
    types = ", ".join(f'"{column.name}" {_type(connection, column)}' for column in columns)
    connection.exec_driver_sql(f"CREATE TEMPORARY TABLE staged ({types})")
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        _cursor(connection).executemany(f"INSERT INTO staged VALUES ({marks})", guarded(rows))
    else:
        _copy(connection, guarded(rows))
    yield
    connection.exec_driver_sql("DROP TABLE staged")


def _type(connection: Connection, column: Column[Any]) -> str:
    """Return the type a column has on this database."""
    sql = dialect_of(connection)
    if isinstance(column.type, Integer):
        return "INTEGER"
    return sql.text if isinstance(column.type, Text) else sql.real


def _cursor(connection: Connection) -> Any:
    """Open a cursor of the driver itself, which streams rows from an iterator."""
    return connection.connection.cursor()


def _copy(connection: Connection, rows: Iterable[Sequence[Any]]) -> None:
    """Stream rows into the table by COPY, and let the planner know how many there are."""
    with _cursor(connection) as cursor, cursor.copy("COPY staged FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    connection.exec_driver_sql("ANALYZE staged")


def refuse_twice_given(connection: Connection, keys: str) -> None:
    """Raise RefusedInputError where two staged rows have one key; `keys` are the columns that make it."""
    statement = f"SELECT {keys} FROM staged GROUP BY {keys} HAVING count(*) > 1 ORDER BY {keys} LIMIT 5"
    twice = connection.execute(text(statement)).all()
    if twice:
        wrong, right = _("Two rows are about the same thing"), _("one row for each")
        raise RefusedInputError(
            [Problem(wrong=wrong, seen=" ".join(str(part) for part in row), right=right) for row in twice]
        )


def count_staged(connection: Connection) -> int:
    """Count the staged rows."""
    return int(connection.scalar(text("SELECT count(*) FROM staged")) or 0)
