"""Who gets in, as settings say; nothing is opened by accident."""

import pytest

from tracker.errors import RefusedInputError
from tracker.services.accounts.access_settings import read_access

OIDC = {
    "TRACKER_OIDC_ISSUER": "https://id.example.org/",
    "TRACKER_OIDC_CLIENT_ID": "tracker",
    "TRACKER_OIDC_CLIENT_SECRET": "hidden",
    "TRACKER_OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
}


def test_the_display_is_open_on_this_machine_alone_unless_told() -> None:
    assert read_access({}).open_display
    assert not read_access({"TRACKER_OPEN_DISPLAY": " No "}).open_display
    assert read_access({"TRACKER_OPEN_DISPLAY": "yes"}, local=False).open_display


@pytest.mark.parametrize("told", ["", "maybe", "1"])
def test_others_are_not_let_in_before_somebody_said_whether_they_may_look(told: str) -> None:
    with pytest.raises(RefusedInputError, match="TRACKER_OPEN_DISPLAY"):
        read_access({"TRACKER_OPEN_DISPLAY": told}, local=False)


def test_a_misspelt_word_is_no_answer_on_this_machine_either() -> None:
    with pytest.raises(RefusedInputError, match="seen: nope"):
        read_access({"TRACKER_OPEN_DISPLAY": "nope"})


@pytest.mark.parametrize(("url", "secure"), [("https://plans.example.org/", True), ("http://plans.example", False)])
def test_the_public_address_says_whether_the_cookie_keeps_to_https(url: str, secure: bool) -> None:
    assert read_access({"TRACKER_PUBLIC_URL": url}).secure == secure


def test_a_public_address_without_its_scheme_is_refused() -> None:
    with pytest.raises(RefusedInputError, match="TRACKER_PUBLIC_URL"):
        read_access({"TRACKER_PUBLIC_URL": "plans.example.org"})


def test_the_provider_is_read_from_its_four_settings() -> None:
    provider = read_access(OIDC).provider
    assert provider is not None
    assert provider.metadata_address == "https://id.example.org/.well-known/openid-configuration"
    assert read_access({}).provider is None


@pytest.mark.parametrize("missing", sorted(OIDC))
def test_a_provider_set_in_part_is_refused_and_the_missing_setting_named(missing: str) -> None:
    with pytest.raises(RefusedInputError, match=missing):
        read_access({name: text for name, text in OIDC.items() if name != missing})


def test_a_short_cookie_secret_is_refused_without_being_shown() -> None:
    with pytest.raises(RefusedInputError, match="too short") as refused:
        read_access(OIDC | {"TRACKER_OIDC_COOKIE_SECRET": "letmein"})
    assert "letmein" not in str(refused.value)
