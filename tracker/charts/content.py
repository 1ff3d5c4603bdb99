"""What a slide shows: anything that can be drawn as a scene, told in words, and written as a table."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tracker.charts.heading import dated
from tracker.charts.palette import Theme
from tracker.charts.scene import Scene
from tracker.charts.sheet import WIDE, Size
from tracker.domain.assessment.verdicts import GoalReport
from tracker.language import _, remarks, sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a slide is drawn: its headline and source, how its goals were looked at, theme, size, and for what.

    For an office file, title and source are the file's own and numbers are held by native charts and tables.
    """

    headline: str
    source: str = ""
    known: str = ""
    theme: Theme = Theme.LIGHT
    size: Size = WIDE
    office: bool = False

    @property
    def below(self) -> str:
        """Return the source, with what was known before it."""
        return dated(self.source, self.known)

    @property
    def drawn(self) -> dict[str, Any]:
        """Return theme, size and purpose as every kind of chart takes them."""
        return {"theme": self.theme, "size": self.size, "office": self.office}


@dataclass(frozen=True, slots=True)
class NumberTable:
    """Heads and rows of texts; the first column names the row, `label` the whole."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    label: str = ""


class Content(ABC):
    """What a slide shows."""

    __slots__ = ()

    @abstractmethod
    def scene(self, setting: Setting) -> Scene:
        """Return it drawn."""

    @abstractmethod
    def table(self) -> NumberTable:
        """Return its numbers in words, for those who want to read or copy them."""

    def alt(self, title: str) -> str:
        """Return what it shows, for those who cannot see it."""
        return title

    @property
    def name(self) -> str:
        """Return what its sheet in a workbook is called; "" where that is the slide's title."""
        return ""

    @property
    def over_time(self) -> Sequence[GoalReport]:
        """Return the goals it shows over time."""
        return ()

    @property
    def numbered(self) -> bool:
        """Whether a workbook has a sheet for it."""
        return True


def listed_alt(title: str, lines: Sequence[str]) -> str:
    """Return a title followed by what each row says."""
    # The words of a whole sentence end as one; those of a row do not.
    return sentences(_("{title}.").format(title=title), remarks(line.rstrip(".。") for line in lines))


def with_second(label: str, second: str) -> str:
    """Return a row's name with its second line."""
    return _("{name}, {more}").format(name=label, more=second) if second else label
