"""Goals as the rows, tiles and lines of charts that show many of them."""

from collections import Counter
from collections.abc import Sequence

from tracker.charts import BulletRow, Matrix, Named, Tile, Tiles, ZoneSeries, ZonesOverTime, goal_words, status_words
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.headlines import place_beside
from tracker.domain.explaining.measured_words import measure_words, measured_and_when, measured_words
from tracker.domain.explaining.target_wording import bounded_above, readers_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.explaining.way_made import way_made
from tracker.domain.kinds import Series
from tracker.domain.quantity.units import spoken_unit
from tracker.domain.vocabulary import Accumulates, BaselineOrigin
from tracker.language import MISSING, _
from tracker.services.compare.comparison import Comparison, ZoneRecord, drawn_goals

_MOST_PLANS, _MOST_INDICATORS = 4, 7
# What is asked stands beside the value up to so many letters of both, else beside the status.
_BESIDE = 20


def bullet_row(report: GoalReport, *, by_zone: bool = False) -> BulletRow:
    """Return a goal as a row under its indicator's or zone's name: what of what is reached, and how it stands."""
    (value, asked), status = _reached(report), status_words(report)
    if asked and len(value) + len(asked) <= _BESIDE:
        value = _("{value}; asked: {asked}").format(value=value, asked=asked)
    elif asked:
        status = _("{status} · asked: {asked}").format(status=status, asked=asked)
    return BulletRow(
        label=report.zone.name if by_zone else report.indicator.name,
        second=_when(report, report.plan.name if by_zone else report.zone.name),
        share=share_of(report),
        value=value,
        group=report.group,
        status=status,
        reported=report.verdict.judged_year is not None,
    )


def share_of(report: GoalReport) -> float | None:
    """Return how much of what a goal asks is made, None where nothing was reported since its start."""
    return way_made(report.goal.kind, report.verdict)


def _when(report: GoalReport, whose: str) -> str:
    """Return whose goal it is and from when to when, or what is measured since when, where that is no plain value."""
    since, due = report.verdict.baseline_year, report.goal.due
    if measure := measure_words(VerdictFacts.of(report)):
        return _("{whose} · {measure}").format(whose=whose, measure=measure)
    if due is None:
        return _("{whose} · no year").format(whose=whose)
    if since is None:
        return _("{whose} · by {due}").format(whose=whose, due=due)
    return _("{whose} · {since} → {due}").format(whose=whose, since=since, due=due)


def _reached(report: GoalReport) -> tuple[str, str]:
    """Return what is reached in the goal's own measure, of what is asked where that fits, else that beside it."""
    facts, traits = VerdictFacts.of(report), report.goal.traits
    asked = bounded_above(report.goal, report.indicator) or (
        report.asked if traits.relative or traits.series is Series.ADDED else goal_words(report)
    )
    if measured_words(facts) == MISSING:
        if report.verdict.start_only and report.verdict.baseline_origin is not BaselineOrigin.IMPLIED:
            return _("start: {value}").format(value=facts.base), report.asked
        return _("goal: {asked}").format(asked=report.asked), ""
    if traits.judged_by_year:
        return measured_and_when(facts), asked
    if traits.in_shares and not traits.worked_out and not bounded_above(report.goal, report.indicator):
        return _("{value} of {asked}").format(value=measured_words(facts), asked=report.asked), ""
    return facts.value, asked


def tiles_of(reports: Sequence[GoalReport]) -> Tiles:
    """Return plans against indicators: the plans with most goals, the indicators that most of them share."""
    goals = Counter(report.plan.plan for report in reports)
    plans = {report.plan.plan: report for report in reports}
    shown = sorted(
        (key for key, _count in goals.most_common(_MOST_PLANS)), key=lambda key: (plans[key].plan.start or 9999, key)
    )
    cells: dict[str, dict[str, GoalReport]] = {}
    for report in reports:
        if report.plan.plan in shown:
            cells.setdefault(report.indicator.indicator, {}).setdefault(report.plan.plan, report)
    rows = sorted(cells.values(), key=lambda row: -len(row))[:_MOST_INDICATORS]
    return Tiles(
        matrix=Matrix(
            indicators=tuple(Named(next(iter(row.values())).indicator.name) for row in rows),
            plans=tuple(_plan(plans[key]) for key in shown),
            tiles=tuple(tuple(_tile(row.get(key)) for key in shown) for row in rows),
        )
    )


def _plan(report: GoalReport) -> Named:
    return Named(report.plan.name, place_beside(report.zone.name, report.plan.name))


def _tile(report: GoalReport | None) -> Tile | None:
    if report is None:
        return None
    return Tile(report.asked, report.group, status_words(report), short=goal_words(report))


def zones_of(comparison: Comparison) -> ZonesOverTime:
    """Return the indicator's actuals and goals of every zone; the first zone stands out."""
    series = [zone_series(record, comparison) for record in comparison.zones]
    indicator = comparison.indicator
    rank = indicator.accumulates is Accumulates.RANK
    return ZonesOverTime(
        series=tuple(series),
        unit=spoken_unit(readers_unit(indicator.unit, indicator)),
        indicator=indicator.name,
        rank=rank,
    )


def zone_series(record: ZoneRecord, comparison: Comparison) -> ZoneSeries:
    """Return a zone's line with a diamond for each goal that is a level; the first zone stands out."""
    drawn = drawn_goals(record, comparison)
    return ZoneSeries(
        record.zone.name,
        record.points,
        chosen=record is comparison.zones[0],
        goals=tuple((report.goal.due or 0, report.verdict.target or 0.0) for report in drawn),
        asked=tuple(goal_words(report) for report in drawn),
    )
