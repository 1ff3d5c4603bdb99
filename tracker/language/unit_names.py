"""Units of measure as readers write them, by the catalogues; others stay as the plan writes them."""

import re
from functools import lru_cache

from tracker.language.catalogue import name_in_context
from tracker.language.spoken import LANGUAGES, current_language

#: The context under which the catalogues keep the names of units, in small letters.
UNIT = "unit"
_PER_PEOPLE = re.compile(
    r"(?P<what>.*?)\s*\bper (?P<people>[\d,]+) (?:people|persons|inhabitants|residents|population)"
)


def unit_word(unit: str | None) -> str:
    """Return a unit in the reader's language: km², enterprises; 平方公里, 家."""
    return _unit_in(current_language(), (unit or "").strip())


def unit_spellings(unit: str) -> tuple[str, ...]:
    """Return every way in which a unit is written: as it stands, and as readers of each language see it."""
    name = unit.strip()
    return tuple(dict.fromkeys((name, *(_unit_in(language, name) for language in LANGUAGES))))


@lru_cache(maxsize=4096)
def _unit_in(language: str, name: str) -> str:
    """Return a unit in a language; as it stands where there is no name for it."""
    small = name.casefold()
    known = name_in_context(UNIT, small, language) if small else None
    rate = None if known else _PER_PEOPLE.fullmatch(small)
    people = name_in_context(UNIT, f"{rate['people']} people", language) if rate else None
    pattern = name_in_context(UNIT, "{what} per {people}", language)
    if rate is None or people is None or pattern is None:
        return known or name
    return pattern.format(what=name_in_context(UNIT, rate["what"], language) or rate["what"], people=people)
