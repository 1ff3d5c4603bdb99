"""One indicator across zones over the years, every line labelled at its end; no legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import plotly.graph_objects as go

from tracker.charts.boxes import ABOVE, Box, Room, spread
from tracker.charts.drawing import Drawing, Line, block_size
from tracker.charts.glide.timeline import middle
from tracker.charts.heading import Heading, heading
from tracker.charts.lettering import shortened
from tracker.charts.marks import hollow, solid, trace
from tracker.charts.palette import Theme
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.charts.ticks import value_range
from tracker.charts.value_axis import value_axis, widest_tick
from tracker.charts.value_words import value_words
from tracker.charts.year_axis import year_axis, years_height
from tracker.domain.assessment.verdicts import Point
from tracker.language import _

MOST_ZONES = 12
"""A figure labels at most so many zones."""


@dataclass(frozen=True, slots=True)
class ZoneSeries:
    """One zone's actuals of the indicator and its goals, as due years and values; the chosen zone stands out.

    `asked` says each goal in the words of its plan ("over 2,000").
    """

    zone: str
    points: tuple[Point, ...]
    chosen: bool = False
    goals: tuple[tuple[int, float], ...] = ()
    asked: tuple[str, ...] = ()

    def wants(self, place: int, unit: str) -> str:
        """Return what one of the goals wants in words, its value alone where the plan's are not given."""
        return self.asked[place] if place < len(self.asked) else value_words(self.goals[place][1], unit)

    @property
    def known(self) -> list[tuple[int, float]]:
        """Return years and values, in order."""
        return sorted((p.year, middle(p)) for p in self.points if p.low is not None or p.high is not None)


def series_by_zone(
    series: Sequence[ZoneSeries],
    unit: str,
    headline: str = "",
    *,
    indicator: str = "",
    source: str = "",
    rank: bool = False,
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
) -> go.Figure:
    """Draw a line per zone that has an actual or a goal; a diamond is a goal, a thin line crosses missing years."""
    shown = [one for one in series if one.known or one.goals][:MOST_ZONES]
    if not shown:
        raise ValueError("series_by_zone() draws actuals or goals; none was given")
    sheet = Sheet(theme, *size)
    reading = _("line = actual, diamond = goal") if any(one.goals for one in shown) else _("line = actual")
    said = [part for part in (indicator, reading) if part]
    head = heading(sheet, headline, "  ·  ".join(said), source, shown=title)
    drawing = _drawing(sheet, head, shown, unit, rank=rank)
    for one in sorted(shown, key=lambda one: one.chosen):
        _zone(drawing, one, unit)
    _goal_labels(drawing, shown, unit)
    _labels(drawing, shown, unit)
    head.write(drawing)
    years = [year for one in shown for year, _value in (*one.known, *one.goals)]
    return drawing.figure(year_axis(drawing, (min(years), max(years))), value_axis(drawing, unit, (), rank=rank))


def _drawing(sheet: Sheet, head: Heading, series: Sequence[ZoneSeries], unit: str, *, rank: bool) -> Drawing:
    marks = [mark for one in series for mark in (*one.known, *one.goals)]
    values, years = [value for _year, value in marks], [year for year, _value in marks]
    ends = (max(values) * 1.12, 0.2) if rank else value_range(values)
    top = head.top + sheet.px(40)
    bottom = max(top + 40, head.bottom - years_height(sheet, rail=False) - sheet.px(20))
    left = head.left + widest_tick(sheet, unit, ends, (), bottom - top) + sheet.font(14)
    widest = max(block_size(_lines(sheet, one, unit))[0] for one in series)
    right = sheet.width - widest - sheet.mark(34)
    pad = 0.05 * max(1, max(years) - min(years))
    return Drawing(sheet, Box(left, top, right, bottom), (min(years) - pad, max(years) + pad), ends)


def _colour(sheet: Sheet, one: ZoneSeries) -> str:
    return sheet.colours.actual if one.chosen else sheet.colours.needed


def _zone(drawing: Drawing, one: ZoneSeries, unit: str) -> None:
    sheet, colour = drawing.sheet, _colour(drawing.sheet, one)
    wide = sheet.mark(8 if one.chosen else 5)
    for together, pairs in groupby(pairwise(one.known), key=lambda pair: pair[1][0] - pair[0][0] == 1):
        run = list(pairs)
        line = {"color": colour, "width": wide if together else wide / 3}
        drawing.traces.append(trace(one.zone, [run[0][0], *(end for _s, end in run)], mode="lines") | {"line": line})
    if one.known:
        hover = [f"{one.zone}, {year}: {value_words(value, unit)}" for year, value in one.known]
        marker = solid(drawing, sheet.mark(24 if one.chosen else 18), colour)
        drawing.traces.append(trace(one.zone, one.known, mode="markers", hover=hover) | {"marker": marker})
    if one.goals:
        said = _("{zone}: goal of {value} for {year}")
        hover = [
            said.format(zone=one.zone, value=one.wants(at, unit), year=goal[0]) for at, goal in enumerate(one.goals)
        ]
        marker = hollow(drawing, sheet.mark(28), sheet.mark(6), colour) | {"symbol": "diamond"}
        drawing.traces.append(trace(_("goal"), one.goals, mode="markers", hover=hover) | {"marker": marker})


def _goal_labels(drawing: Drawing, series: Sequence[ZoneSeries], unit: str) -> None:
    """Write each goal's value and year beside its diamond, and whose it is where several zones are drawn."""
    sheet, plot = drawing.sheet, drawing.plot
    room = Room(Box(plot.left + 2, plot.top, plot.right + sheet.mark(10), plot.bottom))
    for one in series:
        spots = [(drawing.x(year), drawing.y(value)) for year, value in one.known]
        room.draw_line(spots)
        marks = [*spots, *((drawing.x(year), drawing.y(value)) for year, value in one.goals)]
        reach = sheet.mark(17)
        room.taken.extend(Box(x - reach, y - reach, x + reach, y + reach) for x, y in marks)
    for one in series:
        for at, (due, value) in enumerate(one.goals):
            said = _("{value} by {year}").format(value=one.wants(at, unit), year=due)
            lines = [Line(said, sheet.font(28), sheet.colours.ink, bold=True)]
            if len(series) > 1 and not sheet.narrow:
                name = shortened(one.zone, sheet.font(24), sheet.width * 0.2)
                lines.append(Line(name, sheet.font(24), sheet.colours.muted))
            spot = (drawing.x(due), drawing.y(value))
            if box := room.place(spot, block_size(lines), ABOVE, sheet.mark(24), must=True):
                drawing.write(lines, box, "right" if box.right <= spot[0] else "left")


def _lines(sheet: Sheet, one: ZoneSeries, unit: str) -> list[Line]:
    size, room = sheet.font(28), (0.3 if sheet.narrow else 0.24) * sheet.width
    colour = sheet.colours.ink if one.chosen else sheet.colours.muted
    value = value_words(one.known[-1][1], unit) if one.known else _("○ no actual")
    name = shortened(one.zone, size, room, bold=one.chosen)
    return [Line(name, size, colour, bold=one.chosen), Line(value, sheet.font(26), colour, bold=one.chosen)]


def _labels(drawing: Drawing, series: Sequence[ZoneSeries], unit: str) -> None:
    """Write every zone's name and latest value at the right, apart from each other, with a thread to the line's end."""
    sheet = drawing.sheet
    blocks = [_lines(sheet, one, unit) for one in series]
    ends = [(*one.known, *one.goals)[-1] if not one.known else one.known[-1] for one in series]
    gap = max(14 * sheet.k, 3.0)
    if sum(block_size(lines)[1] + gap for lines in blocks) > drawing.plot.bottom - drawing.plot.top:
        blocks = [[_in_one(lines)] for lines in blocks]
    heights = [block_size(lines)[1] for lines in blocks]
    middles = [drawing.y(value) for _year, value in ends]
    placed = spread(middles, heights, gap, drawing.plot.top, drawing.plot.bottom)
    left = drawing.plot.right + sheet.mark(24)
    for lines, height, centre, (year, value) in zip(blocks, heights, placed, ends, strict=True):
        drawing.write(lines, Box(left, centre - height / 2, left + block_size(lines)[0], centre + height / 2))
        _thread(drawing, year, value, centre)


def _in_one(lines: list[Line]) -> Line:
    size = lines[1].size
    return Line(
        shortened(f"{lines[1].text} {lines[0].text}", size, max(line.width for line in lines), bold=lines[0].bold),
        size,
        lines[0].colour,
        lines[0].bold,
    )


def _thread(drawing: Drawing, year: float, value: float, centre: float) -> None:
    """Join a line's end to its label where they do not stand level."""
    end = drawing.x_range[1]
    level = drawing.y_range[0] + (drawing.plot.bottom - centre) / (drawing.plot.bottom - drawing.plot.top) * (
        drawing.y_range[1] - drawing.y_range[0]
    )
    line = {"color": drawing.sheet.colours.grid, "width": max(1.0, drawing.sheet.px(2))}
    drawing.traces.append(
        trace(_("label"), [(year, value), (end, level)], mode="lines") | {"line": line, "cliponaxis": False}
    )
    drawing.traces.insert(0, drawing.traces.pop())
