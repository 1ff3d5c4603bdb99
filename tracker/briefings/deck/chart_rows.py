"""Goals as the rows, tiles and lines of charts that show many of them."""

from collections import Counter
from collections.abc import Sequence

from tracker.charts import BulletRow, Matrix, Named, Tile, Tiles, ZoneSeries, ZonesOverTime, goal_words, status_words
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.headlines import place_beside
from tracker.domain.explaining.target_wording import bounded_above, readers_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.quantity.units import spoken_unit
from tracker.domain.vocabulary import Accumulates, BaselineOrigin
from tracker.language import _
from tracker.services.compare.comparison import Comparison, ZoneRecord, drawn_goals

_MOST_PLANS, _MOST_INDICATORS = 4, 7


def bullet_row(report: GoalReport, *, by_zone: bool = False) -> BulletRow:
    """Return a goal as a row under its indicator's or zone's name: what of what is reached, and how it stands."""
    completion = known_completion(report)
    return BulletRow(
        label=report.zone.name if by_zone else report.indicator.name,
        second=_when(report, report.plan.name if by_zone else report.zone.name),
        completion=completion,
        value=_reached(report),
        group=report.group,
        status=status_words(report),
        missing="" if completion is not None else _not_a_share(report),
    )


def known_completion(report: GoalReport) -> float | None:
    """Return the share of the target that is reached, None where the plan's words alone imply the value."""
    return report.verdict.completion if _is_known(report) else None


def _is_known(report: GoalReport) -> bool:
    """Return whether somebody reported or stated the value that stands for what is reached."""
    verdict = report.verdict
    return verdict.judged_year is not None or verdict.baseline_origin is not BaselineOrigin.IMPLIED


def _when(report: GoalReport, whose: str) -> str:
    """Return whose goal it is, from when to when."""
    since, due = report.verdict.baseline_year, report.goal.due
    if due is None:
        return _("{whose} · no year").format(whose=whose)
    if since is None:
        return _("{whose} · by {due}").format(whose=whose, due=due)
    return _("{whose} · {since} → {due}").format(whose=whose, since=since, due=due)


def _value(report: GoalReport) -> str:
    """Return what is reached, or where a goal starts of which nothing else is known; "" where neither is."""
    facts = VerdictFacts.of(report)
    if report.verdict.judged_year is not None:
        return facts.value
    return facts.base if report.verdict.start_only and _is_known(report) else ""


def _reached(report: GoalReport) -> str:
    """Return what of what is reached, or what is asked alone where nothing is known."""
    value = _value(report)
    if not value:
        return _("goal: {asked}").format(asked=report.asked)
    if ceiling := bounded_above(report.goal, report.indicator):
        return _("{value}; asked: {asked}").format(value=value, asked=ceiling)
    if report.goal.kind.traits.in_shares:
        return _("{value} of {asked}").format(value=value, asked=report.asked)
    return _("{value}; asked: {asked}").format(value=value, asked=report.asked)


def _not_a_share(report: GoalReport) -> str:
    """Return why there is no bar: nothing is reported, or what is reported is no share of a target."""
    value = _value(report)
    return _("{value} is no share of the target").format(value=value) if value else _("no actual")


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
