"""What a heading says of the values that stand under it or beside it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tracker.domain.entry.form_records import FormField
from tracker.domain.quantity.units import is_known, is_other_money
from tracker.domain.tables.flags import Flag, read_flag
from tracker.domain.tables.heading_words import DIMENSIONS, FILLERS, IGNORED, NAMES_OF_FIELDS, SENSES, Sense
from tracker.domain.tables.names import name_key
from tracker.domain.tables.periods import Period, periods_in, plain

_SENSE_OF_FIELD = {FormField.GOAL: Sense.TARGET, FormField.PREVIOUS: Sense.PREVIOUS}
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
# Lines that say when a table was made or is due, and days, which say so unless values are counted up to them.
_WHEN_MADE = re.compile(
    r"发布|更新|制表|填报|打印|截止日期|出版|报送|\b(?:published|updated?|released?|printed|due|deadline|created|extracted)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d{4}\s?(?P<sign>[-/.])\s?\d{1,2}\s?(?P=sign)\s?\d{1,2}|\d{4}年\s?\d{1,2}月\s?\d{1,2}日|\d{1,2}(?P<other>[-/.])\s?\d{1,2}(?P=other)\s?\d{4}"
)
_AS_OF = re.compile(r"截至|截止|\bas (?:of|at)\b|\bup to\b|\buntil\b|\bstand\b", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LATIN = re.compile(r"[a-z]+")
_NOT_LATIN = re.compile(r"[^a-z]+")
_LAST_UNIT = re.compile(r"(?:[,，;；:：/|]|\bin\b|\s-\s?|\s)\s*(?P<unit>[^,，;；:：|]+)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of the values under a heading, or under several of them one above the other.

    `rest` are words that are not understood, `places` the zones that are named ("" for one that is not known by name).
    """

    field: FormField | None = None
    senses: frozenset[Sense] = frozenset()
    periods: tuple[Period, ...] = ()
    places: frozenset[str] = frozenset()
    unit: str = ""
    flag: Flag | None = None
    dimension: bool = False
    ignored: bool = False
    rest: str = ""
    text: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was understood of it."""
        known = (self.field, self.senses, self.periods, self.places, self.unit, self.flag, self.dimension, self.ignored)
        return not any(known)

    def under(self, other: "Heading") -> "Heading":
        """Return both together, this one standing under the other."""
        return Heading(
            field=self.field or other.field,
            senses=self.senses | other.senses,
            periods=(*other.periods, *(period for period in self.periods if period not in other.periods)),
            places=self.places | other.places,
            unit=self.unit or other.unit,
            flag=self.flag or other.flag,
            dimension=self.dimension or other.dimension,
            ignored=self.ignored or other.ignored,
            rest=" ".join(filter(None, (other.rest, self.rest))),
            text=" / ".join(dict.fromkeys(filter(None, (other.text, self.text)))),
        )


def together(headings: Iterable[Heading]) -> Heading:
    """Return what headings say that stand one above the other, the topmost first."""
    said = Heading()
    for heading in headings:
        said = heading.under(said)
    return said


@dataclass(frozen=True)
class HeadingReader:
    """Reads headings; `places` are the names of zones, by their keys ("" for what is none that is known)."""

    places: Mapping[str, str] = field(default_factory=dict)

    def read(self, text: str) -> Heading:
        """Return what a cell's text says as a heading."""
        shown = " ".join(text.split())[:80]
        if not shown:
            return Heading()
        if (place := self.places.get(name_key(shown))) is not None:
            return Heading(places=frozenset({place}), text=shown)
        said = _read(text[:300])
        if said.rest and (place := self.places.get(name_key(said.rest))) is not None:
            return Heading(
                said.field, said.senses, said.periods, frozenset({place}), said.unit, said.flag, text=said.text
            )
        return said

    def read_title(self, text: str) -> Heading:
        """Return what a title says of the values under it; when it was printed or is due says nothing of them."""
        dated = _WHEN_MADE.search(text) or (_DAY.search(text) and not _AS_OF.search(text))
        heading = self.read(text)
        return replace(heading, periods=()) if dated else heading


@lru_cache(maxsize=4096)
def _read(text: str) -> Heading:
    shown = " ".join(text.split())[:80]
    periods, rest = periods_in(text)
    unit, rest = _take_unit(rest)
    key = _key(rest)
    field = _field(rest)
    if field is None and not any(period.first for period in periods):
        # 年度 and "Quarter" name a column of periods, and none of them.
        field = _field(text)
        periods = periods if field is None else ()
    if field is not None and field in _SENSE_OF_FIELD:
        return Heading(FormField.VALUE, frozenset({_SENSE_OF_FIELD[field]}), periods, unit=unit, text=shown)
    if field is not None and field is not FormField.VALUE:
        return Heading(field=field, periods=periods, unit=unit, text=shown)
    if key in IGNORED or plain(text).strip("()（）. ") in IGNORED:
        return Heading(ignored=True, text=shown)
    if key in DIMENSIONS:
        return Heading(dimension=True, text=shown)
    senses, rest = _take_senses(rest)
    flag, rest = _take_flag(rest)
    if field is FormField.VALUE:
        senses |= {Sense.ACTUAL}
    rest = " ".join(FILLERS.sub(" ", _NO_LETTERS.sub(" ", rest)).split())
    return Heading(
        field=field or (FormField.VALUE if senses or periods else None),
        senses=frozenset(senses),
        periods=periods,
        unit=unit,
        flag=flag,
        rest=rest,
        text=shown,
    )


def _take_unit(text: str) -> tuple[str, str]:
    """Return the unit that a heading states in brackets or at its end, and the rest."""
    for brackets in _BRACKETS.findall(text):
        within = brackets[1:-1].strip()
        if within and (is_known(within) or is_other_money(within)) and not _take_senses(within)[0]:
            return within, text.replace(brackets, " ")
    whole = text.strip()
    if (
        whole
        and is_known(whole)
        and not _take_senses(whole)[0]
        and whole not in ("年", "year", "years", "rank", "place", "points")
    ):
        return whole, ""
    match = _LAST_UNIT.search(text)
    if match and is_known(match["unit"].strip()) and not _LATIN.fullmatch(match["unit"].strip()):
        return match["unit"].strip(), text[: match.start()]
    return "", text


def _field(rest: str) -> FormField | None:
    """Return the field of a heading looked up as a whole, without its brackets, and in either language alone."""
    key, bare = _key(rest), _key(_BRACKETS.sub(" ", rest))
    latin, other = " ".join(_LATIN.findall(bare)), "".join(_NOT_LATIN.findall(bare)).strip()
    names = (name for name in (key, bare, latin, other) if name in _FIELDS)
    return next((_FIELDS[name] for name in names), None)


def _take_senses(text: str) -> tuple[set[Sense], str]:
    senses: set[Sense] = set()
    for sense, pattern in SENSES:
        text, times = pattern.subn(" ", text)
        if times:
            senses.add(sense)
    return senses, text


def _take_flag(text: str) -> tuple[Flag | None, str]:
    """Return how settled a heading says its values are: 快报, estimate, "2024p"."""
    for word in re.findall(r"[a-z]+|[\u3400-\u9fff]+", text):
        if (flag := read_flag(word)) and (not flag.text or len(flag.text) == 1):
            return flag, text.replace(word, " ")
    return None, text


def _key(text: str) -> str:
    """Return what is left of a heading without signs and digits."""
    return _NO_LETTERS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


_FIELDS = {_key(name): known for known, names in NAMES_OF_FIELDS.items() for name in names}
