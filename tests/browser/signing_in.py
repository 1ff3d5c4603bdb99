"""What browser tests of signed-in people share: accounts in the server's store, and the way in."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from tests.people import PASSWORD, settle
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.stores import make_store
from tracker.store import Store

PERSON = ".person b"


@contextmanager
def accounts_in(address: str, **roles: Role) -> Iterator[Store]:
    """Make a store of the shipped plans at an address, with an account a name; one zone where the role needs it."""
    store = make_store(address)
    for name, role in roles.items():
        zones = ["dalian"] if role in (Role.OFFICIAL, Role.REVIEWER) else []
        add_account(store, OPERATOR, name, role=role, zones=zones, shown_name=name.title(), password=PASSWORD)
        settle(store, name)
    yield store
    store.close()


def sign_in(page: Page, address: str, name: str, password: str = PASSWORD, following: str = "/") -> None:
    """Sign in by the form and wait until the person is shown."""
    page.goto(f"{address}/sign-in?next={following}")
    fill_sign_in(page, name, password)
    expect(page.locator(PERSON)).to_have_text(name.title())


def fill_sign_in(page: Page, name: str, password: str) -> None:
    """Fill the form that is open and send it."""
    page.fill("[name=name]", name)
    page.fill("[name=password]", password)
    page.click("main button")
