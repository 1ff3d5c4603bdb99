"""One indicator in successive plans: a diamond per goal, the level reached or implied, and the gap between them."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from tracker.charts.boxes import BELOW, Box, Room
from tracker.charts.drawing import Drawing, Line, block_size, rectangle, stroke
from tracker.charts.glide.timeline import Scene, YearValue, middle
from tracker.charts.heading import Heading, heading
from tracker.charts.lettering import LINE, wrapped
from tracker.charts.marks import hollow, solid, trace
from tracker.charts.palette import Theme, marked
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.charts.ticks import value_range
from tracker.charts.value_axis import value_axis, widest_tick
from tracker.charts.value_words import display_name, goal_words, point_words, shown_unit, value_words
from tracker.charts.year_axis import year_axis, years_height
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.language import _, difference

_FAR = tuple((side, height) for height in (1.6, 2.4, 3.2, 4.0, 5.2, 6.4, -1.6, -2.4, -3.2) for side in (0.0, -0.4, 0.4))
"""Where a label goes when every place beside its mark is taken."""


@dataclass(frozen=True)
class Succession:
    """The goals of successive plans on one indicator of one zone, by due year."""

    scenes: tuple[Scene, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the actuals that any of the goals is judged by, one per year."""
        return tuple({point.year: point for scene in self.scenes for point in scene.points}.values())

    @property
    def years(self) -> tuple[int, int]:
        """Return the first and last year of the axis."""
        years = [year for scene in self.scenes for year in scene.years]
        plans = [scene.report.plan.start for scene in self.scenes if scene.report.plan.start is not None]
        return min([*years, *plans]), max(years)

    @property
    def values(self) -> list[float]:
        """Return every value that has to fit on the axis."""
        return [value for scene in self.scenes for value in scene.values] or [0.0, 1.0]

    def level_after(self, place: int) -> tuple[YearValue | None, bool]:
        """Return what a goal came to: the actual of its due year or the first later, else a later plan's start.

        The second says whether that start is only implied.
        """
        due = self.scenes[place].due or 0
        later = sorted((point.year, middle(point)) for point in self.points if point.year >= due)
        if later:
            return later[0], False
        starts = (scene for scene in self.scenes[place + 1 :] if scene.start and scene.start[0] >= due)
        found = next(starts, None)
        return (found.start, found.implied) if found else (None, False)


def successive(
    reports: Sequence[GoalReport],
    headline: str = "",
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
) -> go.Figure:
    """Draw the goals of successive plans; no line joins them, for it would read as a trend."""
    dated = sorted(
        (report for report in reports if report.goal.due is not None), key=lambda report: report.goal.due or 0
    )
    if not dated:
        raise ValueError("successive() draws goals with a due year; none was given")
    sheet, all_goals = Sheet(theme, *size), Succession(tuple(Scene(report) for report in dated))
    reading = _("diamond = goal, solid = actual, open circle = implied level, dashes = path")
    name = display_name(dated[0].indicator)
    head = heading(sheet, headline, name if sheet.narrow else f"{name}  ·  {reading}", source, shown=title)
    drawing = _drawing(sheet, head, all_goals)
    room = Room(Box(drawing.plot.left + 2, drawing.plot.top, sheet.width - 4.0, drawing.plot.bottom))
    for place in range(len(all_goals.scenes)):
        _plan(drawing, all_goals, place, room)
    _marks(drawing, all_goals, room)
    for place in range(len(all_goals.scenes)):
        _goal_label(drawing, all_goals.scenes[place], room, last=place == len(all_goals.scenes) - 1)
    for place in range(len(all_goals.scenes)):
        _gap(drawing, all_goals, place, room)
    _levels(drawing, all_goals, room)
    head.write(drawing)
    unit = shown_unit(dated[0])
    return drawing.figure(year_axis(drawing, all_goals.years), value_axis(drawing, unit, ()))


def _drawing(sheet: Sheet, head: Heading, all_goals: Succession) -> Drawing:
    low, high = value_range(all_goals.values)
    high += (high - low) * 0.12
    top = head.top + sheet.px(40)
    bottom = max(top + 40, head.bottom - years_height(sheet, rail=False) - sheet.px(20))
    unit = shown_unit(all_goals.scenes[0].report)
    left = head.left + widest_tick(sheet, unit, (low, high), (), bottom - top) + sheet.font(14)
    right = sheet.width - (sheet.width * 0.06 if sheet.narrow else 0.2 * sheet.width)
    first, last = all_goals.years
    pad = 0.06 * max(1, last - first)
    return Drawing(sheet, Box(left, top, right, bottom), (first - pad, last + pad / 2), (low, high))


def _plan(drawing: Drawing, all_goals: Succession, place: int, room: Room) -> None:
    """Draw a plan's years as a band with its name at the top."""
    scene, sheet = all_goals.scenes[place], drawing.sheet
    plan, due = scene.report.plan, scene.due or all_goals.years[1]
    start = plan.start if plan.start is not None else scene.years[0]
    ends = (start, max(due, plan.end or due))
    drawing.shapes.append(rectangle(ends, (0, 1), sheet.colours.card, yref="paper"))
    left, wide = drawing.x(ends[0]) + sheet.mark(14), drawing.x(ends[1]) - drawing.x(ends[0]) - sheet.mark(20)
    size = sheet.font(26)
    names = wrapped(plan.name, size, wide, bold=True)
    lines = [Line(name, size, sheet.colours.muted, bold=True) for name in names]
    across, high = block_size(lines)
    box = Box(left, drawing.plot.top + 4, left + across, drawing.plot.top + 4 + high)
    # Plans may overlap: a later one's name then goes a line lower.
    while not room.free(box) and box.bottom + size < drawing.plot.bottom:
        box = Box(box.left, box.top + size * LINE + 3, box.right, box.bottom + size * LINE + 3)
    room.taken.append(box)
    drawing.write(lines, box)


def _marks(drawing: Drawing, all_goals: Succession, room: Room) -> None:
    sheet, ink = drawing.sheet, drawing.sheet.colours.actual
    dash = f"{sheet.mark(10):.1f}px,{sheet.mark(10):.1f}px"
    for scene in all_goals.scenes:
        if scene.path:
            line = {"color": sheet.colours.needed, "width": sheet.mark(5), "dash": dash}
            drawing.traces.append(trace(_("path"), scene.path, mode="lines") | {"line": line})
            room.draw_line([(drawing.x(year), drawing.y(value)) for year, value in scene.path])
    spots = sorted((point.year, middle(point)) for point in all_goals.points)
    if spots:
        hover = [f"{point.year}: {point_words(point, all_goals.scenes[0].report)}" for point in all_goals.points]
        line = {"color": ink, "width": sheet.mark(8)}
        marker = solid(drawing, sheet.mark(26), ink)
        drawing.traces.append(
            trace(_("actual"), spots, mode="lines+markers", hover=hover) | {"line": line, "marker": marker}
        )
    for scene in all_goals.scenes:
        if scene.start and not scene.from_zero:
            marker = hollow(drawing, sheet.mark(28), sheet.mark(6), ink)
            name = _("implied") if scene.implied else _("start")
            drawing.traces.append(trace(name, [scene.start], mode="markers", hover=[name]) | {"marker": marker})
    goals = [(scene.due or 0, value) for scene in all_goals.scenes for value in scene.thresholds]
    diamond = hollow(drawing, sheet.mark(34), sheet.mark(7), sheet.colours.ink) | {"symbol": "diamond"}
    drawing.traces.append(trace(_("goal"), goals, mode="markers") | {"marker": diamond})
    starts = [scene.start for scene in all_goals.scenes if scene.start]
    for year, value in [*spots, *starts, *goals]:
        reach = sheet.mark(20)
        x, y = drawing.x(year), drawing.y(value)
        room.taken.append(Box(x - reach, y - reach, x + reach, y + reach))
    room.draw_line([(drawing.x(year), drawing.y(value)) for year, value in spots])


def _goal_label(drawing: Drawing, scene: Scene, room: Room, *, last: bool) -> None:
    """Write a goal beside its diamond: at its right where nothing follows, else at its left."""
    if not scene.thresholds:
        return
    sheet, spot = drawing.sheet, (drawing.x(scene.due or 0), drawing.y(scene.thresholds[-1]))
    lines = [Line(goal_words(scene.report), sheet.font(40), sheet.colours.ink, bold=True)]
    lines.append(Line(_("goal for {year}").format(year=scene.due), sheet.font(28), sheet.colours.muted))
    right, left = ((1, 0.0), (1, -0.4), (1, 0.4)), ((-1, 0.0), (-1, 0.4), (-1, -0.4), (-0.8, -1), (-0.8, 1))
    sides = (*right, *left) if last and not sheet.narrow else (*left, *right)
    box = room.place(spot, block_size(lines), [*sides, (0, -1), (0, 1), *_FAR], sheet.mark(30), must=True)
    if box:
        drawing.write(lines, box, "right" if box.right <= spot[0] else "left")


def _gap(drawing: Drawing, all_goals: Succession, place: int, room: Room) -> None:
    """Draw the gap from a goal to what it came to, with the words; in its status colour unless only implied."""
    scene, (level, implied) = all_goals.scenes[place], all_goals.level_after(place)
    if level is None or not scene.thresholds or abs(level[1] - scene.thresholds[0]) < 1e-9:
        return
    sheet, report, target = drawing.sheet, scene.report, scene.thresholds[0]
    colour = sheet.colours.muted if implied else sheet.colours.status[report.group]
    line = {"color": sheet.colours.needed, "width": sheet.mark(3), "dash": "dot"}
    drawing.shapes.append(stroke((scene.due or 0, level[0]), (target, target), line))
    drawing.shapes.append(stroke((level[0], level[0]), (target, level[1]), {"color": colour, "width": sheet.mark(6)}))
    _arrow(drawing, target, level, colour)
    apart = difference(abs(level[1] - target), report.unit, bare=True)
    above = (level[1] > target) != scene.rank
    said = _gap_pattern(sheet, above=above).format(gap=apart, year=scene.due)
    said = _("{gap}, from an implied value").format(gap=said) if implied else marked(report.group, said)
    size = sheet.font(30)
    most = (0.4 if sheet.narrow else 0.3) * sheet.width
    lines = [Line(text, size, colour, bold=True) for text in wrapped(said, size, most, bold=True, most=3)]
    spot = (drawing.x(level[0]), (drawing.y(target) + drawing.y(level[1])) / 2)
    near = [(side, height) for height in (0.0, 0.6, -0.6, 1.2) for side in (-1.0, 1.0)]
    sides = [*near, *_FAR]
    if box := room.place(spot, block_size(lines), sides, sheet.mark(20), must=True):
        drawing.write(lines, box, "right" if box.right <= spot[0] else "left")


def _gap_pattern(sheet: Sheet, *, above: bool) -> str:
    if sheet.narrow:
        return _("{gap} above") if above else _("{gap} below")
    return _("{gap} above the goal for {year}") if above else _("{gap} below the goal for {year}")


def _arrow(drawing: Drawing, target: float, level: YearValue, colour: str) -> None:
    """Draw the head of a gap's line at the level, where the gap is long enough to have one."""
    sheet, down = drawing.sheet, drawing.y(level[1]) > drawing.y(target)
    if abs(drawing.y(level[1]) - drawing.y(target)) < sheet.mark(80):
        return
    pixel = (drawing.y_range[1] - drawing.y_range[0]) / (drawing.plot.bottom - drawing.plot.top)
    tip = level[1] + (1 if down else -1) * sheet.mark(28) * pixel
    symbol = "triangle-down" if down else "triangle-up"
    marker = {"symbol": symbol, "size": sheet.mark(24), "color": colour, "opacity": 1}
    drawing.traces.append(trace(_("gap"), [(level[0], tip)], mode="markers") | {"marker": marker})


def _levels(drawing: Drawing, all_goals: Succession, room: Room) -> None:
    """Label implied starts with the word, and the latest actual."""
    sheet = drawing.sheet
    for scene in all_goals.scenes:
        if scene.start and not scene.from_zero and scene.start[0] not in {point.year for point in all_goals.points}:
            value = value_words(scene.start[1], shown_unit(scene.report))
            word = _("implied, no actual published") if scene.implied else _("start")
            lines = [Line(value, sheet.font(36), sheet.colours.actual, bold=True)]
            lines.append(Line(word, sheet.font(26), sheet.colours.muted))
            _place(drawing, scene.start, lines, room, must=True)
    points = sorted(all_goals.points, key=lambda point: point.year)
    dues = {scene.due for scene in all_goals.scenes}
    shown = [*points[-1:], *(point for point in points[:-1] if point.year in dues), *points[:1]]
    for place, point in enumerate(dict.fromkeys(shown)):
        words = point_words(point, all_goals.scenes[0].report)
        lines = [Line(words, sheet.font(30), sheet.colours.actual, bold=True)]
        _place(drawing, (point.year, middle(point)), lines, room, must=place == 0)


def _place(drawing: Drawing, mark: YearValue, lines: list[Line], room: Room, *, must: bool) -> None:
    spot = (drawing.x(mark[0]), drawing.y(mark[1]))
    sides = [(1, 0.6), *BELOW, (0, -1), (-1, 0.6)]
    box = room.place(spot, block_size(lines), sides, drawing.sheet.mark(22), must=must)
    if box:
        drawing.write(lines, box, "center")
