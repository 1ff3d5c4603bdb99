"""Where the store lives: the database address as a person gives it, read and checked."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tracker.errors import StoreError
from tracker.language import _

_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "sqlite+pysqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def read_address(text: str) -> URL:
    """Read a database address, or a plain path as a SQLite file; StoreError where it is neither."""
    address = text if "://" in text else f"sqlite:///{text}"
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as failure:
        message = _("The database address cannot be read; it looks like {example}")
        raise StoreError(message.format(example=_EXAMPLES)) from failure
    if url.drivername not in _DRIVERS:
        message = _("The store cannot be kept in {kind}; the database address looks like {example}")
        raise StoreError(message.format(kind=url.drivername, example=_EXAMPLES))
    if url.drivername.startswith("sqlite") and url.database in (None, "", ":memory:"):
        raise StoreError(_("The database address names no file; it looks like {example}").format(example=_EXAMPLES))
    return url.set(drivername=_DRIVERS[url.drivername])


_EXAMPLES = "sqlite:///data/tracker.db, postgresql://user@host/database"


def is_file(url: URL) -> bool:
    """Return whether the store is a SQLite file rather than a database on a server."""
    return url.get_backend_name() == "sqlite"


def file_of(url: URL) -> Path:
    """Return the path of a store that is a SQLite file."""
    return Path(url.database or "")


def shown(url: URL) -> str:
    """Return an address for a person, without its password (which may stand among the options as well)."""
    if is_file(url):
        return str(file_of(url))
    return url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)
