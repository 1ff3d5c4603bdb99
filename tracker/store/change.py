"""A change: one transaction and one entry of the history, in which definitions and actuals are stored."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert

from tracker.domain.records import Actual
from tracker.store.audit.digests import FIRST_HASH, content_digest, hash_of
from tracker.store.audit.journal import journal_chain, newest_of
from tracker.store.database.instants import after
from tracker.store.database.schema.audit_tables import change_sets
from tracker.store.idempotency import claim
from tracker.store.record import write_actuals, write_definitions
from tracker.store.record.actual_bounds import Scale
from tracker.store.record.counts import Counts
from tracker.store.record.current import current_actuals
from tracker.store.record.rows import Definition


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEvent:
    """Who does what, why, and from which file or page.

    `deed` is what is done, by the name that the columns of the history have for it since the first release.
    """

    who: str
    deed: str
    reason: str | None = None
    origin: str | None = None


class Change:
    """What may be done within one change; each action raises RefusedInputError where a row cannot be stored."""

    def __init__(self, connection: Connection, event: ChangeEvent) -> None:
        """Begin a change in a transaction that has locked out other writers."""
        self._connection = connection
        self._event = event
        before = newest_of(connection, change_sets)
        self._last_id: int = before.id if before else 0
        self._last_at: str | None = before.at if before else None
        self._last_hash: str = before.hash if before else FIRST_HASH
        self._rolled_back = False
        self._touched = False
        self._kept = False

    @property
    def number(self) -> int:
        """The number of the change set this becomes."""
        return self._last_id + 1

    @property
    def touched(self) -> bool:
        """Whether a definition or an actual is new or changed, so that there will be a change set."""
        return self._touched

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the connection to questions, so that what is checked is what is changed."""
        yield self._connection

    def write_definitions(self, entity: str, records: Iterable[Definition], *, listing: int = 0) -> Counts:
        """Store definitions ("source", "zone", "indicator", "plan" or "goal"); name the first `listing` touched."""
        before = write_actuals.scales(self._connection) if entity == "indicator" else {}
        counts = write_definitions.put(self._connection, entity, records, change_set=self.number, listing=listing)
        self._note(counts)
        if entity == "indicator":
            self._restate(before)
        return counts

    def write_actuals(self, records: Iterable[Actual], *, listing: int = 0) -> Counts:
        """Store actuals; name the first `listing` touched."""
        return self._note(write_actuals.put(self._connection, records, change_set=self.number, listing=listing))

    def keep(self) -> None:
        """Keep what else was written in the transaction, even where no definition and no actual differs."""
        self._kept = True

    def claim(self, token: str, now: datetime) -> bool:
        """Take a form's token; False where it has been taken, because its form was sent before."""
        return claim(self._connection, token, now)

    def roll_back(self) -> None:
        """Leave the store as it was when the change ends."""
        self._rolled_back = True

    def seal(self, clock: Callable[[], datetime]) -> bool:
        """Write the entry of the history where there is one; False where there is nothing to keep."""
        if self._rolled_back or not self._touched:
            return self._kept and not self._rolled_back
        now = clock()
        fields = {
            "id": self.number,
            "at": after(now, self._last_at),
            "who": self._event.who,
            "deed": self._event.deed,
            "reason": self._event.reason,
            "origin": self._event.origin,
            "content_digest": content_digest(self._connection, self.number),
        }
        own = hash_of(self._last_hash, fields.values())
        self._connection.execute(insert(change_sets).values(**fields, previous_hash=self._last_hash, hash=own))
        journal_chain(self._connection, now, change_sets.name, self.number, own)
        return True

    def _note(self, counts: Counts) -> Counts:
        """Remember whether anything was written."""
        self._touched = self._touched or bool(counts.new or counts.changed)
        return counts

    def _restate(self, before: dict[str, Scale]) -> None:
        """Revise the actuals of indicators that are measured otherwise now: the same digits mean another amount."""
        now = write_actuals.scales(self._connection)
        for indicator in sorted(key for key in before if before[key] != now[key]):
            self.write_actuals(list(current_actuals(self._connection, indicator)))
