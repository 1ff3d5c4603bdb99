"""Goals written and changed by planners: refused where they cannot be judged, and judged at once as they are typed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.explaining.reports import goal_report
from tracker.domain.records import Goal
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.cache.goal_table import book_of
from tracker.services.cache.query_cache import Catalogue, ledger_of
from tracker.services.goal.goal_report import record_of_goal
from tracker.services.view_settings import Look
from tracker.store import Store
from tracker.store.record.goal_rows import drafted_row


def goal_problems(known: Catalogue, goal: Goal) -> Iterator[Problem]:
    """Yield what is wrong or doubtful about a goal; that it has no value is an error here, for it cannot be judged."""
    unknown = list(_unknown(known, goal))
    yield from unknown
    if unknown:
        return
    plan, indicator = known.plans[goal.plan], known.indicators[goal.indicator]
    reference = known.indicators.get(goal.reference_indicator or "")
    for problem in check_goal(goal, plan, replace(indicator, indicator=indicator.name), reference):
        without_value = problem.column == "value" and goal.value is None and goal.kind.traits.measured
        yield replace(problem, warning=False) if without_value else problem


def _unknown(known: Catalogue, goal: Goal) -> Iterator[Problem]:
    """Yield what a goal refers to and nobody has defined."""
    asked = (
        ("plan", goal.plan, known.plans, _("choose a plan of the list")),
        ("indicator", goal.indicator, known.indicators, _("choose an indicator of the list")),
        ("reference_indicator", goal.reference_indicator, known.indicators, _("choose an indicator of the list")),
        ("reference_zone", goal.reference_zone, known.zones, _("choose a zone of the list")),
        ("source", goal.source, known.sources, _("choose a source of the list")),
    )
    for column, key, among, right in asked:
        if key is not None and key not in among:
            yield Problem(_("not one that is known"), key, right, column=column)


@dataclass(frozen=True, slots=True)
class Preview:
    """A goal judged as it would be, stored nowhere, and what is doubtful about it."""

    report: GoalReport
    doubts: tuple[Problem, ...]


def preview_goal(store: Store, goal: Goal, look: Look) -> Preview:
    """Judge a goal that is stored nowhere; RefusedInputError with every reason for which it cannot be judged."""
    known = ledger_of(store).catalogue(look.as_of)
    found = tuple(goal_problems(known, goal))
    if errors := [problem for problem in found if not problem.warning]:
        raise RefusedInputError(errors)
    plan, indicator = known.plans[goal.plan], known.indicators[goal.indicator]
    with store.snapshot() as reader:
        record = record_of_goal(known, reader, goal, look)
        book = book_of(reader, [drafted_row(reader, goal, plan, indicator)], look.as_of)
    standings = Standings.of(book.goals, book.actuals, look.year, look.about)
    return Preview(goal_report(record, standings, 0, look.rule), found)
