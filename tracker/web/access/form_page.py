"""The few pages with a form that stand before the screen, as plain HTML that needs no script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from tracker.language import LANGUAGE_NAMES, _, current_language

# Every text put into a page is escaped.
_PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined)


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
    answer = html_page("form_page.html", title, status=status, message=before, problem=problem, **form)
    answer.headers.update(headers or {})
    return answer


def message_page(title: str, message: str, *, status: int = 200) -> HTMLResponse:
    """Return a message with the way back."""
    back = _("Back to the plans")
    return html_page("form_page.html", title, status=status, message=message, problem="", action="", back=back)


def html_page(template: str, title: str, *, status: int = 200, **content: object) -> HTMLResponse:
    """Return a page filled in and never kept by the browser."""
    language = {"language": current_language(), "languages": LANGUAGE_NAMES}
    page = _PAGES.get_template(template).render(title=title, product=_("Plan tracker"), **language, **content)
    return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})
