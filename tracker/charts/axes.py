"""The axes of a chart: years, with a rail that says for each whether there is an actual, and values with the goal."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TypeAlias

from tracker.charts.boxes import Box
from tracker.charts.lettering import LINE, Line, block_size, broken, width_of
from tracker.charts.scene import Axis, Scene, Stroke, circle
from tracker.charts.sheet import Sheet
from tracker.charts.ticks import decimals_for, rank_ticks, value_ticks, year_ticks
from tracker.charts.value_words import value_words
from tracker.language import _

RailWords: TypeAlias = Mapping[int, tuple[str, bool]]
"""For every year its word, and whether its dot is filled."""
GoalMarks: TypeAlias = Mapping[float, str]
"""The values that goals ask for, with their words."""
_COUNTED = 5
"""An axis this long whose goal is a whole number has whole ticks, for half an enterprise is none."""
_NEAR = 1.15
"""Ticks nearer to a goal than so many font sizes give way to it."""


def years_height(sheet: Sheet, *, rail: bool) -> float:
    """Return the pixels that the years take, with the rail's line under them."""
    return sheet.font(28) * (LINE + 0.35) + (sheet.font(24) * 1.75 if rail else 0.0)


def most_years(sheet: Sheet, room: float) -> int:
    """Return how many years can be named in a width."""
    size = sheet.font(28)
    return int(room / (width_of("2020", size, bold=True) + 0.6 * size))


def year_axis(scene: Scene, years: tuple[int, int], anchor: int | None = None) -> Axis:
    """Return a year axis: every year where there is room, bold, never a fraction."""
    sheet = scene.sheet
    letters = Line("", sheet.font(28), sheet.colours.ink, bold=True)
    ticks = year_ticks(*years, most_years(sheet, scene.plot.right - scene.plot.left), anchor)
    return Axis(
        ticks=tuple((year, letters.says(str(year))) for year in ticks),
        letters=letters,
        standoff=round(letters.size * 0.25),
        line=Stroke(sheet.colours.axis, max(1.0, sheet.px(2))),
    )


def rail(scene: Scene, words: RailWords) -> None:
    """Draw a dot under every year with its word, filled for an actual; where words do not fit, one key for all."""
    sheet = scene.sheet
    size = sheet.font(24)
    below = years_height(sheet, rail=False) + size * 0.75
    dot = size * 0.72
    years = sorted(words)
    spacing = scene.x(years[1]) - scene.x(years[0]) if len(years) > 1 else scene.plot.right - scene.plot.left
    widest = max(width_of(word, size) for word, _filled in words.values()) + dot * 1.5
    spelled = widest + size * 0.5 <= spacing and _edges_fit(scene, years, widest)
    for year, (word, filled) in words.items():
        colour = sheet.colours.actual if filled else sheet.colours.muted
        if spelled:
            _spelled(scene, year, below, dot, Line(word, size, colour), filled=filled)
        else:
            small = min(dot, spacing * 0.6)
            scene.shapes.append(circle((scene.across(year), 0), (0, -below), small, colour, filled=filled))
    if not spelled:
        lines = _key_lines(sheet, words)
        left = max(2.0, min(scene.plot.left, sheet.width - block_size(lines)[0] - 2))
        scene.put(lines, left, scene.plot.bottom + below + size * 0.7)


def _edges_fit(scene: Scene, years: Sequence[int], widest: float) -> bool:
    return scene.x(years[0]) - widest / 2 >= 0 and scene.x(years[-1]) + widest / 2 <= scene.sheet.width


def _spelled(scene: Scene, year: int, below: float, dot: float, line: Line, *, filled: bool) -> None:
    whole = dot * 1.5 + line.width
    left = scene.x(year) - whole / 2
    moved = ((dot - whole) / 2, -below)
    scene.shapes.append(circle((scene.across(year), 0), moved, dot, line.colour, filled=filled))
    top = scene.plot.bottom + below - line.size * LINE / 2
    scene.write([line], Box(left + dot * 1.5, top, left + whole, top + line.size * LINE))


def _key_lines(sheet: Sheet, words: RailWords) -> list[Line]:
    marks = {word: "●" if filled else "○" for word, filled in words.values()}
    # A dot and its word stay on one line.
    text = "   ".join(f"{mark} {word}".replace(" ", "\u00a0") for word, mark in marks.items())
    return broken(Line(text, sheet.font(24), sheet.colours.muted), sheet.width - 4, 2)


def key_height(sheet: Sheet, words: RailWords) -> float:
    """Return the pixels that the rail's key takes where its words do not fit under the years."""
    return block_size(_key_lines(sheet, words))[1]


def rail_words(first: int, last: int, known: Mapping[int, str], looked_from: int) -> RailWords:
    """Return for every year its word and whether the dot is filled: actual, no actual, not yet due."""
    missing = {year: _("no actual") if year <= looked_from else _("not yet due") for year in range(first, last + 1)}
    return {year: (known.get(year, word), known.get(year) == _("actual")) for year, word in missing.items()}


def value_axis(
    scene: Scene, unit: str, goals: GoalMarks = MappingProxyType({}), *, rank: bool = False, shown: bool = True
) -> Axis:
    """Return a value axis: three to five round ticks with their unit, goals in bold, hairlines across the plot."""
    sheet = scene.sheet
    ticks = _ticks(sheet, scene.y_range, [*goals], scene.plot.bottom - scene.plot.top, rank=rank) if shown else []
    return value_axis_of(sheet, dict(zip(ticks, _words(ticks, goals, unit), strict=True)), [*goals])


def value_axis_of(sheet: Sheet, words: Mapping[float, str], goals: Sequence[float] = ()) -> Axis:
    """Return a value axis of ticks with their words."""
    letters = Line("", sheet.font(28), sheet.colours.muted)
    goal = Line("", letters.size, sheet.colours.ink, bold=True)
    return Axis(
        ticks=tuple((tick, (goal if tick in goals else letters).says(text)) for tick, text in words.items()),
        letters=letters,
        standoff=round(letters.size * 0.35),
        grid=Stroke(sheet.colours.grid, max(1.0, sheet.px(2))),
    )


def widest_tick(sheet: Sheet, unit: str, ends: tuple[float, float], goals: GoalMarks, height: float) -> float:
    """Return the width in pixels of the widest tick's text."""
    ticks = _ticks(sheet, ends, [*goals], height, rank=ends[0] > ends[1])
    return max(width_of(words, sheet.font(28), bold=True) for words in (*_words(ticks, goals, unit), "0"))


def _ticks(
    sheet: Sheet, ends: tuple[float, float], goals: Sequence[float], height: float, *, rank: bool
) -> list[float]:
    low, high = min(ends), max(ends)
    if rank:
        ticks = rank_ticks(high, goals[0] if goals else None)
    else:
        whole = high - low >= _COUNTED and all(float(goal).is_integer() for goal in goals)
        ticks = value_ticks(low, high, goals, whole=whole, most=5 if height > 11 * sheet.font(28) else 4)
    near = _NEAR * sheet.font(28) * (high - low) / height
    return [tick for tick in ticks if tick in goals or all(abs(tick - goal) > near for goal in goals)]


def _words(ticks: Sequence[float], goals: GoalMarks, unit: str) -> list[str]:
    plain = [tick for tick in ticks if tick not in goals]
    step = min((after - before for before, after in pairwise(plain)), default=1.0)
    places = max([decimals_for(step), *(decimals_for(tick) for tick in plain)])
    return [
        goals.get(tick) or ("0" if tick == 0 and unit != "%" else value_words(tick, unit, places)) for tick in ticks
    ]
