"""What a load would do or did: how many rows are new, changed and unchanged, and which."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import ColumnElement, Connection, Table, func, select


@dataclass(frozen=True, slots=True)
class Touched:
    """One row that is new or changed, by its key."""

    key: str
    new: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were new, changed and unchanged; `touched` lists the first of the changed, then of the new."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    touched: tuple[Touched, ...] = ()

    def __add__(self, other: Self) -> "Counts":
        """Add up two loads."""
        return Counts(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.touched + other.touched,
        )


def newest_id(connection: Connection, table: Table) -> int:
    """Return the id of the newest revision in a table of revisions, 0 where there is none."""
    return int(connection.scalar(select(func.max(table.c.id))) or 0)


def count_revisions(
    connection: Connection, table: Table, since: int, given: int, key: ColumnElement[str], listing: int
) -> Counts:
    """Count the revisions written after the id `since`, out of `given` rows, and name the first by their `key`."""
    is_new = table.c.revision == 1
    counted = select(func.count(), func.count().filter(is_new)).select_from(table).where(table.c.id > since)
    written, new = connection.execute(counted).one()
    listed = select(key, is_new).where(table.c.id > since).order_by(is_new, table.c.id).limit(listing)
    touched = tuple(Touched(name, bool(first)) for name, first in connection.execute(listed))
    return Counts(new, written - new, given - written, touched)
