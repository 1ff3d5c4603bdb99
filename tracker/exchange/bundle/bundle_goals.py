"""The goals of a bundle one by one, each checked against its plan and indicator."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.records import Goal
from tracker.exchange.bundle.bundle_columns import COLUMNS
from tracker.exchange.bundle.definition_files import Definitions
from tracker.exchange.bundle.duplicates import twins_of_identifier
from tracker.exchange.table.amounts import goal_unit, settle
from tracker.exchange.table.problem_list import Complaints
from tracker.exchange.table.row_reader import Reading, readings
from tracker.exchange.table.tables import Table

_REFERRING = tuple(column for column in COLUMNS["goals"] if column.refers_to)


def sound_goals(table: Table, definitions: Definitions, complaints: Complaints) -> Iterator[Goal]:
    """Yield the goals that nothing is wrong with; what is wrong with the others goes to the complaints."""
    line_of: dict[str, int] = {}
    for reading in readings(table, "goals", complaints):
        slug = reading.values.get("goal")
        first = line_of.setdefault(slug, reading.line) if slug else reading.line
        goal = _goal(reading, definitions, table.file, complaints)
        if first != reading.line:
            for problem in twins_of_identifier(str(slug), (first, reading.line), table.file, "goal"):
                complaints.add(problem)
        elif goal is not None:
            yield goal


def _goal(reading: Reading, definitions: Definitions, file: str, complaints: Complaints) -> Goal | None:
    """Make the goal of a row; None where the row is wrong or refers to what is."""
    values = reading.values
    indicator = definitions.all_indicators.get(values.get("indicator", ""))
    plan = definitions.all_plans.get(values.get("plan", ""))
    problems = list(definitions.references.unknown(reading, _REFERRING, file))
    if indicator and values.get("kind"):
        problems += settle(reading, goal_unit(values, indicator), file)
    goal = None
    if indicator and plan and reading.sound and all(problem.warning for problem in problems):
        goal = Goal(**values)
        reference = definitions.all_indicators.get(goal.reference_indicator or "")
        found = check_goal(goal, plan, indicator, reference)
        problems += [replace(problem, file=file, line=reading.line) for problem in found]
    for problem in problems:
        complaints.add(problem)
    return goal if all(problem.warning for problem in problems) else None
