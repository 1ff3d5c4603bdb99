"""Merged cells among the rows of a form that came back: all but the first are empty, whatever the screen shows."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_range

from tracker.domain.entry.form_records import FormField
from tracker.errors import Problem
from tracker.exchange.form.form_columns import FILLED
from tracker.exchange.form.form_table import FormTable
from tracker.language import _

_LOOKED_AT = (FormField.CODE, FormField.NAME, *FILLED)


def merged_cells(table: FormTable, line: int) -> Iterator[tuple[FormField, Problem]]:
    """Yield a problem for each cell of a row that a merge has emptied."""
    for top, bottom, left, right in table.sheet.merged:
        for field in _LOOKED_AT:
            column = table.at.get(field, -1) + 1
            first = (line, column) == (top, left)
            if top <= line <= bottom and left <= column <= right and not first:
                place = str(xl_range(top - 1, left - 1, bottom - 1, right - 1))
                wrong = _("merged cells: all but the first are empty")
                yield field, Problem(wrong, place, _("the value in every row, nothing merged"))
