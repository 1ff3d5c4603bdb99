"""What an official does with values: keep a draft as typed, submit, correct."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.entries import EntryKey, Typed
from tracker.domain.roles import Person
from tracker.services.entry_reports import Conflict, DeedReport
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSaved:
    """Whether a draft was kept, its version now, and whose newer value there is besides.

    It is not kept where another window of the same person has changed it: `conflict` then holds what is there, whose
    version is to be given to overwrite it.
    """

    kept: bool
    version: int
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One value to submit: what is typed, and the version of the entry it was typed over (0 for none)."""

    key: EntryKey
    typed: Typed
    version: int = 0


def save_draft(store: Store, person: Person, key: EntryKey, typed: Typed, version: int) -> DraftSaved:
    """Keep a value as typed for its person alone; an empty one takes the draft away. NotAllowedError as always."""
    raise NotImplementedError


def submit(store: Store, person: Person, rows: Sequence[Submission], token: str) -> DeedReport:
    """Submit values for review, all or nothing; a correction of an accepted value needs typed.reason."""
    raise NotImplementedError
