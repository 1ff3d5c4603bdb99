"""Where the labels of a glide path go: above their points or below, off the marks, thinned where there is no room."""

from collections.abc import Sequence

from tracker.charts.boxes import ABOVE, BELOW, Box, Room, spread
from tracker.charts.glide.captions import goal_lines, projection_lines, series_lines
from tracker.charts.glide.path_marks import bound_reach, dot_size, needed_shown
from tracker.charts.glide.timeline import Timeline, YearValue, middle
from tracker.charts.lettering import LINE, Line, block_size
from tracker.charts.scene import PATH, Scene
from tracker.charts.value_words import goal_value, point_words, target_words, wants_more
from tracker.domain.assessment.verdicts import Point
from tracker.domain.vocabulary import BaselineOrigin, Certainty
from tracker.language import _

_FEW = 7
"""Up to so many actuals, each has its label; of more, the first, the latest and the extremes."""


class Labels:
    """The labels of one glide path, placed one after the other in the order of their weight."""

    def __init__(self, scene: Scene, timeline: Timeline) -> None:
        """Take note of every mark and line that labels keep off."""
        self.scene, self.timeline, self.sheet = scene, timeline, scene.sheet
        plot = scene.plot
        self.room = Room(Box(plot.left + 3, plot.top - min(12.0, self.sheet.px(44)), plot.right, plot.bottom - 2))
        self.levels = dict(timeline.path)
        self.shown = needed_shown(scene, timeline)
        self.clear = dot_size(scene, timeline) / 2 + max(3.0, self.sheet.px(8))
        marks = [*timeline.path[:1], *self.shown, *((point.year, middle(point)) for point in timeline.points)]
        marks += [timeline.start] if timeline.start and not timeline.from_zero else []
        marks += [(timeline.what_if.year, middle(timeline.what_if))] if timeline.what_if else []
        for mark in marks:
            self._keep_off(mark, dot_size(scene, timeline) / 2)
        for point in timeline.points:
            self._keep_off_bound(point)
        for value in timeline.goal_levels if timeline.due is not None else ():
            self._keep_off((timeline.due or 0, value), dot_size(scene, timeline) * 0.9)
        self._keep_off_lines()

    def _keep_off(self, mark: tuple[float, float], reach: float) -> None:
        x, y = self.scene.spot(mark)
        self.room.taken.append(Box(x - reach, y - reach, x + reach, y + reach))

    def _keep_off_bound(self, point: Point) -> None:
        if not point.exact:
            low, high = (self.scene.y(value) for value in bound_reach(self.scene, point))
            x, reach = self.scene.x(point.year), dot_size(self.scene, self.timeline) * 0.7
            self.room.taken.append(Box(x - reach, min(low, high), x + reach, max(low, high)))

    def _keep_off_lines(self) -> None:
        ahead = self.timeline.report.projection
        runs: list[Sequence[tuple[float, float]]] = [
            self.timeline.path,
            [(point.year, middle(point)) for point in self.timeline.points if point.exact],
            [*zip(ahead.years, ahead.middle, strict=True)] if ahead else [],
            # A label across the threshold is worse than one across another line.
            *([(x, value) for x in self.scene.x_range * 2] for value in self.timeline.thresholds),
        ]
        for run in runs:
            self.room.draw_line([self.scene.spot(mark) for mark in run])

    def label(
        self,
        mark: YearValue,
        lines: Sequence[Line],
        *,
        below: bool,
        of: tuple[str, ...] = (),
        must: bool = False,
        across: bool = False,
    ) -> None:
        """Write lines beside a mark of one of the series named, above or below it, where there is room."""
        sides = BELOW if below else ABOVE
        box = self.room.place(self.scene.spot(mark), block_size(lines), sides, self.clear, must=must, across=across)
        if box:
            self.scene.write(lines, box, "center", ground=self._ground(box), mark=mark, series=of)

    def _ground(self, box: Box) -> str:
        """Return the colour that a label is set on, so that lines do not cross it; none where it leaves the plot."""
        if box.top < self.scene.plot.top:
            return ""
        return self.sheet.colours.shaded if self._shaded(box) else self.sheet.colours.page

    def _shaded(self, box: Box) -> bool:
        if not self.timeline.thresholds or self.timeline.exactly:
            return False
        lines = [self.scene.y(value) for value in self.timeline.thresholds]
        centre = (box.top + box.bottom) / 2
        if len(lines) == 2:
            return min(lines) < centre < max(lines)
        return centre < lines[0] if self.satisfied_above else centre > lines[0]

    @property
    def satisfied_above(self) -> bool:
        """Whether the goal is satisfied on the upper side of its line, as it is for ranks too."""
        return wants_more(self.timeline.report) or self.timeline.rank

    def under_path(self, mark: YearValue) -> bool:
        """Return whether a mark is drawn lower than the path, or than the threshold where there is no path."""
        level = self.levels.get(mark[0], self.timeline.thresholds[0] if self.timeline.thresholds else None)
        return level is not None and self.scene.y(mark[1]) > self.scene.y(level) + 1 and mark[0] != self._first()

    def _first(self) -> int:
        return self.timeline.path[0][0] if self.timeline.path else -1

    def actuals(self) -> None:
        """Label the actuals: the one that judges first, then the first, the extremes and, where they are few, all."""
        points = self.timeline.points
        if not points:
            return
        by_value = sorted(points, key=middle)
        weight = [
            self.timeline.judged or points[-1],
            points[-1],
            *self.timeline.broken[:_FEW],
            points[0],
            *(point for point in points if point.year == self.timeline.due),
        ]
        weight += [by_value[-1], by_value[0], *(points if len(points) <= _FEW else ())]
        for rank, point in enumerate(dict.fromkeys(weight)):
            self._actual(
                point,
                key=rank == 0 or (len(points) <= _FEW and not self.sheet.narrow and point not in self.timeline.beyond),
                must=rank == 0,
            )

    def _actual(self, point: Point, *, key: bool, must: bool) -> None:
        size, small = self.sheet.font(40 if key else 28), self.sheet.font(24)
        later = point in self.timeline.beyond
        colour = self.sheet.colours.muted if later else self.sheet.colours.actual
        lines = [Line(point_words(point, self.timeline.report), size, colour, bold=not later)]
        second = {Certainty.PROVISIONAL: _("provisional"), Certainty.ESTIMATED: _("estimated")}.get(point.certainty)
        second = second or (_("derived") if point.derived else None)
        second = _("goal not kept") if point in self.timeline.broken else second
        lines += [Line(second, small, self.sheet.colours.muted)] if second else []
        mark = (point.year, middle(point))
        of = (_("actual"), _("actual, bound or range"), _("actual, range"))
        self.label(mark, lines, below=self.under_path(mark), of=of, must=must, across=not point.exact)

    def start(self) -> None:
        """Label a start that no actual stands for, with where it comes from."""
        if self.timeline.start is None or self.timeline.from_zero:
            return
        origin = self.timeline.report.verdict.baseline_origin
        words = {BaselineOrigin.IMPLIED: _("implied"), BaselineOrigin.STATED: _("stated by the plan")}
        origin_words = words.get(origin, _("start")) if origin else _("start")
        of = (_("start"), _("implied"))
        value = goal_value(self.timeline.start[1], self.timeline.report)
        if any(point.year == self.timeline.start[0] for point in self.timeline.points):
            text = _("start {value}, {origin}").format(value=value, origin=origin_words)
            line = Line(text, self.sheet.font(26), self.sheet.colours.muted)
            self.label(self.timeline.start, [line], below=self._start_below(), of=of)
            return
        lines = [Line(value, self.sheet.font(40), self.sheet.colours.actual, bold=True)]
        lines.append(Line(origin_words, self.sheet.font(26), self.sheet.colours.muted))
        self.label(self.timeline.start, lines, below=self._start_below(), of=of, must=True)

    def _start_below(self) -> bool:
        start = self.timeline.start
        rivals = [middle(point) for point in self.timeline.points if start and point.year == start[0]]
        rising = len(self.timeline.path) > 1 and self.scene.y(self.timeline.path[-1][1]) < self.scene.y(
            self.timeline.path[0][1]
        )
        if rivals and start:
            return self.scene.y(start[1]) > self.scene.y(rivals[0])
        return rising

    def what_if(self) -> None:
        """Label the supposed value with the words that say so."""
        point = self.timeline.what_if
        if point is None:
            return
        text = _("what if {value}").format(value=point_words(point, self.timeline.report))
        mark = (point.year, middle(point))
        self.label(
            mark,
            [Line(text, self.sheet.font(30), self.sheet.colours.actual, bold=True)],
            below=self.under_path(mark),
            must=True,
        )

    def needed(self) -> None:
        """Label what the path asks: of the latest year, of the next and of interim goals."""
        timeline = self.timeline
        latest = timeline.points[-1].year if timeline.points else (timeline.path[0][0] if timeline.path else 0)
        interim = {year for year, _value in timeline.report.goal.interim}
        ahead = [mark for mark in timeline.needed if mark[0] > latest]
        shown = [mark for mark in self.shown if mark[0] in interim or mark in ahead[:1] or mark[0] == latest]
        low = [self.under_path((point.year, middle(point))) for point in timeline.points[-1:]]
        for mark in sorted(shown, key=lambda mark: (mark[0] <= latest, mark[0] not in interim, mark[0])):
            text = _("needed {value}").format(value=goal_value(mark[1], timeline.report))
            line = Line(text, self.sheet.font(28), self.sheet.colours.muted, step=PATH)
            self.label(mark, [line], below=not any(low), of=(_("needed"),))

    def satisfied(self) -> None:
        """Say in the shaded part that the goal is reached there, off the drawn lines where there is room for it."""
        if self.timeline.direction and not self.sheet.narrow:
            wanted = Line(self.timeline.report.asked, self.sheet.font(28), self.sheet.colours.muted)
            self._along(wanted, 0.0, above=wants_more(self.timeline.report))
        if not self.timeline.thresholds or self.sheet.narrow:
            return
        upper = _("goal reached above this line") if self.satisfied_above else _("goal reached below this line")
        if self.timeline.exactly:
            upper = _("exactly {value}").format(value=target_words(self.timeline.report))
        line = Line(upper, self.sheet.font(28), self.sheet.colours.muted)
        if len(self.timeline.thresholds) == 2:
            line = Line(_("goal reached between these lines"), line.size, line.colour)
        self._along(
            line, self.timeline.thresholds[-1], above=self.satisfied_above and len(self.timeline.thresholds) == 1
        )

    def _along(self, line: Line, level: float, *, above: bool) -> None:
        """Write a line along a level, above or below it, where it covers least."""
        wide, high = block_size([line])
        ruled = self.scene.y(level)
        top = ruled - high - self.sheet.px(8) if above else ruled + self.sheet.px(8)
        plot = self.scene.plot
        first, last = plot.left + self.sheet.px(24), plot.right - wide - self.clear
        lefts = [first + (last - first) * part for part in (0.0, 0.5, 1.0, 0.25, 0.75)]
        box = self.room.least_covered([Box(left, top, left + wide, top + high) for left in lefts])
        if box:
            self.room.taken.append(box)
            self.scene.write([line], box, ground=self._ground(box))

    def place(self) -> None:
        """Place every label, in the order of their weight."""
        self.margin()
        self.start()
        self.what_if()
        self.actuals()
        self.satisfied()
        self.needed()

    def margin(self) -> None:
        """Write goal and projection at the right of the plot, apart from each other; a narrow sheet has them above."""
        if self.sheet.narrow:
            return
        levels = [self.scene.y(value) for value in self.timeline.goal_levels]
        goal_level = sum(levels) / len(levels) if levels else self.scene.plot.top
        ahead = self.timeline.report.projection
        room = self.margin_room()
        blocks = [(goal_lines(self.sheet, self.timeline, room), goal_level)]
        if ahead and (lines := projection_lines(self.sheet, self.timeline, room)):
            blocks.append((lines, self.scene.y(ahead.middle[-1])))
        if ends := series_lines(self.sheet, self.timeline, room):
            own, other = self.timeline.points[-1], self.timeline.reference[-1]
            # The goal stands above the two series whose distance it asks for.
            blocks[0] = (blocks[0][0], self.scene.plot.top)
            blocks += [(lines, self.scene.y(middle(point))) for lines, point in zip(ends, (own, other), strict=True)]
        self._beside(blocks)

    def margin_room(self) -> float:
        """Return the width in pixels of the margin at the right that labels may fill."""
        return self.sheet.width - self.scene.plot.right - self.gap - max(4.0, self.sheet.px(20))

    @property
    def gap(self) -> float:
        """Return the pixels between plot and labels."""
        return self.sheet.mark(26)

    def _beside(self, blocks: list[tuple[list[Line], float]]) -> None:
        heights = [block_size(lines)[1] for lines, _level in blocks]
        # A block's first line stands level with its mark.
        middles = [
            level + height / 2 - lines[0].size * LINE / 2
            for (lines, level), height in zip(blocks, heights, strict=True)
        ]
        apart = max(14.0 * self.sheet.k, 6.0)
        placed = spread(middles, heights, apart, self.scene.plot.top - self.sheet.px(30), self.scene.plot.bottom)
        left = self.scene.plot.right + self.gap
        for (lines, _level), height, centre in zip(blocks, heights, placed, strict=True):
            self.scene.put(lines, left, centre - height / 2)
