"""The sheet a chart is drawn on: its size, its theme and how sizes of the 1920 x 1080 canvas become pixels."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from tracker.charts.palette import Palette, Theme, palette

Size: TypeAlias = tuple[int, int]

PAGE: Size = (1100, 520)
"""Width and height in pixels of a chart on a page."""
WIDE: Size = (1920, 1080)
"""The canvas that slides are laid out for."""

READABLE = 11.0
"""The smallest letters on any screen, in pixels."""

_SMALLEST_SCALE = 0.4
_NARROW = 640


@dataclass(frozen=True)
class Sheet:
    """One chart's ground: theme, size in pixels, and the scale of everything on it."""

    theme: Theme
    width: int
    height: int
    letters: float = 1.0
    """How much larger texts are than on a full sheet."""
    office: bool = False
    """Whether an office file takes the chart over: on whole categories, with native numbers, its source elsewhere."""

    @cached_property
    def colours(self) -> Palette:
        """Return the theme's colours."""
        return palette(self.theme)

    @cached_property
    def k(self) -> float:
        """Return the scale against the canvas of 1920 x 1080."""
        return min(self.width / WIDE[0], self.height / WIDE[1])

    @property
    def narrow(self) -> bool:
        """Whether there is no room for a margin of labels, as on a phone."""
        return self.width < _NARROW

    def px(self, size: float) -> float:
        """Return a length of the canvas in pixels."""
        return size * self.k

    def mark(self, size: float) -> float:
        """Return the size of a mark or a stroke, which stays visible on small sheets."""
        return size * max(self.k, 0.36)

    def font(self, size: float) -> float:
        """Return a font size, which stays readable on small sheets."""
        return round(max(size * max(self.k, _SMALLEST_SCALE), READABLE) * self.letters, 1)

    def lettered(self, letters: float) -> "Sheet":
        """Return the same sheet with larger texts, for where little stands on it."""
        return replace(self, letters=letters)
