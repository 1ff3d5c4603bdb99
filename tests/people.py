"""People to test with: a store of the small plan in which time stands still, and an account of every role."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import update

from tests.store.conftest import Calendar
from tests.store.samples import fill
from tracker.domain.people.roles import Permission, Person, Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.accounts.sessions import hash_of_token, person_of_account, person_of_session
from tracker.store import Store, open_store, verify
from tracker.store.audit.journal import COVERED, journalled
from tracker.store.database.schema.account_tables import accounts

PASSWORD = "a phrase nobody would guess"
ZONED = {Role.OFFICIAL: ("city",), Role.REVIEWER: ("park",)}
# Written out, so that a role which may more than that is noticed.
MAY = {
    Role.VIEWER: {Permission.VIEW, Permission.PRESENT},
    Role.OFFICIAL: {Permission.VIEW, Permission.PRESENT, Permission.REPORT, Permission.READ_HISTORY},
    Role.REVIEWER: {Permission.VIEW, Permission.PRESENT, Permission.REVIEW, Permission.READ_HISTORY},
    Role.PLANNER: {Permission.VIEW, Permission.PRESENT, Permission.PLAN, Permission.READ_HISTORY},
    Role.ADMINISTRATOR: {
        Permission.VIEW,
        Permission.PRESENT,
        Permission.PLAN,
        Permission.READ_HISTORY,
        Permission.MANAGE_ACCOUNTS,
    },
}


@contextmanager
def people_store(folder: Path, calendar: Calendar) -> Iterator[Store]:
    """Open a store of the small plan at the calendar's time."""
    opened = open_store(f"sqlite:///{folder}/people.db", create=True, clock=calendar)
    fill(opened)
    yield opened
    refuse_unjournalled(opened)
    opened.close()


def refuse_unjournalled(store: Store) -> None:
    """Make sure that whatever the program did to a row that the journal follows stands in the journal."""
    assert [problem for problem in verify(store) if problem.seen.split(" ")[0] in COVERED] == []


def person_of(store: Store, token: str) -> Person | None:
    """Give who is behind a token."""
    return person_of_session(store, hash_of_token(token))


def settle(store: Store, account: str) -> None:
    """Take the password of an account for one its owner has chosen."""
    mine = accounts.c.account == account
    with store.write() as connection, journalled(connection, store.clock(), accounts, mine):
        connection.execute(update(accounts).where(mine).values(password_given=0))


def add_person(store: Store, role: Role, name: str = "", *, password: str | None = None) -> Person:
    """Add an account of a role, named after it unless told otherwise; without a password unless one is given."""
    zones = ZONED.get(role, ())
    account = add_account(store, OPERATOR, name or str(role), role=role, zones=zones, password=password)
    settle(store, account.account)
    return person_of_account(store, account)
