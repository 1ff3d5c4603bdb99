"""Who speaks which language: chosen per thread and task of work, asked of the screen or the setting until then."""

import os
from collections.abc import Callable
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the product: the name it gives itself, its tag with a region, how it steps amounts of money.

    The region decides how dates are written: the product's English writes the day first, as the plans it tracks do.
    `money` are the powers of ten that have a word of their own, the largest first.
    """

    name: str
    tag: str
    money: tuple[int, ...]


#: Every language of the product by its code.
SPOKEN = {"en": Language("English", "en-GB", (9, 6, 0)), "zh": Language("中文", "zh-CN", (8, 4, 0))}
LANGUAGES = tuple(SPOKEN)
LANGUAGE_NAMES = {code: language.name for code, language in SPOKEN.items()}
SETTING = "TRACKER_LANGUAGE"

Find = Callable[[], str | None]
_Made = TypeVar("_Made")

_language: ContextVar[str | None] = ContextVar("language", default=None)
# Threads begin without a choice: the screen says whose session one serves.
_finders: list[Find] = []


def speak(language: str | None) -> None:
    """Choose the language, by its code (`en`, `zh`), for what this thread or task says from here on; None for none."""
    _language.set(language)


def find_language_by(find: Find) -> None:
    """Have `find` tell the language of whoever is being served, where none was chosen; it stands for all threads."""
    _finders[:] = [find]


def current_language() -> str:
    """Return the code of the language being spoken."""
    return _language.get() or next((language for find in _finders if (language := find())), None) or usual_language()


def in_this_language(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Have something made later, by whichever thread, in the language that is spoken now."""
    language = current_language()

    def made() -> _Made:
        speak(language)
        return make()

    return lambda: copy_context().run(made)


def language_tag(language: str) -> str:
    """Return the tag by which files name a language with its region: en-GB, zh-CN."""
    return SPOKEN[language].tag if language in SPOKEN else language


def usual_language() -> str:
    """Return the language of the setting, for whoever has not chosen: English unless it is set."""
    return language_of(os.environ.get(SETTING, "")) or LANGUAGES[0]


@lru_cache(maxsize=64)
def language_of(code: str) -> str | None:
    """Return the product's language that a code (zh-CN, en_GB) means; None for one that it does not speak."""
    short = code.strip().replace("_", "-").partition("-")[0].casefold()
    return short if short in LANGUAGES else None


@lru_cache(maxsize=256)
def language_asked_for(accepted: str) -> str | None:
    """Return the first of the product's languages that an Accept-Language header prefers; None where it has none."""
    weighed = sorted(_weighed(accepted), key=lambda pair: -pair[0])
    return next((language for weight, code in weighed if weight > 0 and (language := language_of(code))), None)


def _weighed(accepted: str) -> list[tuple[float, str]]:
    """Read a header's languages with their weights, in the order given."""
    pairs = []
    for part in accepted.split(","):
        code, _semicolon, weight = part.partition(";q=")
        try:
            pairs.append((float(weight or 1), code))
        except ValueError:
            continue
    return pairs


def language_for(chosen: str | None, accepted: str | None) -> str:
    """Return the language for a visitor: the one chosen, else the one set for all, else what the browser asks for."""
    own = language_of(chosen or "") or language_of(os.environ.get(SETTING, ""))
    return own or language_asked_for(accepted or "") or LANGUAGES[0]
