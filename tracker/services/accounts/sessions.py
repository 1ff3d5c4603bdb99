"""Sessions: who is behind a token, for how long, when they were last seen, and how a session ends at once."""

import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from tracker.domain.people.accounts import Account, AccountEventKind
from tracker.domain.people.roles import ZONE_ROLES, Person
from tracker.errors import TrackerError
from tracker.services.cache.dimensions import zones_within
from tracker.services.cache.query_cache import cache_of
from tracker.store import Store
from tracker.store.accounts.account_events import note_account
from tracker.store.accounts.accounts import find_account
from tracker.store.accounts.sessions import Session, end_session, find_session, touch_session

# An idle store takes a few milliseconds.
_PATIENCE = 0.25
_writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sightings")
_waiting: dict[str, Future[None]] = {}

IDLE = timedelta(hours=8)
LONGEST = timedelta(days=7)
# How exactly it is known when a session was last seen: writing at every click would be a write too many.
_SEEN_EVERY = timedelta(minutes=1)


def note_seen(store: Store, token_hash: str, at: datetime) -> None:
    """Note that a session was seen; later, or not this time, where the store is busy."""
    if token_hash not in _waiting:
        _waiting[token_hash] = noting = _writer.submit(_write, store, token_hash, at)
        noting.add_done_callback(lambda _done: _waiting.pop(token_hash, None))
        with suppress(TimeoutError):
            noting.result(timeout=_PATIENCE)


def _write(store: Store, token_hash: str, at: datetime) -> None:
    # A minute later the session is seen again, so a failure loses nothing.
    with suppress(TrackerError), store.write() as connection:
        touch_session(connection, at, token_hash)


def new_token() -> str:
    """Make a token that cannot be guessed: 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_of_token(token: str) -> str:
    """Return what is kept of a token."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def person_of_session(store: Store, token_hash: str) -> Person | None:
    """Return who is behind the session of a token, known by the token's hash.

    None where the session has ended or the account is disabled, and until the person has chosen a password in place
    of the one that somebody else gave.
    """
    now = store.clock()
    with store.read() as connection:
        session = find_session(connection, token_hash)
        person = person_within(connection, store, token_hash)
    if session is not None and person is not None and now - session.seen_at > _SEEN_EVERY:
        note_seen(store, token_hash, now)
    return person


def person_within(connection: Any, store: Store, token_hash: str) -> Person | None:
    """Return who is behind a session as one transaction sees it; None as for `person_of_session`."""
    session = find_session(connection, token_hash)
    account = find_account(connection, session.account) if session else None
    if session is None or account is None or not _holds(session, account, store.clock()):
        return None
    if _awaits_password(session, account):
        return None
    return replace(person_of_account(store, account), session=token_hash)


def account_that_awaits_password(store: Store, token_hash: str) -> Account | None:
    """Return the account of a session in which nothing is possible but to choose a password; None for any other."""
    now = store.clock()
    with store.read() as connection:
        session = find_session(connection, token_hash)
        account = find_account(connection, session.account) if session else None
    if session is None or account is None or not _holds(session, account, now):
        return None
    return account if _awaits_password(session, account) else None


def person_of_account(store: Store, account: Account) -> Person:
    """Make the person an account stands for, with the zones of the role and all under them."""
    zones = account.zones if account.role in ZONE_ROLES else ()
    known = cache_of(store).catalogue() if zones else None
    within = (zones_within(known, zone) or () for zone in zones if known and zone in known.zones)
    held = frozenset(zone for zones_under in within for zone in zones_under)
    return Person(account=account.account, name=account.name, role=account.role, zones=held)


def sign_out(store: Store, token_hash: str, *, address: str = "") -> None:
    """End a session, known by its token's hash; nothing where it has ended already."""
    now = store.clock()
    with store.write() as connection:
        session = find_session(connection, token_hash)
        if session is not None and not session.ended:
            end_session(connection, now, token_hash)
            note_account(connection, now, AccountEventKind.SIGNED_OUT, session.account, address=address)


def _holds(session: Session, account: Account, now: datetime) -> bool:
    runs = not session.ended and now - session.seen_at <= IDLE and now - session.made_at <= LONGEST
    return runs and not account.disabled


def _awaits_password(session: Session, account: Account) -> bool:
    """Return whether the session was begun with a password that somebody else has given."""
    return account.password_given and not session.vouched
