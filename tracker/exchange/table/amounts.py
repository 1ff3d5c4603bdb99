"""Numbers whose unit decides whether they can be read: 3.5% is a number where percentages are due, nowhere else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tracker.domain.explaining.target_wording import unit_of_value
from tracker.domain.kinds import Kind
from tracker.domain.quantity.numerals import plain_numeral
from tracker.domain.records import Indicator
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.cells import NumberText
from tracker.exchange.table.row_reader import Reading

_PERCENT = "%"
UnitOfColumn = Callable[[str], str]


def goal_unit(values: dict[str, Any], indicator: Indicator) -> UnitOfColumn:
    """Give the unit of each number of a goal: a factor has none, a change is in percent, a level is in its unit."""
    counted = values.get("unit") or indicator.unit
    kind: Kind = values["kind"]
    of_value, of_baseline = unit_of_value(kind, counted), counted if kind.traits.in_unit else indicator.unit
    return lambda column: of_baseline if column == "baseline_value" else of_value


def actual_unit(values: dict[str, Any], indicator: Indicator) -> UnitOfColumn:
    """Give the unit of each number of an actual: growths and shares are in percent."""
    of_value = values.get("unit") or indicator.unit
    return lambda column: _PERCENT if column in ("growth", "share") else of_value


def settle(reading: Reading, unit_of: UnitOfColumn, file: str) -> Iterator[Problem]:
    """Turn the numbers of a row that waited for their unit into decimals; yield problems and warnings."""
    for column, text in reading.values.items():
        if not isinstance(text, NumberText):
            continue
        try:
            found = plain_numeral(text, unit_of(column), growth=column == "growth")
        except RefusedInputError as error:
            for problem in error.problems:
                yield replace(problem, file=file, line=reading.line, column=column)
            continue
        reading.values[column] = found.value
        for remark in found.remarks:
            yield Problem(remark, text, str(found.value), file, reading.line, column, warning=True)
