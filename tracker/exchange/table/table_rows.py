"""A table as it comes in, from a CSV file or a sheet: rows of texts with their lines, and what their cells hide."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from tracker.domain.tables.periods import SpanYear
from tracker.errors import Problem
from tracker.language import _


def header_name(cell: str) -> str:
    """Return the name of a column as it is known, in whatever case and with blanks or underscores within."""
    return "_".join(unicodedata.normalize("NFKC", cell).casefold().replace("_", " ").split())


class Trait(StrEnum):
    """One thing about a cell that its bare value does not show."""

    ERROR = "error"
    FORMULA = "formula"
    NO_SAVED_VALUE = "no saved value"
    PERCENT = "percent"
    TOO_PRECISE = "too precise"
    NOT_FINITE = "not finite"
    TOO_LONG = "too long"
    DATE = "date"


class Mark(NamedTuple):
    """A trait of one cell with what was seen there."""

    trait: Trait
    seen: str


REFUSED = frozenset({Trait.ERROR, Trait.NO_SAVED_VALUE, Trait.TOO_PRECISE, Trait.NOT_FINITE, Trait.TOO_LONG})


def problem_of(mark: Mark, file: str, line: int, column: str) -> Problem | None:
    """Return what a mark means for its cell; None where only the column's meaning decides (dates)."""
    words = _words(mark.trait)
    if words is None:
        return None
    wrong, right = words
    return Problem(wrong, mark.seen, right, file, line, column, warning=mark.trait not in REFUSED)


def _words(trait: Trait) -> tuple[str, str] | None:
    """Return what is wrong with such a cell, and what would be right."""
    match trait:
        case Trait.ERROR:
            return _("the cell holds a spreadsheet error"), _("the value itself, or an empty cell")
        case Trait.NO_SAVED_VALUE:
            return _("the formula has no saved value"), _(
                "the value itself; or open, recalculate and save the workbook"
            )
        case Trait.TOO_PRECISE:
            return (
                _("the spreadsheet has more than 15 significant digits here and has already rounded them"),
                _("the number typed as text, or rounded to 15 digits or fewer"),
            )
        case Trait.NOT_FINITE:
            return _("the cell's number is not a number"), _("a number below 1e18")
        case Trait.TOO_LONG:
            return _("the text is too long"), _("at most 2,000 characters")
        case Trait.FORMULA:
            return _("a formula; its saved value is taken"), ""
        case Trait.PERCENT:
            return _("the cell is formatted as a percentage; the number is taken as it is shown"), ""
        case _:
            return None


NO_MARKS: Mapping[int, Mark] = {}


class Row(NamedTuple):
    """One row: the line it starts at (the header is line 1), its cells, and what a workbook hid behind some."""

    line: int
    cells: list[str]
    marks: Mapping[int, Mark] = NO_MARKS


class Rows(Protocol):
    """Whatever can be gone through row by row, header first; raises RefusedInputError where it cannot go on."""

    def __call__(self) -> Iterator[Row]:
        """Start from the header."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """A file or sheet under the name that problems are told with, and for which year its spans of years count."""

    file: str
    rows: Rows
    span: SpanYear | None = None
