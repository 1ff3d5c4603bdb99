"""Who asks: the session behind a request's cookies, and the header, which nobody outside can set, that names it."""

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.domain.people.roles import Person
from tracker.domain.text import drawable
from tracker.services.accounts.oidc import identity_of_claims, session_of_identity
from tracker.services.accounts.sessions import hash_of_token, person_of_session, sign_out
from tracker.services.accounts.sign_in import Visit
from tracker.services.stores import serving_store
from tracker.web.access.form_pages import address_parts

COOKIE = "tracker_session"
#: The cookie by which a browser that has signed in before is known again.
BROWSER_COOKIE = "tracker_browser"
#: How the names of the cookies begin that a sign-in at an identity provider leaves.
PROVIDER_COOKIE = "_streamlit_user"
#: Where the provider leads a person who has signed in there.
COMING_BACK = "/oauth2callback"
HEADER = "x-tracker-session"
_OURS = b"x-tracker-"

#: What an identity provider claims of the person, read from the cookies of a request; nothing where there is none.
ReadClaims = Callable[[Mapping[str, str]], dict[str, object]]


def no_claims(_cookies: Mapping[str, str]) -> dict[str, object]:
    """Return no claims, where there is no identity provider."""
    return {}


class Identity:
    """Strips identity headers that come from outside and sets our own for the session of the request."""

    def __init__(self, app: ASGIApp, *, claims: ReadClaims = no_claims, public_url: str = "") -> None:
        """Wrap the application; `public_url` is the address that people type."""
        self.app = app
        self.claims = claims
        self.place = address_parts(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with the session it belongs to, if any."""
        if scope["type"] in ("http", "websocket"):
            kept = [(name, value) for name, value in scope["headers"] if not _is_ours(name)]
            scope = {**scope, "headers": kept}
            plain = scope["path"].startswith("/static/")
            if not plain and self._is_own(scope) and (session := await self._session(HTTPConnection(scope))):
                MutableHeaders(scope=scope)[HEADER] = session
            if scope["path"] == COMING_BACK:
                send = _ending_the_session_before(HTTPConnection(scope), send)
        await self.app(scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        """Return whether a page of this server opens a websocket; a cookie tells no port of a host from another."""
        headers = HTTPConnection(scope).headers
        origin = headers.get("origin")
        if scope["type"] != "websocket" or origin is None:
            return True
        return address_parts(origin).netloc in (headers.get("host"), self.place)

    async def _session(self, connection: HTTPConnection) -> str | None:
        """Return the session: of our own cookie, else of a sign-in at the identity provider."""
        token = connection.cookies.get(COOKIE)
        own = hash_of_token(token) if token else None
        vouched = identity_of_claims(self.claims(connection.cookies))
        if vouched is None:
            return own
        store = serving_store()
        if own and await person_of_request(connection, own):
            return own
        return await run_in_threadpool(session_of_identity, store, vouched, visit_of(connection))


def _ending_the_session_before(connection: HTTPConnection, send: Send) -> Send:
    """Return what sends an answer and, where it signs somebody in at the provider, ends the session before."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if any(cookie.startswith(f"{PROVIDER_COOKIE}=") for cookie in headers.getlist("set-cookie")):
                await end_sessions(connection)
                forgotten = Response()
                forgotten.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
                headers.append("set-cookie", forgotten.headers["set-cookie"])
        await send(message)

    return answer


async def end_sessions(request: HTTPConnection) -> None:
    """End the session a browser has: that of its own cookie, and that which an identity provider vouches for."""
    token = request.cookies.get(COOKIE)
    ended = {session_of(request), hash_of_token(token) if token else ""} - {""}
    for session in ended:
        await run_in_threadpool(sign_out, serving_store(), session, address=visit_of(request).address)


def session_of(connection: HTTPConnection) -> str:
    """Return the session a request belongs to, by its token's hash; empty where it has none."""
    return connection.headers.get(HEADER, "")


async def person_of_request(connection: HTTPConnection, session: str = "") -> Person | None:
    """Return who asks; None for somebody who is not signed in."""
    session = session or session_of(connection)
    return await run_in_threadpool(person_of_session, serving_store(), session) if session else None


def visit_of(connection: HTTPConnection) -> Visit:
    """Return where somebody comes from."""
    client = connection.client
    agent, browser = connection.headers.get("user-agent", ""), connection.cookies.get(BROWSER_COOKIE, "")
    return Visit(drawable(client.host if client else ""), drawable(agent), browser)


def _is_ours(name: bytes) -> bool:
    # Some servers take an underscore for a dash.
    return name.lower().replace(b"_", b"-").startswith(_OURS)


_PREFIX = "__Host-"
#: What scripts of the pages read or write by its plain name; nothing in it says who anybody is.
_OF_SCRIPTS = ("_streamlit_xsrf", "tracker_room")


class SecureCookies:
    """Adds Secure to each cookie, and to the names of those for the whole host the prefix that browsers hold to it.

    Browsers take a cookie with the prefix from https and from this very host alone. What carries no prefix is not
    believed, because a neighbouring host may have set it. Everything behind this knows cookies by their plain names.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with plain names, and its answer with the prefix."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = [(name, _plain(value) if name == b"cookie" else value) for name, value in scope["headers"]]

        async def answer(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.accept"):
                message["headers"] = [_secured(header) for header in message.get("headers", ())]
            await send(message)

        await self.app({**scope, "headers": headers}, receive, answer)


def _plain(cookies: bytes) -> bytes:
    """Return the cookies that may be believed, by their plain names."""
    given = [pair.strip() for pair in cookies.decode("latin-1").split(";")]
    own = [pair[len(_PREFIX) :] for pair in given if pair.startswith(_PREFIX)]
    own += [pair for pair in given if pair.partition("=")[0].strip() in _OF_SCRIPTS]
    return "; ".join(own).encode("latin-1")


def _secured(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return a header; one that sets a cookie with Secure, and with the prefix where the cookie is for all pages."""
    name, value = header
    if name.lower() != b"set-cookie":
        return header
    pair, *attributes = (part.strip() for part in value.decode("latin-1").split(";"))
    named = {attribute.partition("=")[0].lower(): attribute.partition("=")[2] for attribute in attributes}
    if "secure" not in named:
        attributes.append("Secure")
    whole = named.get("path") == "/" and "domain" not in named and pair.partition("=")[0] not in _OF_SCRIPTS
    return name, "; ".join([f"{_PREFIX}{pair}" if whole else pair, *attributes]).encode("latin-1")
