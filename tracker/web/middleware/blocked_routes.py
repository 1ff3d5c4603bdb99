"""Middleware that closes routes of Streamlit: its metrics, its agent interface, and signing out by a mere link."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

#: People sign out by the form at /sign-out; a link or a picture of a foreign page must not do it for them.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/auth/logout")


class ClosedRoutes:
    """Answers 404 under the closed routes and passes everything else through."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the route is closed."""
        path = scope.get("path", "").rstrip("/")
        closed = any(path == route or path.startswith(f"{route}/") for route in CLOSED)
        if scope["type"] == "http" and closed:
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)
