"""Tokens of forms, each taken once, so that a second click changes nothing a second time."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, text

from tracker.store.database import instants

# A token older than this belongs to a form that nobody has open any more.
_TOKEN_LIFE = timedelta(days=30)


def claim(connection: Connection, token: str, now: datetime) -> bool:
    """Take a form's token; False where it has been taken, because the form was sent before."""
    old = "DELETE FROM deed_tokens WHERE at < :old"
    connection.execute(text(old), {"old": instants.written(now - _TOKEN_LIFE)})
    statement = "INSERT INTO deed_tokens (token, at) VALUES (:token, :at) ON CONFLICT (token) DO NOTHING"
    taken = connection.execute(text(statement), {"token": token, "at": instants.written(now)})
    return bool(taken.rowcount)
