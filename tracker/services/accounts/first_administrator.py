"""The first administrator: made by the person who holds the one-time link the server prints, and by nobody else."""

from datetime import timedelta

from tracker.domain.people.accounts import FIRST_ADMINISTRATOR, AccountEventKind, account_key
from tracker.domain.people.roles import Role
from tracker.domain.text import clean_text, refused
from tracker.errors import NotAllowedError
from tracker.language import _
from tracker.services.accounts.passwords import checked_password, hash_password
from tracker.services.accounts.sessions import hash_of_token, new_token
from tracker.services.accounts.sign_in import Visit
from tracker.store import Store
from tracker.store.accounts.account_events import note_account
from tracker.store.accounts.accounts import (
    administrators,
    find_account,
    first_link_made_at,
    insert_account,
    insert_first_link,
    use_first_links,
)
from tracker.store.accounts.sessions import begin_session

_VALID = timedelta(hours=24)


def first_key(store: Store) -> str | None:
    """Make the key of a new one-time link where there is no administrator; those made before open nothing any more."""
    with store.read() as connection:
        if administrators(connection):
            return None
    key = new_token()
    with store.write() as connection:
        insert_first_link(connection, store.clock(), hash_of_token(key))
    return key


def opens(store: Store, key: str) -> bool:
    """Return whether a key still opens the form that makes the first administrator."""
    with store.read() as connection:
        made = first_link_made_at(connection, hash_of_token(key))
        nobody = not administrators(connection)
    return nobody and made is not None and store.clock() - made <= _VALID


def add_first_administrator(
    store: Store, key: str, name: str, password: str, visit: Visit, *, shown_name: str = ""
) -> str:
    """Make the first administrator, use the link up, and give the token of a session.

    Raises NotAllowedError where the link is used or too old, RefusedInputError where name or password will not do.
    """
    if not opens(store, key):
        raise NotAllowedError(_("This link has been used or is too old; start the server again for another one."))
    account = account_key(name)
    shown = clean_text(shown_name) or account
    kept, token, now = hash_password(checked_password(password, account, shown)), new_token(), store.clock()
    with store.write() as connection:
        # Asked again inside: two people may hold the link.
        if administrators(connection) or first_link_made_at(connection, hash_of_token(key)) is None:
            raise NotAllowedError(_("This link has been used or is too old; start the server again for another one."))
        if find_account(connection, account) is not None:
            raise refused(_("there is such an account already"), account, _("another name"))
        insert_account(connection, now, account, shown, Role.ADMINISTRATOR, (), kept)
        use_first_links(connection, now)
        note_account(
            connection, now, AccountEventKind.ADDED, account, address=visit.address, detail=FIRST_ADMINISTRATOR
        )
        begin_session(connection, now, hash_of_token(token), account, visit.address, visit.agent)
    return token
