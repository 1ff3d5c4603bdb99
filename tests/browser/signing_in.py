"""What browser tests of signed-in people share: accounts in the server's store, and the way in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.people import PASSWORD, settle
from tests.services.conftest import write_bundle
from tests.services.round.round_samples import BUNDLE
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.stores import make_store
from tracker.store import Store, open_store

PERSON = ".person b"


@contextmanager
def accounts_in(address: str, **roles: Role) -> Iterator[Store]:
    """Make a store of the shipped plans at an address, with an account a name; one zone where the role needs it."""
    store = make_store(address)
    _add_people(store, roles, "dalian")
    yield store
    store.close()


@contextmanager
def round_in(folder: Path, **roles: Role) -> Iterator[Store]:
    """Make a store of the round's small plan in a folder, with an account a name; the park where the role needs it."""
    store = open_store(f"sqlite:///{folder / 'tracker.db'}", create=True)
    import_bundle(store, write_bundle(folder / "bundle", dict(BUNDLE)), who="a planner")
    _add_people(store, roles, "park")
    yield store
    store.close()


def _add_people(store: Store, roles: Mapping[str, Role], zone: str) -> None:
    for name, role in roles.items():
        zones = [zone] if role in (Role.OFFICIAL, Role.REVIEWER) else []
        add_account(store, OPERATOR, name, role=role, zones=zones, shown_name=name.title(), password=PASSWORD)
        settle(store, name)


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
