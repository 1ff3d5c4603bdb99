"""Where the server listens and for which names, read from TRACKER_* settings."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.errors import Problem, RefusedInputError
from tracker.language import _

DEFAULT_ADDRESS = "127.0.0.1"
DEFAULT_PORT = 8501
OWN_NAMES = ("localhost", "127.0.0.1", "::1")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, never bound to by default


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The address and port to listen on, and the host names the server answers to."""

    address: str = DEFAULT_ADDRESS
    port: int = DEFAULT_PORT
    hosts: tuple[str, ...] = OWN_NAMES

    @property
    def shown_name(self) -> str:
        """The name a person types to reach the server."""
        return "localhost" if self.address in (*OWN_NAMES, *EVERY_ADDRESS) else self.address


def read_settings(environment: Mapping[str, str]) -> ServerSettings:
    """Read TRACKER_ADDRESS, TRACKER_PORT and TRACKER_HOSTS (names separated by commas).

    Raises:
        RefusedInputError: where the port is none.
    """
    address = environment.get("TRACKER_ADDRESS", "").strip() or DEFAULT_ADDRESS
    named = [name.strip() for name in environment.get("TRACKER_HOSTS", "").split(",") if name.strip()]
    own = () if address in EVERY_ADDRESS else (address,)
    hosts = tuple(dict.fromkeys((*OWN_NAMES, *own, *named)))
    return ServerSettings(address=address, port=_port(environment.get("TRACKER_PORT", "")), hosts=hosts)


def _port(text: str) -> int:
    if not text.strip():
        return DEFAULT_PORT
    # Digits of other scripts would pass isdigit alone.
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise RefusedInputError(
            [Problem(_("TRACKER_PORT is no port"), seen=text, right=_("a whole number from 1 to 65535"))]
        )
    return int(text)
