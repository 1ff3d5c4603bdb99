"""Where the server listens, for which names and who gets in, read from TRACKER_* settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_network
from urllib.parse import urlsplit

from tracker.errors import Problem, RefusedInputError
from tracker.language import LANGUAGES, _, language_of
from tracker.services.accounts.access_settings import AccessSettings, read_access

DEFAULT_ADDRESS = "127.0.0.1"
DEFAULT_PORT = 8501
OWN_NAMES = ("localhost", "127.0.0.1", "::1")
#: The proxies that are believed when they say whom they ask for, whatever is set: those on this machine.
OWN_PROXIES = ("127.0.0.1", "::1")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, never bound to by default


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The address and port to listen on, the names the server answers to, who gets in, and the proxies believed."""

    address: str = DEFAULT_ADDRESS
    port: int = DEFAULT_PORT
    hosts: tuple[str, ...] = OWN_NAMES
    access: AccessSettings = field(default_factory=AccessSettings)
    proxies: tuple[str, ...] = OWN_PROXIES

    @property
    def public_url(self) -> str:
        """The address people type to reach the server."""
        return self.access.public_url or f"http://{self.shown_name}:{self.port}"

    @property
    def shown_name(self) -> str:
        """The name a person types to reach the server."""
        return "localhost" if self.address in (*OWN_NAMES, *EVERY_ADDRESS) else self.address


def read_settings(environment: Mapping[str, str]) -> ServerSettings:
    """Read TRACKER_ADDRESS, TRACKER_PORT, TRACKER_HOSTS (names separated by commas), who gets in, and the proxies.

    Raises:
        RefusedInputError: where a setting cannot be read, or others are let in without being let in on purpose.
    """
    _check_language(environment.get("TRACKER_LANGUAGE", ""))
    port = _port(environment.get("TRACKER_PORT", ""))
    address = environment.get("TRACKER_ADDRESS", "").strip() or DEFAULT_ADDRESS
    named = [name.strip() for name in environment.get("TRACKER_HOSTS", "").split(",") if name.strip()]
    own = () if address in EVERY_ADDRESS else (address,)
    access = read_access(environment, local=address in OWN_NAMES)
    public = urlsplit(access.public_url).hostname
    hosts = tuple(dict.fromkeys((*OWN_NAMES, *own, *([public] if public else []), *named)))
    proxies = _proxies(environment.get("TRACKER_TRUSTED_PROXIES", ""))
    return ServerSettings(address=address, port=port, hosts=hosts, access=access, proxies=proxies)


def _check_language(text: str) -> None:
    if text.strip() and language_of(text) is None:
        right = " / ".join(LANGUAGES)
        raise RefusedInputError([Problem(_("TRACKER_LANGUAGE is no language of the pages"), seen=text, right=right)])


def _proxies(text: str) -> tuple[str, ...]:
    """Read the addresses and networks of proxies; nobody is believed from everywhere."""
    items = [item.strip() for item in text.split(",") if item.strip()]
    for item in items:
        try:
            everywhere = ip_network(item).prefixlen == 0
        except ValueError:
            everywhere = True
        if everywhere:
            wrong, right = _("TRACKER_TRUSTED_PROXIES names no proxy"), "10.0.0.3, 10.1.0.0/16"
            raise RefusedInputError([Problem(wrong, seen=item, right=right)])
    return tuple(dict.fromkeys((*OWN_PROXIES, *items)))


def _port(text: str) -> int:
    if not text.strip():
        return DEFAULT_PORT
    # Digits of other scripts would pass isdigit alone.
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise RefusedInputError(
            [Problem(_("TRACKER_PORT is no port"), seen=text, right=_("a whole number from 1 to 65535"))]
        )
    return int(text)
