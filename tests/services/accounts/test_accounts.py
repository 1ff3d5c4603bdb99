"""Accounts as administrators keep them."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.people import MAY, PASSWORD, add_person, people_store
from tests.store.conftest import Calendar
from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import VISITOR, Permission, Person, Role
from tracker.errors import NotAllowedError, NotFoundError, RefusedInputError, StaleError
from tracker.services.accounts.account_keeping import (
    OPERATOR,
    account_history,
    add_account,
    disable_account,
    enable_account,
    list_accounts,
    set_access,
)
from tracker.services.accounts.account_passwords import change_own_password, set_password, sign_out_everywhere
from tracker.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with people_store(tmp_path, Calendar()) as opened:
        yield opened


DEEDS: dict[str, Callable[[Store, Person], object]] = {
    "list": list_accounts,
    "add": lambda store, person: add_account(store, person, "new", role=Role.VIEWER),
    "change the role of": lambda store, person: set_access(store, person, "someone", role=Role.PLANNER),
    "disable": lambda store, person: disable_account(store, person, "someone"),
    "enable": lambda store, person: enable_account(store, person, "someone"),
    "set a password for": lambda store, person: set_password(store, person, "someone", "quite another phrase"),
    "sign out": lambda store, person: sign_out_everywhere(store, person, "someone"),
    "read the history of": lambda store, person: account_history(store, person, account="someone"),
    "read the history": account_history,
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role or "visitor")
def test_administrators_alone_keep_the_accounts_of_others(
    store: Store, role: Role | None, deed: Callable[[Store, Person], object]
) -> None:
    add_person(store, Role.VIEWER, "someone")
    person = add_person(store, role) if role else VISITOR
    if role == Role.ADMINISTRATOR:
        deed(store, person)
        return
    with pytest.raises(NotAllowedError):
        deed(store, person)


def test_an_account_is_listed_as_it_was_added(store: Store) -> None:
    added = add_account(
        store, OPERATOR, "Wang@Example.org", role=Role.REVIEWER, zones=["park", "city", "park"], shown_name="王 Wang"
    )
    assert list_accounts(store, OPERATOR) == [added]
    assert (added.account, added.name, added.zones) == ("wang@example.org", "王 Wang", ("city", "park"))
    assert not added.has_password


@pytest.mark.parametrize("name", ["", "two words", "<b>", "a@b@c", "-x", "x" * 101, "王"])
def test_a_name_that_is_none_is_refused(store: Store, name: str) -> None:
    with pytest.raises(RefusedInputError):
        add_account(store, OPERATOR, name, role=Role.VIEWER)
    assert list_accounts(store, OPERATOR) == []


def test_the_same_name_is_added_once(store: Store) -> None:
    add_person(store, Role.VIEWER, "wang")
    with pytest.raises(RefusedInputError, match="already"):
        add_account(store, OPERATOR, "WANG", role=Role.ADMINISTRATOR)
    assert [account.role for account in list_accounts(store, OPERATOR)] == [Role.VIEWER]


def test_zones_have_to_fit_the_role_and_exist(store: Store) -> None:
    with pytest.raises(RefusedInputError, match="none is named"):
        add_account(store, OPERATOR, "wang", role=Role.OFFICIAL)
    with pytest.raises(RefusedInputError, match="takes no zones"):
        add_account(store, OPERATOR, "wang", role=Role.PLANNER, zones=["city"])
    with pytest.raises(NotFoundError, match="atlantis"):
        add_account(store, OPERATOR, "wang", role=Role.OFFICIAL, zones=["atlantis"])


def test_a_weak_first_password_adds_nothing(store: Store) -> None:
    with pytest.raises(RefusedInputError, match="too short"):
        add_account(store, OPERATOR, "wang", role=Role.VIEWER, password="short")
    assert list_accounts(store, OPERATOR) == []


def test_the_second_to_change_a_role_is_told_and_overwrites_nothing(store: Store) -> None:
    add_person(store, Role.VIEWER, "wang")
    set_access(store, OPERATOR, "wang", role=Role.PLANNER, version=1)
    with pytest.raises(StaleError):
        set_access(store, OPERATOR, "wang", role=Role.OFFICIAL, zones=["city"], version=1)
    assert list_accounts(store, OPERATOR)[0].role == Role.PLANNER


def test_doing_again_what_is_done_leaves_no_second_trace(store: Store) -> None:
    add_person(store, Role.VIEWER, "wang")
    for _time in range(2):
        set_access(store, OPERATOR, "wang", role=Role.PLANNER)
        disable_account(store, OPERATOR, "wang")
    for _time in range(2):
        enable_account(store, OPERATOR, "wang")
    deeds = [event.deed for event in account_history(store, OPERATOR)]
    assert deeds == [
        AccountEventKind.ENABLED,
        AccountEventKind.DISABLED,
        AccountEventKind.ACCESS_CHANGED,
        AccountEventKind.ADDED,
    ]


def test_the_history_says_who_changed_which_role_into_which(store: Store) -> None:
    chief = add_person(store, Role.ADMINISTRATOR, "chief")
    add_person(store, Role.VIEWER, "wang")
    set_access(store, chief, "wang", role=Role.OFFICIAL, zones=["park"])
    event = account_history(store, chief, account="wang", limit=1)[0]
    assert (event.who, event.detail) == ("chief", "viewer → official (park)")
    later = event.at + timedelta(seconds=1)
    assert account_history(store, chief, since=later) == []
    assert len(account_history(store, chief, until=later)) == 3


def test_the_last_administrator_cannot_be_shut_out(store: Store) -> None:
    chief = add_person(store, Role.ADMINISTRATOR, "chief")
    with pytest.raises(RefusedInputError, match="last administrator"):
        disable_account(store, chief, "chief")
    with pytest.raises(RefusedInputError, match="last administrator"):
        set_access(store, chief, "chief", role=Role.VIEWER)
    add_person(store, Role.ADMINISTRATOR, "deputy")
    assert disable_account(store, chief, "chief").disabled


@pytest.mark.parametrize(
    "deed",
    [
        lambda store: disable_account(store, OPERATOR, "nobody"),
        lambda store: set_password(store, OPERATOR, "nobody", "quite another phrase"),
        lambda store: sign_out_everywhere(store, OPERATOR, "nobody"),
    ],
)
def test_an_account_that_is_not_there_is_said_to_be_missing(store: Store, deed: Callable[[Store], object]) -> None:
    with pytest.raises(NotFoundError, match="nobody"):
        deed(store)


def test_a_visitor_has_no_password_to_change(store: Store) -> None:
    with pytest.raises(NotAllowedError):
        change_own_password(store, VISITOR, PASSWORD, "quite another phrase")


def test_everybody_may_read_what_was_done_with_their_own_account(store: Store) -> None:
    viewer = add_person(store, Role.VIEWER, "wang")
    assert [event.deed for event in account_history(store, viewer, account="wang")] == [AccountEventKind.ADDED]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Permission)
def test_a_role_may_do_its_own_deeds_and_no_other(store: Store, role: Role, deed: Permission) -> None:
    person = add_person(store, role)
    assert person.may(deed) == (deed in MAY[role])


def test_a_role_of_zones_holds_for_the_named_zones_and_those_under_them(store: Store) -> None:
    official, reviewer = add_person(store, Role.OFFICIAL), add_person(store, Role.REVIEWER)
    assert official.may(Permission.REPORT, "park")
    assert reviewer.may(Permission.REVIEW, "park")
    assert not reviewer.may(Permission.REVIEW, "city")
