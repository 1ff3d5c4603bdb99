"""Attempts to sign in, counted to slow guessing down."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from tracker.store.database import instants
from tracker.store.database.schema.account_tables import sign_in_attempts as table


@dataclass(frozen=True, slots=True)
class Failures:
    """How many attempts failed, and when the last one did."""

    count: int
    last: datetime | None


def failures(connection: Connection, since: datetime, **same: str) -> Failures:
    """Count the failures since an instant that are alike in the columns that are given."""
    alike = [table.c[column] == value for column, value in same.items()]
    recent = (table.c.at > instants.written(since), table.c.outcome == "failed")
    count, last = connection.execute(select(func.count(), func.max(table.c.at)).where(*recent, *alike)).one()
    return Failures(int(count), None if last is None else instants.read(last))


def was_slowed(connection: Connection, since: datetime, *, account: str, address: str) -> bool:
    """Return whether the history was told since an instant that the account or the address is slowed down."""
    recent = (table.c.at > instants.written(since), table.c.outcome == "slowed")
    same = or_(table.c.account == account, table.c.address == address)
    return connection.scalar(select(table.c.id).where(*recent, same).limit(1)) is not None


def insert_attempt(connection: Connection, at: datetime, *, outcome: str, **whose: str) -> int:
    """Note an attempt with its account, address and browser, and return its number."""
    row = {"at": instants.written(at), "outcome": outcome, **whose}
    number: int = connection.execute(insert(table).values(**row).returning(table.c.id)).scalar_one()
    return number


def pass_attempt(connection: Connection, number: int) -> None:
    """Note that an attempt succeeded, and forgive the failures of the same account, address and browser."""
    row = connection.execute(select(table).where(table.c.id == number)).one()
    same = (table.c.account == row.account, table.c.address == row.address, table.c.browser == row.browser)
    connection.execute(update(table).where(*same, table.c.outcome == "failed").values(outcome="forgiven"))
    connection.execute(update(table).where(table.c.id == number).values(outcome="passed"))


def forget_attempts(connection: Connection, before: datetime) -> None:
    """Take away attempts that no longer count."""
    connection.execute(delete(table).where(table.c.at < instants.written(before)))
