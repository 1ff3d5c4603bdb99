"""Stores to test with: the same tests run on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, count
from pathlib import Path

import psycopg
import pytest

from tests.requirements import require_or_skip
from tests.store.samples import fill
from tests.store.server import is_installed, running_server
from tracker.store import Store, open_store

_numbers = count(1)


class Calendar:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        """Begin on the first day of 2026."""
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def next_day(self) -> datetime:
        """Go on to the next day, and give the noon before it."""
        self.now += timedelta(days=1)
        return self.now - timedelta(hours=12)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture(scope="session")
def postgresql_folder() -> Iterator[Path]:
    require_or_skip(is_installed(), "PostgreSQL is not installed here (apt install postgresql)")
    with running_server() as folder:
        yield folder


def _new_database(folder: Path) -> str:
    """Make an empty database and give its address."""
    name = f"tracker_{next(_numbers)}"
    with psycopg.connect(f"host={folder} user=tracker dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
    return f"postgresql://tracker@/{name}?host={folder}"


_DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=_DATABASES)
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Return what gives the address of another place where no store is yet, each time it is asked."""
    if request.param == "sqlite":
        names = chain(["tracker"], (f"tracker-{number}" for number in count(2)))
        return lambda: f"sqlite:///{tmp_path}/{next(names)}.db"
    folder = request.getfixturevalue("postgresql_folder")
    return lambda: _new_database(folder)


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """Return the address of a place where no store is yet."""
    return new_address()


@pytest.fixture
def store(address: str, calendar: Calendar) -> Iterator[Store]:
    """Open an empty store."""
    opened = open_store(address, create=True, clock=calendar)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=_DATABASES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Open a store with the small plan in it, for tests that leave it as it is."""
    if request.param == "sqlite":
        place = f"sqlite:///{tmp_path_factory.mktemp('filled')}/tracker.db"
    else:
        place = _new_database(request.getfixturevalue("postgresql_folder"))
    opened = open_store(place, create=True)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def file_store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    """Open an empty store in a SQLite file, for what only files do."""
    opened = open_store(f"sqlite:///{tmp_path}/tracker.db", create=True, clock=calendar)
    yield opened
    opened.close()


@pytest.fixture
def postgresql_store(postgresql_folder: Path, calendar: Calendar) -> Iterator[Store]:
    """Open an empty store on a server, for what only servers do."""
    opened = open_store(_new_database(postgresql_folder), create=True, clock=calendar)
    yield opened
    opened.close()
