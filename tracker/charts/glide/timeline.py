"""What a glide path shows of a report, in years and values, before any pixel is known, and year by year in numbers."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from tracker.charts.ticks import value_range
from tracker.charts.value_words import goal_value, point_words
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.statuses import Group
from tracker.domain.vocabulary import BaselineOrigin, Better, Certainty, Comparator, certainty_word, origin_word
from tracker.language import _

YearValue: TypeAlias = tuple[int, float]


def middle(point: Point) -> float:
    """Return where a point stands: its value, the middle of a range, or its bound."""
    if point.low is None or point.high is None:
        return point.high if point.low is None and point.high is not None else (point.low or 0.0)
    return (point.low + point.high) / 2


@dataclass(frozen=True)
class Timeline:
    """One goal's series, path and thresholds, with the years and values they span."""

    report: GoalReport
    what_if: Point | None = None

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Return the years that have a value, in order; of a goal against another indicator its own values."""
        known = (
            point
            for point in self.report.own_points or self.report.points
            if point.low is not None or point.high is not None
        )
        return tuple(sorted(known, key=lambda point: point.year))

    @property
    def reference(self) -> tuple[Point, ...]:
        """Return the values that a goal's own are held against, by year; none for most goals."""
        return self.report.reference_points

    @cached_property
    def broken(self) -> tuple[Point, ...]:
        """Return the years that did not keep what is asked of every year."""
        return tuple(point for point in self.points if point.year in self.report.verdict.breached_years)

    @cached_property
    def beyond(self) -> tuple[Point, ...]:
        """Return what was reported after the year that judged a goal for good, and changes nothing any more."""
        verdict = self.report.verdict
        if not verdict.at_due or verdict.judged_year is None or self.every_year:
            return ()
        return tuple(point for point in self.points if point.year > verdict.judged_year)

    @property
    def judged(self) -> Point | None:
        """Return the point that the goal is judged on, else the latest."""
        found = (point for point in self.points if point.year == self.report.verdict.judged_year)
        return next(found, self.points[-1] if self.points else None)

    @property
    def direction(self) -> bool:
        """Whether a direction from the start is asked, without a value to reach."""
        return self.report.goal.traits.direction

    @property
    def due(self) -> int | None:
        """Return the due year."""
        return self.report.goal.due

    @cached_property
    def thresholds(self) -> tuple[float, ...]:
        """Return the value the goal asks for, both of a range, none where it cannot be known."""
        goal = self.report.goal
        if self.reference:
            return ()
        if goal.traits.two_ends and goal.value is not None and goal.value_high is not None:
            return float(goal.value), float(goal.value_high)
        return () if self.report.verdict.target is None else (self.report.verdict.target,)

    @property
    def exactly(self) -> bool:
        """Whether the goal is its value alone: more is not better, and less is not either."""
        goal, better = self.report.goal, self.report.indicator.better
        return goal.comparator is Comparator.EQUAL and better is Better.NONE and not goal.traits.place

    @property
    def goal_levels(self) -> tuple[float, ...]:
        """Return where the goal's diamonds stand: at its thresholds, or in the middle for a goal without numbers."""
        return self.thresholds or ((0.5,) if not self.values else ())

    @property
    def every_year(self) -> bool:
        """Whether the goal asks something of each year rather than of the last."""
        return self.report.goal.traits.judged_by_year

    @cached_property
    def path(self) -> tuple[YearValue, ...]:
        """Return the path for every year, also where only its corners are given; none without a due year."""
        corners = sorted(self.report.path)
        if len(corners) < 2 or self.due is None or self.every_year:
            return ()
        between = [
            (year, low + (high - low) * (year - first) / (last - first))
            for (first, low), (last, high) in pairwise(corners)
            for year in range(first, last)
        ]
        return (*between, corners[-1])

    @cached_property
    def needed(self) -> tuple[YearValue, ...]:
        """Return the path's years between its start and the due year; nothing is needed for a goal that is met."""
        return () if self.report.group is Group.MET else self.path[1:-1]

    @cached_property
    def start(self) -> YearValue | None:
        """Return the baseline where no actual stands in its year with the same value."""
        verdict = self.report.verdict
        if verdict.baseline_year is None or verdict.baseline_value is None or self.every_year:
            return None
        if self.from_zero:
            return verdict.baseline_year, self.path[0][1] if self.path else 0.0
        same = any(
            point.year == verdict.baseline_year and abs(middle(point) - verdict.baseline_value) < 1e-9
            for point in self.points
        )
        return None if same or not self.report.goal.traits.has_path else (verdict.baseline_year, verdict.baseline_value)

    @property
    def from_zero(self) -> bool:
        """Whether the series measures what was added since its start, which is zero by its meaning."""
        return self.report.goal.traits.from_zero

    @property
    def implied(self) -> bool:
        """Whether the baseline is only implied by the plan's words."""
        return self.report.verdict.baseline_origin is BaselineOrigin.IMPLIED

    @property
    def rank(self) -> bool:
        """Whether the first place belongs on top."""
        return self.report.goal.traits.place

    @cached_property
    def years(self) -> tuple[int, int]:
        """Return the first and the last year of the axis."""
        years = [point.year for point in self.points] + [year for year, _value in self.path]
        years += [self.start[0]] if self.start else []
        years += [self.what_if.year] if self.what_if else []
        years += [self.due] if self.due is not None else []
        plan = self.report.plan
        if self.every_year or len(years) < 2:
            years += [year for year in (plan.start, plan.end) if year is not None]
        years = years or [self.report.looked_from]
        return min(years), max(years)

    @cached_property
    def values(self) -> tuple[float, ...]:
        """Return every value that has to fit on the axis."""
        ends = [end for point in (*self.points, *self.reference) for end in (point.low, point.high) if end is not None]
        path = [value for _year, value in self.path]
        start = [self.start[1]] if self.start else []
        asked = [middle(self.what_if)] if self.what_if else []
        ahead = self.report.projection
        projected = [*ahead.middle, *ahead.low[-1:], *ahead.high[-1:]] if ahead else []
        zero = [0.0] if (self.report.goal.traits.around_zero and not self.reference) or self.direction else []
        # A band that reaches far beyond everything else may leave the sheet.
        inner = [*ends, *path, *start, *asked, *self.thresholds, *zero]
        reach = (max(inner) - min(inner) or abs(inner[0]) or 1.0) if inner else 1.0
        bounded = (
            [min(max(value, min(inner) - reach / 2), max(inner) + reach / 2) for value in projected] if inner else []
        )
        return (*inner, *bounded)

    @cached_property
    def y_range(self) -> tuple[float, float]:
        """Return the lower and the upper end of the value axis; the first place is the upper end of a rank's."""
        if not self.values:
            return 0.0, 1.0
        if self.rank:
            worst = max(*self.values, 4.0)
            return worst * 1.12, 1 - max(0.8, worst * 0.12)
        return value_range(self.values)


def goal_marks(timeline: Timeline) -> dict[float, str]:
    """Return the values a goal asks for with their words."""
    return {value: goal_value(value, timeline.report) for value in timeline.thresholds}


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNumbers:
    """One year of a goal, in the goal's unit: what was reported, what the path asks, where the pace leads."""

    year: int
    point: Point | None = None
    reference: float | None = None
    broken: bool = False
    words: str = ""
    start: float | None = None
    path: float | None = None
    needed: bool = False
    projected: float | None = None
    band: tuple[float, float] | None = None
    asked: tuple[float, ...] = ()

    @property
    def exact(self) -> float | None:
        """The year's actual where it is one number; None for a bound, a range or nothing."""
        return self.point.low if self.point and self.point.exact else None

    @property
    def settled(self) -> bool:
        """Whether the year's actual is final."""
        return self.point is None or self.point.certainty is Certainty.FINAL


def year_numbers(timeline: Timeline, begin: int | None = None) -> tuple[YearNumbers, ...]:
    """Return every year of a goal's axis, in order, with what is drawn for it; empty years where it begins earlier."""
    first, last = timeline.years
    points = {point.year: point for point in timeline.points}
    reference = {point.year: point.low for point in timeline.reference}
    broken = {point.year for point in timeline.broken}
    path, needed = dict(timeline.path), dict(timeline.needed)
    middle, low, high = _projected(timeline.report)
    return tuple(
        YearNumbers(
            year=year,
            point=points.get(year),
            reference=reference.get(year),
            broken=year in broken,
            words=_year_words(timeline, points.get(year), year),
            start=timeline.start[1] if timeline.start and timeline.start[0] == year else None,
            path=path.get(year),
            needed=year in needed,
            projected=middle.get(year),
            band=(low[year], high[year]) if year in low and year in high else None,
            asked=timeline.thresholds
            if year == timeline.due or (timeline.every_year and _asked(timeline, year))
            else (),
        )
        for year in range(first if begin is None else begin, last + 1)
    )


def _asked(timeline: Timeline, year: int) -> bool:
    """Return whether a goal asks something of a year: of the due one, or of each of the plan's."""
    if year == timeline.due or not timeline.every_year:
        return year == timeline.due
    start, end = timeline.report.plan.start, timeline.due or timeline.report.plan.end
    return (start is None or year >= start) and (end is None or year <= end)


def _projected(report: GoalReport) -> tuple[dict[int, float], dict[int, float], dict[int, float]]:
    """Return the projection's middle, low and high for every year it spans; empty where there is none."""
    ahead = report.projection
    if ahead is None or len(ahead.years) < 2:
        return {}, {}, {}
    return _yearly(ahead.years, ahead.middle), _yearly(ahead.years, ahead.low), _yearly(ahead.years, ahead.high)


def _yearly(years: tuple[float, ...], values: tuple[float, ...]) -> dict[int, float]:
    """Return the value of every whole year on the straight lines between those given."""
    if not values:
        return {}
    by_year = {round(years[0]): values[0]}
    for (start, low), (end, high) in pairwise(zip(years, values, strict=True)):
        for year in range(round(start) + 1, round(end) + 1):
            by_year[year] = low + (high - low) * (year - start) / (end - start)
    return by_year


def _year_words(timeline: Timeline, point: Point | None, year: int) -> str:
    """Return a year's value in the words of the chart: over 100; 112, provisional; 1.5%, implied."""
    if point is not None:
        value = point_words(point, timeline.report)
        if point.certainty is not Certainty.FINAL:
            return _("{value}, {certainty}").format(value=value, certainty=certainty_word(point.certainty))
        return _("{value}, derived").format(value=value) if point.derived else value
    origin = timeline.report.verdict.baseline_origin
    if timeline.start and timeline.start[0] == year and not timeline.from_zero:
        value = goal_value(timeline.start[1], timeline.report)
        origin_words = origin_word(origin) if origin else _("start")
        return _("{value}, {origin}").format(value=value, origin=origin_words)
    return _("no actual") if year <= timeline.report.looked_from else _("not yet due")
