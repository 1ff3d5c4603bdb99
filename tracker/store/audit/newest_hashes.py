"""The newest hash of each chain of the history, and the event a noted hash belongs to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from tracker.store.audit.journal import CHAINS, newest_of
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.audit_tables import journal

_CHAINS = {**CHAINS, journal.name: journal}


@dataclass(frozen=True, slots=True)
class NewestHash:
    """A hash over an event and all before it in its chain, kept in one table."""

    table: str
    number: int
    at: datetime
    hash: str


def newest_hashes(reader: Reader) -> list[NewestHash]:
    """Return the newest hash of each chain that has an event."""
    with reader.read() as connection:
        rows = [(name, newest_of(connection, table)) for name, table in _CHAINS.items()]
    return [NewestHash(table, row.id, instants.read(row.at), row.hash) for table, row in rows if row is not None]


def journal_hash(reader: Reader, number: int) -> str | None:
    """Return the hash of an entry of the journal, which covers everything before it; None where there is none."""
    with reader.read() as connection:
        own: str | None = connection.scalar(select(journal.c.hash).where(journal.c.id == number))
    return own


def event_of_hash(reader: Reader, noted: str) -> NewestHash | None:
    """Find the event that a hash covers, with all before it; None where there is none."""
    with reader.read() as connection:
        for name, table in _CHAINS.items():
            asked = select(table.c.id, table.c.at, table.c.hash).where(table.c.hash == noted)
            if (row := connection.execute(asked).first()) is not None:
                return NewestHash(name, row.id, instants.read(row.at), row.hash)
    return None
