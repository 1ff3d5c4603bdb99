"""The entry writer: what may be done with drafts, entries, evidence and deadlines within one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from tracker.domain.entry.entries import Entry, EntryKey, EntryState, NoValue, Typed
from tracker.store.audit.journal import journalled
from tracker.store.change import Change
from tracker.store.database.schema.entry_tables import entries, of_value, rounds
from tracker.store.database.upserts import insert_into, or_change
from tracker.store.entry import drafts
from tracker.store.entry.entries import key_values
from tracker.store.entry.entry_chain import add_event
from tracker.store.entry.typed_texts import typed_text
from tracker.store.idempotency import claim
from tracker.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a value was taken to mean: in words, as the text of the actual, or why there is none."""

    words: str
    actual: str | None = None
    no_value: NoValue | None = None


class EntryWriter:
    """Writes within a transaction that has locked out other writers; RefusedInputError where a row cannot be stored."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        """Write within a transaction."""
        self._connection = connection
        self.clock = clock

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the connection to questions, so that what is checked is what is changed."""
        yield self._connection

    def claim(self, token: str) -> bool:
        """Take a form's token; False where it has been taken, because its form was sent before."""
        return claim(self._connection, token, self.clock())

    def keep_draft(self, person: str, key: EntryKey, typed: Typed | None) -> int:
        """Keep or take away (None) a person's draft, and give its version."""
        return drafts.write_draft(self._connection, person, key, typed, self.clock())

    def submit(self, who: str, key: EntryKey, typed: Typed, meaning: Meaning, before: Entry | None) -> None:
        """Submit a value in the place of the entry before, and take the person's draft away."""
        version = before.version + 1 if before else 1
        new, old = typed_text(typed), typed_text(before.typed) if before else None
        event = {**key_values(key), "who": who, "deed": "submit", "version": version, "old": old, "new": new}
        at = add_event(self._connection, self.clock(), **event, reason=typed.reason or None)
        self._put(
            **key_values(key),
            state=EntryState.SUBMITTED.value,
            typed=new,
            understood=meaning.words,
            actual=meaning.actual,
            no_value=meaning.no_value.value if meaning.no_value else None,
            comment=typed.comment or None,
            evidence=typed.evidence or None,
            entered_by=who,
            entered_at=at,
            version=version,
        )
        self.keep_draft(who, key, None)

    def accept(self, who: str, entry: Entry, change_set: int | None) -> None:
        """Mark an entry accepted; `change_set` is the one that took it on record, None where nothing had to be."""
        self._review(who, entry, EntryState.ACCEPTED, "accept", None, change_set)

    def send_back(self, who: str, entry: Entry, reason: str) -> None:
        """Mark an entry returned with a reason."""
        self._review(who, entry, EntryState.RETURNED, "return", reason, None)

    def set_deadline(self, who: str, year: int, deadline: date) -> None:
        """Set until when the values of a year are due."""
        asked = select(rounds.c.deadline).where(rounds.c.year == year)
        old, new = self._connection.scalar(asked), deadline.isoformat()
        if old == new:
            return
        now = self.clock()
        at = add_event(self._connection, now, who=who, deed="deadline", year=year, old=old, new=new)
        given = {"deadline": new, "set_by": who, "set_at": at}
        statement = or_change(insert_into(self._connection, rounds).values(year=year, **given), given)
        with journalled(self._connection, now, rounds, rounds.c.year == year):
            self._connection.execute(statement)

    def roll_back(self) -> None:
        """Leave everything as it was."""
        self._connection.rollback()

    def _review(
        self, who: str, entry: Entry, state: EntryState, deed: str, reason: str | None, change_set: int | None
    ) -> None:
        """Add the event of a review and bring the entry to its new state."""
        typed, version = typed_text(entry.typed), entry.version + 1
        event = {**key_values(entry.key), "who": who, "deed": deed, "version": version, "old": typed, "new": typed}
        now = self.clock()
        at = add_event(self._connection, now, **event, reason=reason, change_set=change_set)
        reviewed = {"reviewed_by": who, "reviewed_at": at, "review_reason": reason}
        mine = of_value(entries, **key_values(entry.key))
        with journalled(self._connection, now, entries, *mine):
            change = update(entries).where(*mine).values(state=state.value, version=version, **reviewed)
            self._connection.execute(change)

    def _put(self, **given: Any) -> None:
        """Write an entry in the place of what there was."""
        row = {**dict.fromkeys(entries.c.keys()), **given}
        changed = [column.name for column in entries.c if not column.primary_key]
        statement = or_change(insert_into(self._connection, entries).values(row), changed)
        wanted = of_value(entries, row["zone"], row["indicator"], row["year"])
        with journalled(self._connection, self.clock(), entries, *wanted):
            self._connection.execute(statement)


@contextmanager
def open_entry_writer(store: Store) -> Iterator[EntryWriter]:
    """Open a transaction that changes no plan and no actual, and so makes no change set."""
    with store.write() as connection:
        yield EntryWriter(connection, store.clock)


@contextmanager
def entry_writer_within(change: Change, store: Store) -> Iterator[EntryWriter]:
    """Write within a change, so that its actuals and the entries they come from are kept or lost together."""
    with change.read() as connection:
        yield EntryWriter(connection, store.clock)
