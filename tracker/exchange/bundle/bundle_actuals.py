"""The actuals of a bundle one by one, each checked against its indicator and against those before it."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.records import Actual
from tracker.exchange.bundle.bundle_columns import COLUMNS
from tracker.exchange.bundle.definition_files import Definitions
from tracker.exchange.bundle.duplicates import SeenActuals
from tracker.exchange.table.amounts import actual_unit, settle
from tracker.exchange.table.problem_list import Complaints
from tracker.exchange.table.row_reader import Reading, readings
from tracker.exchange.table.tables import Table

_REFERRING = tuple(column for column in COLUMNS["actuals"] if column.refers_to)


def sound_actuals(table: Table, definitions: Definitions, complaints: Complaints) -> Iterator[Actual]:
    """Yield the actuals that nothing is wrong with; what is wrong with the others goes to the complaints."""
    seen = SeenActuals()
    for reading in readings(table, "actuals", complaints):
        actual = _actual(reading, definitions, table.file, complaints)
        if _is_new(reading, seen) and actual is not None:
            yield actual
    for problem in seen.problems(table.file):
        complaints.add(problem)


def _is_new(reading: Reading, seen: SeenActuals) -> bool:
    """Say whether nothing was said before of the same zone, indicator and year; unreadable ones are new."""
    values = reading.values
    zone, indicator, year = values.get("zone"), values.get("indicator"), values.get("year")
    if not zone or not indicator or ("year" in values and year is None):
        return True
    return seen.add(zone, indicator, year, values.get("source"), reading.line)


def _actual(reading: Reading, definitions: Definitions, file: str, complaints: Complaints) -> Actual | None:
    """Make the actual of a row; None where the row is wrong or refers to what is."""
    values = reading.values
    indicator = definitions.all_indicators.get(values.get("indicator", ""))
    problems = list(definitions.references.unknown(reading, _REFERRING, file))
    if indicator:
        problems += settle(reading, actual_unit(values, indicator), file)
    actual = None
    if indicator and reading.sound and all(problem.warning for problem in problems):
        actual = Actual(**values)
        found = check_actual(actual, indicator)
        problems += [replace(problem, file=file, line=reading.line) for problem in found]
    for problem in problems:
        complaints.add(problem)
    return actual if all(problem.warning for problem in problems) else None
