"""Who signs in at the identity provider comes back to the page they left, not to the first one."""

from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.access.form_pages import address_parts, own_place
from tracker.web.access.identity import COMING_BACK

COOKIE = "tracker_return"
LEAVING = "/auth/login"
_MINUTES = 15
_LONGEST = 2_000


class BackAfterSignIn:
    """Remembers in a short-lived cookie which page somebody leaves for the provider, and leads back there."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to the answer what leads back."""
        path = scope.get("path") if scope["type"] == "http" else None
        if path not in (LEAVING, COMING_BACK):
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                self._remember(connection, headers) if path == LEAVING else self._lead_back(connection, headers)
            await send(message)

        await self.app(scope, receive, answer)

    def _remember(self, connection: HTTPConnection, headers: MutableHeaders) -> None:
        """Keep the place of the page whose button was pressed."""
        cookie = Response()
        place = quote(_left(connection), safe="")
        cookie.set_cookie(COOKIE, place, _MINUTES * 60, path="/", httponly=True, samesite="lax")
        headers.append("set-cookie", cookie.headers["set-cookie"])

    def _lead_back(self, connection: HTTPConnection, headers: MutableHeaders) -> None:
        """Lead to the place that was kept, once, where the answer leads to the first page."""
        kept = connection.cookies.get(COOKIE)
        if kept is None:
            return
        if headers.get("location") == "/":
            headers["location"] = own_place(unquote(kept))
        cookie = Response()
        cookie.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
        headers.append("set-cookie", cookie.headers["set-cookie"])


def _left(connection: HTTPConnection) -> str:
    """Return the place of the page that the browser says it comes from, where it is one of this server."""
    page = address_parts(connection.headers.get("referer", ""))
    if page.netloc != connection.headers.get("host"):
        return "/"
    place = f"{page.path}?{page.query}" if page.query else page.path
    return own_place(place) if len(place) <= _LONGEST else "/"
