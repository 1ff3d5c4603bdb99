"""Middleware that has each request answered in the visitor's language: the one chosen, else what the browser asks."""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.language import language_for, speak

#: The cookie that keeps the language a visitor has chosen.
COOKIE = "tracker_language"


class Speaking:
    """Speaks the visitor's language for as long as a request is answered."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Choose the language and pass the request on; each is a task of its own, so that no other hears it."""
        if scope["type"] == "http":
            asking = HTTPConnection(scope)
            speak(language_for(asking.cookies.get(COOKIE), asking.headers.get("accept-language")))
        await self.app(scope, receive, send)
