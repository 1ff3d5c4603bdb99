"""Everything that is shown of one goal: verdict, headline, measured series, path and projection."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tracker.domain.assessment.measures import survey
from tracker.domain.assessment.series_columns import HAIR
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport, Point, Projection, Verdict
from tracker.domain.explaining.headlines import headline
from tracker.domain.explaining.reasons import with_reason
from tracker.domain.explaining.reported_values import reported_points
from tracker.domain.explaining.target_wording import measured_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series, Traits
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone, in_readers_language
from tracker.domain.statuses import GROUP_OF, Rule
from tracker.domain.vocabulary import OPEN_ABOVE, OPEN_BELOW, Certainty, Qualifier

# What binary arithmetic adds to a difference lies behind so many digits.
_SURE_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRecord:
    """A goal with the plan, indicator and zone it belongs to, its actuals and the sources of all.

    `other` names what a relative goal is measured against.
    """

    goal: Goal
    plan: Plan
    indicator: Indicator
    zone: Zone
    actuals: tuple[Actual, ...] = ()
    sources: tuple[Source, ...] = ()
    other: str = ""


def goal_report(record: GoalRecord, standings: Standings, row: int, rule: Rule) -> GoalReport:
    """Put together what is shown of the goal in one row of the standings."""
    record = replace(
        record,
        goal=in_readers_language(record.goal),
        actuals=tuple(in_readers_language(actual) for actual in record.actuals),
    )
    judged = VerdictFacts(
        record.goal, record.indicator, record.plan, standings.verdict(row, rule), record.other, record.actuals
    )
    verdict = with_reason(judged)
    facts = replace(judged, verdict=verdict)
    points = _points(standings, row, record.actuals, record.goal.traits)
    own, reference = _both_series(record, points)
    return GoalReport(
        goal=record.goal,
        plan=record.plan,
        indicator=record.indicator,
        zone=record.zone,
        unit=measured_unit(record.goal, record.indicator),
        verdict=verdict,
        group=GROUP_OF[verdict.status],
        headline=headline(facts, record.zone.name),
        asked=facts.asked,
        other=record.other,
        looked_from=standings.looked_from,
        points=points,
        own_points=own,
        reference_points=reference,
        path=_path(record.goal, verdict),
        projection=_projection(verdict, record.goal),
        actuals=record.actuals,
        sources={source.source: source for source in record.sources},
    )


def _points(standings: Standings, row: int, actuals: Sequence[Actual], kind: Traits) -> tuple[Point, ...]:
    """List the measured series year by year, with how exactly and how surely each value is known."""
    goals = standings.goals.take(np.array([row]))
    _, baselines, measures = survey(goals, standings.actuals, standings.looked_from)
    by_year = {actual.year: actual for actual in actuals}
    base_year = int(baselines.year[0])
    # A sum or a difference is bounded otherwise than the year's own value.
    worked_out = kind.relative or bool(goals.starts_at_zero[0])
    points = []
    for year, low, high, seen in zip(
        measures.year[0], measures.low[0], measures.high[0], measures.seen[0], strict=True
    ):
        shown = seen or (year == base_year and kind.of_level)
        if shown and not np.isnan(low):
            points.append(
                _point(int(year), float(low), float(high), by_year.get(int(year)), as_reported=not worked_out)
            )
    return tuple(points)


def _both_series(record: GoalRecord, differences: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the two series that a goal's differences are of, its own and its reference's; none for other goals."""
    if record.goal.traits.series is not Series.AGAINST_REFERENCE:
        return (), ()
    own = {point.year: point for point in reported_points(record.actuals, record.indicator)}
    reference = [
        Point(year=apart.year, low=level, high=level)
        for apart in differences
        if apart.year in own and (level := _level_below(own[apart.year], apart)) is not None
    ]
    return tuple(own[point.year] for point in reference), tuple(reference)


def _level_below(own: Point, apart: Point) -> float | None:
    """Return the level that a value lies so far above, without the noise of the subtraction; none of a bound."""
    if own.low is None or apart.low is None or not (own.exact and apart.exact):
        return None
    return float(f"{own.low - apart.low:.{_SURE_DIGITS}g}")


def _point(year: int, low: float, high: float, actual: Actual | None, *, as_reported: bool) -> Point:
    """Describe one year's value by the actual it comes from; an end that was reported open stays open."""
    qualifier = Qualifier.EXACT if actual is None else actual.qualifier
    if as_reported:
        low, high = low / (1 + HAIR * (qualifier is Qualifier.OVER)), high / (1 - HAIR * (qualifier is Qualifier.UNDER))
    return Point(
        year=year,
        low=None if np.isinf(low) or (as_reported and qualifier in OPEN_BELOW) else low,
        high=None if np.isinf(high) or (as_reported and qualifier in OPEN_ABOVE) else high,
        qualifier=qualifier,
        certainty=Certainty.FINAL if actual is None else actual.status,
        derived=actual is None or (actual.value is None and actual.growth is not None),
    )


def _path(goal: Goal, verdict: Verdict) -> tuple[tuple[int, float], ...]:
    """Return the corners of the path from the start by way of the interim values to the goal; none without a start."""
    start, begin, due = verdict.start, verdict.baseline_year, goal.due
    if start is None or begin is None or verdict.target is None or due is None or not goal.traits.has_path:
        return ()
    scale = (verdict.baseline_value or 1.0) if goal.traits.factor else 1.0
    between = [(year, float(value) * scale) for year, value in goal.interim if begin < year < due]
    return ((begin, start), *sorted(between), (due, verdict.target))


def _projection(verdict: Verdict, goal: Goal) -> Projection | None:
    """Draw the projection from the latest measured value to the due year."""
    if verdict.projected is None or verdict.measured is None or verdict.judged_year is None or goal.due is None:
        return None
    years = (float(verdict.judged_year), float(goal.due))
    middle = (verdict.measured, verdict.projected)
    if verdict.projected_low is None or verdict.projected_high is None:
        return Projection(years=years, middle=middle)
    return Projection(
        years=years,
        middle=middle,
        low=(verdict.measured, verdict.projected_low),
        high=(verdict.measured, verdict.projected_high),
    )
