"""One goal over time: its actuals, the path to the goal, what each year needs, and where the pace so far leads."""

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Drawn
from tracker.charts.glide import marks
from tracker.charts.glide.captions import (
    goal_lines,
    narrow_lines,
    projection_group,
    projection_lines,
    source_line,
    subtitle,
)
from tracker.charts.glide.labels import Labels
from tracker.charts.glide.timeline import Scene
from tracker.charts.heading import Heading, dated, heading
from tracker.charts.lettering import width_of
from tracker.charts.palette import Theme
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.charts.steps import PATH, PROJECTION
from tracker.charts.value_axis import value_axis, widest_tick
from tracker.charts.value_words import point_words, shown_unit
from tracker.charts.year_axis import key_height, rail, rail_words, year_axis, years_height
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import Certainty
from tracker.language import _


def glide_path(
    report: GoalReport,
    *,
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
    what_if: Point | None = None,
    known: str = "",
) -> go.Figure:
    """Draw one goal's actuals against its path, with projection, threshold and, where asked, a supposed value.

    `known` says how the goal was looked at, before its sources.
    """
    sheet, scene = Sheet(theme, *size), Scene(report, what_if)
    notes = narrow_lines(sheet, scene) if sheet.narrow else ()
    below = dated(source_line(report), known)
    head = heading(sheet, report.headline, subtitle(sheet, scene), below, shown=title, notes=notes)
    words = rail_words(*scene.years, _known(scene), report.looked_from)
    drawing = _drawing(sheet, scene, head, key_height(sheet, words))
    marks.shading(drawing, scene)
    marks.zero_line(drawing, scene)
    with drawing.at_step(PATH):
        marks.path(drawing, scene)
    with drawing.at_step(PROJECTION):
        marks.projection(drawing, scene, sheet.colours.status[projection_group(report)])
    marks.actuals(drawing, scene)
    marks.start(drawing, scene)
    marks.goal(drawing, scene)
    marks.what_if(drawing, scene)
    _label(drawing, scene)
    head.write(drawing)
    if report.goal.kind is not Kind.MILESTONE:
        rail(drawing, words)
    return drawing.figure(year_axis(drawing, scene.years, scene.due), _value_axis(drawing, scene))


def _drawing(sheet: Sheet, scene: Scene, head: Heading, key: float) -> Drawing:
    top = head.top + sheet.px(44)
    first, last = scene.years
    bottom = head.bottom - years_height(sheet, rail=True) - key - sheet.px(12)
    height = max(40.0, bottom - top)
    left = (
        head.left
        + widest_tick(sheet, shown_unit(scene.report), scene.y_range, scene.thresholds, height)
        + sheet.font(14)
    )
    right = sheet.width - _margin(sheet, scene)
    pad = _pad(sheet, scene, right - left)
    return Drawing(sheet, Box(left, top, right, top + height), (first - pad, last + pad), scene.y_range)


def _pad(sheet: Sheet, scene: Scene, wide: float) -> float:
    """Return the years left free at both ends of the axis, so that the outer labels stay on the plot."""
    first, last = scene.years
    if first == last:
        return 0.5
    ends = scene.points[:1] + scene.points[-1:]
    size = sheet.font(28 if sheet.narrow else 40)
    widest = max((width_of(point_words(point, scene.report), size, bold=True) for point in ends), default=0.0)
    pixels = min(max(widest / 2 + 6, sheet.px(54)), wide * 0.14)
    return (last - first) * pixels / (wide - 2 * pixels)


def _margin(sheet: Sheet, scene: Scene) -> float:
    """Return the pixels that the labels at the right take, at most a quarter of the sheet."""
    if sheet.narrow:
        return 8.0
    most = 0.25 * sheet.width
    lines = [*goal_lines(sheet, scene, most), *projection_lines(sheet, scene, most)]
    # Text set by another font than expected may run a little wider.
    return min(most, max(line.width for line in lines) * 1.04) + sheet.mark(26) + max(4.0, sheet.px(20))


def _label(drawing: Drawing, scene: Scene) -> None:
    labels = Labels(drawing, scene)
    labels.margin()
    labels.start()
    labels.what_if()
    labels.actuals()
    labels.satisfied()
    labels.needed()


def _known(scene: Scene) -> dict[int, str]:
    """Return the rail's word for every year that has a value."""
    words = {Certainty.FINAL: _("actual"), Certainty.PROVISIONAL: _("provisional"), Certainty.ESTIMATED: _("estimated")}
    start = {scene.start[0]: _("implied") if scene.implied else _("start")} if scene.start else {}
    return start | {point.year: words[point.certainty] for point in scene.points}


def _value_axis(drawing: Drawing, scene: Scene) -> Drawn:
    return value_axis(drawing, shown_unit(scene.report), scene.thresholds, rank=scene.rank, shown=bool(scene.values))
