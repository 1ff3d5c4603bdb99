"""What a value would do to the goals it counts for: each goal's status before and after, by every rule."""

from dataclasses import dataclass

from tracker.domain.entries import EntryKey
from tracker.domain.records import Actual
from tracker.domain.vocabulary import Rule, Status
from tracker.services.looking import Look
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One goal's status before and after a value, by every rule; `asked` says what the goal asks and by when."""

    goal: str
    plan: str
    asked: str
    before: dict[Rule, Status]
    after: dict[Rule, Status]

    @property
    def changes(self) -> bool:
        """Whether the verdict changes by any rule."""
        return self.before != self.after


def effect(store: Store, key: EntryKey, actual: Actual, look: Look | None = None) -> tuple[Effect, ...]:
    """Judge every goal of the zone on the indicator without and with a value; nothing is stored."""
    raise NotImplementedError
