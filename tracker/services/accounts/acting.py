"""Writing as a person: every transaction asks first whether they are still who they were when the page was made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tracker.domain.people.roles import Person
from tracker.errors import NotAllowedError
from tracker.language import _
from tracker.services.accounts.sessions import person_within
from tracker.store import Change, Store
from tracker.store.entry.entry_writer import EntryWriter


@contextmanager
def writing_as(store: Store, person: Person) -> Iterator[Any]:
    """Open a transaction that writes what a person asks for; NotAllowedError where they have changed meanwhile."""
    with store.write() as connection:
        refuse_changed(connection, store, person)
        yield connection


@contextmanager
def desk_of(store: Store, person: Person) -> Iterator[EntryWriter]:
    """Open a person's transaction that changes no plan and no actual; raises as `writing_as`."""
    with writing_as(store, person) as connection:
        yield EntryWriter(connection, store.clock)


@contextmanager
def changing_as(
    store: Store, person: Person, deed: str, *, reason: str | None = None, origin: str | None = None
) -> Iterator[Change]:
    """Open a person's transaction that becomes one entry of the history; raises as `writing_as`."""
    with store.change(who=person.account, deed=deed, reason=reason, origin=origin) as change:
        with change.read() as connection:
            refuse_changed(connection, store, person)
        yield change


def refuse_changed(connection: Any, store: Store, person: Person) -> None:
    """Refuse somebody whose session has ended, or whose role or zones are others now; NotAllowedError.

    Only the command line acts without a session: those who may use it may write the store's file as well.
    """
    if not person.session:
        return
    now = person_within(connection, store, person.session)
    if now is None:
        raise NotAllowedError(_("Your session has ended, so nothing was written. Sign in and do it again."))
    if now != person:
        raise NotAllowedError(
            _("Your account was changed meanwhile, so nothing was written. Look at the page again, then do it again.")
        )
