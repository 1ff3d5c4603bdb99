"""Points in time as the store writes them, and what was known at one."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from tracker.store.database.schema.audit_tables import change_sets

FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
UNREADABLE = datetime(1900, 1, 1, tzinfo=UTC)


def written(at: datetime) -> str:
    """Return an aware instant as UTC text with microseconds, which sorts as time does; ValueError where it is naive."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    # strftime drops the leading zeros of years before 1000, which would break the order.
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def read(text_of_instant: str) -> datetime:
    """Read an instant as it was written; one that was spoiled by hand is long ago, so that its row can be drawn."""
    try:
        return datetime.strptime(text_of_instant, FORMAT).replace(tzinfo=UTC)
    except (ValueError, TypeError):
        return UNREADABLE


def after(at: datetime, previous: str | None) -> str:
    """Return an instant, moved on where it is not later than the one before: the history has one order."""
    if previous is None or written(at) > previous or read(previous) is UNREADABLE:
        return written(at)
    return written(read(previous) + timedelta(microseconds=1))


def cutoff(connection: Connection, as_of: datetime | None) -> int | None:
    """Return the newest change set known at an instant (0 for none), or None where everything was known."""
    if as_of is None:
        return None
    numbers = func.max(change_sets.c.id)
    newest, known = connection.execute(select(numbers, numbers.filter(change_sets.c.at <= written(as_of)))).one()
    return None if newest == known else int(known or 0)
