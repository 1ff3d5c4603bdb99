"""What would be stored for a typed value, and what is wrong or doubtful with it, before anything is stored."""

from dataclasses import dataclass

from tracker.domain.entries import EntryKey, Typed, Understood
from tracker.services.ledger import Catalogue
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What typed values of a zone are held against: definitions, the zone's history, parts and wholes, the year."""

    zone: str
    known: Catalogue
    this_year: int


def context_of(store: Store, zone: str) -> Context:
    """Fetch what the typed values of a zone are held against; NotFoundError where there is no such zone."""
    raise NotImplementedError


def understand(typed: Typed, key: EntryKey, context: Context) -> Understood:
    """Say what would be stored for a typed value; an empty cell is understood as nothing, without a problem."""
    raise NotImplementedError
