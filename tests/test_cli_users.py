"""Accounts on the command line: what is printed, what is kept, and the exit status."""

import io
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.services.accounts.account_passwords import choose_first_password
from tracker.services.accounts.sessions import hash_of_token, person_of_session
from tracker.services.accounts.sign_in import SignInRefusedError, SlowedDownError, Visit, sign_in
from tracker.services.stores import open_store

PASSWORD = "a phrase nobody would guess"


@pytest.fixture
def address(tmp_path: Path) -> str:
    place = f"sqlite:///{tmp_path / 'tracker.db'}"
    assert main(["--database", place, "init", "--empty"]) == 0
    return place


def _user(address: str, *arguments: str) -> int:
    return main(["--database", address, "user", *arguments])


def _typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_an_account_is_added_listed_and_signs_in(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, PASSWORD)
    assert _user(address, "add", "Chief@Example.org", "--role", "administrator", "--name", "The chief") == 0
    assert _user(address, "list") == 0
    out = capsys.readouterr().out
    assert "The account chief@example.org was added." in out
    assert out.splitlines()[-1] == "chief@example.org\tThe chief\tadministrator"
    assert PASSWORD not in out
    store = open_store(address)
    session = hash_of_token(sign_in(store, "chief@example.org", PASSWORD, Visit()))
    choose_first_password(store, session, PASSWORD, "quite another phrase", Visit())
    assert person_of_session(store, session) is not None
    store.close()


def test_an_account_slowed_down_by_failures_is_released_at_once(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, PASSWORD)
    _user(address, "add", "wang", "--role", "viewer")
    store = open_store(address)
    for _time in range(5):
        with pytest.raises(SignInRefusedError):
            sign_in(store, "wang", "not the password", Visit())
    with pytest.raises(SlowedDownError):
        sign_in(store, "wang", PASSWORD, Visit())
    assert _user(address, "unlock", "wang") == 0
    assert "wang can try to sign in again at once." in capsys.readouterr().out
    assert sign_in(store, "wang", PASSWORD, Visit())
    store.close()


def test_an_account_without_a_password_asks_for_none(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _user(address, "add", "wang@example.org", "--role", "viewer", "--no-password") == 0


def test_another_password_holds_at_once(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _user(address, "add", "wang", "--role", "viewer", "--no-password")
    _typed(monkeypatch, "quite another phrase")
    assert _user(address, "password", "wang") == 0
    store = open_store(address)
    assert sign_in(store, "wang", "quite another phrase", Visit())
    store.close()


def test_a_disabled_account_is_listed_as_such(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    _user(address, "add", "wang", "--role", "viewer", "--no-password")
    assert _user(address, "disable", "wang") == 0
    assert _user(address, "list") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "wang\twang\tviewer\t\tdisabled"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["disable", "nobody"], "nobody"),
        (["unlock", "nobody"], "nobody"),
        (["add", "wang", "--role", "official", "--no-password"], "at least one zone"),
        (["add", "wang", "--role", "official", "--zone", "atlantis", "--no-password"], "atlantis"),
        (["add", "no name", "--role", "viewer", "--no-password"], "account name"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    address: str, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _user(address, *arguments) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["add", "wang"], ["add", "wang", "--role", "king"], ["drop", "wang"]])
def test_wrong_usage_is_told(address: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _user(address, *arguments) == 2
    assert "for help: python -m tracker user" in capsys.readouterr().err


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("again", "status"), [(PASSWORD, 0), ("a slip of the finger", 1)])
def test_on_a_terminal_the_password_is_asked_for_twice_unseen(
    address: str, monkeypatch: pytest.MonkeyPatch, again: str, status: int
) -> None:
    answers = iter([PASSWORD, again])
    monkeypatch.setattr("sys.stdin", _Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(answers))
    assert _user(address, "add", "wang", "--role", "viewer") == status
