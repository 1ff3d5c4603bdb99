"""The marks of a glide path as Plotly traces and shapes: the same mark means the same thing everywhere."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from tracker.charts.drawing import Drawing, Drawn, circle, rectangle, stroke
from tracker.charts.glide.timeline import Scene, YearValue, middle
from tracker.charts.marks import hollow, solid, trace
from tracker.charts.palette import translucent
from tracker.charts.value_words import decimals_of, point_words, shown_unit, value_words, wants_more
from tracker.domain.assessment.verdicts import Point
from tracker.domain.vocabulary import Certainty
from tracker.language import _

_FADE = 0.045
"""The open end of a bound fades out in steps of so much of the axis."""
_CLOSE = 0.9
"""Years stand close where dots have to be smaller than so much of their usual size."""


def dot_size(drawing: Drawing, scene: Scene) -> float:
    """Return the diameter of an actual's dot, smaller where years stand close."""
    first, last = scene.years
    spacing = (drawing.plot.right - drawing.plot.left) / max(1, last - first + 1)
    return max(4.0, min(drawing.sheet.mark(26), spacing * 0.5))


def needed_shown(drawing: Drawing, scene: Scene) -> tuple[YearValue, ...]:
    """Return the years whose need is marked: all, or where years stand close the interim ones and the next."""
    if dot_size(drawing, scene) >= _CLOSE * drawing.sheet.mark(26):
        return scene.needed
    interim = {year for year, _value in scene.report.goal.interim}
    latest = scene.points[-1].year if scene.points else scene.years[0]
    ahead = [mark for mark in scene.needed if mark[0] > latest][:1]
    return tuple(mark for mark in scene.needed if mark[0] in interim or mark in ahead)


def shading(drawing: Drawing, scene: Scene) -> None:
    """Shade everything that satisfies the goal, where that is more than one value, and rule a line at its threshold."""
    sheet = drawing.sheet
    low, high = drawing.y_range
    across = _asked_years(drawing, scene)
    bounds = scene.thresholds
    if len(bounds) == 2:
        drawing.shapes.append(rectangle(across, (bounds[0], bounds[1]), sheet.colours.satisfied))
    elif bounds and not scene.exactly:
        edge = max(low, high) if wants_more(scene.report) else min(low, high)
        drawing.shapes.append(rectangle(across, (bounds[0], edge), sheet.colours.satisfied))
    line = {"color": sheet.colours.ink, "width": max(1.5, sheet.px(4))}
    drawing.shapes += [stroke(across, (bound, bound), line) for bound in bounds]


def _asked_years(drawing: Drawing, scene: Scene) -> tuple[float, float]:
    """Return the stretch of the year axis that the goal asks something of: the plan's years, or all."""
    if not scene.every_year:
        return drawing.x_range
    plan, (first, last) = scene.report.plan, scene.years
    start = plan.start if plan.start is not None else first
    end = scene.due or plan.end or last
    return max(start - 0.4, drawing.x_range[0]), min(end + 0.4, drawing.x_range[1])


def zero_line(drawing: Drawing, scene: Scene) -> None:
    """Rule the zero of an axis that has values on both sides of it; there is no place 0."""
    if not scene.rank and min(drawing.y_range) < 0 < max(drawing.y_range):
        line = {"color": drawing.sheet.colours.axis, "width": max(1.0, drawing.sheet.px(3))}
        drawing.shapes.append(stroke(drawing.x_range, (0, 0), line))


def path(drawing: Drawing, scene: Scene) -> None:
    """Draw the path to the goal, dashed, with a hollow circle for every year between."""
    if not scene.path:
        return
    sheet = drawing.sheet
    dash, wide = sheet.mark(10), sheet.mark(5)
    drawing.traces.append(
        trace(_("path"), scene.path, mode="lines")
        | {"line": {"color": sheet.colours.needed, "width": wide, "dash": f"{dash:.1f}px,{dash:.1f}px"}}
    )
    shown = needed_shown(drawing, scene)
    if shown:
        size = min(sheet.mark(22), dot_size(drawing, scene) * 0.8)
        texts = [
            _("{year}: needed {value}").format(
                year=year, value=value_words(value, shown_unit(scene.report), decimals_of(scene.report))
            )
            for year, value in shown
        ]
        drawing.traces.append(
            trace(_("needed"), shown, mode="markers", hover=texts)
            | {"marker": hollow(drawing, size, min(sheet.mark(5), size / 4), sheet.colours.needed)}
        )


def projection(drawing: Drawing, scene: Scene, colour: str) -> None:
    """Draw where the pace so far leads, dotted, with its band from three points on."""
    ahead = scene.report.projection
    if ahead is None or len(ahead.years) < 2:
        return
    if ahead.low and ahead.high:
        outline = [*zip(ahead.years, ahead.high, strict=True), *reversed([*zip(ahead.years, ahead.low, strict=True)])]
        drawing.traces.append(
            trace(_("80% band"), outline, mode="lines")
            | {"fill": "toself", "fillcolor": translucent(colour, 0.25), "line": {"width": 0, "color": colour}}
        )
    dots = f"{drawing.sheet.mark(4):.1f}px,{drawing.sheet.mark(9):.1f}px"
    drawing.traces.append(
        trace(_("projection"), [*zip(ahead.years, ahead.middle, strict=True)], mode="lines")
        | {"line": {"color": colour, "width": drawing.sheet.mark(6), "dash": dots}}
    )
    end = [(ahead.years[-1], ahead.middle[-1])]
    drawing.traces.append(
        trace(_("projected"), end, mode="markers", hover=[_("projected, if the pace so far holds")])
        | {"marker": {"size": drawing.sheet.mark(20), "symbol": "diamond", "color": colour, "opacity": 1}}
    )


def actuals(drawing: Drawing, scene: Scene) -> None:
    """Draw the actuals: solid line and dots, thin across missing years, hollow rings for provisional values."""
    sheet, ink = drawing.sheet, drawing.sheet.colours.actual
    # A line joins known values only: where a bound stands, the value lies somewhere on its bar.
    spots = [(point.year, middle(point)) for point in scene.points if point.exact]
    if scene.start and (scene.from_zero or not scene.implied) and scene.start[0] < min([9999, *(x for x, _y in spots)]):
        spots.insert(0, scene.start)
    for together, pairs in groupby(pairwise(spots), key=lambda pair: pair[1][0] - pair[0][0] == 1):
        run = list(pairs)
        line = {"color": ink, "width": sheet.mark(8 if together else 3)}
        drawing.traces.append(
            trace(_("actual"), [run[0][0], *(end for _start, end in run)], mode="lines") | {"line": line}
        )
    for settled, name in ((True, _("actual")), (False, _("provisional"))):
        shown = [point for point in scene.points if (point.certainty is Certainty.FINAL) is settled and point.exact]
        if shown:
            drawing.traces.append(_dots(drawing, scene, shown, name, provisional=not settled))
    for point in scene.points:
        if not point.exact:
            _bound(drawing, scene, point)


def start(drawing: Drawing, scene: Scene) -> None:
    """Draw a start that no actual stands for as a hollow circle; a start at zero needs no mark."""
    if scene.start is None or scene.from_zero:
        return
    size = dot_size(drawing, scene)
    name = _("implied") if scene.implied else _("start")
    drawing.traces.append(
        trace(name, [scene.start], mode="markers", hover=[f"{scene.start[0]}: {name}"])
        | {"marker": hollow(drawing, size, size / 5, drawing.sheet.colours.actual)}
    )


def goal(drawing: Drawing, scene: Scene) -> None:
    """Draw the goal as a hollow diamond at its due year."""
    if scene.due is None or not scene.goal_levels:
        return
    if not scene.values and scene.years[0] < scene.due:
        dash = {"color": drawing.sheet.colours.needed, "width": drawing.sheet.mark(5), "dash": "dash"}
        drawing.traces.append(
            trace(_("path"), [(scene.years[0], 0.5), (scene.due, 0.5)], mode="lines") | {"line": dash}
        )
    size = min(drawing.sheet.mark(34), dot_size(drawing, scene) * 1.6)
    spots = [(scene.due, value) for value in scene.goal_levels]
    drawing.traces.append(
        trace(_("goal"), spots, mode="markers", hover=[_("goal for {year}").format(year=scene.due)] * len(spots))
        | {"marker": hollow(drawing, size, size / 5.2, drawing.sheet.colours.ink) | {"symbol": "diamond"}}
    )


def what_if(drawing: Drawing, scene: Scene) -> None:
    """Draw a supposed value as a hollow, dashed circle, joined by dashes to the latest actual."""
    if scene.what_if is None:
        return
    ink, size = drawing.sheet.colours.actual, dot_size(drawing, scene)
    spot = (scene.what_if.year, middle(scene.what_if))
    earlier = [(point.year, middle(point)) for point in scene.points if point.year < spot[0]]
    earlier = earlier or ([scene.start] if scene.start and scene.start[0] < spot[0] else [])
    dash = {"color": ink, "width": drawing.sheet.mark(4), "dash": "dot"}
    drawing.traces.append(trace(_("what if"), [*earlier[-1:], spot], mode="lines") | {"line": dash})
    ring = circle(drawing.across(spot[0]), drawing.up(spot[1]), (0, 0), size, ink, filled=False)
    line = {"color": ink, "width": max(1.5, size / 8), "dash": "dot"}
    drawing.shapes.append(ring | {"line": line, "fillcolor": drawing.sheet.colours.page})


def _dots(drawing: Drawing, scene: Scene, points: Sequence[Point], name: str, *, provisional: bool) -> Drawn:
    size = dot_size(drawing, scene)
    ink = drawing.sheet.colours.actual
    texts = [f"{point.year}: {point_words(point, scene.report)} · {name}" for point in points]
    marker = hollow(drawing, size, size / 5, ink) if provisional else solid(drawing, size, ink)
    return trace(name, [(point.year, middle(point)) for point in points], mode="markers", hover=texts) | {
        "marker": marker
    }


def bound_reach(drawing: Drawing, point: Point) -> tuple[float, float]:
    """Return the lowest and highest value of a bound's bar; an open end fades out over three steps."""
    open_end = 3 * _FADE * abs(drawing.y_range[1] - drawing.y_range[0])
    low = point.low if point.low is not None else middle(point) - open_end
    return low, point.high if point.high is not None else middle(point) + open_end


def _bound(drawing: Drawing, scene: Scene, point: Point) -> None:
    """Draw a bar from the known bound, fading out at an end that is open."""
    step = abs(drawing.y_range[1] - drawing.y_range[0]) * _FADE
    size, ink = dot_size(drawing, scene), drawing.sheet.colours.actual
    known = middle(point)
    if point.low is not None and point.high is not None:
        parts = [((point.low, point.high), 1.0)]
    else:
        way = step if point.high is None else -step
        parts = [((known + way * i, known + way * (i + 1)), opacity) for i, opacity in enumerate((1.0, 0.55, 0.2))]
    text = [f"{point.year}: {point_words(point, scene.report)}"] * 2
    for ends, opacity in parts:
        spots = [(point.year, ends[0]), (point.year, ends[1])]
        line = {"color": translucent(ink, opacity), "width": size * 0.55}
        drawing.traces.append(trace(_("bound"), spots, mode="lines", hover=text) | {"line": line})
    caps = [end for end in (point.low, point.high) if end is not None]
    marker = {"symbol": "line-ew", "size": size * 1.2, "line": {"color": ink, "width": size / 4}, "opacity": 1}
    drawing.traces.append(
        trace(_("bound"), [(point.year, cap) for cap in caps], mode="markers", hover=text) | {"marker": marker}
    )
