"""Where the server listens, as TRACKER_* settings say."""

import pytest

from tracker.errors import RefusedInputError
from tracker.web.settings import read_settings


def test_without_settings_the_server_answers_this_machine_alone() -> None:
    settings = read_settings({})
    assert (settings.address, settings.port) == ("127.0.0.1", 8501)
    assert set(settings.hosts) == {"localhost", "127.0.0.1", "::1"}
    assert settings.shown_name == "localhost"


def test_another_address_is_listened_on_only_when_set_and_answers_to_its_own_name() -> None:
    told = {"TRACKER_ADDRESS": "10.0.0.7", "TRACKER_HOSTS": "plans.example, ,board.example"}
    settings = read_settings(told | {"TRACKER_OPEN_DISPLAY": "yes"})
    assert settings.address == "10.0.0.7"
    assert settings.hosts[-3:] == ("10.0.0.7", "plans.example", "board.example")
    assert settings.shown_name == "10.0.0.7"


def test_listening_everywhere_does_not_mean_answering_to_every_name() -> None:
    told = {"TRACKER_ADDRESS": "0.0.0.0", "TRACKER_OPEN_DISPLAY": "no"}  # noqa: S104 - the setting under test
    assert "0.0.0.0" not in read_settings(told).hosts  # noqa: S104 - the setting under test


@pytest.mark.parametrize("address", ["10.0.0.7", "0.0.0.0", "::"])  # noqa: S104 - the setting under test
def test_others_are_let_in_only_when_somebody_said_whether_they_may_look(address: str) -> None:
    with pytest.raises(RefusedInputError, match="TRACKER_OPEN_DISPLAY"):
        read_settings({"TRACKER_ADDRESS": address})
    assert not read_settings({"TRACKER_ADDRESS": address, "TRACKER_OPEN_DISPLAY": "no"}).access.open_display


def test_the_public_address_is_answered_to_and_shown() -> None:
    settings = read_settings({"TRACKER_PUBLIC_URL": "https://plans.example.org:8443/"})
    assert "plans.example.org" in settings.hosts
    assert settings.public_url == "https://plans.example.org:8443"
    assert read_settings({"TRACKER_PORT": "8600"}).public_url == "http://localhost:8600"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80.5", "٨٥٠١", "eighty"])
def test_a_port_that_is_none_is_refused_with_what_was_seen(port: str) -> None:
    with pytest.raises(RefusedInputError, match=f"seen: {port}"):
        read_settings({"TRACKER_PORT": port})


def test_a_port_may_be_chosen() -> None:
    assert read_settings({"TRACKER_PORT": "8600"}).port == 8600


def test_a_language_the_product_does_not_speak_is_refused() -> None:
    read_settings({"TRACKER_LANGUAGE": "zh-CN"})
    with pytest.raises(RefusedInputError, match="TRACKER_LANGUAGE"):
        read_settings({"TRACKER_LANGUAGE": "klingon"})


def test_proxies_of_this_machine_are_believed_and_others_when_they_are_named() -> None:
    assert read_settings({}).proxies == ("127.0.0.1", "::1")
    told = read_settings({"TRACKER_TRUSTED_PROXIES": "10.0.0.3, 10.1.0.0/16,"}).proxies
    assert told == ("127.0.0.1", "::1", "10.0.0.3", "10.1.0.0/16")


@pytest.mark.parametrize("proxies", ["*", "0.0.0.0/0", "::/0", "proxy.example", "10.0.0.3, 10.0.0.300"])
def test_nobody_is_believed_from_everywhere_or_by_name(proxies: str) -> None:
    with pytest.raises(RefusedInputError, match="TRACKER_TRUSTED_PROXIES"):
        read_settings({"TRACKER_TRUSTED_PROXIES": proxies})
