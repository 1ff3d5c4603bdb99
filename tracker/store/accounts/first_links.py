"""One-time links by which the first administrator is made, kept by their hash."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.schema.account_tables import first_links as table


def insert_first_link(connection: Connection, at: datetime, link_hash: str) -> None:
    """Keep a new link; the ones before it no longer open anything."""
    use_first_links(connection, at)
    with journalled(connection, at, table, table.c.link_hash == link_hash):
        connection.execute(insert(table).values(link_hash=link_hash, made_at=instants.written(at)))


def first_link_made_at(connection: Connection, link_hash: str) -> datetime | None:
    """Tell when a link that was not used yet was made."""
    unused = (table.c.link_hash == link_hash, table.c.used_at.is_(None))
    told = connection.scalar(select(table.c.made_at).where(*unused))
    return None if told is None else instants.read(told)


def use_first_links(connection: Connection, at: datetime) -> None:
    """Note that no link opens anything any more."""
    with journalled(connection, at, table):
        connection.execute(update(table).where(table.c.used_at.is_(None)).values(used_at=instants.written(at)))
