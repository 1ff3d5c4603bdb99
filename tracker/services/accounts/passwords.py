"""Passwords: which may be set, and how they are hashed with argon2id and checked one at a time."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
# What people write for letters; i, l and 1 are one here.
_LEET = str.maketrans("0134578@$!|l+9", "oieastbasiiitg")
_PRODUCT = ("tracker", "规划目标跟踪系统")
# Shorter parts of a name stand in too many other words; two characters are a whole name in Chinese.
_SHORTEST_PART, _SHORTEST_CHINESE = 4, 2
_CHINESE = re.compile("[\u3400-\u9fff]+")

_PATIENCE = 20.0
_hasher = PasswordHasher()


def checked_password(password: str, account: str, name: str = "") -> str:
    """Return a password that may be set for the person; RefusedInputError with what is wrong, never with it."""
    if wrong := _weakness(password, account, name):
        right = _("a password of at least {count} characters that nobody would guess").format(count=SHORTEST)
        raise RefusedInputError([Problem(wrong, right=right)])
    return password


def _weakness(password: str, account: str, name: str) -> str:
    """Return what makes a password easy to guess, nothing where nothing does."""
    # Full-width letters and the like say the same as plain ones.
    folded = fold(unicodedata.normalize("NFKC", password))
    if len(password) < SHORTEST:
        return _("the password is too short")
    if len(password) > LONGEST:
        return _("the password is too long")
    local = account.partition("@")[0]
    if _holds(password, [account, local], shortest=3):
        return _("the password contains the account's name")
    if _holds(password, [name, *_parts(local), *_parts(name)], shortest=_SHORTEST_PART):
        return _("the password contains the person's name")
    if _holds(password, _PRODUCT, shortest=_SHORTEST_PART):
        return _("the password contains the product's name")
    if len(set(folded)) < 4 or _is_repeated(folded) or any(_is_run(folded, run) for run in _RUNS):
        return _("the password repeats or counts up characters")
    return _("the password is one of the commonest") if _is_common(folded) else ""


def _holds(password: str, names: Iterable[str], *, shortest: int) -> bool:
    """Return whether a password contains one of the names, however it is written."""
    within = _plain(password)
    return any(name in within for name in map(_plain, names) if len(name) >= _enough(name, shortest))


def _enough(name: str, shortest: int) -> int:
    return _SHORTEST_CHINESE if _CHINESE.fullmatch(name) else shortest


def _parts(name: str) -> list[str]:
    return re.split(r"[\W_]+", fold(name))


def _plain(text: str) -> str:
    """Return a text without case, width, signs between its letters, and letters written as digits."""
    return re.sub(r"[\W_]+", "", fold(unicodedata.normalize("NFKC", text)).translate(_LEET))


def _is_repeated(text: str) -> bool:
    """Return whether a text is one piece again and again ("abcabcabcabc", "dragondragon")."""
    return any(text == (text[:size] * len(text))[: len(text)] for size in range(1, len(text) // 2 + 1))


def _is_run(text: str, run: str) -> bool:
    """Return whether a text follows a row of keys or letters, forwards or backwards."""
    around = run * (len(text) // len(run) + 2)
    return text in around or text in around[::-1]


def _is_common(folded: str) -> bool:
    """Return whether a password is a common one, also with digits and signs around it or in place of letters."""
    ends = "0-9" + re.escape("!@#$%^&*()_-+=.,;:?/ ")
    bare = {folded, re.sub(f"[{ends}]+$", "", folded), re.sub(f"^[{ends}]+|[{ends}]+$", "", folded)}
    common = _common()
    return any(word and (word in common or word.translate(_LEET) in common) for word in bare)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Read the list, each as it is and with letters in place of digits."""
    known = {fold(line) for line in _COMMON.read_text(encoding="utf-8").splitlines() if line}
    return frozenset(known | {word.translate(_LEET) for word in known})


class BusyError(TrackerError):
    """More people are signing in than the server checks at once."""


class _Queue:
    """One check at a time, for a few that wait; a check takes 64 MB and most of two cores."""

    def __init__(self, waiting: int = 8) -> None:
        """Make places; a person who finds none is sent away at once and holds up nothing else."""
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
    """Return whether a password is the one kept; without one it takes as long and is never so."""
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
