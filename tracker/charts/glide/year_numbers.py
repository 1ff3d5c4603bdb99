"""What is drawn of a goal, as plain numbers by year, so that every file made of it says the same."""

from dataclasses import dataclass
from itertools import pairwise

from tracker.charts import point_words
from tracker.charts.glide.timeline import Scene
from tracker.charts.value_words import shown_unit, value_words
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


def year_numbers(scene: Scene) -> tuple[YearNumbers, ...]:
    """Return every year of a goal's axis, in order, with what is drawn for it."""
    first, last = scene.years
    points = {point.year: point for point in scene.points}
    path, needed = dict(scene.path), dict(scene.needed)
    middle, low, high = _projected(scene.report)
    return tuple(
        YearNumbers(
            year=year,
            point=points.get(year),
            said=_said(scene, points.get(year), year),
            start=scene.start[1] if scene.start and scene.start[0] == year else None,
            path=path.get(year),
            needed=year in needed,
            projected=middle.get(year),
            band=(low[year], high[year]) if year in low and year in high else None,
            asked=scene.thresholds if year == scene.due or (scene.every_year and _asked(scene, year)) else (),
        )
        for year in range(first, last + 1)
    )


def _asked(scene: Scene, year: int) -> bool:
    """Whether a goal that asks something of each year asks it of this one."""
    start, end = scene.report.plan.start, scene.due or scene.report.plan.end
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


def _said(scene: Scene, point: Point | None, year: int) -> str:
    """Say a year's value in the words of the chart: over 100; 112, provisional; 1.5%, implied."""
    if point is not None:
        value = point_words(point, scene.report)
        if point.certainty is not Certainty.FINAL:
            return _("{value}, {certainty}").format(value=value, certainty=certainty_word(point.certainty))
        return _("{value}, derived").format(value=value) if point.derived else value
    origin = scene.report.verdict.baseline_origin
    if scene.start and scene.start[0] == year and not scene.from_zero:
        value = value_words(scene.start[1], shown_unit(scene.report))
        said = origin_word(origin) if origin else _("start")
        return _("{value}, {origin}").format(value=value, origin=said)
    return _("no actual") if year <= scene.report.looked_from else _("not yet due")
