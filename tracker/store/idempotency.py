"""Tokens of forms, each taken once, so that a second click changes nothing a second time."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete

from tracker.store.database import instants
from tracker.store.database.schema.entry_tables import deed_tokens as table
from tracker.store.database.upserts import insert_into

# A token older than this belongs to a form that nobody has open any more.
_TOKEN_LIFE = timedelta(days=30)


def claim(connection: Connection, token: str, now: datetime) -> bool:
    """Take a form's token; False where it has been taken, because the form was sent before."""
    connection.execute(delete(table).where(table.c.at < instants.written(now - _TOKEN_LIFE)))
    given = insert_into(connection, table).values(token=token, at=instants.written(now))
    taken = given.on_conflict_do_nothing(index_elements=[table.c.token]).returning(table.c.token)
    return connection.scalar(taken) is not None
