"""Accounts as they stand: found, listed, added and changed inside the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, func, insert, select, update

from tracker.domain.people.accounts import Account
from tracker.domain.people.roles import Role
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.schema.account_tables import account_zones, accounts
from tracker.store.database.schema.account_tables import first_links as table


def find_account(connection: Connection, key: str) -> Account | None:
    """Find one account, disabled or not."""
    matching = _records(connection, accounts.c.account == key)
    return matching[0] if matching else None


def all_accounts(connection: Connection) -> list[Account]:
    """List every account by its key."""
    return _records(connection)


def password_hash_of(connection: Connection, key: str) -> str | None:
    """Return the hash of the password of an account that may sign in with one."""
    asked = select(accounts.c.password_hash).where(accounts.c.account == key, accounts.c.disabled == 0)
    return connection.scalar(asked)


def signed_out_at(connection: Connection, key: str) -> datetime | None:
    """Return when an account was last signed out everywhere."""
    return _instant(connection, accounts.c.signed_out_at, key)


def unlocked_at(connection: Connection, key: str) -> datetime | None:
    """Return when the failures to sign in to an account were last forgotten."""
    return _instant(connection, accounts.c.unlocked_at, key)


def _instant(connection: Connection, column: Column[str], key: str) -> datetime | None:
    written = connection.scalar(select(column).where(accounts.c.account == key))
    return None if written is None else instants.read(written)


def administrators(connection: Connection) -> int:
    """Count the administrators who may sign in."""
    able = (accounts.c.role == Role.ADMINISTRATOR.value, accounts.c.disabled == 0)
    return int(connection.scalar(select(func.count()).select_from(accounts).where(*able)) or 0)


def insert_account(
    connection: Connection,
    at: datetime,
    key: str,
    name: str,
    role: Role,
    zones: Iterable[str],
    password: str | None,
    *,
    given: bool = False,
) -> None:
    """Add an account; `password` is the hash of one, which somebody else may have `given`."""
    now = instants.written(at)
    row = {"account": key, "name": name, "role": role.value, "password_hash": password, "disabled": 0, "version": 1}
    with journalled(connection, at, accounts, accounts.c.account == key):
        connection.execute(insert(accounts).values(**row, password_given=int(given), created_at=now, changed_at=now))
    write_zones(connection, at, key, zones)


def change_account(connection: Connection, at: datetime, key: str, **fields: Any) -> None:
    """Change fields of an account and count its version up."""
    changed = {**fields, "changed_at": instants.written(at), "version": accounts.c.version + 1}
    with journalled(connection, at, accounts, accounts.c.account == key):
        connection.execute(update(accounts).where(accounts.c.account == key).values(**changed))


def write_zones(connection: Connection, at: datetime, key: str, zones: Iterable[str]) -> None:
    """Name the zones an account's role holds for, in place of those before."""
    with journalled(connection, at, account_zones, account_zones.c.account == key):
        connection.execute(delete(account_zones).where(account_zones.c.account == key))
        if rows := [{"account": key, "zone": zone} for zone in zones]:
            connection.execute(insert(account_zones), rows)


def _records(connection: Connection, *wanted: Any) -> list[Account]:
    """Read accounts with their zones."""
    rows = connection.execute(select(accounts).where(*wanted).order_by(accounts.c.account)).all()
    asked = select(account_zones).join_from(account_zones, accounts, accounts.c.account == account_zones.c.account)
    named = connection.execute(asked.where(*wanted).order_by(account_zones.c.zone)).all()
    return [_record(row, tuple(zone for account, zone in named if account == row.account)) for row in rows]


def _record(row: Row[Any], zones: tuple[str, ...]) -> Account:
    return Account(
        account=row.account,
        name=row.name,
        role=Role(row.role),
        zones=zones,
        disabled=bool(row.disabled),
        has_password=row.password_hash is not None,
        password_given=bool(row.password_given),
        created_at=instants.read(row.created_at),
        changed_at=instants.read(row.changed_at),
        version=row.version,
    )


def insert_first_link(connection: Connection, at: datetime, link_hash: str) -> None:
    """Keep a new link; the ones before it no longer open anything."""
    use_first_links(connection, at)
    with journalled(connection, at, table, table.c.link_hash == link_hash):
        connection.execute(insert(table).values(link_hash=link_hash, made_at=instants.written(at)))


def first_link_made_at(connection: Connection, link_hash: str) -> datetime | None:
    """Return when a link that was not used yet was made."""
    unused = (table.c.link_hash == link_hash, table.c.used_at.is_(None))
    made_at = connection.scalar(select(table.c.made_at).where(*unused))
    return None if made_at is None else instants.read(made_at)


def use_first_links(connection: Connection, at: datetime) -> None:
    """Note that no link opens anything any more."""
    with journalled(connection, at, table):
        connection.execute(update(table).where(table.c.used_at.is_(None)).values(used_at=instants.written(at)))
