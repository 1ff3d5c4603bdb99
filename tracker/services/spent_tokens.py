"""Deeds done once: a form's token is spent by the deed it is sent with, and a second click gets the first answer."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from weakref import WeakKeyDictionary

from tracker.domain.roles import Person
from tracker.store import Store

_KEPT = 10_000
_lock = Lock()
_answers: WeakKeyDictionary[Store, OrderedDict[tuple[str, str], str]] = WeakKeyDictionary()


def once(store: Store, person: Person, token: str, do: Callable[[], str]) -> str:
    """Do a person's deed and remember its answer under the form's token, or give the answer of the first time."""
    with _lock:
        answers = _answers.setdefault(store, OrderedDict())
        key = person.account, token
        if key not in answers:
            answers[key] = do()
        while len(answers) > _KEPT:
            answers.popitem(last=False)
        return answers[key]
