"""Middleware that keeps what is not for everybody from those who have not signed in."""

from collections.abc import Collection

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.language import _
from tracker.services.round.evidence_files import ADDRESS as EVIDENCE
from tracker.web.access.identity import person_of_request

#: What the sign-in itself and the bare screen are made of; a trailing slash means everything below.
_ALWAYS_OPEN = (
    "/",
    "/sign-in",
    "/sign-out",
    "/new-password",
    "/first",
    "/language",
    "/health",
    "/static/",
    "/favicon.png",
    "/manifest.json",
    "/robots.txt",
    "/auth/",
    "/oauth2callback",
)
#: What needs a person even where everybody may look: files sent to the server, and evidence.
_NEVER_OPEN = ("/_stcore/upload_file/", f"{EVIDENCE}/")
#: What a browser asks before there is a page, below the address of each page too.
_ASKED_FIRST = ("/_stcore/health", "/_stcore/host-config")


class AccessControl:
    """Answers 401 to a request for anything but the pages' frame where nobody is signed in.

    With an open display only uploads and evidence are guarded here; the pages state themselves who may see them. The
    websocket is let in, because a refused one leaves the browser waiting: the page says that one has to sign in.
    """

    def __init__(self, app: ASGIApp, *, open_display: bool, pages: Collection[str]) -> None:
        """Wrap the application; `pages` are the addresses at which the frame opens ("/plan")."""
        self.app = app
        self.open_display = open_display
        self.pages = frozenset(pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the way is open or somebody is signed in."""
        guarded = scope["type"] == "http" and self._guarded(scope.get("path", ""))
        if guarded and await person_of_request(HTTPConnection(scope)) is None:
            await PlainTextResponse(_("Sign in first."), status_code=401)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _guarded(self, path: str) -> bool:
        if _is_under(path, _NEVER_OPEN):
            return True
        frame = path in self.pages or path.endswith(_ASKED_FIRST)
        return not (self.open_display or frame or _is_under(path, _ALWAYS_OPEN))


def _is_under(path: str, places: Collection[str]) -> bool:
    return any(path == place or (place.endswith("/") and place != "/" and path.startswith(place)) for place in places)
