"""A deck: slides ready to be shown or written into files, and what they were made from and when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from tracker.charts import BulletRow, Matrix, PaceRow, ZoneSeries
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.requests import Request
from tracker.domain.statuses import Group

__all__ = [
    "Bullets",
    "Closing",
    "Content",
    "Deck",
    "GoalOverTime",
    "Opening",
    "Paces",
    "Request",
    "Slide",
    "Succession",
    "Tiles",
    "ZonesOverTime",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the first slide says: whose goals these are, how they were looked at, how many stand in each group."""

    place: str
    span: str
    counts: dict[Group, int]
    known: str = ""
    made_from: str = ""

    @property
    def goals(self) -> int:
        """How many goals there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Many goals now, a row each; a slide holds no more than its chart can show."""

    rows: tuple[BulletRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Plans against indicators."""

    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalOverTime:
    """One goal's glide path."""

    report: GoalReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One zone's goals on one indicator in successive plans, by due year."""

    reports: tuple[GoalReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces:
    """The pace needed against the pace reached; `measure` says what the lengths are."""

    rows: tuple[PaceRow, ...]
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonesOverTime:
    """One indicator in several zones over the years, counted in a unit; a rank is better the smaller it is."""

    series: tuple[ZoneSeries, ...]
    unit: str
    indicator: str
    rank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What the last slide asks for."""

    asks: tuple[Request, ...]


Content: TypeAlias = Opening | Bullets | Tiles | GoalOverTime | Succession | Paces | ZonesOverTime | Closing


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide: its key in the set, its headline, what it shows, and the words that go with it.

    `source` is the line below the chart, `alt` says what the chart says, `notes` are the presenter's own.
    """

    key: str
    title: str
    content: Content
    source: str = ""
    alt: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Slides in their order; `made_from` and `known` say in words what they were made from and how it was looked at.

    `as_of` is the instant whose records count.
    """

    title: str
    made_from: str
    known: str
    language: str
    year: int
    as_of: datetime
    slides: tuple[Slide, ...] = field(default=())
