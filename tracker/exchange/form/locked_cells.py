"""What was changed in a form where nothing was to be changed: told cell by cell, and ignored."""

from collections.abc import Iterator

from tracker.domain.entry.form_records import CellFinding, FormField, FormRow
from tracker.domain.text import fold, shown
from tracker.errors import Problem
from tracker.exchange.form.form_cells import given_texts, plain_number
from tracker.exchange.form.form_columns import LOCKED
from tracker.exchange.form.form_table import FormTable
from tracker.exchange.table.tables import Row
from tracker.language import _


def changed_locked_cells(table: FormTable, row: Row, asked: FormRow, value: str) -> Iterator[CellFinding]:
    """Yield a warning for each given cell that says something else than the form does."""
    given = given_texts(asked)
    for field in LOCKED:
        seen = table.text(row, field)
        if field not in table.at or _same(seen, given[field]):
            continue
        wrong = _("a locked cell was changed; the change is ignored")
        yield CellFinding(
            problem=Problem(wrong, shown(seen), given[field], warning=True),
            cell=table.address(row.line, field),
            indicator=asked.indicator,
            field=field,
            proposal=f"{value} {seen}" if field is FormField.UNIT and value else "",
        )


def _same(seen: str, given: str) -> bool:
    """Say whether two cells hold the same, as a number or as text."""
    number = plain_number(given)
    if number is not None and plain_number(seen) == number:
        return True
    return fold(seen) == fold(given)
