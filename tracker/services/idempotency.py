"""Actions done once: a form's token is spent by the action it comes with; a second click gets the first answer."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from weakref import WeakKeyDictionary

from tracker.domain.people.roles import Person
from tracker.store import Store

_KEPT = 10_000
_lock = Lock()
_answers: WeakKeyDictionary[Store, OrderedDict[tuple[str, str], str]] = WeakKeyDictionary()


def key_hash_of(person: Person, token: str) -> str:
    """Return what stands for a person's form in the store."""
    return sha256(f"{person.account}\n{token}".encode("utf-8", "replace")).hexdigest()


def once(store: Store, person: Person, token: str, do: Callable[[], str]) -> str:
    """Do a person's action and remember its answer under the form's token, or give the answer of the first time.

    The change itself claims `key_hash_of` the token in its transaction, which holds after a restart and between
    servers too; then the answer is no longer known, and is empty.
    """
    with _lock:
        answers = _answers.setdefault(store, OrderedDict())
        key = person.account, token
        if key not in answers:
            answers[key] = do()
        while len(answers) > _KEPT:
            answers.popitem(last=False)
        return answers[key]
