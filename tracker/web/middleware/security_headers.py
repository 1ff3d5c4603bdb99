"""The security headers of every response, and the policy by which nothing is loaded from or sent to another host."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_A_YEAR = 365 * 24 * 60 * 60
# What is read as text, so that a browser has to be told its encoding.
_TEXT = re.compile(r"text/|application/javascript$|[^;]+[/+]xml$")
# A kind given with these would be taken for that of what a browser keeps.
_WITHOUT_CONTENT = (204, 304)


class SecurityHeaders:
    """Adds the content-security policy and headers that keep a browser from guessing, also how a text is encoded."""

    def __init__(self, app: ASGIApp, *, policy: str, secure: bool = False) -> None:
        """Wrap the application; `policy` is the content-security policy, `secure` says that people come by https."""
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }
        if secure:
            self.headers["Strict-Transport-Security"] = f"max-age={_A_YEAR}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through the application, with the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if message["status"] not in _WITHOUT_CONTENT:
                    _name_encoding(headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _name_encoding(headers: MutableHeaders) -> None:
    """State that a text is UTF-8 where that is not said, and that an answer of no kind is a plain text."""
    empty = headers.get("content-length") == "0"
    kind = headers.get("content-type", "" if empty else "text/plain")
    if _TEXT.match(kind) and "charset=" not in kind:
        headers["content-type"] = f"{kind}; charset=utf-8"


_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_policy(page: str = "") -> str:
    """Return the policy for a page whose own inline scripts, and no others, may run."""
    scripts = " ".join(["'self'", "blob:", *inline_script_hashes(page)])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_script_hashes(page: str) -> list[str]:
    """Return the hash by which a browser knows each inline script of the page."""
    scripts = _INLINE_SCRIPT.findall(page)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
