"""A clock that is years wrong: refused where the last change shows it, and what one has written already."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from tracker.errors import ClockError, Problem
from tracker.language import _
from tracker.store.audit.journal import CHAINS, last_written
from tracker.store.database import instants
from tracker.store.database.schema.audit_tables import journal

#: A store may rest for a year between two rounds.
_FARTHEST = timedelta(days=2 * 366)
_AHEAD = timedelta(hours=1)


def refuse_doubtful_clock(connection: Connection, now: datetime) -> None:
    """Raise ClockError where the clock is years before or after the last change."""
    last = last_written(connection)
    if last is None or abs(now - last) <= _FARTHEST:
        return
    message = _(
        "The clock of this machine says {now}, and the last change was stored on {last}: nothing was "
        "stored. Set the clock right; if it is right, say so with: python -m tracker clock --accept"
    )
    raise ClockError(message.format(now=f"{now:%Y-%m-%d}", last=f"{last:%Y-%m-%d}"))


def future_entries(connection: Connection, now: datetime) -> Iterator[Problem]:
    """Name each chain with entries that bear an instant in the future."""
    latest = instants.written(now + _AHEAD)
    for chain in (*CHAINS.values(), journal):
        count, first = connection.execute(select(func.count(), func.min(chain.c.id)).where(chain.c.at > latest)).one()
        if count:
            wrong = _("Entries of the history are dated in the future: the clock was wrong, or they were put in")
            yield Problem(
                wrong=wrong, seen=f"{chain.name} {first} (+{count - 1})" if count > 1 else f"{chain.name} {first}"
            )
