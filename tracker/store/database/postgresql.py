"""Engines on a PostgreSQL database: one that writes, one that only reads from a steady view."""

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import URL

from tracker.store.database.texts import guard_texts

# Any number will do, as long as every writer of a store takes the same.
_WRITERS_LOCK = 7_231_904_455

_OPTIONS = "-c timezone=UTC -c lock_timeout=60s"


def write_engine(url: URL) -> Engine:
    """Make the engine every change goes through."""
    engine = create_engine(url, connect_args={"options": _OPTIONS, "connect_timeout": 10}, pool_pre_ping=True)
    return guard_texts(engine)


def read_engine(url: URL) -> Engine:
    """Make the engine every question goes through: it cannot write, and one question sees one state."""
    options = f"{_OPTIONS} -c default_transaction_read_only=on"
    engine = create_engine(
        url,
        connect_args={"options": options, "connect_timeout": 10},
        isolation_level="REPEATABLE READ",
        pool_size=10,
        max_overflow=40,
        pool_pre_ping=True,
    )
    return guard_texts(engine)


def lock_out_other_writers(connection: Connection) -> None:
    """Wait until no other change is under way; the lock ends with the transaction."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
