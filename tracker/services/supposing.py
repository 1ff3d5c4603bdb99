"""What would be if a value were reported: the goal judged with it, and nothing stored."""

from dataclasses import dataclass

from tracker.domain.asking import amount, counting_unit
from tracker.domain.numerals import Numeral, parse_number
from tracker.domain.verdicts import GoalReport, Point
from tracker.domain.vocabulary import Kind, Qualifier
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.goals import goal_report_of
from tracker.services.looking import Look
from tracker.store import Store

_YEARS_WITHOUT_DUE = 5


@dataclass(frozen=True, slots=True)
class Supposed:
    """A goal judged with a supposed value: its report, the value's point on the chart, and the value in words."""

    report: GoalReport
    point: Point | None
    words: str


def years_to_suppose(report: GoalReport) -> list[int]:
    """List the years a value can be supposed for: after the latest actual, up to the due year."""
    verdict, goal = report.verdict, report.goal
    if goal.kind is Kind.MILESTONE or verdict.at_due:
        return []
    before = (report.plan.start or report.looked_from) - 1
    known = max((year for year in (verdict.latest_year, verdict.baseline_year) if year is not None), default=before)
    last = known + _YEARS_WITHOUT_DUE if goal.due is None else goal.due
    return list(range(known + 1, last + 1))


def suppose(store: Store, report: GoalReport, look: Look, year: int, text: str) -> Supposed:
    """Judge a goal as if a value had been reported; RefusedInputError where the text is no plain number."""
    unit = counting_unit(report.goal, report.indicator)
    found = parse_number(text, unit)
    if not isinstance(found, Numeral):
        raise _refused(_("no value is given"), text)
    if found.growth or found.share_of_parent:
        raise _refused(_("a growth or a share, where the value itself is wanted"), text)
    if found.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT) and not found.rank:
        raise _refused(_("a bound, where one number is wanted"), text)
    judged = goal_report_of(store, report.goal.goal, look, (year, found.value))
    point = next((point for point in judged.points if point.year == year), None)
    return Supposed(judged, point, amount(found.value, unit))


def _refused(wrong: str, seen: str) -> RefusedInputError:
    return RefusedInputError([Problem(wrong, seen.strip(), _("one number, such as 1,200"))])
