"""The middleware of the server, from the outside in."""

from collections.abc import Collection, Sequence
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.web.access.access_control import AccessControl
from tracker.web.access.back_after_sign_in import BackAfterSignIn
from tracker.web.access.identity import Identity, ReadClaims, SecureCookies, no_claims
from tracker.web.middleware.compressed_assets import CompressedAssets
from tracker.web.middleware.screen_files import Held, Media, OwnersOf, Uploads, no_owners, nothing_held
from tracker.web.middleware.security_headers import SecurityHeaders, content_policy
from tracker.web.request_language import RequestLanguage
from tracker.web.store_failures import StoreFailures

#: People sign out by the form at /sign-out; a link or a picture of a foreign page must not do it for them.
BLOCKED = ("/_stcore/metrics", "/_stcore/agent", "/auth/logout")


class BlockedRoutes:
    """Answers 404 under the closed routes and passes everything else through."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the route is closed."""
        path = scope.get("path", "").rstrip("/")
        closed = any(path == route or path.startswith(f"{route}/") for route in BLOCKED)
        if scope["type"] == "http" and closed:
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


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
        Middleware(RequestLanguage),
        Middleware(StoreFailures, pages=pages),
        Middleware(BlockedRoutes),
        Middleware(BackAfterSignIn),
        Middleware(Identity, claims=claims, public_url=public_url),
        Middleware(AccessControl, open_display=open_display, pages=pages),
        Middleware(Media, owners_of=owners_of),
        Middleware(Uploads, held=held),
        Middleware(CompressedAssets, folder=screen / "static"),
    ]
