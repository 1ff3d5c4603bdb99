"""Guessing of passwords: bounded however it is spread, and never a way to keep anybody else out."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.people import PASSWORD, add_person, people_store, person_of
from tests.store.conftest import Calendar
from tracker.domain.people.accounts import AccountEventKind
from tracker.domain.people.roles import Person, Role
from tracker.errors import NotAllowedError, NotFoundError, TrackerError
from tracker.services.accounts import passwords
from tracker.services.accounts import sign_in as signing
from tracker.services.accounts.account_keeping import OPERATOR, account_history, disable_account, enable_account
from tracker.services.accounts.account_passwords import (
    change_own_password,
    set_password,
    sign_out_everywhere,
    unlock_account,
)
from tracker.services.accounts.guessing import ACCOUNT, ADDRESS, COUNTED, KNOWN, PAIR, network_of, remember_browser
from tracker.services.accounts.passwords import BusyError
from tracker.services.accounts.sessions import hash_of_token
from tracker.services.accounts.sign_in import SignInRefusedError, SlowedDownError, Visit, sign_in
from tracker.store import Store

LI, HE = "li@example.org", "he@example.org"
WRONG = "not the password"
HOME, OFFICE, ELSEWHERE = Visit("10.0.0.1"), Visit("10.0.0.2"), Visit("203.0.113.9")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    with people_store(tmp_path, calendar) as opened:
        for name in (LI, HE):
            add_person(opened, Role.VIEWER, name, password=PASSWORD)
        yield opened


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Check passwords in no time, and list those that were checked."""
    checked: list[str] = []

    def is_password(kept: str | None, password: str) -> bool:
        checked.append(password)
        return kept is not None and password == PASSWORD

    monkeypatch.setattr(signing, "is_password", is_password)
    return checked


def _tried(store: Store, visit: Visit, name: str = LI, password: str = WRONG) -> str:
    """Try to sign in and say how it went."""
    try:
        sign_in(store, name, password, visit)
    except SignInRefusedError:
        return "wrong"
    except SlowedDownError:
        return "slowed"
    return "in"


def _guess(store: Store, times: int, visit: Visit, name: str = LI) -> list[str]:
    return [_tried(store, visit, name) for _time in range(times)]


def _known(store: Store, name: str = LI, visit: Visit = HOME) -> str:
    """Sign in, and give the cookie by which the browser is known from then on."""
    token = sign_in(store, name, PASSWORD, visit)
    return remember_browser(store, hash_of_token(token), visit.browser)


def _from_everywhere(store: Store, times: int, name: str = LI) -> list[str]:
    return [
        _tried(store, Visit(f"198.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"), name)
        for number in range(times)
    ]


def test_the_wait_grows_with_every_failure_up_to_its_longest() -> None:
    waits = [PAIR.wait(count).total_seconds() for count in range(4, 14)]
    assert waits == [0, 15, 30, 60, 120, 240, 480, 900, 900, 900]
    assert PAIR.wait(1_000_000) == PAIR.longest


@pytest.mark.usefixtures("quick")
def test_failures_elsewhere_keep_nobody_out(store: Store) -> None:
    assert _guess(store, 6, ELSEWHERE) == ["wrong"] * 5 + ["slowed"]
    assert _tried(store, ELSEWHERE, password=PASSWORD) == "slowed"
    assert _tried(store, HOME, password=PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
def test_failures_of_one_account_leave_the_others_of_an_office_alone(store: Store) -> None:
    assert _guess(store, 6, OFFICE)[-1] == "slowed"
    assert _tried(store, OFFICE, HE, PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
def test_an_attempt_that_came_too_early_makes_nobody_wait_longer(store: Store, calendar: Calendar) -> None:
    _guess(store, 5, HOME)
    for _second in range(14):
        calendar.now += timedelta(seconds=1)
        assert _tried(store, HOME, password=PASSWORD) == "slowed"
    calendar.now += timedelta(seconds=1)
    assert _tried(store, HOME, password=PASSWORD) == "in"
    assert _guess(store, 6, HOME) == ["wrong"] * 5 + ["slowed"]


@pytest.mark.usefixtures("quick")
def test_a_clock_that_is_set_back_shuts_nobody_out(store: Store, calendar: Calendar) -> None:
    _guess(store, 5, HOME)
    calendar.now -= timedelta(days=300)
    with pytest.raises(SlowedDownError) as refused:
        sign_in(store, LI, PASSWORD, HOME)
    assert refused.value.wait <= PAIR.longest


def test_one_address_makes_no_more_than_a_hundred_guesses_a_day_at_an_account(
    store: Store, calendar: Calendar, quick: list[str]
) -> None:
    end = calendar.now + COUNTED
    while calendar.now < end:
        _tried(store, ELSEWHERE)
        calendar.now += timedelta(minutes=5)
    assert 50 < len(quick) < 110


def test_hundreds_of_addresses_make_hardly_more_guesses_at_an_account_than_are_free(
    store: Store, quick: list[str]
) -> None:
    answers = _from_everywhere(store, 200)
    assert len(quick) == ACCOUNT.free
    assert answers.count("slowed") == 200 - ACCOUNT.free


@pytest.mark.usefixtures("quick")
def test_while_thousands_guess_the_owner_gets_in_from_a_known_browser_a_known_network_or_a_minute_later(
    store: Store, calendar: Calendar
) -> None:
    cookie = _known(store)
    _from_everywhere(store, 120)
    assert _tried(store, ELSEWHERE, password=PASSWORD) == "slowed"
    assert _tried(store, Visit("192.0.2.7", browser=cookie), password=PASSWORD) == "in"
    assert _tried(store, HOME, password=PASSWORD) == "in"
    calendar.now += ACCOUNT.longest
    assert _tried(store, ELSEWHERE, password=PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("address", ["203.0.113.9", "2001:db8:1:2::9"])
def test_one_address_that_goes_through_many_names_is_slowed_down(store: Store, address: str) -> None:
    answers = [_tried(store, Visit(address), f"guess-{number}") for number in range(60)]
    assert answers == ["wrong"] * ADDRESS.free + ["slowed"] * (60 - ADDRESS.free)
    assert _tried(store, Visit(address), password=PASSWORD) == "slowed"
    assert _tried(store, HOME, password=PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
def test_the_addresses_of_one_network_count_as_one(store: Store) -> None:
    addresses = [Visit(f"2001:db8:1:2::{number:x}") for number in range(7)]
    assert [_tried(store, visit) for visit in addresses] == ["wrong"] * 5 + ["slowed"] * 2
    assert _tried(store, Visit("2001:db8:1:3::1")) == "wrong"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("testclient", "testclient"),
    ],
)
def test_an_address_is_counted_by_its_network(address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.usefixtures("quick")
def test_a_known_browser_is_let_through_where_its_own_office_is_slowed_down(store: Store) -> None:
    cookie = _known(store, visit=OFFICE)
    _guess(store, 6, OFFICE)
    assert _tried(store, OFFICE, password=PASSWORD) == "slowed"
    assert _tried(store, Visit(OFFICE.address, browser=cookie), password=PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
def test_a_stolen_cookie_of_a_browser_gives_five_guesses_and_keeps_the_owner_out_nowhere(store: Store) -> None:
    cookie = _known(store)
    thief = Visit(ELSEWHERE.address, browser=cookie)
    # Five as the browser, five as the stranger that the thief is as well.
    assert _guess(store, 12, thief) == ["wrong"] * 10 + ["slowed"] * 2
    assert _tried(store, Visit(HOME.address, browser=cookie), password=PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
def test_a_cookie_of_another_account_gives_nothing(store: Store) -> None:
    cookie = _known(store, HE, ELSEWHERE)
    _guess(store, 5, ELSEWHERE)
    for forged in (cookie, f"{cookie}.{cookie}", "x" * 100_000, "....", "\ud800"):
        assert _tried(store, Visit(ELSEWHERE.address, browser=forged), password=PASSWORD) == "slowed"


@pytest.mark.usefixtures("quick")
def test_a_copy_of_a_cookie_is_worth_nothing_once_its_browser_has_signed_in_again(store: Store) -> None:
    copied = _known(store)
    _known(store, visit=Visit(HOME.address, browser=copied))
    _guess(store, 5, ELSEWHERE)
    assert _tried(store, Visit(ELSEWHERE.address, browser=copied), password=PASSWORD) == "slowed"


@pytest.mark.usefixtures("quick")
def test_a_browser_of_several_people_is_known_to_each(store: Store) -> None:
    cookie = _known(store, HE, Visit(OFFICE.address, browser=_known(store, LI, OFFICE)))
    for name in (LI, HE):
        _guess(store, 5, OFFICE, name)
        assert _tried(store, Visit(OFFICE.address, browser=cookie), name, PASSWORD) == "in"


def _set_by(store: Store, person: Person, name: str) -> None:
    set_password(store, person, name, "quite another phrase")


def _set(store: Store) -> None:
    set_password(store, OPERATOR, LI, "quite another phrase")


def _change(store: Store) -> None:
    person = person_of(store, sign_in(store, LI, PASSWORD, HOME))
    assert person is not None
    change_own_password(store, person, PASSWORD, "quite another phrase")


def _disable(store: Store) -> None:
    disable_account(store, OPERATOR, LI)
    enable_account(store, OPERATOR, LI)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("deed", [_set, _change, _disable, lambda store: sign_out_everywhere(store, OPERATOR, LI)])
def test_no_browser_is_known_after_the_password_changed_or_everything_was_signed_out(
    store: Store, calendar: Calendar, deed: Callable[[Store], None]
) -> None:
    cookie = _known(store)
    deed(store)
    calendar.now += timedelta(seconds=1)
    _guess(store, 5, ELSEWHERE)
    assert _tried(store, Visit(ELSEWHERE.address, browser=cookie)) == "slowed"


@pytest.mark.usefixtures("quick")
def test_a_browser_not_used_for_long_is_forgotten(store: Store, calendar: Calendar) -> None:
    cookie = _known(store)
    calendar.now += KNOWN + timedelta(seconds=1)
    _guess(store, 5, ELSEWHERE)
    assert _tried(store, Visit(ELSEWHERE.address, browser=cookie), password=PASSWORD) == "slowed"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("release", [unlock_account, _set_by])
def test_an_administrator_releases_an_account_at_once_however_it_was_slowed_down(
    store: Store, release: Callable[[Store, Person, str], None]
) -> None:
    _from_everywhere(store, 120)
    _guess(store, 60, ELSEWHERE, HE)
    assert _tried(store, ELSEWHERE, password=PASSWORD) == "slowed"
    release(store, OPERATOR, LI)
    assert _tried(store, ELSEWHERE, password=PASSWORD) == "in"


@pytest.mark.usefixtures("quick")
def test_a_release_gives_the_guesser_no_more_than_the_free_failures_of_each_address(
    store: Store, calendar: Calendar
) -> None:
    _guess(store, 6, ELSEWHERE)
    unlock_account(store, OPERATOR, LI)
    calendar.now += timedelta(seconds=1)
    assert _guess(store, 7, ELSEWHERE) == ["wrong"] * 5 + ["slowed"] * 2


def test_only_an_administrator_releases_and_the_history_tells(store: Store) -> None:
    with pytest.raises(NotAllowedError):
        unlock_account(store, add_person(store, Role.PLANNER), LI)
    with pytest.raises(NotFoundError):
        unlock_account(store, OPERATOR, "nobody")
    unlock_account(store, OPERATOR, LI)
    assert account_history(store, OPERATOR)[0].deed == AccountEventKind.UNLOCKED


@pytest.mark.usefixtures("quick")
def test_a_guesser_does_not_fill_the_history(store: Store) -> None:
    before = len(account_history(store, OPERATOR))
    _from_everywhere(store, 150)
    _guess(store, 100, ELSEWHERE)
    assert len(account_history(store, OPERATOR)) - before <= ACCOUNT.free + 1


@pytest.mark.usefixtures("quick")
def test_an_unknown_name_is_answered_like_a_known_one_from_the_first_to_the_last_failure(store: Store) -> None:
    assert _guess(store, 8, ELSEWHERE, "nobody") == _guess(store, 8, OFFICE, LI)
    assert _from_everywhere(store, 105, "another") == _from_everywhere(store, 105, HE)


def test_guesses_made_at_once_are_no_more_than_those_made_one_by_one(store: Store, quick: list[str]) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _number: _outcome(store), range(60)))
    assert answers.count("wrong") == len(quick) <= PAIR.free
    assert set(answers) <= {"wrong", "slowed", "busy"}


def _outcome(store: Store) -> str:
    try:
        return _tried(store, ELSEWHERE)
    except BusyError:
        return "busy"


def test_a_flood_of_strangers_is_sent_away_at_once_and_keeps_out_nobody_who_is_known(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie, busy, free, checks = _known(store), Event(), Event(), []

    def slow(kept: str | None, password: str) -> bool:
        if password == PASSWORD:
            return True
        checks.append(password)
        busy.set()
        return free.wait(20) and False

    monkeypatch.setattr(signing, "is_password", slow)
    with ThreadPoolExecutor(40) as pool:
        flood = [pool.submit(_flooding, store, number) for number in range(40)]
        assert busy.wait(10)
        assert sign_in(store, LI, PASSWORD, Visit("192.0.2.7", browser=cookie))
        assert len(checks) == 1, "one stranger's password is checked at a time"
        free.set()
        answers = [one.result() for one in flood]
    assert answers.count("busy") >= 30
    assert answers.count("wrong") <= 10


def _flooding(store: Store, number: int) -> str:
    try:
        return _tried(store, Visit(f"198.51.100.{number}"), f"guess-{number}")
    except BusyError:
        return "busy"


def test_who_is_sent_away_because_the_server_is_busy_has_failed_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_PATIENCE", 0.01)
    with passwords.checking(known=False):
        for _time in range(7):
            with pytest.raises(TrackerError, match="Too many people are signing in"):
                sign_in(store, LI, PASSWORD, HOME)
    assert sign_in(store, LI, PASSWORD, HOME)


@pytest.mark.usefixtures("quick")
def test_others_who_guess_do_not_keep_a_person_from_changing_the_password(store: Store) -> None:
    token = sign_in(store, LI, PASSWORD, OFFICE)
    person = person_of(store, token)
    assert person is not None
    _from_everywhere(store, 120)
    _guess(store, 6, OFFICE)
    change = {"visit": OFFICE, "session": hash_of_token(token)}
    for _time in range(4):
        with pytest.raises(SignInRefusedError):
            change_own_password(store, person, "a guess of a thief", "quite another phrase", **change)  # type: ignore[arg-type]
    change_own_password(store, person, PASSWORD, "quite another phrase", **change)  # type: ignore[arg-type]
