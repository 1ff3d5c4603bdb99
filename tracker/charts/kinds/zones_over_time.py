"""One indicator across zones over the years, every line labelled at its end; no legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.axes import value_axis, widest_tick, year_axis, years_height
from tracker.charts.boxes import ABOVE, Box, Room, spread
from tracker.charts.content import Content, NumberTable, Setting
from tracker.charts.glide.path_marks import joined
from tracker.charts.glide.timeline import middle
from tracker.charts.heading import Heading, heading
from tracker.charts.kinds.runs_by_year import office_by_year
from tracker.charts.lettering import Line, block_size, cut_to
from tracker.charts.office import Column, Edge, Look, Marker, NumberSheet
from tracker.charts.palette import Theme
from tracker.charts.scene import Run, Scene, Stroke, hollow, solid
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.charts.ticks import value_range
from tracker.charts.value_words import value_words
from tracker.domain.assessment.verdicts import Point
from tracker.language import MISSING, _, comparator_words

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
    office: bool = False,
) -> Scene:
    """Return a line per zone that has an actual or a goal; a diamond is a goal, a thin line crosses missing years."""
    shown = [zone for zone in series if zone.known or zone.goals][:MOST_ZONES]
    if not shown:
        raise ValueError("series_by_zone() draws actuals or goals; none was given")
    sheet = Sheet(theme, *size, office=office)
    reading = _("line = actual, diamond = goal") if any(zone.goals for zone in shown) else _("line = actual")
    parts = [part for part in (indicator, reading) if part]
    head = heading(sheet, headline, "  ·  ".join(parts), source, shown=title)
    scene = _scene(sheet, head, shown, unit, rank=rank)
    for zone in sorted(shown, key=lambda zone: zone.chosen):
        _zone(scene, zone, unit)
    _goal_labels(scene, shown, unit)
    _labels(scene, shown, unit)
    head.write(scene)
    years = [year for zone in shown for year, _value in (*zone.known, *zone.goals)]
    if office:
        scene.office, scene.numbers = office_by_year(scene, indicator), _numbers(sheet, series, rank=rank)
    return scene.finished(year_axis(scene, (min(years), max(years))), value_axis(scene, unit, rank=rank))


def _scene(sheet: Sheet, head: Heading, series: Sequence[ZoneSeries], unit: str, *, rank: bool) -> Scene:
    marks = [mark for zone in series for mark in (*zone.known, *zone.goals)]
    values, years = [value for _year, value in marks], [year for year, _value in marks]
    ends = (max(values) * 1.12, 0.2) if rank else value_range(values)
    top = head.top + sheet.px(40)
    bottom = max(top + 40, head.bottom - years_height(sheet, rail=False) - sheet.px(20))
    left = head.left + widest_tick(sheet, unit, ends, {}, bottom - top) + sheet.font(14)
    widest = max(block_size(_lines(sheet, zone, unit))[0] for zone in series)
    right = sheet.width - widest - sheet.mark(34)
    pad = 0.5 if sheet.office else 0.05 * max(1, max(years) - min(years))
    return Scene(sheet, Box(left, top, right, bottom), (min(years) - pad, max(years) + pad), ends)


def _colour(sheet: Sheet, zone: ZoneSeries) -> str:
    return sheet.colours.actual if zone.chosen else sheet.colours.needed


def _zone(scene: Scene, zone: ZoneSeries, unit: str) -> None:
    sheet, colour = scene.sheet, _colour(scene.sheet, zone)
    wide = sheet.mark(8 if zone.chosen else 5)
    scene.marks += joined(zone.zone, zone.known, Stroke(colour, wide), wide / 3)
    if zone.known:
        hover = [f"{zone.zone}, {year}: {value_words(value, unit)}" for year, value in zone.known]
        dot = solid(scene, sheet.mark(24 if zone.chosen else 18), colour)
        scene.marks.append(Run(name=zone.zone, spots=zone.known, dot=dot, hover=hover))
    if zone.goals:
        pattern = _("{zone}: goal of {value} for {year}")
        hover = [
            pattern.format(zone=zone.zone, value=zone.wants(at, unit), year=goal[0])
            for at, goal in enumerate(zone.goals)
        ]
        dot = hollow(scene, sheet.mark(28), sheet.mark(6), colour, "diamond")
        scene.marks.append(Run(name=_("goal"), spots=zone.goals, dot=dot, hover=hover))


def _goal_labels(scene: Scene, series: Sequence[ZoneSeries], unit: str) -> None:
    """Write each goal's value and year beside its diamond, and whose it is where several zones are drawn."""
    sheet, plot = scene.sheet, scene.plot
    room = Room(Box(plot.left + 2, plot.top, plot.right + sheet.mark(10), plot.bottom))
    for zone in series:
        spots = [scene.spot(mark) for mark in zone.known]
        room.draw_line(spots)
        marks = [*spots, *map(scene.spot, zone.goals)]
        reach = sheet.mark(17)
        room.taken.extend(Box(x - reach, y - reach, x + reach, y + reach) for x, y in marks)
    for zone in series:
        for at, (due, value) in enumerate(zone.goals):
            text = _("{value} by {year}").format(value=zone.wants(at, unit), year=due)
            lines = [Line(text, sheet.font(28), sheet.colours.ink, bold=True)]
            if len(series) > 1 and not sheet.narrow:
                name = Line(zone.zone, sheet.font(24), sheet.colours.muted)
                lines.append(cut_to(name, sheet.width * 0.2))
            spot = scene.spot((due, value))
            if box := room.place(spot, block_size(lines), ABOVE, sheet.mark(24), must=True):
                scene.write(lines, box, "right" if box.right <= spot[0] else "left")


def _lines(sheet: Sheet, zone: ZoneSeries, unit: str) -> list[Line]:
    size, room = sheet.font(28), (0.3 if sheet.narrow else 0.24) * sheet.width
    colour = sheet.colours.ink if zone.chosen else sheet.colours.muted
    value = value_words(zone.known[-1][1], unit) if zone.known else _("○ no actual")
    name = cut_to(Line(zone.zone, size, colour, bold=zone.chosen), room)
    return [name, Line(value, sheet.font(26), colour, bold=zone.chosen)]


def _labels(scene: Scene, series: Sequence[ZoneSeries], unit: str) -> None:
    """Write every zone's name and latest value at the right, apart from each other, with a thread to the line's end."""
    sheet = scene.sheet
    blocks = [_lines(sheet, zone, unit) for zone in series]
    ends = [(*zone.known, *zone.goals)[-1] if not zone.known else zone.known[-1] for zone in series]
    gap = max(14 * sheet.k, 3.0)
    if sum(block_size(lines)[1] + gap for lines in blocks) > scene.plot.bottom - scene.plot.top:
        blocks = [[_in_one(lines)] for lines in blocks]
    heights = [block_size(lines)[1] for lines in blocks]
    middles = [scene.y(value) for _year, value in ends]
    placed = spread(middles, heights, gap, scene.plot.top, scene.plot.bottom)
    left = scene.plot.right + sheet.mark(24)
    for lines, height, centre, (year, value) in zip(blocks, heights, placed, ends, strict=True):
        scene.put(lines, left, centre - height / 2)
        _thread(scene, year, value, centre)


def _in_one(lines: list[Line]) -> Line:
    """Return a zone's value and name as one line no wider than the two."""
    name, value = lines
    return cut_to(Line(f"{value.text} {name.text}", value.size, name.colour, name.bold), block_size(lines)[0])


def _thread(scene: Scene, year: float, value: float, centre: float) -> None:
    """Join a line's end to its label where they do not stand level."""
    end = scene.x_range[1]
    level = scene.y_range[0] + (scene.plot.bottom - centre) / (scene.plot.bottom - scene.plot.top) * (
        scene.y_range[1] - scene.y_range[0]
    )
    line = Stroke(scene.sheet.colours.grid, max(1.0, scene.sheet.px(2)))
    scene.marks.insert(0, Run(name=_("label"), spots=[(year, value), (end, level)], stroke=line, series=False))


def _numbers(sheet: Sheet, series: Sequence[ZoneSeries], *, rank: bool) -> NumberSheet:
    """Return a column per zone, drawn where it has actuals."""
    years = sorted({point.year for zone in series for point in zone.points})
    columns = [Column(_("Year"), years)]
    for layer, zone in enumerate(series):
        known = {point.year: middle(point) for point in zone.points}
        colour = _colour(sheet, zone)
        look = Look(layer, line=Edge(colour, 3 if zone.chosen else 2), mark=Marker("circle", 7, colour))
        columns.append(Column(zone.zone, [known.get(year) for year in years], (look,) if zone.points else ()))
    return NumberSheet(columns=tuple(columns), form="line", upside_down=rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonesOverTime(Content):
    """One indicator in several zones over the years, counted in a unit; a rank is better the smaller it is."""

    series: tuple[ZoneSeries, ...]
    unit: str
    indicator: str
    rank: bool = False

    def scene(self, setting: Setting) -> Scene:
        """Return a line per zone."""
        below, drawn = setting.below, setting.drawn
        name, rank = self.indicator, self.rank
        return series_by_zone(
            self.series, self.unit, setting.headline, indicator=name, source=below, rank=rank, **drawn
        )

    def table(self) -> NumberTable:
        """Return a row per year, a column per zone."""
        known = {
            zone.zone: {point.year: _point_words(point, self.unit) for point in zone.points} for zone in self.series
        }
        years = sorted({year for words in known.values() for year in words})
        rows = tuple((str(year), *(words.get(year, MISSING) for words in known.values())) for year in years)
        return NumberTable((_("Year"), *known), rows)


def _point_words(point: Point, unit: str) -> str:
    if point.low is None or point.high is None:
        return comparator_words(point.qualifier.value, point.high if point.low is None else point.low, unit)
    low, high = value_words(point.low, unit), value_words(point.high, unit)
    return low if point.exact else _("{low} to {high}").format(low=low, high=high)
