"""What a load would do or did: how many rows are new, changed and unchanged, and which."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, text


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


def newest_id(connection: Connection, table: str) -> int:
    """Return the id of the newest revision in a table of revisions, 0 where there is none."""
    return int(connection.scalar(text(f"SELECT max(id) FROM {table}")) or 0)


def count_revisions(connection: Connection, table: str, since: int, given: int, listed: str) -> Counts:
    """Count the revisions written after the id `since`, out of `given` rows; `listed` selects those to name."""
    counted = text(f"SELECT count(*), count(*) FILTER (WHERE revision = 1) FROM {table} WHERE id > :since")
    written, new = connection.execute(counted, {"since": since}).one()
    touched = tuple(Touched(key, bool(is_new)) for key, is_new in connection.execute(text(listed), {"since": since}))
    return Counts(new, written - new, given - written, touched)
