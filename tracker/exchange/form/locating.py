"""Where in a workbook the form stands: its sheet, its header row, and what each column is for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from tracker.domain.entry.form_records import Form, FormField, ReadColumn
from tracker.domain.text import refused
from tracker.exchange.form.column_list import Header, Headers
from tracker.exchange.table.stated_units import unit_of_caption
from tracker.exchange.table.table_rows import Row
from tracker.exchange.workbook.sheet_rows import Sheet
from tracker.language import _, labelled, listed

_SEARCHED = 60
_SUBJECTS = {FormField.CODE, FormField.NAME}


@dataclass(slots=True)
class FormTable:
    """The table that was found: its sheet, the line of its header, its columns by field, and its rows."""

    sheet: Sheet
    line: int
    at: dict[FormField, int]
    headers: dict[int, str]
    unit: str = ""
    caption: str = ""
    rows: list[Row] = field(default_factory=list)

    def address(self, line: int, column: FormField | int) -> str:
        """Return the address of a cell: "F7"."""
        position = self.at[column] if isinstance(column, FormField) else column
        return str(xl_rowcol_to_cell(line - 1, position))

    def text(self, row: Row, column: FormField) -> str:
        """Return a cell's text without the space around it; "" for a column that is not there."""
        position = self.at.get(column)
        return "" if position is None or position >= len(row.cells) else row.cells[position].strip()

    def columns(self) -> tuple[ReadColumn, ...]:
        """Return what each column was taken for."""
        return tuple(
            ReadColumn(letters=xl_col_to_name(position), header=self.headers[position], field=known)
            for known, position in sorted(self.at.items(), key=lambda pair: pair[1])
        )

    def unknown(self) -> Iterator[str]:
        """Yield the headers of columns that were left alone."""
        taken = set(self.at.values())
        for position, header in self.headers.items():
            if header and position not in taken:
                yield labelled(xl_col_to_name(position), " ".join(header.split())[:60])


def find_table(sheets: Iterable[Sheet], form: Form) -> FormTable:
    """Return the table with the most known headers, on a visible sheet if there is one; RefusedInputError for none."""
    headers = Headers(form.year)
    candidates = list(sheets)
    tables = [table for sheet in candidates for table in _tables(sheet, headers)]
    if not tables:
        seen = listed(sheet.name for sheet in candidates)
        right = _("a row of headers with Indicator (or Code) and Actual {year}").format(year=form.year)
        raise refused(_("no sheet has the columns of the form"), seen, right)
    best = max(tables, key=lambda table: (not table.sheet.hidden, len(table.at), -table.line))
    best.rows = [row for row in best.sheet.rows() if row.line > best.line]
    return best


def _tables(sheet: Sheet, headers: Headers) -> Iterator[FormTable]:
    """Yield the rows of a sheet that could be the header."""
    rows, caption = list(islice(sheet.rows(), _SEARCHED + 1)), ""
    for row, below in pairwise((*rows, Row(0, []))):
        understood = {position: headers.understand(text) for position, text in enumerate(row.cells) if text.strip()}
        at = _first_of_each(understood)
        if FormField.VALUE in at and _SUBJECTS & at.keys():
            value = understood[at[FormField.VALUE]]
            unit = value.unit if value else ""
            at = _actual_column(at, row.cells, below.cells, headers)
            header = dict(enumerate(row.cells))
            header.setdefault(at[FormField.VALUE], "")
            yield FormTable(sheet, row.line, at, header, unit, caption)
        caption = caption or unit_of_caption(row.cells)


def _actual_column(
    at: dict[FormField, int], head: list[str], below: list[str], headers: Headers
) -> dict[FormField, int]:
    """Return the columns, of several under one year the actual's: 目标 and 完成 in a second row of headers."""
    first = at[FormField.VALUE]
    under = headers.understand(below[first]) if first < len(below) else None
    if under is None or under.field is FormField.VALUE:
        return at
    for position in range(first + 1, len(below)):
        if position < len(head) and head[position].strip():
            break
        header = headers.understand(below[position])
        if header is not None and header.field is FormField.VALUE:
            return {**at, FormField.VALUE: position}
    right = _("one column of actuals, named as such")
    raise refused(_("the column of the year is divided, and none of its parts is the actual"), below[first], right)


def _first_of_each(understood: dict[int, Header | None]) -> dict[FormField, int]:
    """Return the first column of each field."""
    at: dict[FormField, int] = {}
    for position, header in understood.items():
        if header is not None:
            at.setdefault(header.field, position)
    return at
