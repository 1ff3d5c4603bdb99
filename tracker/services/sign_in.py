"""Signing in with a password: the same answer and the same time for every failure, slower after five."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from tracker.domain.accounts import AccountDeed, account_key
from tracker.domain.text import drawable
from tracker.errors import RefusedInputError, TrackerError
from tracker.language import _
from tracker.services.passwords import is_password
from tracker.services.sessions import LONGEST, hash_of_token, new_token
from tracker.store import Store
from tracker.store.account_events import note_account
from tracker.store.accounts import password_hash_of
from tracker.store.sessions import begin_session, forget_sessions
from tracker.store.sign_in_attempts import failures, forget_attempts, insert_attempt, pass_attempt, was_slowed

WINDOW = timedelta(minutes=15)
MOST_FAILURES = 5
_LONGEST_AGENT = 200
#: The account in the history where nobody has the name that was typed, which may be a password.
UNKNOWN = "?"


class SignInRefusedError(TrackerError):
    """The name or the password is wrong; which of them is not said."""


class SlowedDownError(TrackerError):
    """There were too many failures of late for this account or from this address."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Where somebody signs in from: network address and browser."""

    address: str = ""
    agent: str = ""


def sign_in(store: Store, name: str, password: str, visit: Visit) -> str:
    """Begin a session and give its token.

    Raises:
        SignInRefusedError: where the name or the password is wrong, or the account is disabled.
        SlowedDownError: after five failures in 15 minutes of the account or from the address.
    """
    account = _key(name)
    attempt, kept = _checked(store, account, password, visit)
    return _end(store, attempt, account, kept, visit)


def check_password(store: Store, account: str, password: str, visit: Visit) -> None:
    """Make sure of the person who is signed in, before a deed that needs it; errors as `sign_in`."""
    attempt, _kept = _checked(store, account, password, visit)
    with store.write() as connection:
        pass_attempt(connection, attempt, account=account, address=visit.address)


def _checked(store: Store, account: str, password: str, visit: Visit) -> tuple[int, str | None]:
    """Check a password; give the number of the attempt and the hash that was kept."""
    with store.read() as connection:
        kept = password_hash_of(connection, account)
    counted = account if kept else UNKNOWN + sha256(account.encode()).hexdigest()
    attempt = _begin(store, counted, visit)
    if not is_password(kept, password):
        _tell(store, AccountDeed.FAILED, counted, visit)
        raise SignInRefusedError(_("The name or the password is wrong."))
    return attempt, kept


def _key(name: str) -> str:
    """Give the account a typed name means; a name that cannot be one stays as it is."""
    try:
        return account_key(name)
    except RefusedInputError:
        # What no database can hold is nobody's name either.
        return drawable(name)


def _begin(store: Store, counted: str, visit: Visit) -> int:
    """Count an attempt before it is made, so that many at once are not more than five; SlowedDownError."""
    now = store.clock()
    since, whose = now - WINDOW, {"account": counted, "address": visit.address}
    with store.write() as connection:
        forget_attempts(connection, now - 2 * WINDOW)
        if failures(connection, since, **whose) < MOST_FAILURES:
            return insert_attempt(connection, now, **whose, outcome="failed")
        # Once is enough: somebody who goes on guessing must not fill the history.
        told = was_slowed(connection, since, **whose)
        if not told:
            insert_attempt(connection, now, **whose, outcome="slowed")
    if not told:
        _tell(store, AccountDeed.SLOWED, counted, visit)
    raise SlowedDownError(_("There were too many failures; wait 15 minutes and try again."))


def _end(store: Store, attempt: int, account: str, kept: str | None, visit: Visit) -> str:
    """Begin the session; SignInRefusedError where the account was disabled or changed during the check."""
    token, now = new_token(), store.clock()
    with store.write() as connection:
        if password_hash_of(connection, account) != kept:
            raise SignInRefusedError(_("The name or the password is wrong."))
        pass_attempt(connection, attempt, account=account, address=visit.address)
        forget_sessions(connection, now, now - 2 * LONGEST)
        agent = visit.agent[:_LONGEST_AGENT]
        begin_session(connection, now, hash_of_token(token), account, address=visit.address, agent=agent)
    return token


def _tell(store: Store, deed: AccountDeed, counted: str, visit: Visit) -> None:
    """Tell the history; a name that nobody has is not kept."""
    account = UNKNOWN if counted.startswith(UNKNOWN) else counted
    with store.write() as connection:
        note_account(connection, store.clock(), deed, account, address=visit.address)
