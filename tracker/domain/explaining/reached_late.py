"""Goals that were missed in their due year and reached afterwards: what passed them, and how late."""

from collections.abc import Callable
from dataclasses import replace
from operator import ge, gt, le, lt

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.measured_words import measured_and_when
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import default_comparator
from tracker.domain.statuses import Status
from tracker.domain.vocabulary import Comparator
from tracker.language import ngettext


def reached_late(report: GoalReport) -> str:
    """Return which later value passed a goal judged missed, and how long after the due year; nothing where none did."""
    verdict, due = report.verdict, report.goal.due
    missed = verdict.status is Status.MISSED and report.goal.traits.has_path
    if not missed or due is None or verdict.judged_year is None:
        return ""
    later = sorted((point.year, point) for point in report.points if point.year > verdict.judged_year and point.exact)
    passed = next((point for _year, point in later if _satisfies(report, point)), None)
    if passed is None:
        return ""
    late = passed.year - due
    said = ngettext(
        "{reached} passed the goal {count} year after it was due.",
        "{reached} passed the goal {count} years after it was due.",
        late,
    )
    found = replace(verdict, measured=passed.low, measured_high=passed.high, judged_year=passed.year)
    reached = measured_and_when(replace(VerdictFacts.of(report), verdict=found))
    return said.format(reached=reached[:1].upper() + reached[1:], count=late)


def _satisfies(report: GoalReport, point: Point) -> bool:
    """Compare a value with the target as the goal's comparator, else the better direction, wants it."""
    target, comparator = report.verdict.target, report.goal.comparator
    if target is None or point.low is None:
        return False
    if comparator not in _COMPARES:
        comparator = default_comparator(report.goal.kind, report.indicator.better)
    compares = _COMPARES.get(comparator)
    return point.low == target if compares is None else compares(point.low, target)


_COMPARES: dict[Comparator | None, Callable[[float, float], bool]] = {
    Comparator.MORE_THAN: gt,
    Comparator.LESS_THAN: lt,
    Comparator.AT_LEAST: ge,
    Comparator.AT_MOST: le,
}
