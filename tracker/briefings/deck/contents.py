"""A deck: slides ready to be shown or written into files, in the language they are made in."""

from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from tracker.charts import WIDE, Content, Scene, Setting, Size, Theme
from tracker.domain.assessment.verdicts import GoalReport
from tracker.language import speak


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

    def scene(self, theme: Theme = Theme.LIGHT, size: Size = WIDE, *, known: str = "", office: bool = False) -> Scene:
        """Return it drawn with its title and source; `known` says how it was looked at, where nothing else does."""
        return self.content.scene(
            Setting(headline=self.title, source=self.source, known=known, theme=theme, size=size, office=office)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Slides in their order; `made_from` and `known` say in words what they were made from and how it was looked at.

    `as_of` is the instant whose records count; `goals` are all that it was made from, also those on no slide alone.
    """

    title: str
    made_from: str
    known: str
    language: str
    year: int
    as_of: datetime
    slides: tuple[Slide, ...] = field(default=())
    goals: tuple[GoalReport, ...] = ()


Made = TypeVar("Made")
OnSlide = Callable[[int, int], None]
"""What is told how many slides of how many are done."""


def in_language(language: str, write: Callable[[], Made]) -> Made:
    """Return what `write` makes while it speaks a language; the caller goes on in its own."""

    def spoken() -> Made:
        speak(language)
        return write()

    return copy_context().run(spoken)
