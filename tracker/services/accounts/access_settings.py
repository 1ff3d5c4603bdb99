"""Who gets in, as TRACKER_* settings say: the open display, the public address, the identity provider."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.errors import Problem, RefusedInputError
from tracker.language import _, listed
from tracker.services.sources.documents import safe_link

_WORDS = {"yes": True, "no": False}
_PROVIDER = (
    "TRACKER_OIDC_ISSUER",
    "TRACKER_OIDC_CLIENT_ID",
    "TRACKER_OIDC_CLIENT_SECRET",
    "TRACKER_OIDC_COOKIE_SECRET",
)
_SHORTEST_SECRET = 32


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider and how this product is known there."""

    issuer: str
    client_id: str
    client_secret: str
    cookie_secret: str

    @property
    def metadata_address(self) -> str:
        """Where the provider describes itself."""
        return f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class AccessSettings:
    """Whether the display is open to visitors, the address people type, and the identity provider if there is one."""

    open_display: bool = True
    public_url: str = ""
    provider: Provider | None = None

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that a cookie must not travel otherwise."""
        return self.public_url.startswith("https://")


def read_access(environment: Mapping[str, str], *, local: bool = True) -> AccessSettings:
    """Read TRACKER_OPEN_DISPLAY, TRACKER_PUBLIC_URL and TRACKER_OIDC_*.

    `local` says that only this machine can reach the server. Raises RefusedInputError where a setting cannot be
    read, or others can reach the server and nobody said whether the display is open to them.
    """
    given = {name: text.strip() for name, text in environment.items() if name.startswith("TRACKER_")}
    return AccessSettings(_open_display(given, local=local), _public_url(given), _provider(given))


def _open_display(given: Mapping[str, str], *, local: bool) -> bool:
    setting = given.get("TRACKER_OPEN_DISPLAY", "").lower()
    if not setting and local:
        return True
    if setting in _WORDS:
        return _WORDS[setting]
    wrong = _("TRACKER_OPEN_DISPLAY does not say whether people may look without signing in")
    raise RefusedInputError([Problem(wrong, seen=setting or _("nothing"), right=_("yes or no"))])


def _public_url(given: Mapping[str, str]) -> str:
    setting = given.get("TRACKER_PUBLIC_URL", "").rstrip("/")
    if setting and not safe_link(setting):
        right = "https://plans.example.org"
        raise RefusedInputError([Problem(_("TRACKER_PUBLIC_URL is no web address"), seen=setting, right=right)])
    return setting


def _provider(given: Mapping[str, str]) -> Provider | None:
    settings = [given.get(name, "") for name in _PROVIDER]
    if not any(settings):
        return None
    missing = [name for name, text in zip(_PROVIDER, settings, strict=True) if not text]
    if missing:
        wrong = _("the identity provider is set in part: {missing} is missing").format(missing=listed(missing))
        raise RefusedInputError([Problem(wrong, right=_("all four settings, or none"))])
    if len(settings[3]) < _SHORTEST_SECRET:
        right = _("{count} random characters or more").format(count=_SHORTEST_SECRET)
        raise RefusedInputError([Problem(_("TRACKER_OIDC_COOKIE_SECRET is too short"), right=right)])
    return Provider(*settings)
