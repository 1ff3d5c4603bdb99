"""The newest hashes of the history: shown, noted outside the store for each backup, and looked for later."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.domain.people.roles import Permission, Person
from tracker.domain.text import shown
from tracker.errors import Problem, StoreError
from tracker.language import _, number
from tracker.store import Store
from tracker.store.audit.newest_hashes import NewestHash, event_of_hash, journal_hash, newest_hashes
from tracker.store.database import instants

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class NotedHash:
    """A hash that was found in the history: which event of which chain it covers, with all before it."""

    chain: str
    number: int
    at: datetime


def hash_lines(store: Store) -> list[str]:
    """Return the newest hash of each chain that has any event: what it covers, how many events, the hash."""
    return [_line(newest) for newest in newest_hashes(store)]


def shown_hashes(store: Store, person: Person) -> list[str]:
    """Return the newest hashes to somebody who may read the history; NotAllowedError."""
    person.require(Permission.READ_HISTORY)
    return hash_lines(store)


def find_hash(store: Store, noted: str) -> NotedHash | None:
    """Find a hash that was noted in the history; None where no event has it, so that the history is another one."""
    hashes = _HASH.findall(noted.strip().lower())
    known = event_of_hash(store, hashes[0]) if len(hashes) == 1 else None
    return None if known is None else NotedHash(_chain_word(known.table), known.number, known.at.astimezone())


def missing_hash(store: Store, noted: str) -> list[Problem]:
    """Return what is wrong where a noted hash is given and is not in the history."""
    if not noted or find_hash(store, noted) is not None:
        return []
    wrong = _("The noted hash is not in the history: what it covered has been edited, or it is of another store")
    return [Problem(wrong=wrong, seen=shown(noted))]


def is_hash(noted: str) -> bool:
    """Return whether a text holds one hash."""
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


def noted_file(store: Store) -> Path | None:
    """Return the file of the hashes: TRACKER_NOTED_HASHES, else beside a store that is a file; None on a server."""
    if given := os.environ.get("TRACKER_NOTED_HASHES"):
        return Path(given)
    return Path(f"{store.url.database}.noted") if store.url.get_backend_name() == "sqlite" else None


def note_hash(store: Store) -> Path | None:
    """Append the newest hash of everything, and return the file; None where there is nothing to note or no file.

    StoreError where the file cannot be written, or holds a hash that is not in the store.
    """
    path = noted_file(store)
    newest = [newest_hashe for newest_hashe in newest_hashes(store) if newest_hashe.table == "journal"]
    if path is None or not newest:
        return None
    if problems := missing_notes(store):
        raise StoreError(str(problems[0]))
    line = f"{newest[0].number} {newest[0].hash}"
    if not any(before.endswith(line) for before in _lines(path)[-1:]):
        try:
            with path.open("a", encoding="ascii") as file:
                file.write(f"{instants.written(store.clock())} {line}\n")
        except OSError as failure:
            message = _("The hash cannot be noted in {path}: {reason}")
            raise StoreError(message.format(path=path, reason=failure.strerror)) from failure
    return path


def missing_notes(store: Store) -> list[Problem]:
    """Return which hashes were noted and are not in the store any more; no problem where none was noted."""
    path = noted_file(store)
    return [] if path is None else list(_missing(store, path))


def begin_notes(store: Store, kept: Path | None) -> Path | None:
    """Begin the file with the store that was put back, and return where what it held is kept, if anything."""
    path = noted_file(store)
    if path is None or not path.exists():
        return None
    before = path.with_name(f"{path.name}-{kept.stem if kept else 'replaced'}")
    try:
        path.replace(before)
    except OSError as failure:
        message = _("The hash cannot be noted in {path}: {reason}")
        raise StoreError(message.format(path=path, reason=failure.strerror)) from failure
    note_hash(store)
    return before


def _missing(store: Store, path: Path) -> Iterator[Problem]:
    for place, line in enumerate(_lines(path), start=1):
        _at, number, noted = [*line.split(), "", "", ""][:3]
        if not (number.isdecimal() and len(number) < 19 and journal_hash(store, int(number)) == noted):
            wrong = _(
                "The hash that was noted is not in the store any more: what it covered has been altered or cut off, "
                "or the store is another one"
            )
            yield Problem(wrong=wrong, seen=shown(line), file=str(path), line=place)


def _lines(path: Path) -> list[str]:
    """Read the lines; none where no hash was noted yet, StoreError where the file cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    except OSError as failure:
        message = _("The noted hashes cannot be read from {path}: {reason}")
        raise StoreError(message.format(path=path, reason=failure.strerror)) from failure
