"""Passwords hashed with argon2id and checked one at a time, strangers apart from those who are known."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tracker.errors import TrackerError
from tracker.language import _
from tracker.services.accounts.password_rules import LONGEST

_PATIENCE = 20.0
_hasher = PasswordHasher()


class BusyError(TrackerError):
    """More people are signing in than the server checks at once."""


class _Queue:
    """One check at a time, for a few that wait; a check takes 64 MB and most of two cores."""

    def __init__(self, waiting: int = 8) -> None:
        """Make places; whoever finds none is sent away at once and holds up nothing else."""
        self._places = BoundedSemaphore(waiting + 1)
        self._turn = BoundedSemaphore(1)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the one turn; BusyError where too many wait, or it takes too long."""
        busy = _("Too many people are signing in at once; try again in a moment")
        if not self._places.acquire(blocking=False):
            raise BusyError(busy)
        try:
            if not self._turn.acquire(timeout=_PATIENCE):
                raise BusyError(busy)
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()


_strangers, _known = _Queue(), _Queue()


@contextmanager
def checking(*, known: bool) -> Iterator[None]:
    """Wait for one's turn to have a password checked, so that strangers who guess never keep others out.

    Raises:
        BusyError: where too many wait.
    """
    with (_known if known else _strangers).turn():
        yield


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password; BusyError where the server is too busy."""
    with checking(known=True):
        return _hasher.hash(_bytes(password))


def is_password(kept: str | None, password: str) -> bool:
    """Say whether a password is the one kept; without one it takes as long and is never so."""
    nobody = _hash_of_nobody()
    try:
        _hasher.verify(kept or nobody, _bytes(password[: LONGEST + 1]))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def _bytes(password: str) -> bytes:
    # A browser's own client sends no half of a character, others may.
    return password.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1)
def _hash_of_nobody() -> str:
    return _hasher.hash("the password of nobody")
