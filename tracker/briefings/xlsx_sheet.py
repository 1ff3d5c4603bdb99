"""A sheet of a workbook: what it shows in words on top, a table below, and native charts under it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from xlsxwriter import Workbook

from tracker.briefings.fit_text import fit
from tracker.briefings.pptx_letters import LATIN

Cell: TypeAlias = str | float | int | None

TOP = 4
"""The row of a table's heads, counted from nought: title, what it says and where it comes from stand above."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31


@dataclass(slots=True)
class Sheets:
    """A workbook in the making, its formats, and the names its sheets have so far."""

    book: Workbook
    names: set[str] = field(default_factory=set)
    formats: dict[str, Any] = field(default_factory=dict)

    def format(self, **properties: Any) -> Any:
        """Return a format with these properties, made once."""
        key = repr(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": LATIN, "valign": "top", **properties})
        return self.formats[key]

    def sheet(self, name: str, title: str, lines: Sequence[str]) -> Any:
        """Add a sheet with a title and lines of text on top."""
        page = self.book.add_worksheet(self._free(name))
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.write_string(0, 0, fit(title), self.format(bold=True, font_size=14))
        for row, text in enumerate(lines[: TOP - 1], 1):
            page.write_string(row, 0, fit(text), self.format(font_color="#4A5464"))
        return page

    def table(self, page: Any, heads: Sequence[str], rows: Sequence[Sequence[Cell]], top: int = TOP) -> None:
        """Write a table, texts as texts and numbers as numbers, a head that stays in view."""
        head = self.format(bold=True, text_wrap=True, bottom=1, bottom_color="#8592A3")
        page.set_row(top, 34)
        for column, name in enumerate(heads):
            page.write_string(top, column, fit(name), head)
            page.set_column(column, column, self._width(name, [row[column] for row in rows]))
        for place, row in enumerate(rows, top + 1):
            for column, value in enumerate(row):
                self._cell(page, place, column, value)
        page.freeze_panes(top + 1, 1)

    def _cell(self, page: Any, row: int, column: int, value: Cell) -> None:
        if isinstance(value, str):
            page.write_string(row, column, fit(value), self.format(text_wrap=True))
        elif value is not None:
            page.write_number(row, column, value, self.format())

    @staticmethod
    def _width(name: str, values: Sequence[Cell]) -> float:
        longest = max((len(value) for value in values if isinstance(value, str)), default=0)
        return min(44.0, max(13.0, longest * 1.1, len(name) * 0.7))

    def _free(self, name: str) -> str:
        """Return a name that a sheet may have and no other has."""
        plain = fit(name).translate(_FORBIDDEN).strip(" '")[:_LONGEST_NAME].strip(" '") or "1"
        found, count = plain, 1
        while found.lower() in self.names:
            count += 1
            found = f"{plain[: _LONGEST_NAME - 4]} {count}"
        self.names.add(found.lower())
        return found
