"""The pace each goal needs beside the one it has reached: within a comparison, and of goals on different indicators."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import prod

from tracker.domain.assessment.verdicts import GoalReport, PaceRow, Point
from tracker.domain.explaining.goal_numbers import series_style
from tracker.domain.explaining.step_words import percent, yearly_growth
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.quantity.units import spoken_unit
from tracker.domain.vocabulary import Accumulates, BaselineOrigin
from tracker.language import _
from tracker.services.compare.comparison import Comparison, ZoneRecord

_RECENT = 5


def as_changes(comparison: Comparison) -> bool:
    """Whether the indicator is itself a yearly percent change, whose pace is its mean."""
    return comparison.indicator.accumulates is Accumulates.ANNUAL_CHANGE


def as_growth(comparison: Comparison) -> bool:
    """Whether paces are rates in percent a year, which is possible where values are above zero."""
    indicator = comparison.indicator
    values = [point.low for zone in comparison.zones for point in zone.points if point.low is not None]
    levels = indicator.accumulates in (Accumulates.LEVEL, Accumulates.FLOW) and all(value > 0 for value in values)
    return levels or as_changes(comparison)


def paces(comparison: Comparison) -> list[PaceRow]:
    """List the goals' paces, the greatest needed first, then what zones without such a pair reached."""
    rows = [(record, list(_of_goals(record, comparison))) for record in comparison.zones]
    goals = sorted((pace for _record, own in rows for pace in own), key=lambda pace: -(pace.needed or 0.0))
    unpaired = [record for record, own in rows if all(pace.reached is None for pace in own)]
    alone = [pace for record in unpaired for pace in _alone(record, comparison)]
    return goals + sorted(alone, key=lambda pace: -(pace.reached or 0.0))


def goal_paces(reports: Iterable[GoalReport]) -> list[PaceRow]:
    """List the growth a year from each goal's start to its target and to its judged year, the greatest needed first."""
    rows = [row for row in map(_of_amount, reports) if row is not None]
    return sorted(rows, key=lambda row: -(row.needed or 0.0))


def _of_amount(report: GoalReport) -> PaceRow | None:
    """Pair the growths of a goal, where they can be laid beside another's: no shares, no places."""
    if not report.goal.traits.of_amount or spoken_unit(report.unit) == "%":
        return None
    start, since = report.verdict.baseline_value, report.verdict.baseline_year
    span = f"{report.zone.name} · {_span(report)}"
    return _pair(
        report,
        (report.indicator.name, span),
        lambda value, year: _percent(yearly_growth(start, value, year, since)),
        _rate_words,
    )


def _of_goals(record: ZoneRecord, comparison: Comparison) -> Iterator[PaceRow]:
    """Pair what each goal needs with what was reached from its baseline up to its judged year."""
    for report in record.dated:
        row = _pair(
            report,
            (record.zone.name, _span(report)),
            lambda value, year, report=report: _pace_to(report, value, year, comparison),  # type: ignore[misc]
            lambda pace: _words(pace, comparison),
        )
        if row is not None:
            yield row


def _pair(
    report: GoalReport,
    labels: tuple[str, str],
    pace_to: Callable[[float | None, int | None], float | None],
    words: Callable[[float], str],
) -> PaceRow | None:
    """Lay the pace to a goal's target beside the one to its judged value; None where none leads to the target."""
    verdict = report.verdict
    needed = pace_to(verdict.target, report.goal.due)
    if needed is None:
        return None
    exact = verdict.measured is not None and verdict.measured == verdict.measured_high
    reached = pace_to(verdict.measured if exact else None, verdict.judged_year)
    pace_words = "" if reached is None else _("{pace}, {since}–{until}").format(
        pace=words(reached), since=verdict.baseline_year, until=verdict.judged_year
    )  # fmt: skip
    return PaceRow(*labels, needed, words(needed), reached, pace_words)


def _pace_to(report: GoalReport, value: float | None, year: int | None, comparison: Comparison) -> float | None:
    """Return the change a year that leads from a goal's baseline to a value of its measured series in a year."""
    since, start, kind = report.verdict.baseline_year, report.verdict.baseline_value, report.goal.traits
    growth = as_growth(comparison)
    if value is None or year is None:
        return None
    if kind.series is Series.MEAN_GROWTH:
        return value if growth else None
    if since is None or year <= since:
        return None
    if kind.series is Series.CHANGED:
        # The even yearly change that gives the total.
        return _percent(yearly_growth(100.0, 100.0 + value, year, since)) if growth else None
    if not kind.of_level or start is None or as_changes(comparison):
        return None
    return _percent(yearly_growth(start, value, year, since)) if growth else (value - start) / (year - since)


def _percent(fraction: float | None) -> float | None:
    return None if fraction is None else fraction * 100


def _words(value: float, comparison: Comparison) -> str:
    if as_growth(comparison):
        return _rate_words(value)
    style = series_style(comparison.indicator, ())
    return _("{pace} a year").format(pace=style.pace(value, sign=True))


def _rate_words(value: float) -> str:
    return _("{pace} a year").format(pace=percent(value / 100, sign=True))


def _span(report: GoalReport) -> str:
    """Return over which years a goal asks what."""
    verdict = report.verdict
    if report.goal.traits.percentage:
        text = _("{since}–{due} ({asked})") if verdict.baseline_year is not None else _("by {due} ({asked})")
        return text.format(since=verdict.baseline_year, due=report.goal.due, asked=report.asked)
    implied = verdict.baseline_origin is BaselineOrigin.IMPLIED
    text = _("{since}–{due} (implied {start} → {target})") if implied else _("{since}–{due} ({start} → {target})")
    facts = VerdictFacts.of(report)
    return text.format(since=verdict.baseline_year, due=report.goal.due, start=facts.base, target=facts.target)


def _alone(record: ZoneRecord, comparison: Comparison) -> Iterator[PaceRow]:
    """Yield the pace a zone reached over its last years, else a growth that was reported by itself."""
    points = [point for point in record.points if point.exact]
    change = _mean_change(points) if as_changes(comparison) else _recent(points, comparison)
    growths = [actual for actual in record.actuals if actual.growth is not None and actual.year is not None]
    if change is not None:
        value, since, until = change
        text = _("on its own, reached {since}–{until}").format(since=since, until=until)
    elif as_growth(comparison) and growths:
        latest = max(growths, key=lambda actual: actual.year or 0)
        value, text = float(latest.growth or 0), _("on its own, reached in {year}").format(year=latest.year)
    else:
        return
    yield PaceRow(record.zone.name, text, reached=value, reached_words=_words(value, comparison))


def _recent(points: list[Point], comparison: Comparison) -> tuple[float, int, int] | None:
    """Return the change a year between the ends of the last years that have values."""
    if len(points) < 2:
        return None
    last = points[-1]
    first = next(point for point in points if point.year >= last.year - _RECENT)
    first = points[-2] if first is last else first
    start, end = first.low or 0.0, last.low or 0.0
    if not as_growth(comparison):
        return (end - start) / (last.year - first.year), first.year, last.year
    value = _percent(yearly_growth(start, end, last.year, first.year))
    return None if value is None else (value, first.year, last.year)


def _mean_change(points: list[Point]) -> tuple[float, int, int] | None:
    """Return the geometric mean of the last yearly percent changes that follow each other without a gap."""
    breaks = [place for place, (first, two) in enumerate(pairwise(points), 1) if two.year != first.year + 1]
    run = points[max(breaks, default=0) :][-_RECENT:]
    factors = [1 + (point.low or 0.0) / 100 for point in run]
    if not factors or min(factors) <= 0:
        return None
    return (prod(factors) ** (1 / len(factors)) - 1) * 100, run[0].year, run[-1].year
