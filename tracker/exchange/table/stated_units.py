"""The unit that a table states for its values, written beside those that bear none."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.domain.quantity.numerals import Empty, NoValue, Numeral, parse_number
from tracker.domain.quantity.units import MONEY, convertible, is_known, is_other_money, parse_unit
from tracker.domain.tables.flags import split_flag
from tracker.domain.text import fold, shown
from tracker.errors import Problem, RefusedInputError
from tracker.language import _, unit_spellings, unit_word
from tracker.language.scales import split_scale

_CAPTION = re.compile(
    r"(?:计量)?单位\s*[:：]\s*(?P<unit>[^\s、，,;；)）]+)\s*[)）]?|\bunits?\s*:\s*(?P<words>[^,;()]+)"
    r"|^\s*[(（]?\s*in (?P<alone>[^,;()]+?)\s*[)）]?\s*$",
    re.IGNORECASE,
)
_ONE_LANGUAGE = re.compile(r"[\u3400-\u9fff/%‰]+|[^\u3400-\u9fff]+")
_COUNTED = re.compile(
    r"[百千万亿]*(?:家|个|人|件|项|户|台|套|辆|张|所|座|处|次|人次|企业|只|头|条|篇|册|吨|公里|千米|立方米|千瓦时|千瓦|标准煤|吨标准煤|名|位|岁|元/人|元/吨)"
)


def unit_of_caption(cells: Iterable[str]) -> str:
    """Find the unit a line such as 单位：万元 states for a whole table; "" where there is none or several."""
    for cell in cells:
        match = _CAPTION.search(cell)
        unit = next((part for part in match.groups() if part), "").strip(" )）") if match else ""
        if unit and is_stated_unit(unit):
            return unit
    return ""


@lru_cache(maxsize=4096)
def is_stated_unit(text: str) -> bool:
    """Return whether a text is a unit: one that the program converts, other money, or a word by which is counted."""
    return is_known(text) or is_other_money(text) or bool(_COUNTED.fullmatch(text.strip()))


def in_stated_unit(text: str, stated: str, caption: str, unit: str) -> str | Problem:
    """Write the unit that a table states beside a value that bears none; a problem where it is of another kind."""
    stated = _known_part(stated)
    if not stated and _speaks_of(caption, unit):
        stated = caption
    if not stated or not any(character.isdigit() for character in text) or _bears_unit(text, unit):
        return text
    if is_known(stated):
        if not convertible(stated, unit):
            return Problem(_("the value is in another unit"), shown(f"{text} {stated}"), unit_word(unit))
        return text if parse_unit(stated).factor == parse_unit(unit).factor else f"{text} {stated}"
    if is_known(unit) and not _same_words(stated, unit):
        return Problem(_("the value is in another unit"), shown(f"{text} {stated}"), unit_word(unit))
    return f"{text} {stated}" if _counts_by_scale(stated, unit) else text


def _speaks_of(caption: str, unit: str) -> bool:
    """Return whether the unit over a whole table is meant for values in this one, which others of its rows may not be.

    Money of another country is: it must not be taken for yuan.
    """
    other_money = parse_unit(unit).dimension == MONEY and is_other_money(caption)
    return other_money or convertible(caption, unit) or bool(caption and _counts_by_scale(caption, unit))


def _known_part(stated: str) -> str:
    """Return the part of a unit in two languages that the program knows; the whole where it knows that or none."""
    if is_known(stated):
        return stated
    parts = [part.strip(" ()（）/") for part in (*stated.splitlines(), *_ONE_LANGUAGE.findall(stated))]
    return next((part for part in parts if part and is_known(part)), stated)


def _same_words(stated: str, unit: str) -> bool:
    """Return whether a unit is written as the one asked for, in either language."""
    return fold(stated) in {fold(unit), *(fold(name) for name in unit_spellings(unit))}


def _counts_by_scale(stated: str, unit: str) -> bool:
    """Return whether a unit counts the same things by another power of ten (万人 for persons)."""
    power, rest = split_scale(fold(stated))
    wanted, bare = split_scale(fold(unit))
    return power != wanted and (rest == bare or rest in {fold(name) for name in unit_spellings(bare)})


def other_words_of_unit(stated: str, unit: str) -> bool:
    """Return whether a stated unit is another word than the one asked for, and none that the program knows."""
    stated = _known_part(stated)
    return (
        bool(stated) and not is_known(stated) and not _counts_by_scale(stated, unit) and not _same_words(stated, unit)
    )


def _bears_unit(text: str, unit: str) -> bool:
    try:
        found = parse_number(text, unit)
    except RefusedInputError:
        return False
    return isinstance(found, Numeral) and (found.unit is not None or found.growth or found.share_of_parent)


@lru_cache(maxsize=65_536)
def looks_like_value(text: str, unit: str = "") -> bool:
    """Return whether a cell holds a number, a bound or a word for no value, with or without a flag."""
    bare, _flag = split_flag(text, unit)
    for wanted in (unit or None, None):
        try:
            return not isinstance(parse_number(bare, wanted), Empty)
        except RefusedInputError:
            continue
    return False


def says_no_value(text: str) -> bool:
    """Return whether a cell says that there is no value."""
    try:
        return isinstance(parse_number(text), NoValue)
    except RefusedInputError:
        return False
