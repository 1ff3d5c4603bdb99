"""The marks of a glide path as Plotly traces and shapes: the same mark means the same thing everywhere."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from tracker.charts.drawing import Drawing, Drawn, rail_dot, rectangle, stroke
from tracker.charts.escape import escape
from tracker.charts.glide_scene import Scene, middle
from tracker.charts.palette import translucent
from tracker.charts.value_words import point_words, value_words, wants_more
from tracker.domain.verdicts import Point
from tracker.domain.vocabulary import Certainty, Kind
from tracker.language import _


def dot_size(drawing: Drawing, scene: Scene) -> float:
    """Return the diameter of an actual's dot, smaller where years stand close."""
    first, last = scene.years
    spacing = (drawing.plot.right - drawing.plot.left) / max(1, last - first + 1)
    return max(4.0, min(drawing.sheet.mark(26), spacing * 0.5))


def shading(drawing: Drawing, scene: Scene) -> None:
    """Shade everything that satisfies the goal and rule a line at its threshold."""
    sheet = drawing.sheet
    low, high = drawing.y_range
    spans = {"x": drawing.x_range, "xref": "x"}
    if scene.report.goal.kind in (Kind.EVERY_YEAR, Kind.RANGE, Kind.RELATIVE):
        plan, (first, last) = scene.report.plan, scene.years
        start, end = (plan.start or first), (scene.due or plan.end or last)
        spans["x"] = (max(start - 0.4, drawing.x_range[0]), min(end + 0.4, drawing.x_range[1]))
    bounds = scene.thresholds
    if len(bounds) == 2:
        drawing.shapes.append(rectangle(spans["x"], bounds, sheet.colours.satisfied))
    elif bounds:
        edge = max(low, high) if wants_more(scene.report) else min(low, high)
        drawing.shapes.append(rectangle(spans["x"], (bounds[0], edge), sheet.colours.satisfied))
    line = {"color": sheet.colours.ink, "width": max(1.5, sheet.px(4))}
    drawing.shapes += [stroke(spans["x"], (bound, bound), line) for bound in bounds]


def zero_line(drawing: Drawing) -> None:
    """Rule the zero of an axis that has values on both sides of it."""
    if min(drawing.y_range) < 0 < max(drawing.y_range):
        line = {"color": drawing.sheet.colours.axis, "width": max(1.0, drawing.sheet.px(3))}
        drawing.shapes.append(stroke(drawing.x_range, (0, 0), line))


def path(drawing: Drawing, scene: Scene) -> None:
    """Draw the path to the goal, dashed, with a hollow circle for every year between."""
    if not scene.path:
        return
    sheet = drawing.sheet
    dash, wide = sheet.mark(10), sheet.mark(5)
    drawing.traces.append(
        _trace(_("path"), scene.path, mode="lines")
        | {"line": {"color": sheet.colours.needed, "width": wide, "dash": f"{dash:.1f}px,{dash:.1f}px"}}
    )
    if scene.needed:
        size = min(sheet.mark(22), dot_size(drawing, scene) * 0.8)
        texts = [
            _("{year}: needed {value}").format(year=year, value=value_words(value, scene.report.unit))
            for year, value in scene.needed
        ]
        drawing.traces.append(
            _trace(_("needed"), scene.needed, mode="markers", hover=texts)
            | {"marker": _hollow(drawing, size, min(sheet.mark(5), size / 4), sheet.colours.needed)}
        )


def projection(drawing: Drawing, scene: Scene, colour: str) -> None:
    """Draw where the pace so far leads, dotted, with its band from three points on."""
    ahead = scene.report.projection
    if ahead is None or len(ahead.years) < 2:
        return
    if ahead.low and ahead.high:
        outline = [*zip(ahead.years, ahead.high, strict=True), *reversed([*zip(ahead.years, ahead.low, strict=True)])]
        drawing.traces.append(
            _trace(_("80% band"), outline, mode="lines")
            | {"fill": "toself", "fillcolor": translucent(colour, 0.25), "line": {"width": 0, "color": colour}}
        )
    dots = f"{drawing.sheet.mark(4):.1f}px,{drawing.sheet.mark(9):.1f}px"
    drawing.traces.append(
        _trace(_("projection"), [*zip(ahead.years, ahead.middle, strict=True)], mode="lines")
        | {"line": {"color": colour, "width": drawing.sheet.mark(6), "dash": dots}}
    )
    end = [(ahead.years[-1], ahead.middle[-1])]
    drawing.traces.append(
        _trace(_("projected"), end, mode="markers", hover=[_("projected, if the pace so far holds")])
        | {"marker": {"size": drawing.sheet.mark(20), "symbol": "diamond", "color": colour, "opacity": 1}}
    )


def actuals(drawing: Drawing, scene: Scene) -> None:
    """Draw the actuals: solid line and dots, thin across missing years, hollow rings for provisional values."""
    sheet, ink = drawing.sheet, drawing.sheet.colours.actual
    spots = [(point.year, middle(point)) for point in scene.points]
    if scene.start and (scene.from_zero or not scene.implied) and scene.start[0] < min([9999, *(x for x, _y in spots)]):
        spots.insert(0, scene.start)
    for together, pairs in groupby(pairwise(spots), key=lambda pair: pair[1][0] - pair[0][0] == 1):
        run = list(pairs)
        line = {"color": ink, "width": sheet.mark(8 if together else 3)}
        drawing.traces.append(_trace(_("actual"), [run[0][0], *(end for _start, end in run)], mode="lines") | {"line": line})
    for settled, name in ((True, _("actual")), (False, _("provisional"))):
        shown = [point for point in scene.points if (point.certainty is Certainty.FINAL) is settled and point.exact]
        if shown:
            drawing.traces.append(_dots(drawing, scene, shown, name, hollow=not settled))
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
        _trace(name, [scene.start], mode="markers", hover=[f"{scene.start[0]}: {name}"])
        | {"marker": _hollow(drawing, size, size / 5, drawing.sheet.colours.actual)}
    )


def goal(drawing: Drawing, scene: Scene) -> None:
    """Draw the goal as a hollow diamond at its due year."""
    if scene.due is None or not scene.thresholds:
        return
    size = min(drawing.sheet.mark(34), dot_size(drawing, scene) * 1.6)
    spots = [(scene.due, value) for value in scene.thresholds]
    drawing.traces.append(
        _trace(_("goal"), spots, mode="markers", hover=[_("goal for {year}").format(year=scene.due)] * len(spots))
        | {"marker": _hollow(drawing, size, size / 5.2, drawing.sheet.colours.ink) | {"symbol": "diamond"}}
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
    drawing.traces.append(_trace(_("what if"), [*earlier[-1:], spot], mode="lines") | {"line": dash})
    circle = rail_dot(spot[0], 0, size, ink, filled=False) | {"yref": "y", "yanchor": spot[1], "layer": "above"}
    line = {"color": ink, "width": max(1.5, size / 8), "dash": "dot"}
    drawing.shapes.append(circle | {"line": line, "fillcolor": drawing.sheet.colours.page})


def _dots(drawing: Drawing, scene: Scene, points: Sequence[Point], name: str, *, hollow: bool) -> Drawn:
    size = dot_size(drawing, scene)
    colours = drawing.sheet.colours
    texts = [f"{point.year}: {point_words(point, scene.report)} · {name}" for point in points]
    solid = {"size": size, "color": colours.actual, "opacity": 1}
    solid["line"] = {"color": colours.page, "width": min(drawing.sheet.mark(4), size / 5)}
    marker = _hollow(drawing, size, size / 5, colours.actual) if hollow else solid
    return _trace(name, [(point.year, middle(point)) for point in points], mode="markers", hover=texts) | {
        "marker": marker
    }


def _bound(drawing: Drawing, scene: Scene, point: Point) -> None:
    """Draw a bar from the known bound, fading out at an end that is open."""
    low, high = drawing.y_range
    step = (high - low) * 0.045
    size, ink = dot_size(drawing, scene), drawing.sheet.colours.actual
    known = middle(point)
    if point.low is not None and point.high is not None:
        parts = [((point.low, point.high), 1.0)]
    else:
        way = step if (point.high is None) == (step > 0) else -step
        parts = [((known + way * i, known + way * (i + 1)), opacity) for i, opacity in enumerate((1.0, 0.55, 0.2))]
    text = [f"{point.year}: {point_words(point, scene.report)}"] * 2
    for ends, opacity in parts:
        spots = [(point.year, ends[0]), (point.year, ends[1])]
        line = {"color": translucent(ink, opacity), "width": size * 0.55}
        drawing.traces.append(_trace(_("bound"), spots, mode="lines", hover=text) | {"line": line})
    caps = [end for end in (point.low, point.high) if end is not None]
    marker = {"symbol": "line-ew", "size": size * 1.2, "line": {"color": ink, "width": size / 4}, "opacity": 1}
    drawing.traces.append(
        _trace(_("bound"), [(point.year, cap) for cap in caps], mode="markers", hover=text) | {"marker": marker}
    )


def _hollow(drawing: Drawing, size: float, wide: float, colour: str) -> Drawn:
    return {
        "size": size,
        "color": drawing.sheet.colours.page,
        "opacity": 1,
        "line": {"color": colour, "width": wide},
    }


def _trace(name: str, spots: Sequence[tuple[float, float]], *, mode: str, hover: Sequence[str] = ()) -> Drawn:
    return {
        "type": "scatter",
        "mode": mode,
        "name": name,
        "x": [x for x, _y in spots],
        "y": [y for _x, y in spots],
        "cliponaxis": False,
        "hoverinfo": "text" if hover else "skip",
        "hovertext": [escape(text) for text in hover] or None,
    }
