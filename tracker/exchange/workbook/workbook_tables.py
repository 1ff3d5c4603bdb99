"""A workbook's sheets as the tables of a bundle, with what is hidden or merged in them complained of."""

from pathlib import Path

from xlsxwriter.utility import xl_range

from tracker.domain.text import proposal
from tracker.errors import Problem
from tracker.exchange.bundle.bundle_columns import COLUMNS
from tracker.exchange.table.problem_list import Complaints
from tracker.exchange.table.tables import Table
from tracker.exchange.workbook.workbook_sheets import Sheet, sheets_of_workbook
from tracker.language import _, listed


def tables_of_workbook(path: Path, complaints: Complaints) -> dict[str, Table]:
    """Give the sheets that bear the files' names; RefusedInputError for a workbook that cannot be read."""
    right = _("a workbook with the bundle's rows alone, or a folder of CSV files")
    tables: dict[str, Table] = {}
    for sheet in sheets_of_workbook(path, COLUMNS, right):
        kind, file = sheet.name.strip().casefold(), f"{path.name}[{sheet.name}]"
        if kind not in COLUMNS:
            known = proposal(kind, COLUMNS)
            complaints.add(Problem(_("the sheet is not read"), sheet.name, known, file, warning=True))
        elif kind in tables:
            complaints.add(Problem(_("two sheets of one name"), sheet.name, _("one sheet"), file))
        else:
            _complain_of_hidden(sheet, file, complaints)
            _complain_of_merged(sheet, file, complaints)
            tables[kind] = Table(file, sheet.rows)
    return tables


def _complain_of_hidden(sheet: Sheet, file: str, complaints: Complaints) -> None:
    """Warn of what a person who looks at the workbook does not see; it is read all the same."""
    if sheet.hidden:
        complaints.add(Problem(_("the sheet is hidden; it is read all the same"), file=file, warning=True))
    if sheet.hidden_rows:
        wrong = _("hidden rows are read all the same")
        seen = listed(map(str, sheet.hidden_rows))
        complaints.add(Problem(wrong, seen, "", file, sheet.hidden_rows[0], warning=True))


def _complain_of_merged(sheet: Sheet, file: str, complaints: Complaints) -> None:
    """Refuse merged cells among the rows: all but the first of them are empty, whatever the screen shows."""
    rows = list(sheet.rows()) if sheet.merged else []
    header = rows[0].cells if rows else []
    last = rows[-1].line if rows else 0
    for top, bottom, left, right in sheet.merged:
        if top > last or left > len(header):
            continue
        place = xl_range(top - 1, left - 1, bottom - 1, right - 1)
        wrong = _("merged cells: all but the first are empty")
        line = min(top + 1, bottom)
        complaints.add(Problem(wrong, place, _("the value in every row, nothing merged"), file, line, header[left - 1]))
