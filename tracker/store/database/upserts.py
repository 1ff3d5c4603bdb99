"""Inserts that change the row that is there: both databases do it alike, SQLAlchemy by a class for each."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Upsert = sqlite.Insert | postgresql.Insert


def insert_into(connection: Connection, table: Table) -> Upsert:
    """Return an insert that may say what happens where its key is there."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def or_change(statement: Upsert, columns: Iterable[str], **also: Any) -> Upsert:
    """Return an insert that changes columns where its key is there, to what it gives or, `also`, something else."""
    changed = {name: statement.excluded[name] for name in columns}
    return statement.on_conflict_do_update(index_elements=list(statement.table.primary_key), set_={**changed, **also})
