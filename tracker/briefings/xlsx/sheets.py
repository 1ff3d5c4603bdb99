"""A sheet of a workbook: what it shows in words on top, a table below, and native charts under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook

from tracker.briefings.office_text import LATIN, fit, line_count
from tracker.charts.lettering import width_of
from tracker.charts.office import Cell

TOP = 4
"""The row of a table's heads, counted from zero: title, what it says and where it comes from stand above."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
CHART_WIDE = 900
"""How many pixels wide charts are; the lines on top are broken to the width of the chart or of a wider table."""
_USUAL_COLUMN = 64
_TITLE, _TEXT = 14, 11
_PIXELS = 4 / 3
"""Pixels of a point."""
_LINE, _LETTER = 1.4, 7
"""The height of a line in font sizes, and the pixels of a column's unit of width."""
_WIDEST, _WIDEST_PAGE = 44.0, 1800
"""How wide a column is at most, and the pixels that are read when printed on one page."""


@dataclass(slots=True)
class Sheets:
    """A workbook in the making, its formats, and the names its sheets have so far."""

    book: Workbook
    names: set[str] = field(default_factory=set)
    formats: dict[str, Any] = field(default_factory=dict)
    above: dict[str, list[str]] = field(default_factory=dict)

    def format(self, **properties: Any) -> Any:
        """Return a format with these properties, made once."""
        key = repr(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": LATIN, "valign": "top", **properties})
        return self.formats[key]

    def sheet(self, name: str, title: str, lines: Sequence[str]) -> Any:
        """Add a sheet with a title and lines of text on top, and return it."""
        page = self.book.add_worksheet(self._free(name))
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        self.above[page.get_name()] = [fit(title), *(fit(text) for text in lines[: TOP - 1])]
        return page

    def table(
        self,
        page: Any,
        heads: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float] = (),
        forms: Sequence[Mapping[str, str]] = (),
    ) -> None:
        """Write a table, texts as texts and numbers as numbers, a head that stays in view and filters.

        `forms` are the number formats of each row's columns.
        """
        top = TOP
        head = self.format(bold=True, text_wrap=True, bottom=1, bottom_color="#8592A3")
        widths = widths or [self._width(name, [row[column] for row in rows]) for column, name in enumerate(heads)]
        for column, (name, width) in enumerate(zip(heads, widths, strict=True)):
            page.write_string(top, column, fit(name), head)
            page.set_column(column, column, width)
        page.set_row(top, max(34.0, _row_height(heads, widths)))
        self._lines_above(page, widths)
        self._printed(page, widths)
        for place, row in enumerate(rows):
            page.set_row(top + 1 + place, _row_height(row, widths))
            wanted = forms[place] if forms else {}
            for column, value in enumerate(row):
                self._cell(page, top + 1 + place, column, value, wanted.get(heads[column], ""))
        page.freeze_panes(top + 1, 1)
        if rows:
            page.autofilter(top, 0, top + len(rows), len(heads) - 1)

    def _lines_above(self, page: Any, widths: Sequence[float]) -> None:
        """Write title and lines over as many columns as a chart takes, so that a page is not printed wider."""
        columns = [*(_pixels(width) for width in widths), *([_USUAL_COLUMN] * (CHART_WIDE // _USUAL_COLUMN))]
        last = next(place for place in range(len(columns)) if sum(columns[: place + 1]) >= CHART_WIDE)
        for row, text in enumerate(self.above[page.get_name()]):
            size = _TEXT if row else _TITLE
            looks = {"font_color": "#4A5464"} if row else {"bold": True, "font_size": _TITLE}
            page.set_row(row, _height(text, size, sum(columns[: last + 1])))
            style = self.format(text_wrap=True, **looks)
            if last:
                page.merge_range(row, 0, row, last, "", style)
            page.write_string(row, 0, text, style)

    @staticmethod
    def _printed(page: Any, widths: Sequence[float]) -> None:
        """Print a table that would be too small to read on one page over two, the first column on both."""
        if sum(_pixels(width) for width in widths) > _WIDEST_PAGE:
            page.fit_to_pages(2, 0)
            page.repeat_columns(0)

    def _cell(self, page: Any, row: int, column: int, value: Cell, form: str) -> None:
        if isinstance(value, str):
            page.write_string(row, column, fit(value), self.format(text_wrap=True))
        elif value is not None:
            page.write_number(row, column, value, self.format(**({"num_format": form} if form else {})))

    @staticmethod
    def _width(name: str, values: Sequence[Cell]) -> float:
        texts = [width_of(value, _TEXT * _PIXELS) for value in values if isinstance(value, str)]
        longest = max(texts, default=0.0) / _LETTER
        return min(_WIDEST, max(13.0, longest * 1.15, 0.6 * width_of(name, _TEXT * _PIXELS, bold=True) / _LETTER))

    def _free(self, name: str) -> str:
        """Return a name that a sheet may have and no other has."""
        plain = fit(name).translate(_FORBIDDEN).strip(" '")[:_LONGEST_NAME].strip(" '") or "1"
        free, count = plain, 1
        while free.lower() in self.names:
            count += 1
            free = f"{plain[: _LONGEST_NAME - 4]} {count}"
        self.names.add(free.lower())
        return free


def _pixels(width: float) -> float:
    """Return how many pixels wide a column is."""
    return width * _LETTER + 5


def _row_height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    texts = [(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
    return max((_height(text, _TEXT, _pixels(width)) for text, width in texts), default=_LINE * _TEXT)


def _height(text: str, size: float, wide: float) -> float:
    """Return the points that a text takes in a width of so many pixels."""
    return _LINE * size * max(1, line_count(text, size * _PIXELS, 0.96 * wide))
