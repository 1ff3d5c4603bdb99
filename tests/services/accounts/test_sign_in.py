"""Signing in with a password: the same words for every failure, slower after five, sessions that end."""

from base64 import urlsafe_b64decode
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from tests.people import PASSWORD, add_person, people_store, person_of
from tests.store.conftest import Calendar
from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import Role
from tracker.services.accounts import passwords
from tracker.services.accounts import sign_in as signing
from tracker.services.accounts.account_keeping import (
    OPERATOR,
    account_history,
    disable_account,
    enable_account,
    set_access,
)
from tracker.services.accounts.account_passwords import change_own_password, set_password, sign_out_everywhere
from tracker.services.accounts.sessions import hash_of_token, new_token, person_of_session, sign_out
from tracker.services.accounts.sign_in import SignInRefusedError, Visit, sign_in
from tracker.store import Store, verify

HOME, CAFE = Visit("10.0.0.1", "a browser"), Visit("10.0.0.2", "another")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    with people_store(tmp_path, calendar) as opened:
        add_person(opened, Role.OFFICIAL, "li@example.org", password=PASSWORD)
        yield opened


def _deeds(store: Store, account: str | None = None) -> list[AccountEventKind]:
    return [event.deed for event in account_history(store, OPERATOR, account=account)]


def _fail(store: Store, times: int, name: str = "li@example.org", visit: Visit = HOME) -> None:
    for _time in range(times):
        with pytest.raises(SignInRefusedError):
            sign_in(store, name, "not the password", visit)


def test_the_right_password_begins_a_session_of_the_person_with_the_zones_under_theirs(store: Store) -> None:
    token = sign_in(store, " Li@Example.org ", PASSWORD, HOME)
    person = person_of(store, token)
    assert person is not None
    assert (person.account, person.role, person.zones) == ("li@example.org", Role.OFFICIAL, frozenset({"city", "park"}))
    assert _deeds(store)[0] == AccountEventKind.SIGNED_IN


def test_neither_token_nor_password_is_anywhere_in_the_store(store: Store) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    _fail(store, 1)
    with store.read() as connection:
        tables = ("accounts", "sessions", "account_events", "sign_in_attempts")
        kept = str([connection.execute(text(f"SELECT * FROM {table}")).all() for table in tables])
    assert token not in kept
    assert PASSWORD not in kept
    assert "not the password" not in kept
    assert hash_of_token(token) in kept


def test_a_token_is_made_for_each_session_of_256_random_bits() -> None:
    tokens = [new_token() for _session in range(1_000)]
    assert {len(urlsafe_b64decode(token + "=")) for token in tokens} == {32}
    assert len(set(tokens)) == 1_000
    for place in range(42):
        # A letter is missing from a place of a thousand random ones once in 7 million.
        assert len({token[place] for token in tokens}) == 64


def test_every_failure_is_answered_in_the_same_words(store: Store) -> None:
    add_person(store, Role.VIEWER, "vouched")
    said = set()
    names = ("li@example.org", "nobody@example.org", "vouched", "no name at all; DROP TABLE", "\ud800", "")
    for place, name in enumerate(names):
        with pytest.raises(SignInRefusedError) as refused:
            sign_in(store, name, "not the password", Visit(f"10.0.0.{place}"))
        said.add(str(refused.value))
    assert said == {"The name or the password is wrong."}


def test_an_unknown_name_costs_a_check_like_a_known_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    class Counting:
        hash = passwords._hasher.hash

        def verify(self, kept: str, password: str) -> bool:
            checked.append(kept)
            return PasswordHasher().verify(kept, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    _fail(store, 1, "nobody@example.org")
    _fail(store, 1)
    assert len(checked) == 2
    assert all(kept.startswith("$argon2id$") for kept in checked)


def test_what_is_typed_as_an_unknown_name_is_not_kept_because_it_may_be_a_password(store: Store) -> None:
    _fail(store, 1, PASSWORD)
    assert account_history(store, OPERATOR)[0].account == "?"


def test_who_gets_it_right_is_forgiven_the_failures_before(store: Store) -> None:
    for _round in range(3):
        _fail(store, 4)
        assert sign_in(store, "li@example.org", PASSWORD, HOME)


def test_a_session_ends_after_eight_idle_hours(store: Store, calendar: Calendar) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    calendar.now += timedelta(hours=7)
    assert person_of(store, token) is not None
    calendar.now += timedelta(hours=7)
    assert person_of(store, token) is not None
    calendar.now += timedelta(hours=8, minutes=1)
    assert person_of(store, token) is None


def test_a_page_does_not_wait_for_a_store_that_is_being_written(store: Store, calendar: Calendar) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    calendar.now += timedelta(hours=1)
    with store.write():
        begun = monotonic()
        assert person_of(store, token) is not None
        assert person_of(store, token) is not None
        assert monotonic() - begun < 5


def test_a_session_ends_after_seven_days_however_busy(store: Store, calendar: Calendar) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    for _time in range(7 * 4):
        calendar.now += timedelta(hours=6)
        assert person_of(store, token) is not None
    calendar.now += timedelta(minutes=1)
    assert person_of(store, token) is None


def test_signing_out_ends_this_session_alone(store: Store) -> None:
    here, there = (sign_in(store, "li@example.org", PASSWORD, HOME) for _place in range(2))
    sign_out(store, hash_of_token(here), address="10.0.0.1")
    sign_out(store, hash_of_token(here))
    sign_out(store, hash_of_token("no such token"))
    assert person_of(store, here) is None
    assert person_of(store, there) is not None
    assert _deeds(store).count(AccountEventKind.SIGNED_OUT) == 1


def test_a_disabled_account_is_out_at_once_and_gets_no_further(store: Store) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    disable_account(store, OPERATOR, "li@example.org")
    assert person_of(store, token) is None
    _fail_with_right_password(store)
    enable_account(store, OPERATOR, "li@example.org")
    assert person_of(store, token) is None
    assert sign_in(store, "li@example.org", PASSWORD, HOME)


def _fail_with_right_password(store: Store) -> None:
    with pytest.raises(SignInRefusedError):
        sign_in(store, "li@example.org", PASSWORD, HOME)


def test_an_account_disabled_while_its_password_is_checked_does_not_get_in(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow_check(kept: str | None, password: str) -> bool:
        disable_account(store, OPERATOR, "li@example.org")
        return True

    monkeypatch.setattr(signing, "is_password", slow_check)
    _fail_with_right_password(store)


def test_another_password_ends_every_session(store: Store) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    set_password(store, OPERATOR, "li@example.org", "quite another phrase")
    assert person_of(store, token) is None
    _fail_with_right_password(store)
    assert sign_in(store, "li@example.org", "quite another phrase", HOME)


def test_changing_ones_own_password_keeps_this_session_and_ends_the_others(store: Store) -> None:
    here, there = (sign_in(store, "li@example.org", PASSWORD, HOME) for _place in range(2))
    person = person_of(store, here)
    assert person is not None
    with pytest.raises(SignInRefusedError):
        change_own_password(store, person, "not the password", "quite another phrase")
    change_own_password(store, person, PASSWORD, "quite another phrase", session=hash_of_token(here))
    assert person_of_session(store, hash_of_token(here)) is not None
    assert person_of(store, there) is None


def test_signing_out_everywhere_ends_every_session(store: Store) -> None:
    tokens = [sign_in(store, "li@example.org", PASSWORD, HOME) for _place in range(2)]
    person = person_of(store, tokens[0])
    assert person is not None
    sign_out_everywhere(store, person, "li@example.org")
    assert [person_of(store, token) for token in tokens] == [None, None]


def test_another_role_holds_from_the_next_click_on(store: Store) -> None:
    token = sign_in(store, "li@example.org", PASSWORD, HOME)
    set_access(store, OPERATOR, "li@example.org", role=Role.VIEWER)
    person = person_of(store, token)
    assert person is not None
    assert (person.role, person.zones) == (Role.VIEWER, frozenset())


def test_signing_in_changes_neither_plans_nor_their_version(store: Store) -> None:
    before = store.version()
    sign_in(store, "li@example.org", PASSWORD, HOME)
    assert store.version() == before
    assert verify(store) == []
