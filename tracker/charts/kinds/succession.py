"""One indicator in successive plans: a diamond per goal, the level reached or implied, and the gap between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.axes import value_axis, widest_tick, year_axis, years_height
from tracker.charts.boxes import BELOW, Box, Room
from tracker.charts.content import Content, NumberTable, Setting, listed_alt
from tracker.charts.glide.captions import describe
from tracker.charts.glide.timeline import Timeline, YearValue, middle
from tracker.charts.heading import Heading, heading
from tracker.charts.kinds.runs_by_year import office_by_year
from tracker.charts.lettering import LINE, Line, block_size, broken
from tracker.charts.palette import Theme, marked
from tracker.charts.scene import Area, Dot, Rule, Run, Scene, Stroke, hollow, solid
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.charts.ticks import value_range
from tracker.charts.value_words import (
    display_name,
    goal_value,
    goal_words,
    point_words,
    shown_unit,
    status_words,
)
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.goal_numbers import style_of
from tracker.language import MISSING, _, difference

_FAR = tuple((side, height) for height in (1.6, 2.4, 3.2, 4.0, 5.2, 6.4, -1.6, -2.4, -3.2) for side in (0.0, -0.4, 0.4))
"""Where a label goes when every place beside its mark is taken."""


@dataclass(frozen=True)
class _Goals:
    """The goals of successive plans on one indicator of one zone, by due year."""

    timelines: tuple[Timeline, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the actuals that any of the goals is judged by, one per year."""
        return tuple({point.year: point for timeline in self.timelines for point in timeline.points}.values())

    @property
    def years(self) -> tuple[int, int]:
        """Return the first and last year of the axis."""
        years = [year for timeline in self.timelines for year in timeline.years]
        plans = [timeline.report.plan.start for timeline in self.timelines if timeline.report.plan.start is not None]
        return min([*years, *plans]), max(years)

    @property
    def values(self) -> list[float]:
        """Return every value that has to fit on the axis."""
        return [value for timeline in self.timelines for value in timeline.values] or [0.0, 1.0]

    def level_after(self, place: int) -> tuple[YearValue | None, bool]:
        """Return what a goal came to: the actual of its due year or the first later, else a later plan's start.

        The second says whether that start is only implied.
        """
        due = self.timelines[place].due or 0
        later = sorted((point.year, middle(point)) for point in self.points if point.year >= due)
        if later:
            return later[0], False
        starts = (timeline for timeline in self.timelines[place + 1 :] if timeline.start and timeline.start[0] >= due)
        start = next(starts, None)
        return (start.start, start.implied) if start else (None, False)


def successive(
    reports: Sequence[GoalReport],
    headline: str = "",
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
    office: bool = False,
) -> Scene:
    """Return the goals of successive plans; no line joins them, for it would read as a trend."""
    dated = sorted(
        (report for report in reports if report.goal.due is not None), key=lambda report: report.goal.due or 0
    )
    if not dated:
        raise ValueError("successive() draws goals with a due year; none was given")
    sheet, all_goals = Sheet(theme, *size, office=office), _Goals(tuple(Timeline(report) for report in dated))
    reading = _("diamond = goal, solid = actual, open circle = implied level, dashes = path")
    name = display_name(dated[0].indicator)
    head = heading(sheet, headline, name if sheet.narrow else f"{name}  ·  {reading}", source, shown=title)
    scene = _scene(sheet, head, all_goals)
    room = Room(Box(scene.plot.left + 2, scene.plot.top, sheet.width - 4.0, scene.plot.bottom))
    for place in range(len(all_goals.timelines)):
        _plan(scene, all_goals, place, room)
    _marks(scene, all_goals, room)
    for place in range(len(all_goals.timelines)):
        _goal_label(scene, all_goals.timelines[place], room, last=place == len(all_goals.timelines) - 1)
    for place in range(len(all_goals.timelines)):
        _gap(scene, all_goals, place, room)
    _levels(scene, all_goals, room)
    head.write(scene)
    unit = shown_unit(dated[0])
    if office:
        scene.office = office_by_year(scene, name)
    return scene.finished(year_axis(scene, all_goals.years), value_axis(scene, unit))


def _scene(sheet: Sheet, head: Heading, all_goals: _Goals) -> Scene:
    low, high = value_range(all_goals.values)
    high += (high - low) * 0.12
    top = head.top + sheet.px(40)
    bottom = max(top + 40, head.bottom - years_height(sheet, rail=False) - sheet.px(20))
    unit = shown_unit(all_goals.timelines[0].report)
    left = head.left + widest_tick(sheet, unit, (low, high), {}, bottom - top) + sheet.font(14)
    right = sheet.width - (sheet.width * 0.06 if sheet.narrow else 0.2 * sheet.width)
    first, last = all_goals.years
    pad = 0.06 * max(1, last - first)
    ends = (first - 0.5, last + 0.5) if sheet.office else (first - pad, last + pad / 2)
    return Scene(sheet, Box(left, top, right, bottom), ends, (low, high))


def _plan(scene: Scene, all_goals: _Goals, place: int, room: Room) -> None:
    """Draw a plan's years as a band with its name at the top."""
    timeline, sheet = all_goals.timelines[place], scene.sheet
    plan, due = timeline.report.plan, timeline.due or all_goals.years[1]
    start = plan.start if plan.start is not None else timeline.years[0]
    ends = (start, max(due, plan.end or due))
    scene.shapes.append(Area(x=ends, fill=sheet.colours.card, whole=True))
    left, wide = scene.x(ends[0]) + sheet.mark(14), scene.x(ends[1]) - scene.x(ends[0]) - sheet.mark(20)
    size = sheet.font(26)
    lines = broken(Line(plan.name, size, sheet.colours.muted, bold=True), wide, 2)
    across, high = block_size(lines)
    box = Box(left, scene.plot.top + 4, left + across, scene.plot.top + 4 + high)
    # Plans may overlap: a later one's name then goes a line lower.
    while not room.free(box) and box.bottom + size < scene.plot.bottom:
        box = Box(box.left, box.top + size * LINE + 3, box.right, box.bottom + size * LINE + 3)
    room.taken.append(box)
    scene.write(lines, box)


def _marks(scene: Scene, all_goals: _Goals, room: Room) -> None:
    sheet, ink = scene.sheet, scene.sheet.colours.actual
    dash = f"{sheet.mark(10):.1f}px,{sheet.mark(10):.1f}px"
    for timeline in all_goals.timelines:
        if timeline.path:
            stroke = Stroke(sheet.colours.needed, sheet.mark(5), dash)
            scene.marks.append(Run(name=_("path"), spots=timeline.path, stroke=stroke))
            room.draw_line([scene.spot(mark) for mark in timeline.path])
    spots = sorted((point.year, middle(point)) for point in all_goals.points)
    if spots:
        hover = [f"{point.year}: {point_words(point, all_goals.timelines[0].report)}" for point in all_goals.points]
        stroke, dot = Stroke(ink, sheet.mark(8)), solid(scene, sheet.mark(26), ink)
        scene.marks.append(Run(name=_("actual"), spots=spots, stroke=stroke, dot=dot, hover=hover))
    for timeline in all_goals.timelines:
        if timeline.start and not timeline.from_zero:
            dot = hollow(scene, sheet.mark(28), sheet.mark(6), ink)
            name = _("implied") if timeline.implied else _("start")
            scene.marks.append(Run(name=name, spots=[timeline.start], dot=dot, hover=[name]))
    goals = [(timeline.due or 0, value) for timeline in all_goals.timelines for value in timeline.thresholds]
    diamond = hollow(scene, sheet.mark(34), sheet.mark(7), sheet.colours.ink, "diamond")
    scene.marks.append(Run(name=_("goal"), spots=goals, dot=diamond))
    starts = [timeline.start for timeline in all_goals.timelines if timeline.start]
    for x, y in map(scene.spot, [*spots, *starts, *goals]):
        reach = sheet.mark(20)
        room.taken.append(Box(x - reach, y - reach, x + reach, y + reach))
    room.draw_line([scene.spot(mark) for mark in spots])


def _goal_label(scene: Scene, timeline: Timeline, room: Room, *, last: bool) -> None:
    """Write a goal beside its diamond: at its right where nothing follows, else at its left."""
    if not timeline.thresholds:
        return
    sheet, spot = scene.sheet, scene.spot((timeline.due or 0, timeline.thresholds[-1]))
    lines = [Line(goal_words(timeline.report), sheet.font(40), sheet.colours.ink, bold=True)]
    lines.append(Line(_("goal for {year}").format(year=timeline.due), sheet.font(28), sheet.colours.muted))
    right, left = ((1, 0.0), (1, -0.4), (1, 0.4)), ((-1, 0.0), (-1, 0.4), (-1, -0.4), (-0.8, -1), (-0.8, 1))
    sides = (*right, *left) if last and not sheet.narrow else (*left, *right)
    box = room.place(spot, block_size(lines), [*sides, (0, -1), (0, 1), *_FAR], sheet.mark(30), must=True)
    if box:
        scene.write(lines, box, "right" if box.right <= spot[0] else "left")


def _gap(scene: Scene, all_goals: _Goals, place: int, room: Room) -> None:
    """Draw the gap from a goal to what it came to, with the words; in its status colour unless only implied."""
    timeline, (level, implied) = all_goals.timelines[place], all_goals.level_after(place)
    if level is None or not timeline.thresholds or abs(level[1] - timeline.thresholds[0]) < 1e-9:
        return
    sheet, report, target = scene.sheet, timeline.report, timeline.thresholds[0]
    colour = sheet.colours.muted if implied else sheet.colours.status[report.group]
    dots = Stroke(sheet.colours.needed, sheet.mark(3), "dot")
    scene.shapes.append(Rule(x=(timeline.due or 0, level[0]), y=(target, target), stroke=dots))
    thick = Stroke(colour, sheet.mark(6))
    scene.shapes.append(Rule(x=(level[0], level[0]), y=(target, level[1]), stroke=thick))
    _arrow(scene, target, level, colour)
    style, away = style_of(report), abs(level[1] - target)
    apart = difference(style.printed(away), report.unit, decimals=style.places(away), bare=True)
    above = (level[1] > target) != timeline.rank
    text = _gap_pattern(sheet, above=above).format(gap=apart, year=timeline.due)
    text = _("{gap}, from an implied value").format(gap=text) if implied else marked(report.group, text)
    room_across = (0.4 if sheet.narrow else 0.3) * sheet.width
    lines = broken(Line(text, sheet.font(30), colour, bold=True), room_across, 3)
    spot = (scene.x(level[0]), (scene.y(target) + scene.y(level[1])) / 2)
    near = [(side, height) for height in (0.0, 0.6, -0.6, 1.2) for side in (-1.0, 1.0)]
    sides = [*near, *_FAR]
    if box := room.place(spot, block_size(lines), sides, sheet.mark(20), must=True):
        scene.write(lines, box, "right" if box.right <= spot[0] else "left")


def _gap_pattern(sheet: Sheet, *, above: bool) -> str:
    if sheet.narrow:
        return _("{gap} above") if above else _("{gap} below")
    return _("{gap} above the goal for {year}") if above else _("{gap} below the goal for {year}")


def _arrow(scene: Scene, target: float, level: YearValue, colour: str) -> None:
    """Draw the head of a gap's line at the level, where the gap is long enough to have one."""
    sheet, down = scene.sheet, scene.y(level[1]) > scene.y(target)
    if abs(scene.y(level[1]) - scene.y(target)) < sheet.mark(80):
        return
    pixel = (scene.y_range[1] - scene.y_range[0]) / (scene.plot.bottom - scene.plot.top)
    tip = level[1] + (1 if down else -1) * sheet.mark(28) * pixel
    dot = Dot(sheet.mark(24), colour, "triangle-down" if down else "triangle-up")
    scene.marks.append(Run(name=_("gap"), spots=[(level[0], tip)], dot=dot, series=False))


def _levels(scene: Scene, all_goals: _Goals, room: Room) -> None:
    """Label implied starts with the word, and the latest actual."""
    sheet = scene.sheet
    for timeline in all_goals.timelines:
        if (
            timeline.start
            and not timeline.from_zero
            and timeline.start[0] not in {point.year for point in all_goals.points}
        ):
            value = goal_value(timeline.start[1], timeline.report)
            word = _("implied, no actual published") if timeline.implied else _("start")
            lines = [Line(value, sheet.font(36), sheet.colours.actual, bold=True)]
            lines.append(Line(word, sheet.font(26), sheet.colours.muted))
            _place(scene, timeline.start, lines, room, must=True)
    points = sorted(all_goals.points, key=lambda point: point.year)
    dues = {timeline.due for timeline in all_goals.timelines}
    shown = [*points[-1:], *(point for point in points[:-1] if point.year in dues), *points[:1]]
    for place, point in enumerate(dict.fromkeys(shown)):
        words = point_words(point, all_goals.timelines[0].report)
        lines = [Line(words, sheet.font(30), sheet.colours.actual, bold=True)]
        _place(scene, (point.year, middle(point)), lines, room, must=place == 0)


def _place(scene: Scene, mark: YearValue, lines: list[Line], room: Room, *, must: bool) -> None:
    sides = [(1, 0.6), *BELOW, (0, -1), (-1, 0.6)]
    box = room.place(scene.spot(mark), block_size(lines), sides, scene.sheet.mark(22), must=must)
    if box:
        scene.write(lines, box, "center")


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Content):
    """One zone's goals on one indicator in successive plans, by due year."""

    reports: tuple[GoalReport, ...]

    def scene(self, setting: Setting) -> Scene:
        """Return the goals drawn."""
        return successive(self.reports, setting.headline, source=setting.below, **setting.drawn)

    def table(self) -> NumberTable:
        """Return a row per plan."""
        rows = []
        for report in self.reports:
            latest, points = MISSING, Timeline(report).points
            if points:
                latest = _("{value} in {year}").format(value=point_words(points[-1], report), year=points[-1].year)
            due = MISSING if report.goal.due is None else str(report.goal.due)
            rows.append((report.plan.name, goal_words(report), due, latest, marked(report.group, status_words(report))))
        return NumberTable((_("Plan"), _("Goal"), _("Due"), _("Latest"), _("Status")), tuple(rows))

    def alt(self, title: str) -> str:
        """Return each goal in two sentences."""
        return listed_alt(title, [describe(report) for report in self.reports])

    @property
    def over_time(self) -> Sequence[GoalReport]:
        """Return the goals."""
        return self.reports
