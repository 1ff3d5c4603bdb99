"""A goal's amounts as planners write them ("about 150", "over 2,000", "3.5%"), read by the one parser for numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.entry.plan_phrases import Meaning
from tracker.domain.explaining.target_wording import unit_of_value
from tracker.domain.quantity.numerals import Empty, NoValue, Numeral, Year, parse_number, parse_year
from tracker.domain.records import Indicator
from tracker.domain.text import refused
from tracker.domain.vocabulary import COMPARATOR_OF, ONE_NUMBER, Comparator, Qualifier
from tracker.errors import Problem, RefusedInputError
from tracker.language import _

_PAIR = re.compile(r"\s*(?P<year>[^:：=]+?)\s*[:：=]\s*(?P<value>.+?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a typed amount asks: the value, the upper one of a range, how it is meant, and whether it is "about"."""

    value: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator | None = None
    approximate: bool = False
    remarks: tuple[str, ...] = ()


def value_unit(meaning: Meaning, unit: str, indicator: Indicator) -> str:
    """Return the unit a goal's value is read in: none for a factor, percent for changes, places for ranks."""
    return "rank" if meaning.kind.traits.place else unit_of_value(meaning.kind, unit or indicator.unit)


def read_asked(text: str, meaning: Meaning, unit: str) -> Asked:
    """Read a goal's amount; RefusedInputError says what is wrong."""
    if meaning.value is not None:
        return Asked(value=meaning.value, comparator=meaning.comparator)
    numeral = _numeral(text, unit, growth=meaning.kind.traits.percentage or meaning.kind.traits.relative)
    if numeral is None:
        return Asked(comparator=meaning.comparator)
    comparator = None if numeral.rank else COMPARATOR_OF.get(numeral.qualifier)
    value = -abs(numeral.value) if meaning.falls else numeral.value
    return Asked(
        value=value,
        high=numeral.high,
        comparator=_settled(meaning, comparator, text),
        approximate=numeral.qualifier is Qualifier.ABOUT,
        remarks=numeral.remarks,
    )


def _settled(meaning: Meaning, comparator: Comparator | None, text: str) -> Comparator | None:
    """Settle the comparator between the phrase and the words beside the number; RefusedInputError where they differ."""
    given = meaning.comparator
    if meaning.falls and comparator is not None and comparator.mirrored is not comparator:
        return comparator.mirrored
    if comparator is None or given is None or comparator.agrees_with(given):
        return comparator or given
    raise refused(_("the number's words say something else than the phrase"), text, _("the number alone"))


def _numeral(text: str, unit: str, *, growth: bool) -> Numeral | None:
    """Read a number, None for an empty text; RefusedInputError for what is no number here."""
    numeral = parse_number(text, unit)
    if isinstance(numeral, Empty):
        return None
    if isinstance(numeral, NoValue):
        raise refused(_("no value is given"), text, _("a number, such as 1,200"))
    if numeral.share_of_parent or (numeral.growth and not growth):
        raise refused(_("a growth or a share, where the value itself is wanted"), text, _("a number, such as 1,200"))
    return numeral


def read_plain(text: str, unit: str) -> Decimal | None:
    """Read one number without a bound, None for an empty text; RefusedInputError says what is wrong."""
    numeral = _numeral(text, unit, growth=False)
    if numeral is None:
        return None
    if numeral.qualifier not in ONE_NUMBER:
        raise refused(_("a bound, where one number is wanted"), text, _("one number, such as 1,200"))
    return numeral.value


def read_interim(text: str, unit: str) -> tuple[tuple[int, Decimal], ...]:
    """Read interim values written as "2022: 1,000; 2023: 1,500"; RefusedInputError says what is wrong."""
    pairs = [part for part in re.split(r"[;；\n]", text) if part.strip()]
    return tuple(sorted((_interim(part, unit) for part in pairs), key=lambda pair: pair[0]))


def _interim(text: str, unit: str) -> tuple[int, Decimal]:
    match = _PAIR.fullmatch(text)
    year = parse_year(match["year"]) if match else None
    value = read_plain(match["value"], unit) if match else None
    if not isinstance(year, Year) or value is None:
        raise refused(_("not a list of interim values"), text, _("2022: 1,000; 2023: 1,500"))
    return year.value, value


def at_column(error: RefusedInputError, column: str) -> Iterator[Problem]:
    """Yield the problems of a refusal with the field they belong to."""
    yield from (replace(problem, column=column) for problem in error.problems)
