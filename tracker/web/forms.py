"""What a posted form says, and whether it came from one of our own pages."""

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

from tracker.errors import NotAllowedError, Problem, RefusedInputError
from tracker.language import _

_LONGEST = 20_000


async def posted(request: Request) -> dict[str, str]:
    """Read the fields of a small form; NotAllowedError from a foreign page, RefusedInputError where it is too long."""
    if not _is_own(request):
        raise NotAllowedError(_("This form was not sent from a page of this server."))
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST:
            raise RefusedInputError([Problem(_("the form is too long"))])
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[0] for name, values in fields.items()}


def _is_own(request: Request) -> bool:
    """Say whether the browser vouches that a page of this server sent the request."""
    origin = request.headers.get("origin")
    if origin is not None:
        return bool(urlsplit(origin).netloc) and urlsplit(origin).netloc == request.headers.get("host")
    return request.headers.get("sec-fetch-site") == "same-origin"


def own_place(text: str) -> str:
    """Give a place on this server to go on to; the first page for anything that could lead elsewhere."""
    parts = urlsplit(text)
    elsewhere = parts.scheme or parts.netloc or not text.startswith("/") or text.startswith("//")
    if elsewhere or "\\" in text or not text.isprintable():
        return "/"
    return text
