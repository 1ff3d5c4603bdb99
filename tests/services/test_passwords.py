"""Passwords that may be set, and those anybody would guess."""

import pytest

from tracker.errors import RefusedInputError
from tracker.services.passwords import checked_password, hash_password, is_password


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
    ],
)
def test_a_password_that_anybody_would_guess_is_refused_without_repeating_it(password: str, wrong: str) -> None:
    with pytest.raises(RefusedInputError, match=wrong) as refused:
        checked_password(password, "li.wei@example.org")
    assert password not in str(refused.value)


@pytest.mark.parametrize("password", ["tea with the mayor", "九州通衢，一日看尽长安花了", "x9!Kq2#vTz8&"])
def test_a_password_of_twelve_characters_nobody_would_guess_may_be_set(password: str) -> None:
    assert checked_password(password, "li") == password


def test_a_password_is_kept_as_an_argon2id_hash_that_differs_every_time() -> None:
    first, second = hash_password("tea with the mayor"), hash_password("tea with the mayor")
    assert first.startswith("$argon2id$")
    assert first != second
    assert is_password(first, "tea with the mayor")
    assert not is_password(first, "tea with the Mayor")


def test_nobody_gets_in_where_no_password_is_kept() -> None:
    assert not is_password(None, "the password of nobody")
    assert not is_password("not a hash", "tea with the mayor")
