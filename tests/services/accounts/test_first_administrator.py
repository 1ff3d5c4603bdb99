"""The first administrator: made by the one-time link alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.people import PASSWORD, add_person, people_store, person_of
from tests.store.conftest import Calendar
from tracker.domain.people.roles import Role
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services.accounts.account_keeping import OPERATOR, list_accounts
from tracker.services.accounts.first_administrator import add_first_administrator, first_key, opens
from tracker.services.accounts.sign_in import SignInRefusedError, Visit, sign_in
from tracker.store import Store


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    with people_store(tmp_path, calendar) as opened:
        yield opened


def test_a_new_store_knows_nobody(store: Store) -> None:
    assert list_accounts(store, OPERATOR) == []
    for name in ("admin", "root", "tracker", "operator", ""):
        with pytest.raises(SignInRefusedError):
            sign_in(store, name, name, Visit(name))


def test_the_link_makes_one_administrator_who_is_signed_in_and_opens_nothing_afterwards(store: Store) -> None:
    key = first_key(store)
    assert key is not None
    assert opens(store, key)
    person = person_of(store, add_first_administrator(store, key, "chief", PASSWORD, Visit(), shown_name="The chief"))
    assert person is not None
    assert (person.role, person.name) == (Role.ADMINISTRATOR, "The chief")
    assert not opens(store, key)
    with pytest.raises(NotAllowedError, match="used or is too old"):
        add_first_administrator(store, key, "second", PASSWORD, Visit())
    assert first_key(store) is None


def test_the_link_opens_nothing_after_a_day_or_when_there_is_a_newer_one(store: Store, calendar: Calendar) -> None:
    older, newer = first_key(store), first_key(store)
    assert older is not None
    assert newer is not None
    assert (opens(store, older), opens(store, newer)) == (False, True)
    calendar.now += timedelta(hours=24, minutes=1)
    assert not opens(store, newer)


def test_the_link_opens_nothing_once_the_command_line_made_an_administrator(store: Store) -> None:
    key = first_key(store)
    assert key is not None
    add_person(store, Role.ADMINISTRATOR, "chief")
    assert not opens(store, key)


def test_a_made_up_key_opens_nothing(store: Store) -> None:
    first_key(store)
    assert not opens(store, "guess")
    assert not opens(store, "")


def test_what_is_refused_leaves_the_link_as_it_was(store: Store) -> None:
    key = first_key(store)
    assert key is not None
    add_person(store, Role.VIEWER, "taken")
    for name, password in (("chief", "short"), ("no name", PASSWORD), ("taken", PASSWORD)):
        with pytest.raises(RefusedInputError):
            add_first_administrator(store, key, name, password, Visit())
    assert opens(store, key)
    assert len(list_accounts(store, OPERATOR)) == 1


def test_of_two_who_hold_the_link_one_becomes_administrator(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    key = first_key(store)
    assert key is not None
    add_first_administrator(store, key, "quick", PASSWORD, Visit())
    monkeypatch.setattr("tracker.services.accounts.first_administrator.opens", lambda _store, _key: True)
    with pytest.raises(NotAllowedError):
        add_first_administrator(store, key, "slow", PASSWORD, Visit())
    assert [account.account for account in list_accounts(store, OPERATOR)] == ["quick"]
