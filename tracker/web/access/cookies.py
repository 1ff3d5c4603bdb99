"""Middleware that keeps every cookie to https, and to this host where no script of the pages reads it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
