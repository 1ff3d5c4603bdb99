"""The few pages with a form that stand before the screen, as plain HTML that needs no script."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from starlette.responses import HTMLResponse

from tracker.language import LANGUAGE_NAMES, _, current_language

_PAGE = Template(Path(__file__).with_name("form_page.html").read_text(encoding="utf-8"))


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

    def html(self) -> str:
        """Write the field, its value escaped."""
        value = f' value="{escape(self.value)}"' if self.value and self.kind != "password" else ""
        if not self.label:
            return f'<input type="hidden" name="{self.name}"{value}>'
        needed = " required" if self.needed else ""
        hint = f"<small>{escape(self.hint)}</small>" if self.hint else ""
        attributes = f'type="{self.kind}" name="{self.name}" autocomplete="{self.completes}"{value}{needed}'
        return f"<label>{escape(self.label)}{hint}<input {attributes}></label>"


def form_page(
    title: str,
    action: str,
    button: str,
    fields: Iterable[Field],
    *,
    before: str = "",
    problem: str = "",
    status: int = 200,
) -> HTMLResponse:
    """Show a form with what went wrong, if anything, above it."""
    told = f"<p>{escape(before)}</p>" if before else ""
    told += f'<p role="alert">{escape(problem)}</p>' if problem else ""
    inside = "".join(field.html() for field in fields)
    form = f'<form method="post" action="{action}">{inside}<button>{escape(button)}</button></form>'
    return page(title, told + form, status=status)


def message_page(title: str, message: str, *, status: int = 200) -> HTMLResponse:
    """Show a message with the way back."""
    back = f'<p><a href="/">{escape(_("Back to the plans"))}</a></p>'
    return page(title, f"<p>{escape(message)}</p>{back}", status=status)


def page(title: str, content: str, *, status: int = 200) -> HTMLResponse:
    """Fill the page; `content` is HTML."""
    told = {"title": escape(title), "product": escape(_("Plan tracker")), "language": current_language()}
    text = _PAGE.substitute(told, content=content, languages=_languages())
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def _languages() -> str:
    """Write the links that choose the language and come back to this page."""
    links = " · ".join(_language(code, name) for code, name in LANGUAGE_NAMES.items())
    return f'<nav aria-label="Language 语言">{links}</nav>'


def _language(code: str, name: str) -> str:
    current = ' aria-current="true"' if code == current_language() else ""
    return f'<a lang="{code}" hreflang="{code}" href="/language?to={code}"{current}>{name}</a>'
