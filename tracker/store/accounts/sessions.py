"""Sessions of people who signed in, found by the hash of their token."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from tracker.domain.people.accounts import AccountEventKind
from tracker.store.accounts.account_events import note_account
from tracker.store.audit.journal import journalled
from tracker.store.database import instants
from tracker.store.database.schema.account_tables import sessions as table

_LONGEST_AGENT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session: whose it is, when it was made, when it was last seen and whether it was ended."""

    account: str
    made_at: datetime
    seen_at: datetime
    ended: bool
    vouched: bool


def find_session(connection: Connection, token_hash: str) -> Session | None:
    """Find a session, ended or not."""
    row = connection.execute(select(table).where(table.c.token_hash == token_hash)).first()
    if row is None:
        return None
    made, seen = instants.read(row.made_at), instants.read(row.seen_at)
    ended = row.ended_at is not None
    return Session(account=row.account, made_at=made, seen_at=seen, ended=ended, vouched=bool(row.vouched))


def begin_session(
    connection: Connection,
    at: datetime,
    token_hash: str,
    account: str,
    address: str,
    agent: str,
    *,
    vouched: bool = False,
) -> None:
    """Begin a session and tell the history; `vouched` says that an identity provider knows the person."""
    now = instants.written(at)
    row = {"token_hash": token_hash, "account": account, "address": address, "agent": agent[:_LONGEST_AGENT]}
    with journalled(connection, at, table, table.c.token_hash == token_hash):
        connection.execute(insert(table).values(**row, made_at=now, seen_at=now, vouched=int(vouched)))
    detail = "identity provider" if vouched else None
    note_account(connection, at, AccountEventKind.SIGNED_IN, account, address=address, detail=detail)


def addresses_of(connection: Connection, account: str, since: datetime | None) -> set[str]:
    """Return the addresses from which an account's sessions were begun, all or since an instant."""
    wanted = [table.c.account == account]
    wanted += [table.c.made_at > instants.written(since)] if since is not None else []
    return set(connection.scalars(select(table.c.address).where(*wanted).distinct()))


def touch_session(connection: Connection, at: datetime, token_hash: str) -> None:
    """Note that a session was seen."""
    connection.execute(update(table).where(table.c.token_hash == token_hash).values(seen_at=instants.written(at)))


def end_session(connection: Connection, at: datetime, token_hash: str) -> None:
    """End one session."""
    with journalled(connection, at, table, table.c.token_hash == token_hash):
        running = (table.c.token_hash == token_hash, table.c.ended_at.is_(None))
        connection.execute(update(table).where(*running).values(ended_at=instants.written(at)))


def end_sessions_of(connection: Connection, at: datetime, account: str, *, but: str = "") -> None:
    """End every session of an account, save one where its token's hash is given."""
    with journalled(connection, at, table, table.c.account == account):
        running = (table.c.account == account, table.c.ended_at.is_(None), table.c.token_hash != but)
        connection.execute(update(table).where(*running).values(ended_at=instants.written(at)))


def forget_sessions(connection: Connection, at: datetime, made_before: datetime) -> None:
    """Take away sessions so old that no cookie can name them any more."""
    old = table.c.made_at < instants.written(made_before)
    with journalled(connection, at, table, old):
        connection.execute(delete(table).where(old))
