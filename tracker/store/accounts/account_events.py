"""The history of accounts: what was done with them, appended and never changed."""

from datetime import datetime

from sqlalchemy import Connection, select

from tracker.domain.people.accounts import AccountEvent, AccountEventKind
from tracker.store.audit.event_chain import append_event
from tracker.store.database import instants
from tracker.store.database.reader import Reader
from tracker.store.database.schema.account_tables import account_events as table

_FIELDS = ("id", "at", "who", "deed", "account", "address", "detail", "hash")


def note_account(
    connection: Connection,
    at: datetime,
    deed: AccountEventKind,
    account: str,
    *,
    who: str | None = None,
    address: str | None = None,
    detail: str | None = None,
) -> None:
    """Append what was done with an account; by itself unless `who` is given."""
    event = {"who": who or account, "deed": deed.value, "account": account, "address": address, "detail": detail}
    append_event(connection, table, at, **event)


def account_history(
    reader: Reader,
    *,
    account: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
) -> list[AccountEvent]:
    """List what was done with accounts, newest first: all, or one account's, within a span of time."""
    wanted = [table.c.account == account] if account is not None else []
    wanted += [table.c.at >= instants.written(since)] if since is not None else []
    wanted += [table.c.at <= instants.written(until)] if until is not None else []
    asked = select(*(table.c[name] for name in _FIELDS)).where(*wanted).order_by(table.c.id.desc()).limit(limit)
    with reader.read() as connection:
        rows = connection.execute(asked).all()
    return [
        AccountEvent(
            id=row.id,
            at=instants.read(row.at),
            who=row.who,
            deed=AccountEventKind(row.deed),
            account=row.account,
            address=row.address,
            detail=row.detail,
            hash=row.hash,
        )
        for row in rows
    ]
