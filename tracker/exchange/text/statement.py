"""What is found in a text: one statement for each quantity or goal without a number, with its place and its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import Comparator


class Span(NamedTuple):
    """A place in the text: from the first character to the one after the last."""

    start: int
    end: int


class Read(StrEnum):
    """What a quantity is read as."""

    GOAL = "goal"
    ACTUAL = "actual"
    GROWTH = "growth"
    SHARE = "share"
    QUALITATIVE = "qualitative goal"
    IGNORED = "ignored"


class Why(StrEnum):
    """Why a number in a text is neither a goal nor an actual."""

    DATE = "date"
    YEAR = "year"
    PERIOD = "plan period"
    ORDINAL = "ordinal"
    DURATION = "duration"
    DOLLARS = "US$ equivalent"
    DENOMINATOR = "denominator"
    COUNT_OF_NAMED = "count of things named"
    NAME = "part of a name"
    AWARD = "award ceiling"
    COPYRIGHT = "copyright"
    RECORD_NUMBER = "record number"
    STARTING_VALUE = "starting value"
    NOTHING_COUNTED = "nothing counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One quantity, or one goal without a number, with its fields filled in as far as the text tells them.

    `year` is the due year of a goal and the year of anything else. `sure` is False where a field was carried
    from elsewhere or chosen between two readings; the notes say which.
    """

    quote: Span
    quantity: Span | None = None
    reading: Read
    why: Why | None = None
    zone: str | None = None
    zone_key: str | None = None
    indicator: str = ""
    kind: Kind | None = None
    comparator: Comparator | None = None
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    year: int | None = None
    approximate: bool = False
    baseline_year: int | None = None
    baseline_value: Decimal | None = None
    share_of: str | None = None
    sure: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """Names and aliases of zones, in any language, with the zone each means."""

    zones: Mapping[str, str] = field(default_factory=dict)
