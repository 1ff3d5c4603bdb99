"""Units of measure as readers write them, by the catalogues; others stay as the plan writes them."""

import re
from functools import lru_cache

from tracker.language.catalogue import name_in_context
from tracker.language.scales import scaled_unit
from tracker.language.spoken import LANGUAGES, SPOKEN, current_language

#: The context under which the catalogues keep the names of units, in small letters.
UNIT = "unit"
#: The context of what a unit is counted by, in the singular: per person, per 万元.
PER = "per unit"
#: The pattern of a ratio, which stands among the names of units too.
RATIO = "{what} per {people}"
_RATIO = re.compile(r"(?P<what>.*?)\s*(?:/|\bper )\s*(?P<per>[^/]+)")
_MANY = re.compile(r"(?P<count>[\d,]+) (?:people|persons|inhabitants|residents|population)")
_CHINESE = re.compile("[\u3400-\u9fff]")


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
    return (_known(language, name) if name else None) or name


def _known(language: str, name: str) -> str | None:
    """Return a unit's name, that of a ratio or of a scaled unit from the names of its parts; None where one lacks."""
    if (found := name_in_context(UNIT, name.casefold(), language)) is not None:
        return found
    if _CHINESE.search(name) if language != LANGUAGES[0] else not _CHINESE.search(name):
        return name
    ratio = _RATIO.fullmatch(name)
    return _ratio(language, ratio["what"], ratio["per"]) if ratio else _scaled(language, name)


def _ratio(language: str, what: str, per: str) -> str | None:
    counted, by = _known(language, what) if what else "", _counted_by(language, per)
    pattern = name_in_context(UNIT, RATIO, language) or RATIO
    return None if counted is None or by is None else pattern.format(what=counted, people=by).strip()


def _counted_by(language: str, per: str) -> str | None:
    """Return what a ratio is counted by: "person", "1,000 persons", "10,000 yuan"; 人, 千人, 万元."""
    many = _MANY.fullmatch(per)
    name = f"{many['count']} people" if many else per
    return name_in_context(PER, name.casefold(), language) or _known(language, name)


def _scaled(language: str, name: str) -> str | None:
    """Return a unit that a power of ten stands before: 10,000 persons; 百万人."""
    unit, spoken = scaled_unit(name), SPOKEN[language]
    scale, thing = spoken.scales.get(unit.power), _known(language, unit.thing) if unit.power and unit.thing else None
    return None if scale is None or thing is None else f"{scale}{spoken.gap}{thing}"
