"""Attempts to sign in, counted to slow guessing down."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from tracker.store import instants
from tracker.store.account_tables import sign_in_attempts as table


def failures(connection: Connection, since: datetime, *, account: str, address: str) -> int:
    """Count the failures since an instant: of the account or from the address, whichever has more."""
    recent = (table.c.at > instants.written(since), table.c.outcome == "failed")
    counted = select(func.count()).select_from(table).where(*recent)
    by_account = int(connection.scalar(counted.where(table.c.account == account)) or 0)
    return max(by_account, int(connection.scalar(counted.where(table.c.address == address)) or 0))


def was_slowed(connection: Connection, since: datetime, *, account: str, address: str) -> bool:
    """Say whether such an attempt was slowed down since an instant."""
    recent = (table.c.at > instants.written(since), table.c.outcome == "slowed")
    same = or_(table.c.account == account, table.c.address == address)
    return connection.scalar(select(table.c.id).where(*recent, same).limit(1)) is not None


def insert_attempt(connection: Connection, at: datetime, *, account: str, address: str, outcome: str) -> int:
    """Note an attempt, and give its number."""
    row = {"at": instants.written(at), "account": account, "address": address, "outcome": outcome}
    number: int = connection.execute(insert(table).values(**row).returning(table.c.id)).scalar_one()
    return number


def pass_attempt(connection: Connection, number: int, *, account: str, address: str) -> None:
    """Note that an attempt succeeded, and forgive the failures of the same account from the same address."""
    same = (table.c.account == account, table.c.address == address, table.c.outcome == "failed")
    connection.execute(update(table).where(*same).values(outcome="forgiven"))
    connection.execute(update(table).where(table.c.id == number).values(outcome="passed"))


def forget_attempts(connection: Connection, before: datetime) -> None:
    """Take away attempts that no longer count."""
    connection.execute(delete(table).where(table.c.at < instants.written(before)))
