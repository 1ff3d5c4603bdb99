"""The yearly round: what an official owes for a zone and year, how far each value has come, and the deadline."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.entries import Entry, EntryKey, EntryState, Typed
from tracker.domain.records import Actual, Indicator
from tracker.domain.roles import Person
from tracker.services.entry_reports import Conflict
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A value that is on record: its year, its words, and how settled it is."""

    year: int
    words: str
    actual: Actual


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One value that is owed: what it is, what the plans want of it, what was told before, what is typed now.

    `typed` is the person's own draft, else what was entered last. `draft_version` goes with save_draft, `version`
    (of the entry, 0 for none) with submit. `other` is another person's newer value. `on_record` is what a correction
    would replace. `choices` are the words to choose from where a milestone's state is reported.
    """

    key: EntryKey
    indicator: Indicator
    goals: tuple[str, ...]
    last: Told | None
    on_record: Told | None
    state: EntryState
    typed: Typed
    draft_version: int
    version: int
    entry: Entry | None = None
    other: Conflict | None = None
    in_plan: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one zone owes for one year."""

    zone: str
    zone_name: str
    year: int
    deadline: date | None
    rows: tuple[RoundRow, ...]

    @property
    def owed(self) -> int:
        """How many values are owed."""
        return len(self.rows)

    @property
    def filled(self) -> int:
        """How many values are typed, submitted or accepted."""
        return sum(row.state not in (EntryState.MISSING, EntryState.RETURNED) for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChoice:
    """A zone a person may work on, with its depth under the first."""

    zone: str
    name: str
    depth: int


def my_round(store: Store, person: Person, zone: str, year: int) -> Round:
    """List what is owed of a zone for a year; NotAllowedError for a zone that is not the official's."""
    raise NotImplementedError


def zones_of(store: Store, person: Person) -> list[ZoneChoice]:
    """List the zones a person holds a role for, each before those under it."""
    raise NotImplementedError


def set_deadline(store: Store, person: Person, year: int, deadline: date) -> None:
    """Set until when the values of a year are due; NotAllowedError but for planners."""
    raise NotImplementedError
