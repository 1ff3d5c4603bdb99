"""The paces of goals on different indicators side by side: the growth a year each needs, and what it has reached."""

from collections.abc import Iterable

from tracker.domain.asking import amount, spoken_unit
from tracker.domain.pace_rows import PaceRow
from tracker.domain.rule_reasons import yearly_growth
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Kind
from tracker.language import _, signed

# Only what is counted in amounts grows by a rate that can be laid beside another's: no shares, no places.
_LEVELS = (Kind.LEVEL, Kind.MULTIPLE)


def goal_paces(reports: Iterable[GoalReport]) -> list[PaceRow]:
    """List the growth a year from each goal's start to its target and to its judged year, the greatest needed first."""
    rows = [row for row in map(_row, reports) if row is not None]
    return sorted(rows, key=lambda row: -(row.needed or 0.0))


def _row(report: GoalReport) -> PaceRow | None:
    verdict, due = report.verdict, report.goal.due
    if report.goal.kind not in _LEVELS or spoken_unit(report.unit) == "%":
        return None
    needed = _growth(report, verdict.target, due)
    if needed is None:
        return None
    exact = verdict.measured is not None and verdict.measured == verdict.measured_high
    reached = _growth(report, verdict.measured if exact else None, verdict.judged_year)
    said = "" if reached is None else _("{pace}, {since}–{until}").format(
        pace=_words(reached), since=verdict.baseline_year, until=verdict.judged_year
    )  # fmt: skip
    return PaceRow(report.indicator.name, _span(report), needed, _words(needed), reached, said)


def _growth(report: GoalReport, value: float | None, year: int | None) -> float | None:
    """Give the mean growth a year from a goal's start to a value, in percent."""
    verdict = report.verdict
    grown = yearly_growth(verdict.baseline_value, value, year, verdict.baseline_year)
    return None if grown is None else grown * 100


def _words(value: float) -> str:
    return _("{pace} a year").format(pace=f"{signed(round(value, 1))}%")


def _span(report: GoalReport) -> str:
    """Say whose goal it is, and over which years it asks what."""
    verdict = report.verdict
    return _("{zone} · {since}–{due} ({start} → {target})").format(
        zone=report.zone.name,
        since=verdict.baseline_year,
        due=report.goal.due,
        start=amount(verdict.baseline_value, report.unit),
        target=amount(verdict.target, report.unit),
    )
