"""The small workbook inside a slide, by which people edit its chart."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from tracker.briefings.fit_text import fit

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same slides make the same file, so a workbook bears no moment of its making."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


@dataclass(frozen=True, slots=True)
class Column:
    """A series of the chart; one that follows takes its numbers from the column before it."""

    name: str
    values: Sequence[float | None]
    follows: bool = False


def series_table(corner: str, categories: Sequence[str], columns: Sequence[Column]) -> bytes:
    """Write a row per category and a column per series; texts stay texts."""
    made = io.BytesIO()
    with Workbook(made, OPTIONS) as book:
        book.set_properties({"created": MADE})
        page, bold = book.add_worksheet("Sheet1"), book.add_format({"bold": True})
        page.write_string(0, 0, fit(corner), bold)
        for row, category in enumerate(categories, 1):
            page.write_string(row, 0, fit(category))
        for place, column in enumerate(columns, 1):
            page.write_string(0, place, fit(column.name), bold)
            for row, value in enumerate(column.values, 1):
                if value is not None and column.follows:
                    page.write_formula(row, place, f"={xl_rowcol_to_cell(row, place - 1)}", None, value)
                elif value is not None:
                    page.write_number(row, place, value)
        page.set_column(0, len(columns), 16)
    return made.getvalue()
