"""Passwords and sessions of accounts: changed by an administrator, or by the person whose account it is."""

from tracker.domain.accounts import AccountDeed
from tracker.domain.roles import Deed, Person
from tracker.errors import NotAllowedError, NotFoundError
from tracker.language import _
from tracker.services.acting import refuse_changed, writing_as
from tracker.services.passwords import checked_password, hash_password
from tracker.services.sign_in import Visit, check_password
from tracker.store import Store, instants
from tracker.store.account_events import note_account
from tracker.store.accounts import change_account, find_account
from tracker.store.sessions import end_sessions_of


def set_password(store: Store, person: Person, key: str, password: str) -> None:
    """Give an account another password and end its sessions at once.

    Raises NotAllowedError, NotFoundError, or RefusedInputError where the password will not do.
    """
    person.require(Deed.MANAGE_ACCOUNTS)
    _put_password(store, person, key, password)


def change_own_password(
    store: Store, person: Person, old: str, new: str, *, visit: Visit | None = None, session: str = ""
) -> None:
    """Give one's own account another password; every session ends save the one whose token's hash is given.

    Raises NotAllowedError for somebody who is not signed in, RefusedInputError where the new password will not do, and
    where the old one is wrong what `sign_in` raises.
    """
    if not person.account:
        raise NotAllowedError(_("Sign in to change your password."))
    checked_password(new, person.account)
    with store.read() as connection:
        refuse_changed(connection, store, person)
    check_password(store, person.account, old, visit or Visit())
    _put_password(store, person, person.account, new, but=session)


def sign_out_everywhere(store: Store, person: Person, key: str) -> None:
    """End every session of an account, one's own or, as an administrator, any; NotAllowedError, NotFoundError."""
    if person.account != key or not key:
        person.require(Deed.MANAGE_ACCOUNTS)
    now = store.clock()
    with writing_as(store, person) as connection:
        _refuse_unknown(find_account(connection, key), key)
        change_account(connection, now, key, signed_out_at=instants.written(now))
        end_sessions_of(connection, now, key)
        note_account(connection, now, AccountDeed.SIGNED_OUT_EVERYWHERE, key, who=person.account)


def _put_password(store: Store, person: Person, key: str, password: str, *, but: str = "") -> None:
    kept, now = hash_password(checked_password(password, key)), store.clock()
    with writing_as(store, person) as connection:
        _refuse_unknown(find_account(connection, key), key)
        change_account(connection, now, key, password_hash=kept, signed_out_at=instants.written(now))
        end_sessions_of(connection, now, key, but=but)
        note_account(connection, now, AccountDeed.PASSWORD_CHANGED, key, who=person.account)


def _refuse_unknown(found: object, key: str) -> None:
    if found is None:
        raise NotFoundError(_("There is no account “{account}”.").format(account=key))
