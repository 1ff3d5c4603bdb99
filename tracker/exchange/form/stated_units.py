"""The unit a spreadsheet made elsewhere states: a value in another than the one asked for is not taken as it stands."""

import unicodedata

from tracker.domain.entry.form_records import FormField, FormRow
from tracker.domain.quantity.units import convertible, is_known
from tracker.domain.text import fold, shown
from tracker.errors import Problem
from tracker.exchange.form.form_cells import given_texts
from tracker.exchange.form.form_table import FormTable
from tracker.exchange.form.indicator_matching import unit_in_name
from tracker.exchange.table.tables import Row
from tracker.language import _


def other_unit(table: FormTable, row: Row, asked: FormRow, value: str) -> tuple[Problem, FormField, str] | None:
    """Say that a value is in another unit, where it stands, and what could be stored; None where it is as asked."""
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
    """Give the unit beside a value, else in the name's brackets, else the header's; the whole table's where it fits."""
    beside = table.text(row, FormField.UNIT) or unit_in_name(table.text(row, FormField.NAME))
    above = table.unit if is_known(table.unit) else ""
    return beside or above or (table.caption if convertible(table.caption, asked.unit) else "")


def _plain(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text))
