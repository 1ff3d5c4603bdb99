"""The newest hash of each chain of the history, and the deed a noted hash belongs to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text

from tracker.store.database import instants
from tracker.store.database.reader import Reader

_CHAINS = ("change_sets", "entry_events", "account_events", "slide_set_events", "journal")


@dataclass(frozen=True, slots=True)
class NewestHash:
    """A hash over a deed and all before it in its chain, kept in one table."""

    table: str
    number: int
    at: datetime
    hash: str


def newest_hashes(reader: Reader) -> list[NewestHash]:
    """Return the newest hash of each chain that has a deed."""
    with reader.read() as connection:
        rows = [
            (table, connection.execute(text(f"SELECT id, at, hash FROM {table} ORDER BY id DESC LIMIT 1")).first())
            for table in _CHAINS
        ]
    return [NewestHash(table, row.id, instants.read(row.at), row.hash) for table, row in rows if row is not None]


def journal_hash(reader: Reader, number: int) -> str | None:
    """Return the hash of an entry of the journal, which covers everything before it; None where there is none."""
    with reader.read() as connection:
        found: str | None = connection.scalar(text("SELECT hash FROM journal WHERE id = :number"), {"number": number})
    return found


def deed_of_hash(reader: Reader, noted: str) -> NewestHash | None:
    """Find the deed that a hash covers, with all before it; None where there is none."""
    with reader.read() as connection:
        for table in _CHAINS:
            asked = text(f"SELECT id, at, hash FROM {table} WHERE hash = :noted")
            if (row := connection.execute(asked, {"noted": noted}).first()) is not None:
                return NewestHash(table, row.id, instants.read(row.at), row.hash)
    return None
