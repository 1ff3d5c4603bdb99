"""The marks of a glide path: the same mark means the same thing everywhere."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from tracker.charts.glide.timeline import Timeline, YearValue, middle
from tracker.charts.palette import translucent
from tracker.charts.scene import Area, Disc, Dot, Rule, Run, Scene, Stroke, hollow, solid
from tracker.charts.value_words import goal_value, point_words, wants_more
from tracker.domain.assessment.verdicts import Point
from tracker.domain.statuses import Group
from tracker.domain.vocabulary import Certainty
from tracker.language import _

_FADE = 0.045
"""The open end of a bound fades out in steps of so much of the axis."""
_CLOSE = 0.9
"""Years stand close where dots have to be smaller than so much of their usual size."""


def dot_size(scene: Scene, timeline: Timeline) -> float:
    """Return the diameter of an actual's dot, smaller where years stand close."""
    first, last = timeline.years
    spacing = (scene.plot.right - scene.plot.left) / max(1, last - first + 1)
    return max(4.0, min(scene.sheet.mark(26), spacing * 0.5))


def needed_shown(scene: Scene, timeline: Timeline) -> tuple[YearValue, ...]:
    """Return the years whose need is marked: all, or where years stand close the interim ones and the next."""
    if dot_size(scene, timeline) >= _CLOSE * scene.sheet.mark(26):
        return timeline.needed
    interim = {year for year, _value in timeline.report.goal.interim}
    latest = timeline.points[-1].year if timeline.points else timeline.years[0]
    ahead = [mark for mark in timeline.needed if mark[0] > latest][:1]
    return tuple(mark for mark in timeline.needed if mark[0] in interim or mark in ahead)


def shading(scene: Scene, timeline: Timeline) -> None:
    """Shade everything that satisfies the goal, where that is more than one value, and rule a line at its threshold."""
    sheet, bounds = scene.sheet, timeline.thresholds
    low, high = scene.y_range
    across = _asked_years(scene, timeline)
    if len(bounds) == 2:
        scene.shapes.append(Area(x=across, y=(bounds[0], bounds[1]), fill=sheet.colours.satisfied))
    elif bounds and not timeline.exactly:
        edge = max(low, high) if wants_more(timeline.report) else min(low, high)
        scene.shapes.append(Area(x=across, y=(bounds[0], edge), fill=sheet.colours.satisfied))
    elif timeline.direction:
        edge = max(low, high) if wants_more(timeline.report) else min(low, high)
        scene.shapes.append(Area(x=across, y=(0.0, edge), fill=sheet.colours.satisfied))
    line = Stroke(sheet.colours.ink, max(1.5, sheet.px(4)))
    scene.shapes += [Rule(x=across, y=(bound, bound), stroke=line) for bound in bounds]


def _asked_years(scene: Scene, timeline: Timeline) -> tuple[float, float]:
    """Return the stretch of the year axis that the goal asks something of: the plan's years, or all."""
    if not timeline.every_year:
        return scene.x_range
    plan, (first, last) = timeline.report.plan, timeline.years
    start = plan.start if plan.start is not None else first
    end = timeline.due or plan.end or last
    return max(start - 0.4, scene.x_range[0]), min(end + 0.4, scene.x_range[1])


def zero_line(scene: Scene, timeline: Timeline) -> None:
    """Rule the zero of an axis that has values on both sides of it; there is no place 0."""
    if not timeline.rank and min(scene.y_range) < 0 < max(scene.y_range):
        line = Stroke(scene.sheet.colours.axis, max(1.0, scene.sheet.px(3)))
        scene.shapes.append(Rule(x=scene.x_range, y=(0, 0), stroke=line))


def path(scene: Scene, timeline: Timeline) -> None:
    """Draw the path to the goal, dashed, with a hollow circle for every year between."""
    if not timeline.path:
        return
    sheet, dash = scene.sheet, scene.sheet.mark(10)
    stroke = Stroke(sheet.colours.needed, sheet.mark(5), f"{dash:.1f}px,{dash:.1f}px")
    scene.marks.append(Run(name=_("path"), spots=timeline.path, stroke=stroke))
    if shown := needed_shown(scene, timeline):
        size = min(sheet.mark(22), dot_size(scene, timeline) * 0.8)
        pattern = _("{year}: needed {value}")
        hover = [pattern.format(year=year, value=goal_value(value, timeline.report)) for year, value in shown]
        dot = hollow(scene, size, min(sheet.mark(5), size / 4), sheet.colours.needed)
        scene.marks.append(Run(name=_("needed"), spots=shown, dot=dot, hover=hover))


def projection(scene: Scene, timeline: Timeline, colour: str) -> None:
    """Draw where the pace so far leads, dotted, with its band from three points on."""
    ahead, mark = timeline.report.projection, scene.sheet.mark
    if ahead is None or len(ahead.years) < 2:
        return
    if ahead.low and ahead.high:
        outline = [*zip(ahead.years, ahead.high, strict=True), *reversed([*zip(ahead.years, ahead.low, strict=True)])]
        scene.marks.append(
            Run(name=_("80% band"), spots=outline, stroke=Stroke(colour, 0), fill=translucent(colour, 0.25))
        )
    stroke = Stroke(colour, mark(6), f"{mark(4):.1f}px,{mark(9):.1f}px")
    scene.marks.append(Run(name=_("projection"), spots=[*zip(ahead.years, ahead.middle, strict=True)], stroke=stroke))
    end, hover = [(ahead.years[-1], ahead.middle[-1])], [_("projected, if the pace so far holds")]
    scene.marks.append(Run(name=_("projected"), spots=end, dot=Dot(mark(20), colour, "diamond"), hover=hover))


def actuals(scene: Scene, timeline: Timeline) -> None:
    """Draw the actuals: solid line and dots, thin across missing years, hollow rings for provisional values."""
    sheet, ink = scene.sheet, scene.sheet.colours.actual
    # A line joins known values only: where a bound stands, the value lies somewhere on its bar.
    spots = [(point.year, middle(point)) for point in timeline.points if point.exact]
    start = timeline.start
    if start and (timeline.from_zero or not timeline.implied) and start[0] < min([9999, *(x for x, _y in spots)]):
        spots.insert(0, start)
    later = {point.year for point in timeline.beyond}
    until = [spot for spot in spots if spot[0] not in later]
    scene.marks += joined(_("actual"), until, Stroke(ink, sheet.mark(8)), sheet.mark(3))
    after = [*until[-1:], *(spot for spot in spots if spot[0] in later)] if later else []
    scene.marks += joined(_("after the due year"), after, Stroke(sheet.colours.needed, sheet.mark(5)), sheet.mark(3))
    for settled, name in ((True, _("actual")), (False, _("provisional"))):
        shown = [point for point in timeline.points if (point.certainty is Certainty.FINAL) is settled and point.exact]
        for ones, colour in (
            ([one for one in shown if one.year not in later], ink),
            ([one for one in shown if one.year in later], sheet.colours.needed),
        ):
            if ones:
                scene.marks.append(_dots(scene, timeline, ones, name, colour, provisional=not settled))
    for point in timeline.points:
        if not point.exact:
            _bound(scene, timeline, point)


def reference(scene: Scene, timeline: Timeline) -> None:
    """Draw the values that a goal's own are held against as a grey line with its own name."""
    spots = [(point.year, middle(point)) for point in timeline.reference]
    if not spots:
        return
    sheet, name = scene.sheet, timeline.report.other
    grey, size = sheet.colours.needed, dot_size(scene, timeline) * 0.7
    scene.marks += joined(name, spots, Stroke(grey, sheet.mark(6)), sheet.mark(3))
    hover = [f"{point.year}: {point_words(point, timeline.report)} · {name}" for point in timeline.reference]
    scene.marks.append(Run(name=name, spots=spots, dot=solid(scene, size, grey), hover=hover))


def broken(scene: Scene, timeline: Timeline) -> None:
    """Ring the years that did not keep what is asked of every year."""
    spots = [(point.year, middle(point)) for point in timeline.broken if point.exact]
    if not spots:
        return
    size = dot_size(scene, timeline) * 1.7
    dot = hollow(scene, size, size / 9, scene.sheet.colours.status[Group.OFF_TRACK])
    hover = [_("{year}: goal not kept").format(year=year) for year, _value in spots]
    scene.marks.append(Run(name=_("goal not kept"), spots=spots, dot=dot, hover=hover))


def joined(name: str, spots: Sequence[YearValue], stroke: Stroke, thin: float) -> list[Run]:
    """Return the line through values of successive years, thin across years that are missing."""
    segments = []
    for together, pairs in groupby(pairwise(spots), key=lambda pair: pair[1][0] - pair[0][0] == 1):
        run = list(pairs)
        line = stroke if together else Stroke(stroke.colour, thin)
        segments.append(Run(name=name, spots=[run[0][0], *(end for _start, end in run)], stroke=line))
    return segments


def start(scene: Scene, timeline: Timeline) -> None:
    """Draw a start that no actual stands for as a hollow circle; a start at zero needs no mark."""
    if timeline.start is None or timeline.from_zero:
        return
    size, name = dot_size(scene, timeline), _("implied") if timeline.implied else _("start")
    dot = hollow(scene, size, size / 5, scene.sheet.colours.actual)
    scene.marks.append(Run(name=name, spots=[timeline.start], dot=dot, hover=[f"{timeline.start[0]}: {name}"]))


def goal(scene: Scene, timeline: Timeline) -> None:
    """Draw the goal as a hollow diamond at its due year."""
    if timeline.due is None or not timeline.goal_levels:
        return
    if not timeline.values and timeline.years[0] < timeline.due:
        dash = Stroke(scene.sheet.colours.needed, scene.sheet.mark(5), "dash")
        spots = [(timeline.years[0], 0.5), (timeline.due, 0.5)]
        scene.marks.append(Run(name=_("path"), spots=spots, stroke=dash))
    size = min(scene.sheet.mark(34), dot_size(scene, timeline) * 1.6)
    goals = [(timeline.due, value) for value in timeline.goal_levels]
    hover = [_("goal for {year}").format(year=timeline.due)] * len(goals)
    dot = hollow(scene, size, size / 5.2, scene.sheet.colours.ink, "diamond")
    scene.marks.append(Run(name=_("goal"), spots=goals, dot=dot, hover=hover))


def what_if(scene: Scene, timeline: Timeline) -> None:
    """Draw a supposed value as a hollow, dashed circle, joined by dashes to the latest actual."""
    if timeline.what_if is None:
        return
    ink, size = scene.sheet.colours.actual, dot_size(scene, timeline)
    spot = (timeline.what_if.year, middle(timeline.what_if))
    earlier = [(point.year, middle(point)) for point in timeline.points if point.year < spot[0]]
    earlier = earlier or ([timeline.start] if timeline.start and timeline.start[0] < spot[0] else [])
    dash = Stroke(ink, scene.sheet.mark(4), "dot")
    scene.marks.append(Run(name=_("what if"), spots=[*earlier[-1:], spot], stroke=dash))
    edge, place = Stroke(ink, max(1.5, size / 8), "dot"), (scene.across(spot[0]), scene.up(spot[1]))
    scene.shapes.append(Disc(place=place, moved=(0, 0), size=size, fill=scene.sheet.colours.page, edge=edge))


def _dots(scene: Scene, timeline: Timeline, points: Sequence[Point], name: str, ink: str, *, provisional: bool) -> Run:
    size = dot_size(scene, timeline)
    hover = [f"{point.year}: {point_words(point, timeline.report)} · {name}" for point in points]
    dot = hollow(scene, size, size / 5, ink) if provisional else solid(scene, size, ink)
    return Run(name=name, spots=[(point.year, middle(point)) for point in points], dot=dot, hover=hover)


def bound_reach(scene: Scene, point: Point) -> tuple[float, float]:
    """Return the lowest and highest value of a bound's bar; an open end fades out over three steps."""
    open_end = 3 * _FADE * abs(scene.y_range[1] - scene.y_range[0])
    low = point.low if point.low is not None else middle(point) - open_end
    return low, point.high if point.high is not None else middle(point) + open_end


def _bound(scene: Scene, timeline: Timeline, point: Point) -> None:
    """Draw a bar from the known bound, fading out at an end that is open."""
    step = abs(scene.y_range[1] - scene.y_range[0]) * _FADE
    size, ink, known = dot_size(scene, timeline), scene.sheet.colours.actual, middle(point)
    if point.low is not None and point.high is not None:
        parts = [((point.low, point.high), 1.0)]
    else:
        way = step if point.high is None else -step
        parts = [((known + way * i, known + way * (i + 1)), opacity) for i, opacity in enumerate((1.0, 0.55, 0.2))]
    hover = [f"{point.year}: {point_words(point, timeline.report)}"] * 2
    for ends, opacity in parts:
        spots = [(point.year, ends[0]), (point.year, ends[1])]
        stroke = Stroke(translucent(ink, opacity), size * 0.55)
        scene.marks.append(Run(name=_("bound"), spots=spots, stroke=stroke, hover=hover))
    caps = [(point.year, end) for end in (point.low, point.high) if end is not None]
    dot = Dot(size * 1.2, ink, "line-ew", Stroke(ink, size / 4))
    scene.marks.append(Run(name=_("bound"), spots=caps, dot=dot, hover=hover))
