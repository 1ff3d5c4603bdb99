"""The goals and actuals of a bundle one by one, each checked against what it refers to and against those before it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.checks.part_checks import Whole, check_part, whole_of
from tracker.domain.quantity.year_parts import FROM_THE_BEGINNING, year_of
from tracker.domain.records import Actual, Goal
from tracker.domain.tables.flags import Flag, missing_word, split_flag
from tracker.domain.text import closest
from tracker.domain.vocabulary import Certainty
from tracker.errors import Problem
from tracker.exchange.bundle.bundle_rows import Reading, actual_unit, goal_unit, readings, settle
from tracker.exchange.bundle.definition_files import Definitions
from tracker.exchange.bundle.duplicates import SeenActuals, twins_of_identifier
from tracker.exchange.table.cells import NumberText, number
from tracker.exchange.table.problem_list import ProblemList
from tracker.exchange.table.stated_units import says_no_value
from tracker.exchange.table.table_rows import Table
from tracker.language import _

# A row for a year to come waits for one of these.
_SAYS = frozenset({"value", "value_high", "growth", "share", "state", "numerator", "denominator"})
_Record = TypeVar("_Record", Actual, Goal)


def sound_actuals(
    table: Table, definitions: Definitions, problem_list: ProblemList, *, strict: bool = False
) -> Iterator[Actual]:
    """Yield the actuals that nothing is wrong with; what is wrong with the others goes to the problem list.

    What is doubtful about their values is told at the end; with `strict` it stops the import.
    """
    seen = SeenActuals()
    for reading in readings(table, "actuals", problem_list):
        if reading.sound and not _SAYS.intersection(reading.values):
            wrong = _("a row without a value is skipped")
            problem_list.add(Problem(wrong, file=table.file, line=reading.line, warning=True))
            continue
        if reading.sound and (sign := _sign_for_none(reading.values)):
            wrong, why = _("a row without a value is skipped"), missing_word(sign)
            said = f"{sign} ({why})" if why else sign
            problem_list.add(Problem(wrong, said, file=table.file, line=reading.line, column="value", warning=True))
            continue
        actual = _actual(reading, definitions, table.file, problem_list, strict=strict)
        if _is_new(reading, seen) and actual is not None:
            definitions.series.add(actual, reading.line)
            yield actual
    for problem in seen.problems(table.file):
        problem_list.add(problem)
    for problem in definitions.series.problems(table.file, definitions.stored_of_zones, strict=strict):
        problem_list.add(problem)


def _sign_for_none(values: dict[str, Any]) -> str:
    """Return the sign for no value that stands where the only value of a row is due; "" for another row."""
    value = values.get("value")
    if not isinstance(value, NumberText) or _SAYS.intersection(values) != {"value"}:
        return ""
    bare, _flag = split_flag(value)
    return bare if says_no_value(bare) else ""


def _take_flags(values: dict[str, Any], unit: str) -> None:
    """Split a value and a status from the flags of a statistics office, which are kept beside them."""
    flags = [values["status"]] if isinstance(values.get("status"), Flag) else []
    if isinstance(value := values.get("value"), NumberText):
        bare, flag = split_flag(value, unit)
        if flag is not None:
            values["value"] = number(bare)
            flags.append(flag)
    for flag in flags:
        if not isinstance(values.get("status"), Certainty):
            values["status"] = flag.status
        values.setdefault("flag", flag.text)


def _is_new(reading: Reading, seen: SeenActuals) -> bool:
    """Return whether nothing was said before of the same zone, indicator and year; unreadable ones are new."""
    values = reading.values
    zone, indicator, year = values.get("zone"), values.get("indicator"), values.get("year")
    if not zone or not indicator or ("year" in values and year is None):
        return True
    if values.get("period"):
        from_the_beginning = FROM_THE_BEGINNING if values.get("cumulative") else ""
        return seen.add_part(zone, indicator, values["period"] + from_the_beginning, reading.line)
    return seen.add(zone, indicator, year, values.get("source"), reading.line)


def _actual(
    reading: Reading, definitions: Definitions, file: str, problem_list: ProblemList, *, strict: bool
) -> Actual | None:
    """Make the actual of a row; None where the row is wrong or refers to what is."""
    values = reading.values
    indicator = definitions.all_indicators.get(values.get("indicator", ""))
    problems = list(definitions.references.unknown(reading, "actuals", file))
    if values.get("period"):
        values.setdefault("year", year_of(values["period"]))
        values.setdefault("cumulative", False)
    if indicator:
        _take_flags(values, values.get("unit") or indicator.unit)
        problems += settle(reading, actual_unit(values, indicator), file)
    actual = None
    if indicator and reading.sound and _only_warnings(problems):
        actual = Actual(**values)
        stops = strict and actual.note is None
        checked = (replace(one, warning=one.warning and not stops) for one in check_actual(actual, indicator))
        problems += _placed(checked, reading, file)
    return _reported(actual, problems, problem_list)


def sound_goals(table: Table, definitions: Definitions, problem_list: ProblemList) -> Iterator[Goal]:
    """Yield the goals that nothing is wrong with; what is wrong with the others goes to the problem list."""
    line_of: dict[str, int] = {}
    wholes: dict[str, Whole] = {}
    parts: list[tuple[Goal, int]] = []
    for reading in readings(table, "goals", problem_list):
        slug = reading.values.get("goal")
        first = line_of.setdefault(slug, reading.line) if slug else reading.line
        goal = _goal(reading, definitions, table.file, problem_list)
        if first != reading.line:
            for problem in twins_of_identifier(str(slug), (first, reading.line), table.file, "goal"):
                problem_list.add(problem)
        elif goal is not None:
            wholes[goal.goal] = whole_of(goal)
            definitions.series.add_goal(goal)
            if goal.part_of:
                parts.append((goal, reading.line))
            else:
                yield goal
    unread = line_of.keys() - wholes.keys()
    yield from _sound_parts(parts, _Wholes(wholes, unread), definitions, table.file, problem_list)


class _Wholes:
    """What goals may be part of: those of the bundle and, asked for when needed, those of the store."""

    def __init__(self, wholes: dict[str, Whole], unread: Collection[str]) -> None:
        self.known = wholes
        # A row that could not be read is told already.
        self.unread = unread

    def fetch(self, definitions: Definitions) -> None:
        """Take from the store what the bundle's goals are part of, and what that is part of in turn."""
        while wanted := {one.part_of for one in self.known.values() if one.part_of} - self.known.keys():
            found = definitions.stored_goals(sorted(wanted - set(self.unread)))
            if not found:
                return
            self.known.update({goal.goal: whole_of(goal) for goal in found.values()})


def _sound_parts(
    parts: Sequence[tuple[Goal, int]],
    wholes: _Wholes,
    definitions: Definitions,
    file: str,
    problem_list: ProblemList,
) -> Iterator[Goal]:
    """Yield the goals that are part of others, last: what they are part of may stand below them or in the store."""
    wholes.fetch(definitions)
    for goal, line in parts:
        if goal.part_of in wholes.known:
            found = list(check_part(goal, wholes.known, definitions.all_indicators[goal.indicator]))
        elif goal.part_of in wholes.unread:
            continue
        else:
            near = closest(str(goal.part_of), wholes.known)
            right = _("{word}?").format(word=near) if near else _("one that goals.csv or the store has")
            found = [Problem(_("unknown goal"), str(goal.part_of), right, column="part_of")]
        for problem in found:
            problem_list.add(replace(problem, file=file, line=line))
        if _only_warnings(found):
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
