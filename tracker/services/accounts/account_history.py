"""What was done with accounts: one's own for everybody, all of it for administrators."""

from datetime import datetime

from tracker.domain.people.accounts import AccountEvent
from tracker.domain.people.roles import Permission, Person
from tracker.store import Store
from tracker.store.accounts import account_events as kept


def account_history(
    store: Store,
    person: Person,
    *,
    account: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
) -> list[AccountEvent]:
    """List what was done with accounts, newest first: all, or one account's; NotAllowedError."""
    if account is None or account != person.account:
        person.require(Permission.MANAGE_ACCOUNTS)
    return kept.account_history(store, account=account, since=since, until=until, limit=limit)
