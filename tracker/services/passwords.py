"""Passwords: hashed with argon2id, checked a few at a time, and refused where anybody would guess them."""

from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tracker.domain.text import fold
from tracker.errors import Problem, RefusedInputError, TrackerError
from tracker.language import _

SHORTEST, LONGEST = 12, 200
_COMMON = Path(__file__).with_name("common_passwords.txt")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn")
# A check takes 64 MB and most of two cores: more at once would starve the pages.
_AT_ONCE = BoundedSemaphore(2)
_PATIENCE = 20.0
_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """Give the argon2id hash of a password; TrackerError where the server is too busy."""
    _enter()
    try:
        return _hasher.hash(password)
    finally:
        _AT_ONCE.release()


def is_password(kept: str | None, password: str) -> bool:
    """Say whether a password is the one kept; without one it takes as long and is never so."""
    known = kept or _hash_of_nobody()
    _enter()
    try:
        _hasher.verify(known, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    else:
        return kept is not None
    finally:
        _AT_ONCE.release()


def checked_password(password: str, account: str) -> str:
    """Give a password that may be set; RefusedInputError with what is wrong, never with the password."""
    if wrong := _weakness(password, fold(password), account):
        right = _("a password of at least {count} characters that nobody would guess").format(count=SHORTEST)
        raise RefusedInputError([Problem(wrong, right=right)])
    return password


def _weakness(password: str, folded: str, account: str) -> str:
    """Say what makes a password easy to guess, nothing where nothing does."""
    if len(password) < SHORTEST:
        return _("the password is too short")
    if len(password) > LONGEST:
        return _("the password is too long")
    if any(part in folded for part in {account, account.partition("@")[0]} if len(part) > 2):
        return _("the password contains the account's name")
    if len(set(folded)) < 4 or _is_repeated(folded) or any(_is_run(folded, run) for run in _RUNS):
        return _("the password repeats or counts up characters")
    return _("the password is one of the commonest") if folded in _common() else ""


def _is_repeated(text: str) -> bool:
    """Say whether a text is one short piece again and again ("abcabcabcabc")."""
    return any(text == (text[:size] * len(text))[: len(text)] for size in range(1, 5))


def _is_run(text: str, run: str) -> bool:
    """Say whether a text follows a row of keys or letters, forwards or backwards."""
    around = run * (len(text) // len(run) + 2)
    return text in around or text in around[::-1]


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(fold(line) for line in _COMMON.read_text(encoding="utf-8").splitlines() if line)


@lru_cache(maxsize=1)
def _hash_of_nobody() -> str:
    return _hasher.hash("the password of nobody")


def _enter() -> None:
    """Wait for a place among the checks."""
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise TrackerError(_("Too many people are signing in at once; try again in a moment"))
