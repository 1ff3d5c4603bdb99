"""Numbers and years as people write them: the one parser for every way in, exact and never guessing in silence."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.quantity.digits import screen, within_size
from tracker.domain.quantity.number_parts import Reading, take_apart
from tracker.domain.quantity.number_words import NO_VALUE, PARENT, Mark
from tracker.domain.quantity.units import PERCENT, RANK, parse_unit
from tracker.domain.quantity.written_units import in_unit
from tracker.domain.text import refused
from tracker.domain.vocabulary import Qualifier
from tracker.language import _, decimals_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number that was understood, in the unit wanted, with its bound and what was normalised on the way.

    `points` says that it is by how many points a percentage moved, not the percentage.
    """

    value: Decimal
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    decimals: int = 0
    growth: bool = False
    share_of_parent: bool = False
    rank: bool = False
    points: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoValue:
    """Words that say there is no value (N/A, 暂无); the official is to say why."""

    wording: str


@dataclass(frozen=True, slots=True)
class Empty:
    """A cell in which nothing was written: untouched."""


FIRST_YEAR, LAST_YEAR = 1900, 2100
_MOVES = frozenset({Mark.SIGNED, Mark.GROWTH, Mark.FALL})
_PERCENT_SIGNS = ("%", "percent", "per cent")
_RANK_UNITS = ("", "名", "位", "place", "places")
_POINTS = ("pp", "p.p.", "ppt", "pps", "points", "percentage point", "percentage points", "百分点", "个百分点")
# "T3", "=3" and 并列第3: a place that is shared; "3rd" and 第3名 one that is not.
_PLACE = re.compile(
    r"(?P<tied>t-?|=|joint |tied |并列|并列第)?\s*第?\s*(?P<place>\d{1,6})\s*(?:st|nd|rd|th)?\s*(?:名|位)?(?P<after>=)?"
)
_YEAR = re.compile(r"(?P<year>\d{4})(?P<more>\s?年|\.0)?")
_PLAIN = re.compile(r"-?\d{1,17}(?:\.\d{1,17})?", re.ASCII)


def parse_number(text: str, unit: str | None = None, *, decimal_comma: bool = False) -> Numeral | NoValue | Empty:
    """Understand a number as written, in the unit wanted where one is given; RefusedInputError says what is wrong."""
    folded, remarks = screen(text)
    if not folded:
        return Empty()
    if folded in NO_VALUE:
        return NoValue(text.strip())
    if unit is not None and parse_unit(unit).dimension == RANK and (match := _PLACE.fullmatch(folded)):
        tied = (_("a shared place"),) if match["tied"] or match["after"] else ()
        return Numeral(value=within_size(Decimal(match["place"]), text), remarks=(*remarks, *tied))
    reading = Reading(folded, text, list(remarks))
    low, high = take_apart(reading, decimal_comma=decimal_comma)
    if Mark.BETWEEN in reading.marks and high is None:
        raise reading.refuse(_("a range with one end"), _("between 100 and 120"))
    if Mark.TOP in reading.marks:
        return _rank(reading, low, unit)
    if PARENT.fullmatch(reading.text) and reading.text != (unit or "").strip().casefold():
        reading.marks.add(Mark.SHARE)
        reading.text = "%"
    if Mark.SIGNED in reading.marks and reading.text in _PERCENT_SIGNS:
        reading.marks.add(Mark.GROWTH)
    if reading.text in _POINTS and _is_percentage(unit) and (low < 0 or reading.marks & _MOVES):
        return _points(reading, low, high)
    if reading.marks & {Mark.SHARE, Mark.GROWTH, Mark.FALL}:
        return _percentage(reading, low, high)
    return _quantity(reading, low, high, unit)


def _rank(reading: Reading, place: Decimal, unit: str | None) -> Numeral:
    """Read "top 20" as a place of at most 20; RefusedInputError where no rank is wanted."""
    if unit is not None and parse_unit(unit).dimension != RANK:
        raise reading.refuse(_("a rank where {unit} is due").format(unit=unit))
    if reading.text not in _RANK_UNITS or reading.qualifier is not None or place < 1 or place % 1:
        raise reading.refuse(_("not a rank"), _("top 20"))
    written = reading.text or None
    return Numeral(value=place, qualifier=Qualifier.AT_MOST, unit=written, rank=True, remarks=tuple(reading.remarks))


def _is_percentage(unit: str | None) -> bool:
    """Return whether a unit is percent, and not points of it."""
    return unit is not None and parse_unit(unit).dimension == PERCENT and unit.strip().casefold() not in _POINTS


def _points(reading: Reading, low: Decimal, high: Decimal | None) -> Numeral:
    """Read by how many points a percentage moved."""
    if high is not None or reading.qualifier not in (None, Qualifier.ABOUT):
        raise reading.refuse(_("a change in points with a bound"), _("the percentage itself"))
    return Numeral(
        value=-low if Mark.FALL in reading.marks else low,
        qualifier=reading.qualifier or Qualifier.EXACT,
        unit=reading.text,
        decimals=decimals_of(low),
        points=True,
        remarks=_remarks(reading),
    )


def _percentage(reading: Reading, low: Decimal, high: Decimal | None) -> Numeral:
    """Read a growth or a share of the parent zone, which are percentages whatever unit is wanted."""
    share, fall = Mark.SHARE in reading.marks, Mark.FALL in reading.marks
    if reading.text not in _PERCENT_SIGNS or len(reading.marks - {Mark.SIGNED, Mark.BETWEEN}) > 1:
        raise reading.refuse(_("a growth or a share is a percentage"), _("growth 23.7% or 25% of the city's"))
    if fall and reading.qualifier not in (None, Qualifier.ABOUT):
        raise reading.refuse(_("a fall with a bound"), _("the growth as a negative percentage"))
    return Numeral(
        value=-low if fall else low,
        high=high,
        qualifier=reading.qualifier or Qualifier.EXACT,
        unit=reading.text,
        decimals=decimals_of(low),
        growth=not share,
        share_of_parent=share,
        remarks=_remarks(reading),
    )


def _quantity(reading: Reading, low: Decimal, high: Decimal | None, unit: str | None) -> Numeral:
    """Read a plain value, bound or range in the unit wanted."""
    measured = in_unit(low, reading.text, unit, reading.seen)
    upper = None if high is None else in_unit(high, reading.text, unit, reading.seen).value
    return Numeral(
        value=within_size(measured.value, reading.seen),
        high=None if upper is None else within_size(upper, reading.seen),
        qualifier=reading.qualifier or Qualifier.EXACT,
        unit=measured.unit,
        decimals=decimals_of(low),
        remarks=_remarks(reading) + measured.remarks,
    )


def _remarks(reading: Reading) -> tuple[str, ...]:
    about = (_("an approximate value"),) if reading.qualifier is Qualifier.ABOUT else ()
    return (*dict.fromkeys(reading.remarks), *about)


def parse_plain(text: str, unit: str | None = None, *, growth: bool = False) -> Decimal:
    """Read a bundle's number, which bears no bound, no growth and no word for missing; RefusedInputError otherwise."""
    return plain_numeral(text, unit, growth=growth).value


def plain_numeral(text: str, unit: str | None = None, *, growth: bool = False) -> Numeral:
    """Read a bundle's number as `parse_plain` does, with what was normalised; without a unit none may be written."""
    # Nearly every cell of a large bundle is this plain.
    if _PLAIN.fullmatch(text):
        return Numeral(value=within_size(Decimal(text), text), decimals=len(text.partition(".")[2]))
    found = parse_number(text, unit or "")
    if isinstance(found, Empty):
        raise refused(_("an empty cell where a number is due"), text, _("a number"))
    if isinstance(found, NoValue):
        raise refused(_("not a number: nobody can be asked why it is missing"), text, _("a number, or no row"))
    if found.qualifier is not Qualifier.EXACT:
        raise refused(_("a bound in a column of numbers"), text, _("the number, with the bound in its own column"))
    if found.rank or found.share_of_parent or found.points or (found.growth and not growth):
        raise refused(_("a growth, a share or a rank in a column of numbers"), text, _("the column made for it"))
    return found


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year that was understood, with what was normalised on the way."""

    value: int
    remarks: tuple[str, ...] = ()


def parse_year(text: str) -> Year | NoValue | Empty:
    """Understand a year from 1900 to 2100; RefusedInputError says what is wrong."""
    folded, remarks = screen(text)
    if not folded:
        return Empty()
    if folded in NO_VALUE:
        return NoValue(text.strip())
    match = _YEAR.fullmatch(folded)
    if match is None:
        raise refused(_("a year has four digits"), text, "2024")
    year = int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refused(_("outside {first}-{last}").format(first=FIRST_YEAR, last=LAST_YEAR), text, "2024")
    return Year(year, (*remarks, _("read as the year {year}").format(year=year)) if match["more"] else remarks)
