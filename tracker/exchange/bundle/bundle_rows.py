"""The rows of a bundle's files read to values: the header checked, every problem of a row given its line and column."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from tracker.domain.explaining.target_wording import unit_of_value
from tracker.domain.kinds import Kind
from tracker.domain.quantity.numerals import plain_numeral
from tracker.domain.records import Indicator
from tracker.domain.tables.periods import SpanYear, periods_in
from tracker.domain.text import proposal, refused
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, Column
from tracker.exchange.table.cells import NumberText, Remarked, year
from tracker.exchange.table.formula_guard import unguard
from tracker.exchange.table.problem_list import ProblemList
from tracker.exchange.table.table_rows import Mark, Row, Table, Trait, header_name, problem_of
from tracker.language import _

#: Begins a row that explains the columns and is no record; no identifier begins with it.
EXPLANATION = "#"


def columns_of(header: Row | None, kind: str, file: str) -> tuple[Column, ...]:
    """Return the columns in the order of a file's header; RefusedInputError with every problem of the header."""
    known = {column.name: column for column in COLUMNS[kind]}
    names = [header_name(cell) for cell in header.cells] if header else []
    if header is None or not known.keys() & set(names):
        raise RefusedInputError([_no_header(header, kind, file)])
    problems = [*_unknown(header, names, kind, file), *_missing(names, kind, file, header.line)]
    if problems:
        raise RefusedInputError(problems)
    return tuple(known[name] for name in names)


def _no_header(header: Row | None, kind: str, file: str) -> Problem:
    right = ",".join(column.name for column in COLUMNS[kind])
    seen = ",".join(header.cells)[:60] if header else _("no row")
    return Problem(_("the file has no header row"), seen, right, file, header.line if header else 1)


def _unknown(header: Row, names: list[str], kind: str, file: str) -> Iterator[Problem]:
    """Yield what is wrong with the columns that are there: unknown, without a name, twice."""
    known, line = tuple(column.name for column in COLUMNS[kind]), header.line
    for name, count in Counter(names).items():
        position = names.index(name)
        seen = header.cells[position].strip()
        if not name:
            where = _("column {number}").format(number=position + 1)
            yield Problem(_("a column has no name"), where, proposal("", known), file, line)
        elif name not in known:
            yield Problem(_("unknown column"), seen, proposal(name, known), file, line, seen)
        elif count > 1:
            yield Problem(_("a column stands twice in the header"), seen, _("each column once"), file, line, name)


def _missing(names: list[str], kind: str, file: str, line: int) -> Iterator[Problem]:
    """Yield the required columns that are not there."""
    for column in COLUMNS[kind]:
        if column.required and column.name not in names:
            yield Problem(_("a required column is missing"), "", column.name, file, line, column.name)


class Reading(NamedTuple):
    """What was understood of one row: its line, the values given, and whether all of it could be read."""

    line: int
    values: dict[str, Any]
    sound: bool


def readings(table: Table, kind: str, problem_list: ProblemList) -> Iterator[Reading]:
    """Yield what each row says; what is wrong goes to the problem list, and reading goes on where it can."""
    try:
        rows = table.rows()
        columns = columns_of(next(rows, None), kind, table.file)
        reader = RowReader(columns, table.file, problem_list, table.span)
        for row in rows:
            if not reader.explains(row):
                yield reader.read(row)
    except RefusedInputError as error:
        for problem in error.problems:
            problem_list.add(problem)


class RowReader:
    """Reads the rows under one header."""

    def __init__(
        self, columns: tuple[Column, ...], file: str, problem_list: ProblemList, span: SpanYear | None = None
    ) -> None:
        """Take the columns in the order of the header, and for which year spans of years count."""
        self.columns, self.span = columns, span
        self.first = next((place for place, column in enumerate(columns) if column.required), 0)
        self.required = tuple(column.name for column in columns if column.required)
        self.file = file
        self.problem_list = problem_list

    def explains(self, row: Row) -> bool:
        """Return whether a row says something of the columns: the identifier it begins with is none."""
        return len(row.cells) > self.first and row.cells[self.first].lstrip(" '").startswith(EXPLANATION)

    def read(self, row: Row) -> Reading:
        """Read one row; a row of another length than the header is not looked into."""
        if len(row.cells) != len(self.columns):
            return Reading(row.line, {}, self._report_length(row))
        hidden = self._read_marks(row) if row.marks else {}
        values: dict[str, Any] = {}
        sound = True
        for position, text in enumerate(row.cells):
            if not text or text.isspace():
                continue
            column = self.columns[position]
            value = None if position in hidden else self._read_cell(column, text, row.line)
            values[column.name] = value
            sound = sound and value is not None
        return Reading(row.line, values, self._has_required(row.line, values) and sound)

    def _read_cell(self, column: Column, text: str, line: int) -> object:
        """Return what a cell says, None where it cannot be read; either way what is to be said of it is told."""
        try:
            value = year_of_period(text, self.span) if column.holds_years else column.read(unguard(text))
        except RefusedInputError as error:
            for problem in error.problems:
                self.problem_list.add(replace(problem, file=self.file, line=line, column=column.name))
            return None
        if isinstance(value, Remarked):
            for remark in value.remarks:
                self.problem_list.add(Problem(remark, text, "", self.file, line, column.name, warning=True))
            return value.value
        return value

    def _read_marks(self, row: Row) -> dict[int, Mark]:
        """Report what a workbook hides behind cells and return those that cannot be taken; dates become years."""
        refused: dict[int, Mark] = {}
        for position, mark in row.marks.items():
            column = self.columns[position]
            problem = problem_of(mark, self.file, row.line, column.name)
            if mark.trait is Trait.DATE and column.holds_years:
                problem = self._year_of_date(row, position)
            if problem:
                self.problem_list.add(problem)
                if not problem.warning:
                    refused[position] = mark
        return refused

    def _year_of_date(self, row: Row, position: int) -> Problem:
        """Keep the year of a date cell in a column of years; return the warning of it."""
        seen = row.cells[position]
        row.cells[position] = seen[:4]
        wrong = _("a date stands in a column of years; its year is taken")
        return Problem(wrong, seen, seen[:4], self.file, row.line, self.columns[position].name, warning=True)

    def _has_required(self, line: int, values: dict[str, Any]) -> bool:
        """Return whether every cell that must be given is; those that are not are told."""
        empty = [name for name in self.required if name not in values]
        for name in empty:
            self.problem_list.add(Problem(_("a required cell is empty"), "", _("a value"), self.file, line, name))
        return not empty

    def _report_length(self, row: Row) -> bool:
        """Report a row that does not fit its header; return that it is not sound."""
        wanted = len(self.columns)
        wrong = _("the row has more cells than the header")
        if len(row.cells) < wanted:
            wrong = _("the row has fewer cells than the header")
        right = _("{count} cells").format(count=wanted)
        seen = _("{count} cells").format(count=len(row.cells))
        self.problem_list.add(Problem(wrong, seen, right, self.file, row.line))
        return False


def year_of_period(text: str, span: SpanYear | None) -> int | Remarked:
    """Read a year, or a span of years that a rule gives one; RefusedInputError for a part of a year."""
    try:
        return year(unguard(text))
    except RefusedInputError:
        periods, rest = periods_in(text)
        if len(periods) != 1 or rest.strip(" -/.") or periods[0].first is None:
            raise
    (period,) = periods
    if period.part:
        raise refused(_("a part of a year never counts as the year"), text, _("the year, and the part under period"))
    counted = period.year(span)
    if counted is None:
        raise refused(_("a span of years, and no rule which of them it counts for"), text, "--span first, --span last")
    return Remarked(counted, (_("counts for {year}").format(year=counted),))


_PERCENT = "%"
UnitOfColumn = Callable[[str], str]


def goal_unit(values: dict[str, Any], indicator: Indicator) -> UnitOfColumn:
    """Return the unit of each number of a goal: a factor has none, a change is in percent, a level is in its unit."""
    counted = values.get("unit") or indicator.unit
    kind: Kind = values["kind"]
    of_value, of_baseline = unit_of_value(kind, counted), counted if kind.traits.in_unit else indicator.unit
    return lambda column: of_baseline if column == "baseline_value" else of_value


def actual_unit(values: dict[str, Any], indicator: Indicator) -> UnitOfColumn:
    """Return the unit of each number of an actual: growths and shares are in percent, parts of a fraction in none."""
    own = {"growth": _PERCENT, "share": _PERCENT, "numerator": "", "denominator": ""}
    of_value = values.get("unit") or indicator.unit
    return lambda column: own.get(column, of_value)


def settle(reading: Reading, unit_of: UnitOfColumn, file: str) -> Iterator[Problem]:
    """Turn the numbers of a row that waited for their unit into decimals; yield problems and warnings."""
    for column, text in reading.values.items():
        if not isinstance(text, NumberText):
            continue
        try:
            numeral = plain_numeral(text, unit_of(column), growth=column == "growth")
        except RefusedInputError as error:
            for problem in error.problems:
                yield replace(problem, file=file, line=reading.line, column=column)
            continue
        reading.values[column] = numeral.value
        for remark in numeral.remarks:
            yield Problem(remark, text, str(numeral.value), file, reading.line, column, warning=True)
