"""What was typed after a session had ended: kept by the server until the same person is back, then kept as a draft."""

from collections import OrderedDict
from threading import Lock

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.people.roles import Person
from tracker.services.entering import save_draft
from tracker.services.rounds import my_round
from tracker.store import Store

_KEPT = 2_000
_lock = Lock()
_typed: OrderedDict[tuple[str, EntryKey], tuple[Typed, int]] = OrderedDict()


def keep_for_later(account: str, key: EntryKey, typed: Typed, version: int) -> None:
    """Keep what somebody typed who has to sign in again, with the version of the draft it was typed over."""
    with _lock:
        _typed[account, key] = typed, version
        while len(_typed) > _KEPT:
            _typed.popitem(last=False)


def save_what_was_kept(store: Store, person: Person, zone: str, year: int) -> int:
    """Keep as drafts what the person typed before signing in again, and say how many values that were."""
    with _lock:
        found = [key for account, key in _typed if (account, key.zone, key.year) == (person.account, zone, year)]
        taken = {key: _typed.pop((person.account, key)) for key in found}
    if not taken:
        return 0
    owed = {row.key for row in my_round(store, person, zone, year).rows}
    return sum(save_draft(store, person, key, *typed).kept for key, typed in taken.items() if key in owed)
