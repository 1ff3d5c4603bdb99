"""The few pages with a form that stand before the screen, as plain HTML, and what comes back from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tracker.domain.text import shown
from tracker.errors import NotAllowedError, Problem, RefusedInputError, TrackerError
from tracker.language import LANGUAGE_NAMES, _, current_language

# Every text put into a page is escaped.
_PAGES = Environment(loader=FileSystemLoader(Path(__file__).parents[1]), autoescape=True, undefined=StrictUndefined)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; a hidden one has no label."""

    name: str
    label: str = ""
    value: str = ""
    kind: str = "text"
    completes: str = ""
    hint: str = ""
    needed: bool = True


def form_page(
    title: str,
    action: str,
    button: str,
    fields: Iterable[Field],
    *,
    before: str = "",
    problem: str = "",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Return a form with what went wrong, if anything, above it."""
    form = {"action": action, "button": button, "fields": fields}
    answer = html_page("access/form_page.html", title, status=status, message=before, problem=problem, **form)
    answer.headers.update(headers or {})
    return answer


def message_page(title: str, message: str, *, status: int = 200) -> HTMLResponse:
    """Return a message with the way back."""
    back = _("Back to the plans")
    return html_page("access/form_page.html", title, status=status, message=message, problem="", action="", back=back)


def html_page(template: str, title: str, *, status: int = 200, **content: object) -> HTMLResponse:
    """Return a page filled in and never kept by the browser."""
    language = {"language": current_language(), "languages": LANGUAGE_NAMES}
    page = _PAGES.get_template(template).render(title=title, product=_("Plan tracker"), **language, **content)
    return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})


_LONGEST = 20_000
_MOST_FIELDS = 20
_KIND = "application/x-www-form-urlencoded"


async def posted(request: Request) -> dict[str, str]:
    """Read the fields of a small form; NotAllowedError from a foreign page, RefusedInputError where it is none."""
    if not _is_own(request):
        raise NotAllowedError(_("This form was not sent from a page of this server."))
    kind = request.headers.get("content-type", _KIND).partition(";")[0].strip().lower()
    if kind != _KIND:
        raise RefusedInputError([Problem(_("the form is sent in another way than its page does"), shown(kind), _KIND)])
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST:
            raise RefusedInputError([Problem(_("the form is too long"))])
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        right = _("{n} at most").format(n=_MOST_FIELDS)
        raise RefusedInputError([Problem(_("the form has too many fields"), "", right)]) from error
    return {name: values[0] for name, values in fields.items()}


def refused_form(title: str, refusal: TrackerError) -> Response:
    """Return the answer to a form that was not read: 403 where it may not be sent, else 400."""
    return message_page(title, str(refusal), status=403 if isinstance(refusal, NotAllowedError) else 400)


def _is_own(request: Request) -> bool:
    """Return whether the browser vouches that a page of this server sent the request."""
    origin = request.headers.get("origin")
    if origin is not None:
        return bool(place := address_parts(origin).netloc) and place == request.headers.get("host")
    return request.headers.get("sec-fetch-site") == "same-origin"


def address_parts(text: str) -> SplitResult:
    """Return the parts of an address that anybody may have written; one that is none has no parts."""
    try:
        return urlsplit(text)
    except ValueError:
        return urlsplit("")


def own_place(text: str) -> str:
    """Return a place on this server to go on to; the first page for anything that could lead elsewhere."""
    parts = address_parts(text)
    elsewhere = parts.scheme or parts.netloc or not text.startswith("/") or text.startswith("//")
    if elsewhere or "\\" in text or not text.isprintable():
        return "/"
    return text
