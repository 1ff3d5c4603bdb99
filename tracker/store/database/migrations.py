"""Bring a store to the schema of this program: recorded, forward only, all or nothing."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, inspect, text

from tracker.errors import StoreError
from tracker.language import _
from tracker.store.audit.journal import begin_journal
from tracker.store.database.dialects import Dialect, dialect_of
from tracker.store.database.recorded import (
    migration_0001_history,
    migration_0002_definitions,
    migration_0003_actuals,
    migration_0004_accounts,
    migration_0005_entries,
    migration_0006_slide_sets,
    migration_0007_sign_in,
    migration_0008_journal,
)

Statements = Callable[[Dialect], list[str]]

_JOURNAL = "0008 journal"

# In the order in which they are applied; never change one that was released, add another.
MIGRATIONS: dict[str, Statements] = {
    "0001 history": migration_0001_history.statements,
    "0002 definitions": migration_0002_definitions.statements,
    "0003 actuals": migration_0003_actuals.statements,
    "0004 accounts": migration_0004_accounts.statements,
    "0005 entries": migration_0005_entries.statements,
    "0006 slide sets": migration_0006_slide_sets.statements,
    "0007 signing in": migration_0007_sign_in.statements,
    _JOURNAL: migration_0008_journal.statements,
}


def pending(connection: Connection) -> list[str]:
    """List the migrations a store still needs; StoreError where it is newer than the program or not a store."""
    tables = inspect(connection).get_table_names()
    if "migrations" not in tables:
        if tables:
            raise StoreError(_("The database holds something else than a store of this program; nothing was changed"))
        return list(MIGRATIONS)
    applied = set(connection.scalars(text("SELECT name FROM migrations")))
    if newer := sorted(applied - set(MIGRATIONS)):
        message = _("The store was made by a newer version of this program (it has {names}); update the program")
        raise StoreError(message.format(names=", ".join(newer)))
    return [name for name in MIGRATIONS if name not in applied]


def migrate(connection: Connection) -> list[str]:
    """Apply what is pending inside the caller's transaction, and list it; StoreError as `pending`."""
    names = pending(connection)
    if len(names) == len(MIGRATIONS):
        _apply(connection, _first_statements(dialect_of(connection)))
    for name in names:
        _apply(connection, MIGRATIONS[name](dialect_of(connection)))
        connection.execute(
            text("INSERT INTO migrations (name, at) VALUES (:name, :at)"),
            {"name": name, "at": datetime.now(UTC).isoformat()},
        )
    if _JOURNAL in names:
        # Last, because it reads every table as this program knows it.
        begin_journal(connection, datetime.now(UTC))
    return names


def _first_statements(sql: Dialect) -> list[str]:
    """Write the table that records what was applied."""
    table = f"CREATE TABLE migrations (name {sql.text} PRIMARY KEY, at {sql.text} NOT NULL) {sql.table_end}"
    return [*sql.first_statements(), table]


def _apply(connection: Connection, statements: list[str]) -> None:
    """Run statements in order."""
    for statement in statements:
        connection.exec_driver_sql(statement)
