"""Goals that were missed in their due year and reached afterwards: what passed them, and how late."""

from tracker.domain.facts import Facts
from tracker.domain.measures import YEAR_BY_YEAR
from tracker.domain.verdicts import GoalReport, Point
from tracker.domain.vocabulary import Better, Comparator, Kind, Status
from tracker.language import ngettext


def reached_late(report: GoalReport) -> str:
    """Say which later value passed a goal judged missed, and how long after the due year; nothing where none did."""
    verdict, due = report.verdict, report.goal.due
    judged_by_years = report.goal.kind in (*YEAR_BY_YEAR, Kind.GROWTH, Kind.MILESTONE)
    if verdict.status is not Status.MISSED or due is None or verdict.judged_year is None or judged_by_years:
        return ""
    later = sorted((point.year, point) for point in report.points if point.year > verdict.judged_year and point.exact)
    passed = next((point for _year, point in later if _satisfies(report, point)), None)
    if passed is None:
        return ""
    late = passed.year - due
    said = ngettext(
        "{value} in {year} passed the goal {count} year after it was due.",
        "{value} in {year} passed the goal {count} years after it was due.",
        late,
    )
    facts = Facts(report.goal, report.indicator, report.plan, verdict, report.other)
    return said.format(value=facts.amount(passed.low), year=passed.year, count=late)


def _satisfies(report: GoalReport, point: Point) -> bool:
    """Compare a value with the target as the goal's comparator, else the better direction, wants it."""
    target, comparator = report.verdict.target, report.goal.comparator
    if target is None or point.low is None:
        return False
    if comparator is Comparator.MORE_THAN:
        return point.low > target
    if comparator is Comparator.LESS_THAN:
        return point.low < target
    if comparator is Comparator.AT_LEAST:
        return point.low >= target
    if comparator is Comparator.AT_MOST or report.goal.kind is Kind.RANK or report.indicator.better is Better.DOWN:
        return point.low <= target
    return point.low >= target if report.indicator.better is Better.UP else point.low == target
