"""Bring a store to the schema of this program: recorded, forward only, all or nothing.

A new store is made from the tables as they are written in `schema`; one that is there goes through the migrations that
it has not seen. Whatever changes `schema` needs a migration here, which a test compares with it. Alembic is not used:
its batch mode makes a SQLite table again from what it can reflect, and reflection leaves out triggers, STRICT, WITHOUT
ROWID, when a reference is checked, and the names of checks within columns.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, inspect, select

from tracker.errors import StoreError
from tracker.language import _
from tracker.store.audit.journal import begin_journal, restated
from tracker.store.database.alterations import Steps, apply_steps
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
    migration_0009_wider_records,
)
from tracker.store.database.schema.audit_tables import migrations
from tracker.store.database.schema.columns import metadata

Migration = Callable[[Dialect], Steps]

_JOURNAL = "0008 journal"

# In the order in which they are applied; never change one that was released, add another.
MIGRATIONS: dict[str, Migration] = {
    "0001 history": migration_0001_history.statements,
    "0002 definitions": migration_0002_definitions.statements,
    "0003 actuals": migration_0003_actuals.statements,
    "0004 accounts": migration_0004_accounts.statements,
    "0005 entries": migration_0005_entries.statements,
    "0006 slide sets": migration_0006_slide_sets.statements,
    "0007 signing in": migration_0007_sign_in.statements,
    _JOURNAL: migration_0008_journal.statements,
    "0009 wider records": migration_0009_wider_records.statements,
}


def pending(connection: Connection) -> list[str]:
    """List the migrations a store still needs; StoreError where it is newer than the program or not a store."""
    tables = inspect(connection).get_table_names()
    if "migrations" not in tables:
        if tables:
            raise StoreError(_("The database holds something else than a store of this program; nothing was changed"))
        return list(MIGRATIONS)
    applied = set(connection.scalars(select(migrations.c.name)))
    if newer := sorted(applied - set(MIGRATIONS)):
        message = _("The store was made by a newer version of this program (it has {names}); update the program")
        raise StoreError(message.format(names=", ".join(newer)))
    return [name for name in MIGRATIONS if name not in applied]


def migrate(connection: Connection) -> list[str]:
    """Make a new store, or apply what is pending to one that is there, in the caller's transaction.

    List what is done now and was not; StoreError as `pending`.
    """
    names = pending(connection)
    if names != list(MIGRATIONS):
        upgrade(connection)
        return names
    metadata.create_all(connection, checkfirst=False)
    for name in names:
        _record(connection, name)
    begin_journal(connection, datetime.now(UTC))
    return names


def upgrade(connection: Connection) -> None:
    """Apply what is pending, step by step as it was released; rows that get other digests are stated again."""
    names, sql = pending(connection), dialect_of(connection)
    if len(names) == len(MIGRATIONS):
        table = f"CREATE TABLE migrations (name {sql.text} PRIMARY KEY, at {sql.text} NOT NULL) {sql.table_end}"
        apply_steps(connection, [*sql.first_statements(), table])
    with restated(connection, datetime.now(UTC)):
        for name in names:
            apply_steps(connection, MIGRATIONS[name](sql))
            _record(connection, name)
    if _JOURNAL in names:
        # Last, because it reads every table as this program knows it.
        begin_journal(connection, datetime.now(UTC))


def _record(connection: Connection, name: str) -> None:
    """Record that a migration is applied."""
    connection.execute(insert(migrations).values(name=name, at=datetime.now(UTC).isoformat()))
