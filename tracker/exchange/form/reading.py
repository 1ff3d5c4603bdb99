"""Reads a form that came back: every row checked again, nothing stored, every finding placed in its cell."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.domain.entry.entries import Typed
from tracker.domain.entry.form_records import CellFinding, Form, FormField, FormRow, ReadForm, ReadRow
from tracker.domain.text import fold, refused, shown
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form.cell_texts import EVERY_SIGN_OFF, FINDINGS, IDENTITY, INSTRUCTIONS
from tracker.exchange.form.column_list import FILLED
from tracker.exchange.form.foreign_reading import read_foreign
from tracker.exchange.form.hidden_sheet import Identity, read_identity
from tracker.exchange.form.indicator_matching import IndicatorMatcher
from tracker.exchange.form.locating import FormTable, find_table
from tracker.exchange.form.row_checks import changed_locked_cells, merged_cells, other_unit
from tracker.exchange.form.row_reading import RowReading
from tracker.exchange.table.table_grid import Grid
from tracker.exchange.table.table_reading import FileChoices
from tracker.exchange.table.table_rows import Row
from tracker.exchange.workbook.sheet_rows import Sheet, sheets_of_workbook
from tracker.exchange.workbook.table_files import TEXTS, grid_of_sheet, grids_of_file
from tracker.exchange.workbook.zip_checks import EVERY_SHEET, SheetFile
from tracker.language import _, labelled, listed, ngettext

_MOST_ROWS = 5_000
_LONGEST_LIST = 50


class RowsReading:
    """Reads the rows of one table against the form as it is now."""

    def __init__(self, form: Form, identity: Identity | None, table: FormTable) -> None:
        """Take the form, what the workbook says of itself, and the table that was found in it."""
        self._form, self._identity, self._table = form, identity, table
        self._matcher = IndicatorMatcher(form, identity)
        self.rows: list[ReadRow] = []
        self.held: list[ReadRow] = []
        self.findings: list[CellFinding] = []
        self.not_asked: list[str] = []
        self.seen: Counter[str] = Counter()

    def read(self) -> None:
        """Read every row, then tell what concerns several of them."""
        matched = [(row, asked) for row in islice(self._table.rows, _MOST_ROWS) if (asked := self._asked(row))]
        self.seen.update(asked.indicator for _row, asked in matched)
        for row, asked in matched:
            self._read_row(row, asked)
        self._report_hidden([row.line for row, _asked in matched])
        if self._identity:
            self._report_missing()

    def _asked(self, row: Row) -> FormRow | None:
        """Return the row of the form that a row is about; None where it is about none of them."""
        code, name = self._table.text(row, FormField.CODE), self._table.text(row, FormField.NAME)
        if not EVERY_SIGN_OFF.isdisjoint(row.cells) or self._is_elsewhere(row):
            return None
        try:
            asked = self._matcher.match(code, name)
        except RefusedInputError as error:
            self._add(error.problems[0], row, FormField.CODE)
            return None
        if asked is None:
            self._report_unknown(row, code, name)
        return asked

    def _is_elsewhere(self, row: Row) -> bool:
        """Return whether a row is of another year or zone, as spreadsheets made elsewhere have them."""
        year, zone = self._table.text(row, FormField.YEAR), self._table.text(row, FormField.ZONE)
        form = self._form
        ours = {fold(name) for name in (form.zone, form.zone_name, form.zone_zh)}
        elsewhere = bool(zone) and fold(zone) not in ours
        if elsewhere or (year and str(form.year) not in year):
            self._leave(row, " ".join(filter(None, (zone, year, self._table.text(row, FormField.NAME)))))
            return True
        return False

    def _report_unknown(self, row: Row, code: str, name: str) -> None:
        """Warn of a row that was filled in and is not asked for; headings and remarks are only listed."""
        filled = any(self._table.text(row, field) for field in FILLED)
        if not filled or not (code or name or self._identity):
            self._leave(row, f"{code} {name}")
            return
        near = self._matcher.nearest(name)
        right = _("{name}, by its code or name").format(name=near) if near else _("a code or name of the form")
        wrong = _("the row is about no indicator of this form; it is not read")
        self._add(Problem(wrong, shown(f"{code} {name}".strip()), right, warning=True), row, FormField.CODE)

    def _read_row(self, row: Row, asked: FormRow) -> None:
        """Read a row that is about an indicator of the form, and say whether it can be stored."""
        before = self._identity.before.get(asked.indicator, Typed()) if self._identity else Typed()
        reading = RowReading(self._table, row, asked, before, self._form)
        read = reading.read()
        self._look_at_the_row(reading, read)
        self.findings.extend(reading.findings)
        if reading.refused:
            self.held.append(replace(read, meant=reading.meant))
        elif read.typed not in (read.before, asked.typed) and (read.typed.value or read.typed.no_value):
            self.rows.append(read)

    def _look_at_the_row(self, reading: RowReading, read: ReadRow) -> None:
        """Add what the row as a whole shows."""
        row, asked = reading.row, reading.asked
        for field, problem in merged_cells(self._table, row.line):
            reading.add(problem, field)
        if self.seen[asked.indicator] > 1:
            wrong = _("two rows about one indicator; neither is taken")
            reading.add(Problem(wrong, asked.code, _("one row for each indicator")), FormField.CODE)
        if self._identity:
            reading.findings.extend(changed_locked_cells(self._table, row, asked, reading.text(FormField.VALUE)))
            if read.typed != read.before and asked.typed not in (read.before, read.typed):
                self._report_change(reading, asked)
        elif unit_problem := other_unit(self._table, row, asked, reading.text(FormField.VALUE)):
            reading.add(*unit_problem)
            if not unit_problem[0].warning:
                reading.meant = f"{reading.text(FormField.VALUE)} {unit_problem[0].seen}"

    def _report_change(self, reading: RowReading, asked: FormRow) -> None:
        """Warn that somebody typed another value after the form was downloaded."""
        wrong = _("the value was changed in the program after this form was made")
        seen = asked.typed.value or str(asked.typed.no_value or "")
        reading.add(Problem(wrong, seen, _("a look at both before one is kept"), warning=True), FormField.VALUE)

    def _report_missing(self) -> None:
        """Warn of indicators and columns that the form had and the workbook has not; nothing is stored for them."""
        for asked in self._form.rows:
            if not self.seen[asked.indicator]:
                wrong = _("the row is not in the workbook; nothing is stored for it")
                problem = Problem(wrong, f"{asked.code} {asked.name}", "", warning=True)
                self.findings.append(CellFinding(problem=problem, indicator=asked.indicator))

    def _report_hidden(self, lines: list[int]) -> None:
        """Warn of what a person who looks at the workbook does not see; it is read all the same."""
        sheet = self._table.sheet
        hidden = [str(line) for line in sheet.hidden_rows if line in lines]
        if sheet.hidden:
            problem = Problem(_("the sheet is hidden; it is read all the same"), sheet.name, warning=True)
            self.findings.append(CellFinding(problem=problem))
        if hidden:
            wrong = ngettext("a hidden row is read all the same", "hidden rows are read all the same", len(hidden))
            problem = Problem(wrong, listed(hidden), warning=True)
            self.findings.append(CellFinding(problem=problem, cell=f"{hidden[0]}:{hidden[-1]}"))

    def _add(self, problem: Problem, row: Row, field: FormField) -> None:
        """Keep a finding about a row that is about no indicator."""
        place = field if field in self._table.at else FormField.NAME
        self.findings.append(CellFinding(problem=problem, cell=self._table.address(row.line, place)))

    def _leave(self, row: Row, words: str) -> None:
        """List a row that was left alone."""
        if len(self.not_asked) < _LONGEST_LIST and words.strip():
            self.not_asked.append(labelled(str(row.line), shown(words.strip())))


#: A filled form takes some 20 kB; people paste pictures into spreadsheets.
MOST_FORM_BYTES = 10_000_000
#: A form has a row for each value; other spreadsheets have more beside it.
MOST_FORM_ROWS = 20_000


def read_form(
    content: bytes,
    form: Form,
    name: str = "form.xlsx",
    *,
    places: Mapping[str, str] | None = None,
    choices: FileChoices | None = None,
) -> ReadForm:
    """Read a form that came back, or a table made elsewhere, against the form as it is now.

    `name` says what kind of file it is; `places` are the names of zones, which tables made elsewhere bear. Raises
    RefusedInputError for a file that cannot be read, or that is the form of another zone or year.
    """
    choices = choices or FileChoices()
    ending = Path(name).suffix.casefold()
    if ending in TEXTS:
        return read_foreign(_grids(content, ending, choices), (), form, places or {}, choices)
    sheets = _sheets(content)
    identity = _identity(sheets)
    wanted = [sheet for sheet in sheets if sheet.name not in (FINDINGS, IDENTITY, INSTRUCTIONS)]
    if identity is None:
        return read_foreign([grid_of_sheet(sheet) for sheet in wanted], wanted, form, places or {}, choices)
    _refuse_another(identity, form)
    table = find_table(wanted, form)
    reading = RowsReading(form, identity, table)
    reading.read()
    return ReadForm(
        ours=True,
        sheet=table.sheet.name,
        columns=table.columns(),
        rows=tuple(reading.rows),
        held=tuple(reading.held),
        findings=tuple(
            replace(finding, problem=replace(finding.problem, column=finding.cell)) for finding in reading.findings
        ),
        recognised=len(reading.seen),
        not_asked=(*table.unknown(), *reading.not_asked),
        revision=identity.revision,
    )


def _grids(content: bytes, ending: str, choices: FileChoices) -> list[Grid]:
    """Read the content as a text file, under a name of our own; RefusedInputError where it cannot be."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"table{ending}"
        path.write_bytes(content)
        try:
            return grids_of_file(path, encoding=choices.encoding)[0]
        except RefusedInputError as error:
            raise RefusedInputError([replace(problem, file="") for problem in error.problems]) from error


def _sheets(content: bytes) -> list[Sheet]:
    """Read the content as a workbook of any kind, under a name of our own; RefusedInputError where it cannot be."""
    if len(content) > MOST_FORM_BYTES:
        seen, right = (_("{n} MB").format(n=-(-size // 1_000_000)) for size in (len(content), MOST_FORM_BYTES))
        raise refused(_("what is uploaded is too large"), seen, _("{size} at most").format(size=right))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        try:
            right = _("the form as it was downloaded, filled in")
            return list(
                sheets_of_workbook(path, (EVERY_SHEET,), right, most_rows=MOST_FORM_ROWS, kinds=tuple(SheetFile))
            )
        except RefusedInputError as error:
            # The file has a name of our own, which says nothing to the person who uploaded it.
            raise RefusedInputError([replace(problem, file="") for problem in error.problems]) from error


def _identity(sheets: Iterable[Sheet]) -> Identity | None:
    """Return what the workbook says of itself, where the product made it."""
    return next((read_identity(sheet.rows()) for sheet in sheets if sheet.name == IDENTITY), None)


def _refuse_another(identity: Identity, form: Form) -> None:
    """Refuse the form of another zone or year."""
    asked, seen = (form.zone, str(form.year)), (identity.zone, identity.year)
    if asked != seen:
        wrong = _("this is the form of another zone or year")
        right = _("the form of {zone} for {year}").format(zone=form.zone_name, year=form.year)
        raise refused(wrong, " ".join(seen), right)
