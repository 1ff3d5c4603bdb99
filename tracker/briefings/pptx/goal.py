"""A goal over time on a slide: a native chart with the marks of the screen, its labels beside their points."""

from dataclasses import replace

from tracker.briefings.pptx.goal_labels import Kept, Placed, PlacedLabels
from tracker.briefings.pptx.goal_series import dot_size, goal_series
from tracker.briefings.pptx.native_axes import Axes
from tracker.briefings.pptx.native_chart import NativeChart
from tracker.briefings.pptx.native_series import PointLabel, Series
from tracker.briefings.pptx.slide_page import COLOURS, FOOT_TOP, LEFT, RIGHT, SlidePage
from tracker.briefings.pptx.years import (
    ValueMarks,
    rail_height,
    rule_places,
    value_marks,
    write_rail,
    write_values,
    write_without_numbers,
    year_step,
)
from tracker.charts.boxes import Box
from tracker.charts.drawing import Line
from tracker.charts.glide.captions import goal_lines, projection_lines, subtitle
from tracker.charts.glide.timeline import Scene
from tracker.charts.glide.year_numbers import year_numbers
from tracker.charts.lettering import LINE, wrapped
from tracker.charts.palette import Theme
from tracker.charts.sheet import Sheet
from tracker.charts.value_words import display_name, shown_unit, wants_more
from tracker.charts.year_axis import RailWords, rail_words
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import Certainty
from tracker.language import _

_SHEET = Sheet(Theme.LIGHT, 1920, 1080)
_MOST = 0.25 * 1920
"""Labels at the right take at most a quarter of the slide."""


def goal_slide(page: SlidePage, report: GoalReport, top: float, alt: str) -> None:
    """Draw one goal below the title."""
    scene = Scene(report)
    top = _subtitle(page, scene, top)
    goal = scene.thresholds[0] if scene.thresholds else None
    marks = value_marks(scene.y_range, shown_unit(report), whole=_counted(scene), goal=goal)
    plot = _plot(scene, marks, top)
    begin, every = year_step(scene.years, plot.right - plot.left)
    drawing = Kept(_SHEET, plot, (begin - 0.5, scene.years[1] + 0.5), _range(marks) if scene.values else scene.y_range)
    _shading(page, scene, drawing)
    drawing.levels = tuple(drawing.y(bound) for bound in scene.thresholds)
    labels = PlacedLabels(drawing, scene)
    labels.place()
    if scene.values:
        chart = _chart(scene, drawing, marks, (begin, every), labels.placed, page.language)
        rule_places(page, marks, drawing)
        page.chart(chart, display_name(report.indicator), alt)
        write_values(page, marks, drawing)
        _thresholds(page, scene, drawing)
    else:
        write_without_numbers(page, drawing, scene, alt)
    for lines, box, align, _ground in drawing.kept:
        page.write(lines, box, align)
    if report.goal.kind is not Kind.MILESTONE:
        write_rail(page, _rail(scene, begin), plot)


def _subtitle(page: SlidePage, scene: Scene, top: float) -> float:
    lines = [Line(text, 30, COLOURS.muted) for text in wrapped(subtitle(_SHEET, scene), 30, RIGHT - LEFT, most=2)]
    bottom = top + 14 + len(lines) * 30 * LINE
    page.write(lines, Box(LEFT, top + 14, RIGHT, bottom))
    return bottom


def _counted(scene: Scene) -> bool:
    return max(scene.values, default=0) >= 5 and all(float(goal).is_integer() for goal in scene.thresholds)


def _range(marks: ValueMarks) -> tuple[float, float]:
    return (marks.high, marks.low) if marks.upside_down else (marks.low, marks.high)


def _plot(scene: Scene, marks: ValueMarks, top: float) -> Box:
    lines = [*goal_lines(_SHEET, scene, _MOST), *projection_lines(_SHEET, scene, _MOST)]
    right = 1920 - min(_MOST, max(line.width for line in lines) * 1.06) - 26 - 40
    left = LEFT + (marks.width * 1.06 if scene.values else 0) + 16
    under = rail_height(_rail(scene, scene.years[0]), right - left)
    return Box(left, top + 50, right, FOOT_TOP - under - 12)


def _rail(scene: Scene, begin: int) -> RailWords:
    settled = {
        Certainty.FINAL: _("actual"),
        Certainty.PROVISIONAL: _("provisional"),
        Certainty.ESTIMATED: _("estimated"),
    }
    start = {scene.start[0]: _("implied") if scene.implied else _("start")} if scene.start else {}
    known = start | {point.year: settled[point.certainty] for point in scene.points}
    return rail_words(begin, scene.years[1], known, scene.report.looked_from)


def _shading(page: SlidePage, scene: Scene, drawing: Kept) -> None:
    """Shade everything that satisfies the goal, where that is more than one value."""
    plot, bounds = drawing.plot, scene.thresholds
    if not bounds or scene.exactly:
        return
    left, right = _asked(scene, drawing)
    ends = [drawing.y(bound) for bound in bounds]
    lower = not wants_more(scene.report) and not scene.rank
    other = ends[1] if len(ends) > 1 else plot.bottom if lower else plot.top
    page.rectangle(Box(left, min(ends[0], other), right, max(ends[0], other)), COLOURS.shaded, name=_("Goal reached"))


def _thresholds(page: SlidePage, scene: Scene, drawing: Kept) -> None:
    """Rule a line at each threshold, over the chart's own grid."""
    left, right = _asked(scene, drawing)
    for bound in scene.thresholds:
        level = drawing.y(bound)
        page.line((left, level), (right, level), COLOURS.ink, 4, _("Threshold"))


def _asked(scene: Scene, drawing: Kept) -> tuple[float, float]:
    """Return the stretch of the plot that the goal asks something of: the plan's years, or all."""
    plot, plan = drawing.plot, scene.report.plan
    if not scene.every_year:
        return plot.left, plot.right
    start = plan.start if plan.start is not None else scene.years[0]
    end = scene.due or plan.end or scene.years[1]
    return max(drawing.x(start - 0.4), plot.left), min(drawing.x(end + 0.4), plot.right)


def _chart(
    scene: Scene,
    drawing: Kept,
    marks: ValueMarks,
    years: tuple[int, int],
    placed: list[Placed],
    language: str,
) -> NativeChart:
    plot, (begin, every) = drawing.plot, years
    frame = Box(LEFT - 30, plot.top - 46, min(1920.0, plot.right + 30), plot.bottom + 50)
    numbers = [*([None] * (scene.years[0] - begin)), *year_numbers(scene)]
    size = dot_size(len(numbers), plot.right - plot.left)
    low, high = sorted(drawing.y_range)
    known = [number for number in numbers if number is not None]
    series = [_shifted(one, scene.years[0] - begin) for one in goal_series(scene, known, size, high - low)]
    return NativeChart(
        corner=_("Year"),
        categories=tuple(str(year) for year in range(begin, scene.years[1] + 1)),
        every=every,
        series=tuple(_labelled(one, placed, drawing, frame, begin) for one in series),
        axes=Axes(
            low=low,
            high=high,
            step=marks.step,
            form=marks.form,
            upside_down=marks.upside_down,
            values_named=not marks.written,
            ruled=not marks.upside_down,
        ),
        frame=frame,
        plot=plot,
        language=language,
    )


def _shifted(series: Series, places: int) -> Series:
    """Return the series with years before it, which only make the named years come out even."""
    if not places:
        return series
    up = series.whiskers and ((0.0,) * places + series.whiskers[0], (0.0,) * places + series.whiskers[1])
    return replace(
        series,
        values=(None,) * places + series.values,
        marks={place + places: mark for place, mark in series.marks.items()},
        strokes={place + places: stroke for place, stroke in series.strokes.items()},
        whiskers=(*up, series.whiskers[2]) if up and series.whiskers else None,
    )


def _labelled(series: Series, placed: list[Placed], drawing: Kept, frame: Box, begin: int) -> Series:
    """Return the series with the labels that belong to its points."""
    mine = [one for one in placed if series.name in one.series and series.values[one.mark[0] - begin] is not None]
    size = series.mark.size if series.mark else 20.0
    return replace(series, labels={one.mark[0] - begin: _point_label(one, drawing, frame, size) for one in mine})


def _point_label(placed: Placed, drawing: Kept, frame: Box, size: float) -> PointLabel:
    x, y = drawing.x(placed.mark[0]), drawing.y(placed.mark[1])
    box = _off_thresholds(placed.box, y, drawing)
    wide, high = box.right - box.left, box.bottom - box.top
    across, down = (box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y
    if abs(down) < high * 0.4 and abs(across) > wide * 0.4:
        side = "r" if across > 0 else "l"
        # Some applications set these labels right at the point, whatever the size of its mark.
        across += 10 if across > 0 else -10
        usual = ((size + wide) / 2 * (1 if across > 0 else -1), 0.0)
    else:
        side = "b" if down > 0 else "t"
        usual = (0.0, (size + high) / 2 * (1 if down > 0 else -1))
    moved = (across - usual[0]) / (frame.right - frame.left), (down - usual[1]) / (frame.bottom - frame.top)
    near = box is placed.box and abs(across - usual[0]) < 6 and abs(down - usual[1]) < 12
    ground = placed.ground if box.top > drawing.plot.top + 12 else ""
    return PointLabel(placed.lines, side, (0.0, 0.0) if near else moved, ground)


def _off_thresholds(box: Box, mark: float, drawing: Kept) -> Box:
    """Return the box moved away from its mark where a threshold's line would cross it."""
    for level in drawing.levels:
        if box.top < level < box.bottom and abs((box.top + box.bottom) / 2 - mark) > (box.bottom - box.top) / 2:
            above = box.bottom <= mark
            shift = level - 4 - box.bottom if above else level + 4 - box.top
            return Box(box.left, box.top + shift, box.right, box.bottom + shift)
    return box
