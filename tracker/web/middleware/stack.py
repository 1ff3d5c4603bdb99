"""The middleware of the server, from the outside in."""

from collections.abc import Collection, Sequence
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from tracker.web.access.access import Guard
from tracker.web.access.back_after_sign_in import Returning
from tracker.web.access.cookies import SecureCookies
from tracker.web.access.identity import Identity, ReadClaims, no_claims
from tracker.web.media import Media, OwnersOf, no_owners
from tracker.web.middleware.blocked_routes import ClosedRoutes
from tracker.web.middleware.compressed_assets import CompressedAssets
from tracker.web.middleware.content_policy import content_policy
from tracker.web.middleware.request_language import Speaking
from tracker.web.middleware.security_headers import SecurityHeaders
from tracker.web.middleware.store_failures import StoreFailures
from tracker.web.uploads import Held, Uploads, nothing_held


def middleware_stack(
    screen: Path,
    hosts: Sequence[str],
    *,
    open_display: bool = True,
    pages: Collection[str] = (),
    claims: ReadClaims = no_claims,
    owners_of: OwnersOf = no_owners,
    held: Held = nothing_held,
    secure: bool = False,
    public_url: str = "",
) -> list[Middleware]:
    """Return the middleware for a screen kept in a folder with index.html and static/, answering to the hosts.

    `pages` are the addresses of the screen's pages, `claims` reads what an identity provider says of a visitor,
    `owners_of` says for whom the screen made a file, `held` which files it was handed, and
    `secure` keeps browsers and cookies to https. `public_url` is the address that people type.
    """
    policy = content_policy((screen / "index.html").read_text(encoding="utf-8"))
    return [
        Middleware(SecurityHeaders, policy=policy, secure=secure),
        *([Middleware(SecureCookies)] if secure else []),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        Middleware(Speaking),
        Middleware(StoreFailures, pages=pages),
        Middleware(ClosedRoutes),
        Middleware(Returning),
        Middleware(Identity, claims=claims, public_url=public_url),
        Middleware(Guard, open_display=open_display, pages=pages),
        Middleware(Media, owners_of=owners_of),
        Middleware(Uploads, held=held),
        Middleware(CompressedAssets, folder=screen / "static"),
    ]
