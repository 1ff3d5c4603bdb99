"""Translation of the product's English texts through gettext, per thread and task of work."""

from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default="en")


def speak(language: str) -> None:
    """Choose the language, by its code (`en`, `zh`), for what this session says from here on."""
    _language.set(language)


def current_language() -> str:
    """Return the code of the language being spoken."""
    return _language.get()


@lru_cache(maxsize=16)
def _catalogue(language: str) -> NullTranslations:
    return translation("tracker", CATALOGUES, [language], fallback=True)


def gettext(text: str) -> str:
    """Return the text in the language being spoken; English where no translation is kept."""
    return _catalogue(_language.get()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the text that fits the count, in the language being spoken."""
    return _catalogue(_language.get()).ngettext(one, many, count)


_ = gettext
