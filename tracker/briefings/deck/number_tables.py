"""The numbers of a slide as a table in words, for those who want to read or copy them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.briefings.deck.contents import (
    Bullets,
    Closing,
    Content,
    GoalOverTime,
    Opening,
    Paces,
    Succession,
    Tiles,
    ZonesOverTime,
)
from tracker.charts import BulletRow, Matrix, PaceRow, ZoneSeries, goal_words, marked, point_words, status_words
from tracker.charts.glide.timeline import Scene
from tracker.charts.glide.year_numbers import YearNumbers, year_numbers
from tracker.charts.value_words import decimals_of, shown_unit, value_words
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.language import MISSING, _, comparator_words, number, percent_value


@dataclass(frozen=True, slots=True)
class NumberTable:
    """Heads and rows of texts; the first column names the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def number_table(content: Content) -> NumberTable:
    """Write what a slide shows as a table."""
    match content:
        case GoalOverTime(report=report):
            return _of_goal(report)
        case Succession(reports=reports):
            return _of_reports(reports)
        case Bullets(rows=rows):
            return _of_bullets(rows)
        case Paces(rows=rows, measure=measure):
            return _of_paces(rows, measure)
        case Tiles(matrix=matrix):
            return _of_matrix(matrix)
        case ZonesOverTime(series=series, unit=unit):
            return _of_zones(series, unit)
        case Opening(counts=counts):
            counted = tuple((marked(group), number(count)) for group, count in counts.items())
            return NumberTable((_("Status"), _("Goals")), counted)
        case Closing(asks=asks):
            asked = tuple((ask.who, ask.what, marked(ask.group)) for ask in asks)
            return NumberTable((_("Who"), _("What is asked"), _("Status")), asked)


def _of_goal(report: GoalReport) -> NumberTable:
    scene = Scene(report)
    years = year_numbers(scene)
    unit, places = shown_unit(report), decimals_of(report)

    def written(value: float | None) -> str:
        return MISSING if value is None else value_words(value, unit, places)

    columns: list[tuple[str, list[str]]] = [(_("Actual"), [year.said for year in years])]
    if any(year.path is not None for year in years):
        columns.append((_("Path to the goal"), [written(year.path) for year in years]))
    if any(year.projected is not None for year in years):
        columns.append((_("Projection"), [_projected(year, written(year.projected), written) for year in years]))
    if scene.thresholds:
        columns.append((_("Goal"), [goal_words(report) if year.asked else MISSING for year in years]))
    rows = zip([str(year.year) for year in years], *(told for _head, told in columns), strict=True)
    return NumberTable((_("Year"), *(head for head, _told in columns)), tuple(rows))


def _projected(year: YearNumbers, middle: str, written: Callable[[float | None], str]) -> str:
    if year.projected is None or year.band is None or year.band[0] == year.band[1]:
        return middle
    low, high = (written(end) for end in year.band)
    return _("{middle} (80% between {low} and {high})").format(middle=middle, low=low, high=high)


def _of_bullets(rows: Iterable[BulletRow]) -> NumberTable:
    heads = (_("Goal"), _("Latest against target"), _("Completion"), _("Status"))
    told = [
        (_named(row.label, row.second), row.value, percent_value(row.completion, 1), marked(row.group, row.status))
        for row in rows
    ]
    return NumberTable(heads, tuple(told))


def _of_paces(rows: Iterable[PaceRow], measure: str) -> NumberTable:
    heads = (measure or _("Change a year"), _("Needed"), _("Reached"))
    told = [(_named(row.label, row.second), row.needed_words or MISSING, row.reached_words or MISSING) for row in rows]
    return NumberTable(heads, tuple(told))


def _of_reports(reports: Sequence[GoalReport]) -> NumberTable:
    heads = (_("Plan"), _("Goal"), _("Due"), _("Latest"), _("Status"))
    rows = []
    for report in reports:
        points = Scene(report).points
        latest = MISSING
        if points:
            latest = _("{value} in {year}").format(value=point_words(points[-1], report), year=points[-1].year)
        due = MISSING if report.goal.due is None else str(report.goal.due)
        rows.append((report.plan.name, goal_words(report), due, latest, marked(report.group, status_words(report))))
    return NumberTable(heads, tuple(rows))


def _of_matrix(matrix: Matrix) -> NumberTable:
    rows = []
    for indicator, tiles in zip(matrix.indicators, matrix.tiles, strict=True):
        cells = (
            _("not in this plan")
            if tile is None
            else _("{goal} – {status}").format(goal=tile.goal, status=marked(tile.group, tile.status))
            for tile in tiles
        )
        rows.append((_named(indicator.label, indicator.second), *cells))
    heads = (_("Indicator"), *(_named(plan.label, plan.second) for plan in matrix.plans))
    return NumberTable(heads, tuple(rows))


def _of_zones(series: Sequence[ZoneSeries], unit: str) -> NumberTable:
    known = {one.zone: {point.year: _value(point, unit) for point in one.points} for one in series}
    years = sorted({year for told in known.values() for year in told})
    rows = tuple((str(year), *(told.get(year, MISSING) for told in known.values())) for year in years)
    return NumberTable((_("Year"), *known), rows)


def _value(point: Point, unit: str) -> str:
    if point.low is None or point.high is None:
        return comparator_words(point.qualifier.value, point.high if point.low is None else point.low, unit)
    low, high = value_words(point.low, unit), value_words(point.high, unit)
    return low if point.exact else _("{low} to {high}").format(low=low, high=high)


def _named(label: str, second: str) -> str:
    return _("{name}, {more}").format(name=label, more=second) if second else label
