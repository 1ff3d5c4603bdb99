"""The axes of a slide's chart over years: which years and values are marked, and the rail of words under the years."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.briefings.pptx.slide_page import COLOURS, SlidePage
from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line
from tracker.charts.glide.timeline import Scene
from tracker.charts.lettering import LINE, width_of
from tracker.charts.ticks import decimals_for, nice_step, rank_ticks
from tracker.charts.value_words import display_name, is_money, value_words
from tracker.language import _

AXIS_SIZE = 28.0
_RAIL = 24.0
_STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True, slots=True)
class ValueMarks:
    """A value axis: its ends, the step between its marks, and how they are written."""

    low: float
    high: float
    step: float
    unit: str
    upside_down: bool = False
    goal: float | None = None

    @property
    def named(self) -> bool:
        """Whether the application itself can write the values; it has no words for money."""
        return not is_money(self.unit)

    @property
    def written(self) -> bool:
        """Whether a slide bears the words itself: those of money, and places, which count from 1 and not from 0."""
        return self.upside_down or not self.named

    @property
    def form(self) -> str:
        """Return the number format of the marks: a true minus, no rank of nought."""
        places = decimals_for(self.step)
        digits = "#,##0" + ("." + "0" * places if places else "") + ('"%"' if self.unit == "%" else "")
        return f"{digits};;" if self.upside_down else f"{digits};−{digits};{digits}"

    @property
    def words(self) -> dict[float, str]:
        """Return the marks with their words."""
        if self.upside_down:
            return {place: value_words(place, self.unit, 0) for place in rank_ticks(self.high, self.goal)}
        first, last = math.ceil(self.low / self.step - 1e-9), math.floor(self.high / self.step + 1e-9)
        marks = [place * self.step for place in range(first, last + 1)]
        places = decimals_for(self.step)
        return {mark: "0" if mark == 0 and self.unit != "%" else value_words(mark, self.unit, places) for mark in marks}

    @property
    def width(self) -> float:
        """Return the pixels that the words take."""
        return max(width_of(words, AXIS_SIZE) for words in (*self.words.values(), "0"))


def value_marks(ends: tuple[float, float], unit: str, *, whole: bool = False, goal: float | None = None) -> ValueMarks:
    """Return an axis for values between the ends, the lower one set back to a mark; upside down for ranks.

    The goal is marked among places.
    """
    low, high = min(ends), max(ends)
    upside_down = ends[0] > ends[1]
    step = nice_step(high - max(low, 0.0) if upside_down else high - low, 6, whole=whole)
    below = 0.0 if upside_down else math.floor(low / step + 1e-9) * step
    return ValueMarks(below, high, step, unit, upside_down, goal if upside_down else None)


def write_values(page: SlidePage, marks: ValueMarks, drawing: Drawing) -> None:
    """Write the values beside the axis, where the application has no words for them or other marks."""
    if not marks.written:
        return
    plot, high = drawing.plot, AXIS_SIZE * LINE
    for mark, words in marks.words.items():
        middle = drawing.y(mark)
        box = Box(
            plot.left - 16 - width_of(words, AXIS_SIZE) * 1.05, middle - high / 2, plot.left - 16, middle + high / 2
        )
        page.write([Line(words, AXIS_SIZE, COLOURS.muted)], box, "right")


def rule_places(page: SlidePage, marks: ValueMarks, drawing: Drawing) -> None:
    """Rule the hairlines of places, which stand on no even steps."""
    for place in marks.words if marks.upside_down else ():
        level = drawing.y(place)
        page.line((drawing.plot.left, level), (drawing.plot.right, level), COLOURS.grid, 2, _("Grid"))


def year_step(years: tuple[int, int], wide: float) -> tuple[int, int]:
    """Return the first year of the axis and every how many years one is named, so that the last one is."""
    first, last = years
    most = int(wide / (width_of("2020", AXIS_SIZE, bold=True) + 0.6 * AXIS_SIZE))
    every = next((step for step in _STEPS if (last - first) // step + 1 <= max(most, 1)), 100)
    return last - math.ceil((last - first) / every) * every, every


def write_rail(page: SlidePage, words: Mapping[int, tuple[str, bool]], plot: Box) -> None:
    """Write under every year whether it has an actual; where the words do not fit, marks with a key."""
    years = sorted(words)
    spacing = (plot.right - plot.left) / len(years)
    top = plot.bottom + 54
    widest = max(width_of(f"● {word}", _RAIL) for word, _filled in words.values())
    spelled = widest * 1.05 + 10 <= spacing
    for place, year in enumerate(years):
        word, filled = words[year]
        text = f"{'●' if filled else '○'} {word}" if spelled else "●" if filled else "○"
        centre = plot.left + (place + 0.5) * spacing
        half = (widest * 1.05 if spelled else min(spacing, _RAIL * 1.4)) / 2
        colour = COLOURS.actual if filled else COLOURS.muted
        page.write([Line(text, _RAIL, colour)], Box(centre - half, top, centre + half, top + _RAIL * LINE), "center")
    if not spelled:
        _key(page, words.values(), plot, top + _RAIL * LINE + 4)


def rail_height(words: Mapping[int, tuple[str, bool]], wide: float) -> float:
    """Return the pixels under the plot that years and rail take."""
    widest = max(width_of(f"● {word}", _RAIL) for word, _filled in words.values())
    lines = 1 if widest * 1.05 + 10 <= wide / len(words) else 2
    return 54 + lines * (_RAIL * LINE + 4)


def _key(page: SlidePage, words: Iterable[tuple[str, bool]], plot: Box, top: float) -> None:
    said = dict.fromkeys(words)
    text = "   ".join(f"{'●' if filled else '○'} {word}" for word, filled in said)
    wide = width_of(text, _RAIL) * 1.05
    page.write([Line(text, _RAIL, COLOURS.muted)], Box(plot.left, top, plot.left + wide, top + _RAIL * LINE))


def write_without_numbers(page: SlidePage, drawing: Drawing, scene: Scene, alt: str) -> None:
    """Draw a goal that has no number: the years, the way to the due year, and its diamond."""
    plot, level = drawing.plot, (drawing.plot.top + drawing.plot.bottom) / 2
    page.line((plot.left, plot.bottom), (plot.right, plot.bottom), COLOURS.axis, 2, _("Year"))
    for year in range(scene.years[0], scene.years[1] + 1):
        box = Box(drawing.x(year) - 50, plot.bottom + 12, drawing.x(year) + 50, plot.bottom + 12 + AXIS_SIZE * LINE)
        page.write([Line(str(year), AXIS_SIZE, COLOURS.ink, bold=True)], box, "center")
    if scene.due is None:
        return
    if scene.years[0] < scene.due:
        ends = (drawing.x(scene.years[0]), level), (drawing.x(scene.due), level)
        page.line(*ends, COLOURS.needed, 5, _("path"), dashed=True)
    page.diamond((drawing.x(scene.due), level), 36, display_name(scene.report.indicator), alt)
