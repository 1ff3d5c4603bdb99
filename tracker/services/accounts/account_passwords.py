"""Passwords and sessions of accounts: changed by an administrator, or by the person whose account it is."""

from typing import Any

from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import Permission, Person
from tracker.errors import NotAllowedError, Problem, RefusedInputError
from tracker.language import _
from tracker.services.accounts.account_keeping import known_account
from tracker.services.accounts.acting import refuse_changed, writing_as
from tracker.services.accounts.passwords import checked_password, hash_password
from tracker.services.accounts.sessions import account_that_awaits_password, person_of_account
from tracker.services.accounts.sign_in import Visit, check_password
from tracker.store import Store
from tracker.store.accounts.account_events import note_account
from tracker.store.accounts.accounts import change_account
from tracker.store.accounts.known_browsers import forget_browsers_of
from tracker.store.accounts.sessions import end_sessions_of
from tracker.store.database import instants


def set_password(store: Store, person: Person, key: str, password: str) -> None:
    """Give an account another password, end its sessions and forget its failures at once.

    Its owner has to choose one of their own before anything else.

    Raises NotAllowedError, NotFoundError, or RefusedInputError where the password will not do.
    """
    person.require(Permission.MANAGE_ACCOUNTS)
    _put_password(store, person, key, password)


def unlock_account(store: Store, person: Person, key: str) -> None:
    """Forget the failures to sign in to an account, so that nobody waits for them; NotAllowedError, NotFoundError."""
    person.require(Permission.MANAGE_ACCOUNTS)
    now = store.clock()
    with writing_as(store, person) as connection:
        known_account(connection, key)
        change_account(connection, now, key, unlocked_at=instants.written(now))
        note_account(connection, now, AccountEventKind.UNLOCKED, key, who=person.account)


def change_own_password(
    store: Store, person: Person, old: str, new: str, *, visit: Visit | None = None, session: str = ""
) -> None:
    """Give one's own account another password; every session ends save the one whose token's hash is given.

    Raises NotAllowedError for somebody who is not signed in, RefusedInputError where the new password will not do, and
    where the old one is wrong what `sign_in` raises.
    """
    if not person.account:
        raise NotAllowedError(_("Sign in to change your password."))
    checked_password(new, person.account, person.name)
    with store.read() as connection:
        refuse_changed(connection, store, person)
    check_password(store, person.account, old, visit or Visit(), session=session)
    if new == old:
        raise RefusedInputError([Problem(_("the new password is the one until now"), right=_("another password"))])
    _put_password(store, person, person.account, new, but=session)


def choose_first_password(store: Store, session: str, old: str, new: str, visit: Visit) -> None:
    """Give the account of a session, by its token's hash, a password of its owner's own; errors as above.

    Raises NotAllowedError where the session has ended or awaits no password.
    """
    account = account_that_awaits_password(store, session)
    if account is None:
        raise NotAllowedError(_("Sign in to change your password."))
    change_own_password(store, person_of_account(store, account), old, new, visit=visit, session=session)


def sign_out_everywhere(store: Store, person: Person, key: str) -> None:
    """End every session of an account, one's own or, as an administrator, any; NotAllowedError, NotFoundError."""
    if person.account != key or not key:
        person.require(Permission.MANAGE_ACCOUNTS)
    now = store.clock()
    with writing_as(store, person) as connection:
        known_account(connection, key)
        change_account(connection, now, key, signed_out_at=instants.written(now))
        end_sessions_of(connection, now, key)
        forget_browsers_of(connection, now, key)
        note_account(connection, now, AccountEventKind.SIGNED_OUT_EVERYWHERE, key, who=person.account)


def _put_password(store: Store, person: Person, key: str, password: str, *, but: str = "") -> None:
    with store.read() as connection:
        name = known_account(connection, key).name
    kept, now = hash_password(checked_password(password, key, name)), store.clock()
    instant, given = instants.written(now), person.account != key
    fields: dict[str, Any] = {"unlocked_at": instant} if given else {}
    with writing_as(store, person) as connection:
        known_account(connection, key)
        fields |= {"password_hash": kept, "password_given": int(given), "signed_out_at": instant}
        change_account(connection, now, key, **fields)
        end_sessions_of(connection, now, key, but=but)
        forget_browsers_of(connection, now, key)
        note_account(connection, now, AccountEventKind.PASSWORD_CHANGED, key, who=person.account)
