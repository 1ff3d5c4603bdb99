"""A block pasted from a spreadsheet: taken apart into cells, and its rows matched to the values that are owed."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.entries import EntryKey
from tracker.errors import Problem
from tracker.services.rounds import Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A pasted cell with the value it belongs to."""

    key: EntryKey
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """What a pasted block holds: cells that belong to a value, and what belongs nowhere, with the row number."""

    cells: tuple[Pasted, ...]
    problems: tuple[Problem, ...] = ()


def split_paste(text: str) -> list[list[str]]:
    """Take a pasted block apart into rows of cells; RefusedInputError where it is too large."""
    raise NotImplementedError


def match_paste(wanted: Round, rows: Sequence[Sequence[str]], first: int = 0) -> Paste:
    """Match pasted rows to a round's values by name or code, else in order from the row `first` on."""
    raise NotImplementedError
