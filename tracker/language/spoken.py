"""Who speaks which language: chosen per thread and task of work, asked of the screen or the setting until then."""

import os
from collections.abc import Callable, Mapping
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the product: the name it gives itself, its tag with a region, and how it writes large numbers.

    The region decides how dates are written: the product's English writes the day first, as the plans it tracks do.
    `steps` are the powers of ten in which numbers are told, with their words, the largest first; `scales` what such
    a power is called in a unit's name; `gap` parts a number from its unit, `thousands` its digits by three;
    `scales_all` tells every number in steps, not only those of money and of units that are scaled themselves.
    """

    name: str
    tag: str
    steps: tuple[tuple[int, str], ...]
    scales: Mapping[int, str]
    gap: str
    thousands: str
    scales_all: bool


#: Every language of the product by its code.
SPOKEN = {
    "en": Language(
        name="English",
        tag="en-GB",
        steps=((9, "bn"), (6, "million"), (0, "")),
        scales={
            2: "100", 3: "1,000", 4: "10,000", 5: "100,000", 6: "million", 7: "10 million", 8: "100 million",
            9: "billion", 10: "10 billion", 11: "100 billion", 12: "trillion",
        },
        gap=" ",
        thousands=",",
        scales_all=False,
    ),
    "zh": Language(
        name="中文",
        tag="zh-CN",
        steps=((8, "亿"), (4, "万"), (0, "")),
        scales={
            2: "百", 3: "千", 4: "万", 5: "10万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 10: "百亿", 11: "千亿",
            12: "万亿",
        },
        gap="",
        thousands="",
        scales_all=True,
    ),
}  # fmt: skip
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
    """Have `find` say the language of the reader served, where none was chosen; it stands for all threads."""
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
    """Return the language of the setting, for anyone who has not chosen: English unless it is set."""
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
