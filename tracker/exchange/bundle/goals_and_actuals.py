"""The goals and actuals of a bundle one by one, each checked against what it refers to and against those before it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.records import Actual, Goal
from tracker.errors import Problem
from tracker.exchange.bundle.bundle_rows import Reading, actual_unit, goal_unit, readings, settle
from tracker.exchange.bundle.definition_files import Definitions
from tracker.exchange.bundle.duplicates import SeenActuals, twins_of_identifier
from tracker.exchange.table.problem_list import ProblemList
from tracker.exchange.table.table_rows import Table

_Record = TypeVar("_Record", Actual, Goal)


def sound_actuals(table: Table, definitions: Definitions, problem_list: ProblemList) -> Iterator[Actual]:
    """Yield the actuals that nothing is wrong with; what is wrong with the others goes to the problem list."""
    seen = SeenActuals()
    for reading in readings(table, "actuals", problem_list):
        actual = _actual(reading, definitions, table.file, problem_list)
        if _is_new(reading, seen) and actual is not None:
            yield actual
    for problem in seen.problems(table.file):
        problem_list.add(problem)


def _is_new(reading: Reading, seen: SeenActuals) -> bool:
    """Return whether nothing was said before of the same zone, indicator and year; unreadable ones are new."""
    values = reading.values
    zone, indicator, year = values.get("zone"), values.get("indicator"), values.get("year")
    if not zone or not indicator or ("year" in values and year is None):
        return True
    return seen.add(zone, indicator, year, values.get("source"), reading.line)


def _actual(reading: Reading, definitions: Definitions, file: str, problem_list: ProblemList) -> Actual | None:
    """Make the actual of a row; None where the row is wrong or refers to what is."""
    values = reading.values
    indicator = definitions.all_indicators.get(values.get("indicator", ""))
    problems = list(definitions.references.unknown(reading, "actuals", file))
    if indicator:
        problems += settle(reading, actual_unit(values, indicator), file)
    actual = None
    if indicator and reading.sound and _only_warnings(problems):
        actual = Actual(**values)
        problems += _placed(check_actual(actual, indicator), reading, file)
    return _reported(actual, problems, problem_list)


def sound_goals(table: Table, definitions: Definitions, problem_list: ProblemList) -> Iterator[Goal]:
    """Yield the goals that nothing is wrong with; what is wrong with the others goes to the problem list."""
    line_of: dict[str, int] = {}
    for reading in readings(table, "goals", problem_list):
        slug = reading.values.get("goal")
        first = line_of.setdefault(slug, reading.line) if slug else reading.line
        goal = _goal(reading, definitions, table.file, problem_list)
        if first != reading.line:
            for problem in twins_of_identifier(str(slug), (first, reading.line), table.file, "goal"):
                problem_list.add(problem)
        elif goal is not None:
            yield goal


def _goal(reading: Reading, definitions: Definitions, file: str, problem_list: ProblemList) -> Goal | None:
    """Make the goal of a row; None where the row is wrong or refers to what is."""
    values = reading.values
    indicator = definitions.all_indicators.get(values.get("indicator", ""))
    plan = definitions.all_plans.get(values.get("plan", ""))
    problems = list(definitions.references.unknown(reading, "goals", file))
    if indicator and values.get("kind"):
        problems += settle(reading, goal_unit(values, indicator), file)
    goal = None
    if indicator and plan and reading.sound and _only_warnings(problems):
        goal = Goal(**values)
        reference = definitions.all_indicators.get(goal.reference_indicator or "")
        problems += _placed(check_goal(goal, plan, indicator, reference), reading, file)
    return _reported(goal, problems, problem_list)


def _only_warnings(problems: Iterable[Problem]) -> bool:
    return all(problem.warning for problem in problems)


def _placed(problems: Iterable[Problem], reading: Reading, file: str) -> Iterator[Problem]:
    """Yield problems with the file and line of their row."""
    return (replace(problem, file=file, line=reading.line) for problem in problems)


def _reported(record: _Record | None, problems: Sequence[Problem], problem_list: ProblemList) -> _Record | None:
    """Return a record that only warnings concern; every problem goes to the problem list."""
    for problem in problems:
        problem_list.add(problem)
    return record if _only_warnings(problems) else None
