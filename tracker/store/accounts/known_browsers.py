"""Browsers that have signed in to an account before, known by the hash of a token they keep."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.schema.account_tables import known_browsers as table


def find_browser(connection: Connection, since: datetime, account: str, hashes: Collection[str]) -> str:
    """Return which of the tokens, by their hashes, an account's browser was given since an instant; empty for none."""
    mine = (table.c.account == account, table.c.made_at > instants.written(since))
    return connection.scalar(select(table.c.token_hash).where(*mine, table.c.token_hash.in_(hashes)).limit(1)) or ""


def write_browser(connection: Connection, at: datetime, account: str, token_hash: str, *, instead_of: str) -> None:
    """Keep the token of a browser in place of the one it had."""
    _forget(connection, at, table.c.token_hash == instead_of)
    with journalled(connection, at, table, table.c.token_hash == token_hash):
        row = {"token_hash": token_hash, "account": account, "made_at": instants.written(at)}
        connection.execute(insert(table).values(**row))


def forget_browsers_of(connection: Connection, at: datetime, account: str) -> None:
    """Know no browser of an account any more."""
    _forget(connection, at, table.c.account == account)


def forget_browsers(connection: Connection, at: datetime, made_before: datetime) -> None:
    """Take away tokens too old to count."""
    _forget(connection, at, table.c.made_at < instants.written(made_before))


def _forget(connection: Connection, at: datetime, which: ColumnElement[bool]) -> None:
    with journalled(connection, at, table, which):
        connection.execute(delete(table).where(which))
