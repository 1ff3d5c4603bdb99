"""The years under a chart, and the rail that says for each whether there is an actual."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Drawn, Line, block_size, circle
from tracker.charts.lettering import LINE, width_of, wrapped
from tracker.charts.sheet import Sheet
from tracker.charts.ticks import year_ticks
from tracker.language import _

RailWords: TypeAlias = Mapping[int, tuple[str, bool]]
"""For every year its word, and whether its dot is filled."""


def years_height(sheet: Sheet, *, rail: bool) -> float:
    """Return the pixels that the years take, with the rail's line under them."""
    return sheet.font(28) * (LINE + 0.35) + (sheet.font(24) * 1.75 if rail else 0.0)


def year_axis(drawing: Drawing, years: tuple[int, int], anchor: int | None = None) -> Drawn:
    """Return Plotly's settings of a year axis: every year where there is room, bold, never a fraction."""
    sheet = drawing.sheet
    size = sheet.font(28)
    room = drawing.plot.right - drawing.plot.left
    most = int(room / (width_of("2020", size, bold=True) + 0.6 * size))
    ticks = year_ticks(*years, most, anchor)
    return {
        "tickvals": ticks,
        "ticktext": [f"<b>{year}</b>" for year in ticks],
        "tickfont": {"size": size, "color": sheet.colours.ink},
        "tickangle": 0,
        "ticklabelstandoff": round(size * 0.25),
        "linecolor": sheet.colours.axis,
        "linewidth": max(1.0, sheet.px(2)),
        "showline": True,
    }


def rail(drawing: Drawing, words: RailWords) -> None:
    """Draw a dot under every year with its word, filled for an actual; where words do not fit, one key for all."""
    sheet = drawing.sheet
    size = sheet.font(24)
    below = years_height(sheet, rail=False) + size * 0.75
    dot = size * 0.72
    years = sorted(words)
    spacing = drawing.x(years[1]) - drawing.x(years[0]) if len(years) > 1 else drawing.plot.right - drawing.plot.left
    widest = max(width_of(word, size) for word, _filled in words.values()) + dot * 1.5
    spelled = widest + size * 0.5 <= spacing and _edges_fit(drawing, years, widest)
    for year, (word, filled) in words.items():
        colour = sheet.colours.actual if filled else sheet.colours.muted
        if spelled:
            _spelled(drawing, year, below, dot, Line(word, size, colour), filled=filled)
        else:
            small = min(dot, spacing * 0.6)
            drawing.shapes.append(circle(drawing.across(year), 0, (0, -below), small, colour, filled=filled))
    if not spelled:
        _key(drawing, words, below + size * 0.7)


def _edges_fit(drawing: Drawing, years: Sequence[int], widest: float) -> bool:
    return drawing.x(years[0]) - widest / 2 >= 0 and drawing.x(years[-1]) + widest / 2 <= drawing.sheet.width


def _spelled(drawing: Drawing, year: int, below: float, dot: float, line: Line, *, filled: bool) -> None:
    whole = dot * 1.5 + line.width
    left = drawing.x(year) - whole / 2
    moved = ((dot - whole) / 2, -below)
    drawing.shapes.append(circle(drawing.across(year), 0, moved, dot, line.colour, filled=filled))
    top = drawing.plot.bottom + below - line.size * LINE / 2
    drawing.write([line], Box(left + dot * 1.5, top, left + whole, top + line.size * LINE))


def _key(drawing: Drawing, words: RailWords, below: float) -> None:
    lines = _key_lines(drawing.sheet, words)
    wide, high = block_size(lines)
    left = max(2.0, min(drawing.plot.left, drawing.sheet.width - wide - 2))
    top = drawing.plot.bottom + below
    drawing.write(lines, Box(left, top, left + wide, top + high))


def _key_lines(sheet: Sheet, words: RailWords) -> list[Line]:
    marks = {word: "●" if filled else "○" for word, filled in words.values()}
    # A dot and its word stay on one line.
    text = "   ".join(f"{mark} {word}".replace(" ", "\u00a0") for word, mark in marks.items())
    size = sheet.font(24)
    return [Line(line, size, sheet.colours.muted) for line in wrapped(text, size, sheet.width - 4)]


def key_height(sheet: Sheet, words: RailWords) -> float:
    """Return the pixels that the rail's key takes where its words do not fit under the years."""
    return block_size(_key_lines(sheet, words))[1]


def rail_words(first: int, last: int, known: Mapping[int, str], looked_from: int) -> RailWords:
    """Return for every year its word and whether the dot is filled: actual, no actual, not yet due."""
    missing = {year: _("no actual") if year <= looked_from else _("not yet due") for year in range(first, last + 1)}
    return {year: (known.get(year, word), known.get(year) == _("actual")) for year, word in missing.items()}
