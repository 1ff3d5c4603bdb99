"""Translation of the product's English texts through gettext, by catalogues that are compiled in memory."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tracker.language.spoken import LANGUAGES, current_language

CATALOGUES = Path(__file__).parent / "locale"


def catalogue_file(language: str) -> Path:
    """Return where the texts of a language are kept."""
    return CATALOGUES / language / "LC_MESSAGES" / "tracker.po"


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> NullTranslations:
    place = catalogue_file(language)
    if not place.exists():
        return NullTranslations()
    compiled = BytesIO()
    with place.open("rb") as kept:
        write_mo(compiled, read_po(kept, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def load_catalogues() -> None:
    """Compile every catalogue now, so that no reader waits for it."""
    for language in LANGUAGES:
        _catalogue(language)


def gettext_noop(text: str) -> str:
    """Return a text as it is written: a table holds it, and `gettext` translates it where it is said."""
    return text


def gettext(text: str) -> str:
    """Return the text in the language being spoken; English where no translation is kept."""
    return _catalogue(current_language()).gettext(text)


def ngettext(singular: str, many: str, count: int) -> str:
    """Return the form of the text that fits the count, in the language being spoken."""
    return _catalogue(current_language()).ngettext(singular, many, count)


def name_in_context(context: str, name: str, language: str) -> str | None:
    """Return what a catalogue calls a thing among others of its kind, such as units; None where it has no name."""
    known = _catalogue(language).pgettext(context, name)
    return None if known == name else known


_ = gettext
