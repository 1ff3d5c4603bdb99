"""Reads a form that came back: every cell checked again, nothing stored, everything found told by cell."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.domain.entry.form_records import Form, ReadForm
from tracker.domain.text import refused
from tracker.errors import RefusedInputError
from tracker.exchange.form.form_identity import Identity, read_identity
from tracker.exchange.form.form_table import find_table
from tracker.exchange.form.form_words import FINDINGS, IDENTITY, INSTRUCTIONS
from tracker.exchange.form.rows_reading import RowsReading
from tracker.exchange.workbook.workbook_guard import EVERY_SHEET
from tracker.exchange.workbook.workbook_sheets import Sheet, sheets_of_workbook
from tracker.language import _

#: A filled form takes some 20 kB; people paste pictures into spreadsheets.
MOST_FORM_BYTES = 10_000_000
#: A form has a row for each value; other spreadsheets have more beside it.
MOST_FORM_ROWS = 20_000


def read_form(content: bytes, form: Form) -> ReadForm:
    """Read a workbook against the form as it is now; RefusedInputError for one that cannot be read or is another's."""
    sheets = _sheets(content)
    identity = _identity(sheets)
    if identity:
        _refuse_another(identity, form)
    table = find_table((sheet for sheet in sheets if sheet.name not in (FINDINGS, IDENTITY, INSTRUCTIONS)), form)
    reading = RowsReading(form, identity, table)
    reading.read()
    return ReadForm(
        ours=identity is not None,
        sheet=table.sheet.name,
        columns=table.columns(),
        rows=tuple(reading.rows),
        held=tuple(reading.held),
        findings=tuple(replace(one, problem=replace(one.problem, column=one.cell)) for one in reading.findings),
        recognised=len(reading.seen),
        not_asked=(*table.unknown(), *reading.not_asked),
        revision=identity.revision if identity else "",
    )


def _sheets(content: bytes) -> list[Sheet]:
    """Let the content be read as a workbook, under a name of our own; RefusedInputError where it cannot be."""
    if len(content) > MOST_FORM_BYTES:
        seen, right = (_("{n} MB").format(n=-(-size // 1_000_000)) for size in (len(content), MOST_FORM_BYTES))
        raise refused(_("what is uploaded is too large"), seen, _("{size} at most").format(size=right))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        try:
            right = _("the form as it was downloaded, filled in")
            return list(sheets_of_workbook(path, (EVERY_SHEET,), right, most_rows=MOST_FORM_ROWS))
        except RefusedInputError as error:
            # The file has a name of our own, which says nothing to whoever uploaded it.
            raise RefusedInputError([replace(problem, file="") for problem in error.problems]) from error


def _identity(sheets: Iterable[Sheet]) -> Identity | None:
    """Give what the workbook says of itself, where the product made it."""
    return next((read_identity(sheet.rows()) for sheet in sheets if sheet.name == IDENTITY), None)


def _refuse_another(identity: Identity, form: Form) -> None:
    """Refuse the form of another zone or year."""
    asked, seen = (form.zone, str(form.year)), (identity.zone, identity.year)
    if asked != seen:
        wrong = _("this is the form of another zone or year")
        right = _("the form of {zone} for {year}").format(zone=form.zone_name, year=form.year)
        raise refused(wrong, " ".join(seen), right)
