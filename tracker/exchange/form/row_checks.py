"""What a row of a form shows beside its values: changed locked cells, merged cells, another unit than asked for."""

import unicodedata
from collections.abc import Iterator

from xlsxwriter.utility import xl_range

from tracker.domain.entry.form_records import CellFinding, FormField, FormRow
from tracker.domain.quantity.units import convertible, is_known
from tracker.domain.text import fold, shown
from tracker.errors import Problem
from tracker.exchange.form.cell_texts import given_texts, plain_number
from tracker.exchange.form.column_list import FILLED, LOCKED
from tracker.exchange.form.indicator_matching import unit_in_name
from tracker.exchange.form.locating import FormTable
from tracker.exchange.table.table_rows import Row
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
    """Return whether two cells hold the same, as a number or as text."""
    number = plain_number(given)
    if number is not None and plain_number(seen) == number:
        return True
    return fold(seen) == fold(given)


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


def other_unit(table: FormTable, row: Row, asked: FormRow, value: str) -> tuple[Problem, FormField, str] | None:
    """Return the problem of a value in another unit, its field and what could be stored; None where it is as asked."""
    stated = stated_unit(table, row, asked)
    same = {_plain(text) for text in ("", asked.unit, given_texts(asked)[FormField.UNIT])}
    if not value or _plain(stated) in same:
        return None
    known, fits = is_known(stated), convertible(stated, asked.unit)
    # What is counted bears other words in another language (家 for enterprises).
    counted = not known and not is_known(asked.unit)
    proposal = f"{value} {stated}" if known and fits else ""
    wrong = _("the unit is written otherwise than in the form") if counted else _("the value is in another unit")
    return Problem(wrong, shown(stated), asked.unit, warning=counted), FormField.VALUE, proposal


def stated_unit(table: FormTable, row: Row, asked: FormRow) -> str:
    """Return the unit beside a value, else in the name's brackets or the header; the whole table's where it fits."""
    beside = table.text(row, FormField.UNIT) or unit_in_name(table.text(row, FormField.NAME))
    above = table.unit if is_known(table.unit) else ""
    return beside or above or (table.caption if convertible(table.caption, asked.unit) else "")


def _plain(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text))
