"""One goal over time: its actuals, the path to the goal, what each year needs, and where the pace so far leads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tracker.charts.axes import (
    RailWords,
    key_height,
    rail,
    rail_words,
    value_axis,
    value_axis_of,
    widest_tick,
    year_axis,
    years_height,
)
from tracker.charts.boxes import Box
from tracker.charts.content import Content, NumberTable, Setting
from tracker.charts.glide import path_marks
from tracker.charts.glide.captions import (
    describe,
    goal_lines,
    narrow_lines,
    projection_group,
    projection_lines,
    series_lines,
    source_line,
    subtitle,
)
from tracker.charts.glide.labels import Labels
from tracker.charts.glide.native import office_chart, scale_words, value_scale, year_step
from tracker.charts.glide.timeline import Timeline, YearNumbers, goal_marks, year_numbers
from tracker.charts.glide.year_sheet import number_sheet
from tracker.charts.heading import WIDER, Heading, dated, heading
from tracker.charts.lettering import width_of
from tracker.charts.palette import Theme
from tracker.charts.scene import PATH, PROJECTION, Axis, Scene
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.charts.value_words import display_name, goal_value, goal_words, point_words, shown_unit
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.vocabulary import Certainty
from tracker.language import MISSING, _


def glide_path(
    report: GoalReport,
    *,
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
    what_if: Point | None = None,
    known: str = "",
    office: bool = False,
) -> Scene:
    """Return one goal's actuals against its path, with projection, threshold and, where asked, a supposed value.

    `known` says how the goal was looked at, before its sources.
    """
    sheet, timeline = Sheet(theme, *size, office=office), Timeline(report, what_if)
    notes = narrow_lines(sheet, timeline) if sheet.narrow else ()
    below = dated(source_line(report), known)
    head = heading(sheet, report.headline, subtitle(sheet, timeline), below, shown=title, notes=notes)
    scene, begin = (_office_scene if office else _scene)(timeline, head)
    path_marks.shading(scene, timeline)
    path_marks.zero_line(scene, timeline)
    with scene.at_step(PATH):
        path_marks.path(scene, timeline)
    with scene.at_step(PROJECTION):
        path_marks.projection(scene, timeline, sheet.colours.status[projection_group(report)])
    path_marks.reference(scene, timeline)
    path_marks.broken(scene, timeline)
    path_marks.actuals(scene, timeline)
    path_marks.start(scene, timeline)
    path_marks.goal(scene, timeline)
    path_marks.what_if(scene, timeline)
    Labels(scene, timeline).place()
    head.write(scene)
    if report.goal.traits.measured:
        rail(scene, _rail_words(timeline, begin))
    years = year_axis(scene, (begin, timeline.years[1]), timeline.years[1] if office else timeline.due)
    return scene.finished(years, _value_axis(scene, timeline))


def _scene(timeline: Timeline, head: Heading) -> tuple[Scene, int]:
    """Return the plot with its axes, and the first year of the rail."""
    sheet, unit, (first, last) = head.sheet, shown_unit(timeline.report), timeline.years
    top = head.top + sheet.px(44)
    height = max(40.0, _bottom(timeline, head, first) - top)
    left = head.left + widest_tick(sheet, unit, timeline.y_range, goal_marks(timeline), height) + sheet.font(14)
    right = sheet.width - _margin(sheet, timeline)
    pad = _pad(sheet, timeline, right - left)
    scene = Scene(sheet, Box(left, top, right, top + height), (first - pad, last + pad), timeline.y_range)
    return scene, first


def _office_scene(timeline: Timeline, head: Heading) -> tuple[Scene, int]:
    """Return the plot with whole years across and whole steps up, as native charts lay them out."""
    sheet, scale = head.sheet, value_scale(timeline)
    widest = max(width_of(words, sheet.font(28)) for words in (*scale_words(timeline, scale).values(), "0"))
    left = head.left + (widest * WIDER if timeline.values else 0) + sheet.px(16)
    right = sheet.width - _margin(sheet, timeline)
    begin, every = year_step(sheet, timeline.years, right - left)
    plot = Box(left, head.top + sheet.px(50), right, _bottom(timeline, head, begin))
    ends = (scale.high, scale.low) if scale.upside_down else (scale.low, scale.high)
    scene = Scene(sheet, plot, (begin - 0.5, timeline.years[1] + 0.5), ends if timeline.values else timeline.y_range)
    if timeline.values:
        scene.office = office_chart(scene, timeline, scale, (begin, every), path_marks.dot_size(scene, timeline))
    scene.numbers = number_sheet(scene, timeline, scale)
    return scene, begin


def _bottom(timeline: Timeline, head: Heading, begin: int) -> float:
    sheet = head.sheet
    key = key_height(sheet, _rail_words(timeline, begin))
    return head.bottom - years_height(sheet, rail=True) - key - sheet.px(12)


def _pad(sheet: Sheet, timeline: Timeline, wide: float) -> float:
    """Return the years left free at both ends of the axis, so that the outer labels stay on the plot."""
    first, last = timeline.years
    if first == last:
        return 0.5
    ends = timeline.points[:1] + timeline.points[-1:]
    size = sheet.font(28 if sheet.narrow else 40)
    widest = max((width_of(point_words(point, timeline.report), size, bold=True) for point in ends), default=0.0)
    pixels = min(max(widest / 2 + 6, sheet.px(54)), wide * 0.14)
    return (last - first) * pixels / (wide - 2 * pixels)


def _margin(sheet: Sheet, timeline: Timeline) -> float:
    """Return the pixels that the labels at the right take, at most a quarter of the sheet."""
    if sheet.narrow:
        return 8.0
    most = 0.25 * sheet.width
    lines = [*goal_lines(sheet, timeline, most), *projection_lines(sheet, timeline, most)]
    lines += [line for each in series_lines(sheet, timeline, most) for line in each]
    wider, beside = (WIDER, 40) if sheet.office else (1.04, 20)
    return min(most, max(line.width for line in lines) * wider) + sheet.mark(26) + max(4.0, sheet.px(beside))


def _rail_words(timeline: Timeline, begin: int) -> RailWords:
    """Return the rail's word for every year: for one with a value how settled it is."""
    words = {Certainty.FINAL: _("actual"), Certainty.PROVISIONAL: _("provisional"), Certainty.ESTIMATED: _("estimated")}
    start = {timeline.start[0]: _("implied") if timeline.implied else _("start")} if timeline.start else {}
    known = start | {point.year: words[point.certainty] for point in timeline.points}
    return rail_words(begin, timeline.years[1], known, timeline.report.looked_from)


def _value_axis(scene: Scene, timeline: Timeline) -> Axis:
    if scene.office:
        return value_axis_of(scene.sheet, scale_words(timeline, scene.office.scale))
    shown = bool(timeline.values)
    return value_axis(scene, shown_unit(timeline.report), goal_marks(timeline), rank=timeline.rank, shown=shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalOverTime(Content):
    """One goal's glide path."""

    report: GoalReport

    def scene(self, setting: Setting) -> Scene:
        """Return the path, with the goal's own source below."""
        report = replace(self.report, headline=setting.headline)
        return glide_path(report, theme=setting.theme, size=setting.size, known=setting.known, office=setting.office)

    def table(self) -> NumberTable:
        """Return a row per year."""
        timeline = Timeline(self.report)
        years = year_numbers(timeline)

        def written(value: float | None) -> str:
            return MISSING if value is None else goal_value(value, self.report)

        columns: list[tuple[str, Sequence[str]]] = [(_("Actual"), [year.words for year in years])]
        if timeline.reference:
            columns.append((self.report.other, [written(year.reference) for year in years]))
        if any(year.path is not None for year in years):
            columns.append((_("Path to the goal"), [written(year.path) for year in years]))
        if any(year.projected is not None for year in years):
            columns.append((_("Projection"), [_projected(year, written) for year in years]))
        if timeline.thresholds:
            columns.append((_("Goal"), [goal_words(self.report) if year.asked else MISSING for year in years]))
        rows = zip([str(year.year) for year in years], *(cells for _head, cells in columns), strict=True)
        return NumberTable((_("Year"), *(head for head, _cells in columns)), tuple(rows))

    def alt(self, title: str) -> str:  # noqa: ARG002  # the goal says more than its title
        """Return the goal in two sentences."""
        return describe(self.report)

    @property
    def name(self) -> str:
        """Return the indicator's name."""
        return display_name(self.report.indicator)

    @property
    def over_time(self) -> Sequence[GoalReport]:
        """Return the goal."""
        return (self.report,)


def _projected(year: YearNumbers, written: Callable[[float | None], str]) -> str:
    centre = written(year.projected)
    if year.projected is None or year.band is None or year.band[0] == year.band[1]:
        return centre
    low, high = (written(end) for end in year.band)
    return _("{middle} (80% between {low} and {high})").format(middle=centre, low=low, high=high)
