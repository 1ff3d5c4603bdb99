"""Accounts as administrators keep them: add, list, change, disable, and the history of it all."""

from collections.abc import Iterable
from datetime import datetime

from tracker.domain.people.accounts import Account, AccountEvent, AccountEventKind, account_key, checked_zones
from tracker.domain.people.roles import Permission, Person, Role
from tracker.domain.text import clean_text, refused
from tracker.errors import NotFoundError, StaleError
from tracker.language import _
from tracker.services.accounts.acting import writing_as
from tracker.services.accounts.passwords import checked_password, hash_password
from tracker.services.cache.dimensions import zones_within
from tracker.services.cache.query_cache import cache_of
from tracker.store import Connection, Store
from tracker.store.accounts import account_events as kept
from tracker.store.accounts.account_events import note_account
from tracker.store.accounts.accounts import (
    administrators,
    all_accounts,
    change_account,
    find_account,
    insert_account,
    write_zones,
)
from tracker.store.accounts.known_browsers import forget_browsers_of
from tracker.store.accounts.sessions import end_sessions_of

#: Those who run the command line on the server's own machine.
OPERATOR = Person(account="command line", name="command line", role=Role.ADMINISTRATOR)


def list_accounts(store: Store, person: Person) -> list[Account]:
    """List every account by its key; NotAllowedError."""
    person.require(Permission.MANAGE_ACCOUNTS)
    with store.read() as connection:
        return all_accounts(connection)


def add_account(
    store: Store,
    person: Person,
    name: str,
    *,
    role: Role,
    zones: Iterable[str] = (),
    shown_name: str = "",
    password: str | None = None,
) -> Account:
    """Add an account; without a password only an identity provider can vouch for it.

    A person who signs in with the password has to choose one of their own first.

    Raises NotAllowedError, or RefusedInputError where the name, the role's zones or the password will not do.
    """
    person.require(Permission.MANAGE_ACCOUNTS)
    key, held = account_key(name), _held(store, role, zones)
    shown = clean_text(shown_name) or key
    kept = None if password is None else hash_password(checked_password(password, key, shown))
    now = store.clock()
    with writing_as(store, person) as connection:
        if find_account(connection, key) is not None:
            raise refused(_("there is such an account already"), key, _("another name"))
        insert_account(connection, now, key, shown, role, held, kept, given=kept is not None)
        note_account(connection, now, AccountEventKind.ADDED, key, who=person.account, detail=_access_words(role, held))
        return known_account(connection, key)


def set_access(
    store: Store, person: Person, key: str, *, role: Role, zones: Iterable[str] = (), version: int | None = None
) -> Account:
    """Return an account another role or other zones, which hold from the next click on.

    Raises NotAllowedError, NotFoundError, StaleError where somebody changed it meanwhile, RefusedInputError where the
    zones will not do or no administrator would be left.
    """
    person.require(Permission.MANAGE_ACCOUNTS)
    held, now = _held(store, role, zones), store.clock()
    with writing_as(store, person) as connection:
        before = known_account(connection, key)
        if version is not None and before.version != version:
            raise StaleError(_("Somebody else changed this account meanwhile; look at it again."))
        if (before.role, before.zones) == (role, held):
            return before
        if role != Role.ADMINISTRATOR:
            _refuse_last_administrator(connection, before)
        change_account(connection, now, key, role=role.value)
        write_zones(connection, now, key, held)
        detail = f"{_access_words(before.role, before.zones)} → {_access_words(role, held)}"
        note_account(connection, now, AccountEventKind.ACCESS_CHANGED, key, who=person.account, detail=detail)
        return known_account(connection, key)


def disable_account(store: Store, person: Person, key: str) -> Account:
    """Disable an account and end its sessions at once.

    Raises NotAllowedError, NotFoundError, RefusedInputError where no administrator would be left.
    """
    person.require(Permission.MANAGE_ACCOUNTS)
    now = store.clock()
    with writing_as(store, person) as connection:
        before = known_account(connection, key)
        if before.disabled:
            return before
        _refuse_last_administrator(connection, before)
        change_account(connection, now, key, disabled=1)
        end_sessions_of(connection, now, key)
        forget_browsers_of(connection, now, key)
        note_account(connection, now, AccountEventKind.DISABLED, key, who=person.account)
        return known_account(connection, key)


def enable_account(store: Store, person: Person, key: str) -> Account:
    """Let a disabled account sign in again; NotAllowedError, NotFoundError."""
    person.require(Permission.MANAGE_ACCOUNTS)
    now = store.clock()
    with writing_as(store, person) as connection:
        before = known_account(connection, key)
        if not before.disabled:
            return before
        change_account(connection, now, key, disabled=0)
        note_account(connection, now, AccountEventKind.ENABLED, key, who=person.account)
        return known_account(connection, key)


def known_account(connection: Connection, key: str) -> Account:
    """Find an account; NotFoundError."""
    account = find_account(connection, key)
    if account is None:
        raise NotFoundError(_("There is no account “{account}”.").format(account=key))
    return account


def _held(store: Store, role: Role, zones: Iterable[str]) -> tuple[str, ...]:
    """Return the zones of a role in order; RefusedInputError where they do not fit, NotFoundError."""
    held = checked_zones(role, tuple(zones))
    if held:
        known = cache_of(store).catalogue()
        for zone in held:
            zones_within(known, zone)
    return held


def _refuse_last_administrator(connection: Connection, account: Account) -> None:
    """Refuse to leave nobody who can manage accounts; RefusedInputError."""
    able = account.role == Role.ADMINISTRATOR and not account.disabled
    if able and administrators(connection) == 1:
        right = _("another administrator first")
        raise refused(_("this is the last administrator who can sign in"), account.account, right)


def _access_words(role: Role, zones: tuple[str, ...]) -> str:
    return f"{role} ({', '.join(zones)})" if zones else str(role)


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
