"""The newest hashes of the history, to be noted elsewhere and looked for later."""

import re
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.people.roles import Permission, Person
from tracker.domain.text import shown
from tracker.errors import Problem
from tracker.language import _, number
from tracker.store import Store
from tracker.store.audit.newest_hashes import NewestHash, deed_of_hash, newest_hashes

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class NotedHash:
    """A hash that was found in the history: which deed of which chain it covers, with all before it."""

    chain: str
    number: int
    at: datetime


def hash_lines(store: Store) -> list[str]:
    """Say the newest hash of each chain that has any deed: what it covers, how many deeds, the hash."""
    return [_line(newest) for newest in newest_hashes(store)]


def shown_hashes(store: Store, person: Person) -> list[str]:
    """Say the newest hashes to somebody who may read the history; NotAllowedError."""
    person.require(Permission.READ_HISTORY)
    return hash_lines(store)


def find_hash(store: Store, noted: str) -> NotedHash | None:
    """Find a hash that was noted in the history; None where no deed has it, so that the history is another one."""
    hashes = _HASH.findall(noted.strip().lower())
    found = deed_of_hash(store, hashes[0]) if len(hashes) == 1 else None
    return None if found is None else NotedHash(_chain_word(found.table), found.number, found.at.astimezone())


def missing_hash(store: Store, noted: str) -> list[Problem]:
    """Say what is wrong where a noted hash is given and is not in the history."""
    if not noted or find_hash(store, noted) is not None:
        return []
    wrong = _("The noted hash is not in the history: what it covered has been edited, or it is of another store")
    return [Problem(wrong=wrong, seen=shown(noted))]


def is_hash(noted: str) -> bool:
    """Say whether a text holds one hash."""
    return len(_HASH.findall(noted.strip().lower())) == 1


def _line(newest: NewestHash) -> str:
    return _("{chain}, up to number {count}: {hash}").format(
        chain=_chain_word(newest.table), count=number(newest.number), hash=newest.hash
    )


def _chain_word(table: str) -> str:
    return {
        "change_sets": _("plans and values"),
        "entry_events": _("entry and review"),
        "account_events": _("accounts"),
        "slide_set_events": _("slide sets"),
        "journal": _("everything"),
    }[table]
