"""What is drawn of a goal, as plain numbers by year, so that every file made of it says the same."""

from dataclasses import dataclass
from itertools import pairwise

from tracker.charts.glide.timeline import Timeline
from tracker.charts.value_words import point_words, shown_unit, value_words
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.vocabulary import Certainty, certainty_word, origin_word
from tracker.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNumbers:
    """One year of a goal, in the goal's unit: what was reported, what the path asks, where the pace leads."""

    year: int
    point: Point | None = None
    said: str = ""
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
    path, needed = dict(timeline.path), dict(timeline.needed)
    middle, low, high = _projected(timeline.report)
    return tuple(
        YearNumbers(
            year=year,
            point=points.get(year),
            said=_said(timeline, points.get(year), year),
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
    """Whether a goal asks something of a year: of the due one, or of each of the plan's."""
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
    found = {round(years[0]): values[0]}
    for (start, low), (end, high) in pairwise(zip(years, values, strict=True)):
        for year in range(round(start) + 1, round(end) + 1):
            found[year] = low + (high - low) * (year - start) / (end - start)
    return found


def _said(timeline: Timeline, point: Point | None, year: int) -> str:
    """Say a year's value in the words of the chart: over 100; 112, provisional; 1.5%, implied."""
    if point is not None:
        value = point_words(point, timeline.report)
        if point.certainty is not Certainty.FINAL:
            return _("{value}, {certainty}").format(value=value, certainty=certainty_word(point.certainty))
        return _("{value}, derived").format(value=value) if point.derived else value
    origin = timeline.report.verdict.baseline_origin
    if timeline.start and timeline.start[0] == year and not timeline.from_zero:
        value = value_words(timeline.start[1], shown_unit(timeline.report))
        said = origin_word(origin) if origin else _("start")
        return _("{value}, {origin}").format(value=value, origin=said)
    return _("no actual") if year <= timeline.report.looked_from else _("not yet due")
