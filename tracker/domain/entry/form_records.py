"""The form of a yearly round: what an official is asked for, what came back, and what was found in it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from zlib import crc32

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.entry.typed_values import Wanted
from tracker.errors import Problem


class FormField(StrEnum):
    """What a column of the form holds; year, zone and flag stand only in tables made elsewhere."""

    CODE = "code"
    NAME = "name"
    UNIT = "unit"
    GOAL = "goal"
    PREVIOUS = "previous"
    PREVIOUS_YEAR = "previous_year"
    VALUE = "value"
    NO_VALUE = "no_value"
    CHANGE = "change"
    CHECK = "check"
    STATUS = "status"
    SOURCE = "source"
    LOCATOR = "locator"
    COMMENT = "comment"
    REASON = "reason"
    YEAR = "year"
    ZONE = "zone"
    FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSource:
    """A source that can be chosen: its identifier and the title a person knows it by."""

    source: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One indicator that is asked for, with what is known of it and what was typed so far.

    `hint` says in words how the unit is meant, `goal` what is aimed at, `previous` the last reported value in `unit`;
    `least` and `most` bound what the unit allows; `accepted` asks for a reason where the value is changed; `choices`
    are the words to choose from where a milestone's state is asked for; `wanted` says what else may be typed than a
    number in the unit.
    """

    code: str
    indicator: str
    name: str
    name_zh: str = ""
    unit: str = ""
    hint: str = ""
    goal: str = ""
    previous: str = ""
    previous_year: int | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    typed: Typed = field(default_factory=Typed)
    accepted: bool = False
    choices: tuple[str, ...] = ()
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The questions to one zone for one year; `zone` is its identifier, `revision` tells two states of it apart."""

    zone: str
    zone_name: str
    zone_zh: str = ""
    year: int
    deadline: date | None = None
    rows: tuple[FormRow, ...]
    sources: tuple[FormSource, ...] = ()
    made_at: datetime
    revision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFinding:
    """Something wrong or doubtful in one cell of a form that came back; a warning stops nothing.

    `cell` is the address in the sheet that was sent ("F7"), `proposal` what could be stored if the person agrees.
    """

    problem: Problem
    cell: str = ""
    indicator: str = ""
    field: FormField | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """What stands in the form for one value; `before` is what stood there when the form was made.

    `written` are the cells as they came, also those that could not be understood. `meant` is the value of a row held
    back with the unit or sign it was seen with, where a bare number would say something else.
    """

    key: EntryKey
    typed: Typed
    before: Typed
    line: int
    written: tuple[tuple[FormField, str], ...] = ()
    meant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadColumn:
    """A column that was recognised: its letters, its header as written, and what it was taken for."""

    letters: str
    header: str
    field: FormField


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadForm:
    """A form that came back: what can be stored, what is held back by a finding, and how it was recognised.

    `ours` says whether the product made the workbook; `not_asked` are rows and columns that were left alone.
    """

    ours: bool
    sheet: str
    columns: tuple[ReadColumn, ...]
    rows: tuple[ReadRow, ...] = ()
    held: tuple[ReadRow, ...] = ()
    findings: tuple[CellFinding, ...] = ()
    recognised: int = 0
    not_asked: tuple[str, ...] = ()
    revision: str = ""


_FEWEST_DIGITS = 2
_MOST_DIGITS = 9
_LETTERS = 4


def form_codes(indicators: tuple[str, ...]) -> dict[str, str]:
    """Return a short code for each indicator, of initials and digits: the same in every form unless two would clash."""
    for digits in range(_FEWEST_DIGITS, _MOST_DIGITS):
        codes = {indicator: _code(indicator, digits) for indicator in indicators}
        if len(set(codes.values())) == len(codes):
            break
    return codes


def _code(indicator: str, digits: int) -> str:
    """Make a code of the initials of an identifier and the end of its checksum."""
    words = indicator.replace("_", "-").replace(".", "-").split("-")
    initials = "".join(word[:1] for word in words) if len(words) > 1 else indicator
    number = crc32(indicator.encode()) % 10**digits
    return f"{initials[:_LETTERS].upper()}-{number:0{digits}d}"
