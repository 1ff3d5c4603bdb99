"""Writes the form of a yearly round as a workbook that can be filled in without the product."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook

from tracker.domain.entry.form_records import Form
from tracker.exchange.form.form_formats import formats_of
from tracker.exchange.form.form_identity import write_identity
from tracker.exchange.form.form_sheet import FormSheet
from tracker.exchange.form.form_words import IDENTITY, INSTRUCTIONS, SHEET, title_of
from tracker.exchange.form.instructions import write_instructions

#: Whatever a name looks like, it is written as text and never as a formula, a number or a link.
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def write_form(target: Path | BinaryIO, form: Form) -> None:
    """Write a form to a file or a buffer; the same form makes the same workbook."""
    with Workbook(target, TEXT_ONLY) as book:
        describe(book, form)
        look = formats_of(book)
        sheet, instructions, identity = (book.add_worksheet(name) for name in (SHEET, INSTRUCTIONS, IDENTITY))
        FormSheet(sheet, form, look).draw(write_identity(identity, form))
        write_instructions(instructions, look)


def form_bytes(form: Form) -> bytes:
    """Give a form as the content of a workbook."""
    buffer = BytesIO()
    write_form(buffer, form)
    return buffer.getvalue()


def describe(book: Workbook, form: Form) -> None:
    """Give the workbook a title, and the moment the form was made instead of the moment it is written."""
    book.set_properties({"title": title_of(form)[:255], "created": form.made_at})
    book.set_size(2200, 1300)
