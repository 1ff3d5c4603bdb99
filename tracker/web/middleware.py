"""The middleware of the server, from the outside in."""

from collections.abc import Sequence
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from tracker.web.closed_routes import ClosedRoutes
from tracker.web.compressed_assets import CompressedAssets
from tracker.web.content_policy import content_policy
from tracker.web.headers import SecurityHeaders


def middleware(screen: Path, hosts: Sequence[str]) -> list[Middleware]:
    """Return the middleware for a screen kept in a folder with index.html and static/, answering to the hosts."""
    policy = content_policy((screen / "index.html").read_text(encoding="utf-8"))
    return [
        Middleware(SecurityHeaders, policy=policy),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        Middleware(ClosedRoutes),
        Middleware(CompressedAssets, folder=screen / "static"),
    ]
