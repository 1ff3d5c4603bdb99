"""Changes of a table that is filled: what a migration does beyond plain statements, with all rows and guards kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from tracker.errors import StoreError
from tracker.language import _

# The statements here are texts: they ask SQLite's own catalogue and make tables again as a migration recorded them,
# which the tables of the schema, as they are today, do not describe.
_OBJECTS = """
    SELECT sql FROM sqlite_master
    WHERE tbl_name = :table AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid"""


@dataclass(frozen=True, slots=True)
class ChangedCheck:
    """A check of a table that gets another condition, as where a vocabulary gains a word."""

    table: str
    name: str
    condition: str

    def apply(self, connection: Connection) -> None:
        """Change the check inside the caller's transaction; on a file its foreign keys have to be off.

        StoreError where the table has no such check, or a row or reference would be lost.
        """
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(
                f"ALTER TABLE {self.table} DROP CONSTRAINT {self.name}, "
                f"ADD CONSTRAINT {self.name} CHECK ({self.condition})"
            )
        else:
            _rebuild(connection, self.table, self._changed(_made_by(connection, self.table)))

    def _changed(self, made_by: str) -> str:
        """Return the statement that made the table with the condition replaced."""
        begin = re.search(rf'CONSTRAINT\s+"?{self.name}"?\s+CHECK\s*\(', made_by)
        if begin is None:
            message = _("The table {table} of the store has no check {name}; it was altered by another program")
            raise StoreError(message.format(table=self.table, name=self.name))
        end = _closing(made_by, begin.end())
        return made_by[: begin.end()] + self.condition + made_by[end:]


#: What a migration consists of: statements, and changes of tables that are filled.
Steps = Sequence[str | ChangedCheck]


def apply_steps(connection: Connection, steps: Steps) -> None:
    """Apply the steps of a migration in order."""
    for step in steps:
        if isinstance(step, str):
            connection.exec_driver_sql(step)
        else:
            step.apply(connection)


def _made_by(connection: Connection, table: str) -> str:
    """Return the statement that made a table of a SQLite file."""
    statement = text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    return str(connection.scalar(statement, {"table": table}))


def _closing(statement: str, start: int) -> int:
    """Return where the parenthesis that is open at `start` closes; those within quotes do not count."""
    depth, quote = 1, ""
    for place, character in enumerate(statement[start:], start):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        else:
            depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return place
    return len(statement)


def _rebuild(connection: Connection, table: str, statement: str) -> None:
    """Put a table made by a statement in the place of one with the same columns, with its indexes and triggers.

    SQLite cannot change a check of a table that stands. Foreign keys have to be off, else dropping the table would
    delete what refers to it; they cannot be turned off within a transaction.
    """
    objects = connection.scalars(text(_OBJECTS), {"table": table}).all()
    references, count = _broken_references(connection), _count(connection, table)
    passing = f"{table}__rebuilt"
    connection.exec_driver_sql(re.sub(rf'^CREATE TABLE\s+"?{table}"?', f"CREATE TABLE {passing}", statement, count=1))
    columns = ", ".join(f'"{name}"' for name in _columns(connection, table))
    connection.exec_driver_sql(f"INSERT INTO {passing} ({columns}) SELECT {columns} FROM {table}")
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE {passing} RENAME TO {table}")
    for made_by in objects:
        connection.exec_driver_sql(made_by)
    if _count(connection, table) != count or _broken_references(connection) != references:
        message = _("The table {table} cannot be upgraded without losing rows or references; nothing was changed")
        raise StoreError(message.format(table=table))


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def _broken_references(connection: Connection) -> set[tuple[Any, ...]]:
    """Return which rows refer to what is not there; row numbers are left out, which a rebuilt table may give again."""
    return {(row[0], row[2], row[3]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
