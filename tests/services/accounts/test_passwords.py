"""Passwords that may be set, and those anybody would guess."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tracker.errors import RefusedInputError
from tracker.services.accounts import passwords
from tracker.services.accounts.passwords import checked_password, hash_password, is_password


@pytest.mark.parametrize(
    ("password", "wrong"),
    [
        ("elevenchars", "too short"),
        ("x" * 201, "too long"),
        ("my-li.wei-phrase", "account's name"),
        ("LI.WEI@example.org!", "account's name"),
        ("aaaaaaaaaaaaaa", "repeats"),
        ("abcabcabcabcabc", "repeats"),
        ("12121212121212", "repeats"),
        ("abcdefghijklmn", "counts up"),
        ("Zyxwvutsrqponm", "counts up"),
        ("23456789012345", "counts up"),
        ("qwertyuiopasdf", "counts up"),
        ("Password123456", "commonest"),
        ("correct horse battery staple", "commonest"),
        ("WOAINI5201314", "commonest"),
        ("Sunshine-2024!", "commonest"),
        ("5un$h1ne202424", "commonest"),
        ("!!liverpool1892!!", "commonest"),
        ("P4$$w0rd20242024", "commonest"),
        ("dragondragon", "repeats"),
        ("tea with Wei Zhang", "person's name"),
        ("tea with zh4n9 san", "person's name"),
        ("tea with ｚｈａｎｇ san", "person's name"),
        ("明天和王小伟喝茶九州通衢", "person's name"),
        ("my Plan Tracker now", "product's name"),
        ("7r4ck3r of all goals", "product's name"),
        ("我的规划目标跟踪系统密码", "product's name"),
    ],
)
def test_a_password_that_anybody_would_guess_is_refused_without_repeating_it(password: str, wrong: str) -> None:
    with pytest.raises(RefusedInputError, match=wrong) as refused:
        checked_password(password, "li.wei@example.org", "王小伟 Zhang")
    assert password not in str(refused.value)


@pytest.mark.parametrize("password", ["tea with the mayor", "九州通衢，一日看尽长安花了", "x9!Kq2#vTz8&"])
def test_a_password_of_twelve_characters_nobody_would_guess_may_be_set(password: str) -> None:
    assert checked_password(password, "li", "Li Wei") == password


def test_the_list_holds_ten_thousand_common_passwords_and_none_of_them_may_be_set() -> None:
    kept = Path(passwords.__file__).with_name("common_passwords.txt").read_text(encoding="utf-8").splitlines()
    assert len(set(kept)) >= 10_000
    assert kept[:2] == ["123456", "password"]
    long = [password for password in kept if len(password) >= passwords.SHORTEST]
    assert len(long) > 800
    for password in long:
        for typed in (password, password.upper(), password.replace("a", "@").replace("o", "0")):
            with pytest.raises(RefusedInputError):
                checked_password(typed, "li")


def test_half_a_character_from_a_client_of_its_own_is_no_error() -> None:
    assert is_password(hash_password("tea with the \ud800 mayor"), "tea with the \ud800 mayor")
    assert not is_password(None, "\udfff")


def test_a_password_is_kept_as_an_argon2id_hash_that_differs_every_time() -> None:
    first, second = hash_password("tea with the mayor"), hash_password("tea with the mayor")
    assert first.startswith("$argon2id$")
    assert first != second
    assert is_password(first, "tea with the mayor")
    assert not is_password(first, "tea with the Mayor")


@pytest.mark.parametrize(
    "password", ["  tea with the Café's mayor ", "x" * 188 + "tea with all", "九州通衢，一日看尽长安花了"]
)
def test_a_password_is_compared_as_it_was_typed(password: str) -> None:
    kept = hash_password(checked_password(password, "li"))
    assert is_password(kept, password)
    others = {password[:-1], password + " ", password + "x", password.upper(), normalize("NFD", password)}
    for other in (others | {password.strip(), normalize("NFKC", password)}) - {password}:
        assert not is_password(kept, other)


def test_nobody_gets_in_where_no_password_is_kept() -> None:
    assert not is_password(None, "the password of nobody")
    assert not is_password("not a hash", "tea with the mayor")
