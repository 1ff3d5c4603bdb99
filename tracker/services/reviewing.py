"""What a reviewer does with submitted values: see them with all that speaks for and against, accept, send back."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.entries import Entry, EntryKey, Understood
from tracker.domain.records import Indicator
from tracker.domain.roles import Person
from tracker.services.effects import Effect
from tracker.services.entry_reports import DeedReport
from tracker.services.looking import Look
from tracker.services.rounds import Told
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What an evidence file is called and how large it is; fetched by its checksum."""

    checksum: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A submitted value with its warnings, evidence, last values and effect; `own` where the reader entered it."""

    entry: Entry
    zone_name: str
    indicator: Indicator
    understood: Understood
    source: str
    evidence: Proof | None
    last: tuple[Told, ...]
    on_record: Told | None
    effects: tuple[Effect, ...]
    own: bool


def waiting(
    store: Store, person: Person, *, zone: str | None = None, year: int | None = None, look: Look | None = None
) -> list[ReviewRow]:
    """List the submitted values of a reviewer's zones, by zone, year and indicator."""
    raise NotImplementedError


def accept(store: Store, person: Person, versions: Mapping[EntryKey, int], token: str) -> DeedReport:
    """Accept values in the versions seen, all or nothing: their actuals are revised in the same transaction."""
    raise NotImplementedError


def send_back(store: Store, person: Person, versions: Mapping[EntryKey, int], reason: str, token: str) -> DeedReport:
    """Return values in the versions seen with a reason, all or nothing."""
    raise NotImplementedError
