"""Reads the values of a form from a table that was made elsewhere: found by the one reader of tables, then checked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from xlsxwriter.utility import xl_col_to_name

from tracker.domain.entry.entries import Typed
from tracker.domain.entry.form_records import CellFinding, Form, FormField, FormRow, ReadColumn, ReadForm, ReadRow
from tracker.domain.tables.flags import split_flag
from tracker.domain.tables.scopes import Scope
from tracker.domain.text import closest, fold, refused
from tracker.errors import Problem
from tracker.exchange.form.cell_texts import EVERY_SIGN_OFF, STATUS_WORDS
from tracker.exchange.form.locating import FormTable
from tracker.exchange.form.row_checks import other_unit
from tracker.exchange.form.row_reading import RowReading
from tracker.exchange.table.found_values import doubts_of, remark_of
from tracker.exchange.table.table_grid import Grid
from tracker.exchange.table.table_reading import (
    Asked,
    AskedIndicator,
    FileChoices,
    FoundCell,
    LeftCell,
    each_once,
    read_table,
)
from tracker.exchange.table.table_rows import Row
from tracker.exchange.workbook.sheet_rows import Sheet
from tracker.language import _, labelled, listed, ngettext

_FIELDS = (
    *(FormField.VALUE, FormField.NO_VALUE, FormField.UNIT, FormField.STATUS, FormField.SOURCE, FormField.LOCATOR),
    *(FormField.COMMENT, FormField.REASON),
)
_MOST_LISTED = 50
_Cell = TypeVar("_Cell", FoundCell, LeftCell)


@dataclass(slots=True)
class FoundTable(FormTable):
    """One row as the form has it, whose cells lie where they were found."""

    places: Mapping[FormField, str] = field(default_factory=dict)

    def address(self, line: int, column: FormField | int) -> str:
        """Return where a cell was found."""
        return self.places.get(column, str(line)) if isinstance(column, FormField) else str(line)


def asked_by_form(form: Form, places: Mapping[str, str], choices: FileChoices) -> Asked:
    """Return what is looked for in a table: the rows of a form by code and by their names in both languages."""
    own = {name: form.zone for name in (form.zone, form.zone_name, form.zone_zh) if name}
    return Asked(
        scope=Scope(form.year, form.zone, choices.span),
        indicators=tuple(
            AskedIndicator(
                indicator=row.indicator,
                names=tuple(filter(None, (row.code, row.name, row.name_zh))),
                unit=row.unit,
                accumulates=row.wanted.indicator.accumulates if row.wanted else None,
            )
            for row in form.rows
        ),
        places={**places, **own},
        sign=choices.sign,
    )


def read_foreign(
    grids: Sequence[Grid], sheets: Sequence[Sheet], form: Form, places: Mapping[str, str], choices: FileChoices
) -> ReadForm:
    """Return what tables hold of a form's values; RefusedInputError where none of them names anything of the form."""
    asked = asked_by_form(form, places, choices)
    readings = [read_table(grid, asked) for grid in grids]
    if not any(reading.named for reading in readings):
        right = _("a row of headers with Indicator (or Code) and Actual {year}").format(year=form.year)
        raise refused(_("no sheet has the columns of the form"), listed(grid.name for grid in grids), right)
    several = len(grids) > 1
    found = [_on_sheet(cell, reading.grid, several) for reading in readings for cell in reading.found]
    left = [_on_sheet(cell, reading.grid, several) for reading in readings for cell in reading.left]
    once, again = each_once(found)
    reader = _ForeignRows(form)
    for cell in once:
        reader.read(cell)
    reader.leave([*left, *again])
    reader.findings += _hidden(sheets, once)
    first = next((reading for reading in readings if reading.found), readings[0])
    return ReadForm(
        ours=False,
        sheet=first.grid.name,
        columns=tuple(_columns(first.columns, turned=first.grid.turned)),
        rows=tuple(reader.rows),
        held=tuple(reader.held),
        findings=tuple(
            replace(finding, problem=replace(finding.problem, line=None, column=finding.cell))
            for finding in reader.findings
        ),
        recognised=sum(reading.named for reading in readings),
        not_asked=tuple(reader.not_asked),
    )


def _on_sheet(cell: _Cell, grid: Grid, several: bool) -> _Cell:
    return replace(cell, address=f"{grid.name}!{cell.address}") if several and grid.name else cell


def _columns(columns: Sequence[tuple[int, str, FormField]], *, turned: bool) -> Iterator[ReadColumn]:
    """Yield what the columns of a table were taken for, or its rows where they are turned."""
    for place, header, known in columns:
        letters = str(place + 1) if turned else str(xl_col_to_name(place))
        yield ReadColumn(letters=letters, header=header, field=known)


def _hidden(sheets: Sequence[Sheet], found: Sequence[FoundCell]) -> Iterator[CellFinding]:
    """Warn of what a person who looks at the workbook does not see; it is read all the same."""
    lines = {cell.line for cell in found}
    for sheet in sheets:
        if sheet.hidden:
            problem = Problem(_("the sheet is hidden; it is read all the same"), sheet.name, warning=True)
            yield CellFinding(problem=problem)
        hidden = [str(line) for line in sheet.hidden_rows if line in lines]
        if hidden:
            wrong = ngettext("a hidden row is read all the same", "hidden rows are read all the same", len(hidden))
            yield CellFinding(problem=Problem(wrong, listed(hidden), warning=True), cell=f"{hidden[0]}:{hidden[-1]}")


class _ForeignRows:
    """Checks the values that were found as those of the form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._rows = {row.indicator: row for row in form.rows}
        self.rows: list[ReadRow] = []
        self.held: list[ReadRow] = []
        self.findings: list[CellFinding] = []
        self.not_asked: list[str] = []

    def read(self, cell: FoundCell) -> None:
        """Read a value with what stands beside it, and say whether it can be stored."""
        asked = self._rows[cell.indicator]
        reading = self._reading(cell, asked)
        read = reading.read()
        if unit_problem := other_unit(reading.table, reading.row, asked, reading.text(FormField.VALUE)):
            reading.add(*unit_problem)
            if not unit_problem[0].warning:
                reading.meant = f"{reading.text(FormField.VALUE)} {unit_problem[0].seen}"
        for doubt in doubts_of(cell, asked.unit, units=False):
            reading.add(doubt, FormField.VALUE)
        self.findings += reading.findings
        if reading.refused:
            self.held.append(replace(read, meant=reading.meant))
        elif read.typed not in (Typed(), asked.typed) and (read.typed.value or read.typed.no_value):
            self.rows.append(read)

    def _reading(self, cell: FoundCell, asked: FormRow) -> RowReading:
        """Lay a cell and its row out as a row of the form."""
        bare, flag = split_flag(cell.text, asked.unit)
        flag = flag or cell.flag
        texts = {**cell.others, FormField.VALUE: bare, FormField.UNIT: cell.unit}
        if flag is not None:
            texts[FormField.STATUS] = STATUS_WORDS[flag.status]
            remarks = (texts.get(FormField.COMMENT, ""), remark_of(flag))
            texts[FormField.COMMENT] = "; ".join(filter(None, remarks))
        kept = [known for known in _FIELDS if known is FormField.VALUE or texts.get(known)]
        at = {known: place for place, known in enumerate(kept)}
        marks = {0: cell.mark} if cell.mark else {}
        row = Row(cell.line, [texts.get(known, "") for known in kept], marks)
        places = {**cell.places, FormField.VALUE: cell.address}
        sheet = Sheet("", hidden=False, hidden_rows=(), merged=(), lines=[])
        table = FoundTable(sheet, cell.line, at, {}, caption=cell.caption, places=places)
        reading = RowReading(table, row, asked, Typed(), self._form)
        if flag is not None and flag.forecast:
            problem = Problem(_("a forecast, no actual"), cell.seen, _("the value once it is known"))
            reading.add(problem, FormField.VALUE)
        return reading

    def leave(self, left: Sequence[LeftCell]) -> None:
        """Tell of the cells about which a person has to decide, and list the others."""
        for cell in left:
            if cell.seen.strip() in EVERY_SIGN_OFF:
                continue
            if cell.asked:
                problem = Problem(cell.why, cell.seen, cell.right or self._nearest(cell), warning=not cell.indicator)
                self.findings.append(CellFinding(problem=problem, cell=cell.address, indicator=cell.indicator))
            elif len(self.not_asked) < _MOST_LISTED:
                self.not_asked.append(labelled(cell.address, cell.seen))

    def _nearest(self, cell: LeftCell) -> str:
        """Return which indicator's name is most like an unknown one."""
        names = {fold(row.name): row.name for row in self._form.rows}
        near = closest(fold(cell.seen.partition(" | ")[0]), names)
        return _("{name}, by its code or name").format(name=names[near]) if near else ""
