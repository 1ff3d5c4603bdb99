"""Signing in with a password: the same answer and the same time for every failure, slower after several."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from math import ceil

from tracker.domain.people.accounts import AccountEventKind, account_key
from tracker.domain.text import drawable
from tracker.errors import RefusedInputError, TrackerError
from tracker.language import _, ngettext
from tracker.services.accounts.guessing import COUNTED, Standing, known_browser, network_of, standing
from tracker.services.accounts.passwords import checking, is_password
from tracker.services.accounts.sessions import LONGEST, hash_of_token, new_token
from tracker.store import Connection, Store
from tracker.store.accounts.account_events import note_account
from tracker.store.accounts.accounts import password_hash_of
from tracker.store.accounts.sessions import begin_session, forget_sessions
from tracker.store.accounts.sign_in_attempts import forget_attempts, insert_attempt, pass_attempt, was_slowed

#: The account in the history where nobody has the name that was typed, which may be a password.
UNKNOWN = "?"
# Once an hour is enough: somebody who goes on guessing must not fill the history.
_TOLD_EVERY = timedelta(hours=1)


class SignInRefusedError(TrackerError):
    """The name or the password is wrong; which of them is not said."""


class SlowedDownError(TrackerError):
    """There were too many failures of late; `wait` is how long no further attempt is taken."""

    def __init__(self, wait: timedelta) -> None:
        """Say how long to wait."""
        self.wait = wait
        seconds = max(1, ceil(wait.total_seconds()))
        minutes = ceil(seconds / 60)
        if seconds < 60:
            message = ngettext(
                "There were too many failures; wait {count} second and try again.",
                "There were too many failures; wait {count} seconds and try again.",
                seconds,
            ).format(count=seconds)
        else:
            message = ngettext(
                "There were too many failures; wait {count} minute and try again.",
                "There were too many failures; wait {count} minutes and try again.",
                minutes,
            ).format(count=minutes)
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Visit:
    """Where somebody signs in from: network address, browser, and the cookie by which it may be known again."""

    address: str = ""
    agent: str = ""
    browser: str = ""


def sign_in(store: Store, name: str, password: str, visit: Visit) -> str:
    """Begin a session and return its token.

    Raises:
        SignInRefusedError: where the name or the password is wrong, or the account is disabled.
        SlowedDownError: after too many failures, until some time has passed.
        BusyError: where too many people sign in at once.
    """
    account, token = _key(name), new_token()
    with _checked(store, account, password, visit) as (connection, kept):
        now = store.clock()
        if password_hash_of(connection, account) != kept:
            # It was disabled or changed during the check.
            raise SignInRefusedError(_("The name or the password is wrong."))
        forget_sessions(connection, now, now - 2 * LONGEST)
        begin_session(connection, now, hash_of_token(token), account, visit.address, visit.agent)
    return token


def check_password(store: Store, account: str, password: str, visit: Visit, *, session: str = "") -> None:
    """Make sure of the person who is signed in, before an action that needs it; errors as `sign_in`.

    Failures of others slow nobody down who has a session.
    """
    with _checked(store, account, password, visit, session=session):
        pass


@contextmanager
def _checked(
    store: Store, account: str, password: str, visit: Visit, *, session: str = ""
) -> Iterator[tuple[Connection, str | None]]:
    """Check a password and lend the transaction that notes the success, with the hash that was kept."""
    with store.read() as connection:
        kept = password_hash_of(connection, account)
        counted = account if kept else UNKNOWN + sha256(account.encode()).hexdigest()
        stands = _standing(connection, store, counted, visit, session)
    if stands.wait:
        raise _slowed_down(store, counted, visit, stands.wait)
    with checking(known=stands.familiar):
        attempt = _begin(store, counted, visit, session)
        right = is_password(kept, password)
    if not right:
        if not stands.suspicious:
            _tell(store, AccountEventKind.FAILED, counted, visit)
        raise SignInRefusedError(_("The name or the password is wrong."))
    with store.write() as connection:
        pass_attempt(connection, attempt)
        yield connection, kept


def _standing(connection: Connection, store: Store, counted: str, visit: Visit, session: str) -> Standing:
    """Judge the attempt; a session is known like a browser."""
    now = store.clock()
    browser = session or known_browser(connection, now, counted, visit.browser)
    return standing(connection, now, counted, network_of(visit.address), browser)


def _key(name: str) -> str:
    """Return the account a typed name means; a name that cannot be one stays as it is."""
    try:
        return account_key(name)
    except RefusedInputError:
        # What no database can hold is nobody's name either.
        return drawable(name)


def _begin(store: Store, counted: str, visit: Visit, session: str) -> int:
    """Count an attempt as failed before it is made, so that many at once are no more than are free; SlowedDownError."""
    now = store.clock()
    with store.write() as connection:
        stands = _standing(connection, store, counted, visit, session)
        if not stands.wait:
            forget_attempts(connection, now - 2 * COUNTED)
            whose = {"account": counted, "address": network_of(visit.address), "browser": stands.browser}
            return insert_attempt(connection, now, outcome="failed", **whose)
    raise _slowed_down(store, counted, visit, stands.wait)


def _slowed_down(store: Store, counted: str, visit: Visit, wait: timedelta) -> SlowedDownError:
    """Return the refusal for now, and tell the history of it where it was not told of late."""
    now, whose = store.clock(), {"account": counted, "address": network_of(visit.address)}
    with store.read() as connection:
        known_slow = was_slowed(connection, now - _TOLD_EVERY, **whose)
    if not known_slow:
        with store.write() as connection:
            insert_attempt(connection, now, outcome="slowed", **whose)
        _tell(store, AccountEventKind.SLOWED, counted, visit)
    return SlowedDownError(wait)


def _tell(store: Store, kind: AccountEventKind, counted: str, visit: Visit) -> None:
    """Tell the history; a name that nobody has is not kept."""
    account = UNKNOWN if counted.startswith(UNKNOWN) else counted
    with store.write() as connection:
        note_account(connection, store.clock(), kind, account, address=visit.address)
