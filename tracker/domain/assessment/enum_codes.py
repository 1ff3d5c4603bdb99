"""Words of the vocabulary as small numbers, the form in which columns hold them."""

from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tracker.domain.kinds import Kind
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Basis,
    Better,
    Comparator,
    GapWord,
    MeasuredBy,
    MilestoneState,
)

Floats = NDArray[np.float64]
Years = NDArray[np.int32]
Codes = NDArray[np.int8]
Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]

NO_YEAR = 0
NONE = -1

_Word = TypeVar("_Word", bound=StrEnum)
_LISTS: tuple[type[StrEnum], ...] = (
    Kind,
    Comparator,
    Better,
    Accumulates,
    BaselineOrigin,
    MilestoneState,
    Basis,
    MeasuredBy,
    GapWord,
    Rule,
    Status,
)
_CODES: dict[tuple[type[StrEnum], str], int] = {
    (words, str(word)): number for words in _LISTS for number, word in enumerate(words)
}


def code(word: StrEnum | None) -> int:
    """Return the place of a word of the vocabulary in its list, -1 for none."""
    return NONE if word is None else _CODES[type(word), str(word)]


def code_of(words: type[StrEnum], text: str | None) -> int:
    """Return the place of a word, given as text, in its list, -1 for none; KeyError for a text that is not in it."""
    return NONE if text is None else _CODES[words, text]


def word(words: type[_Word], number: int) -> _Word | None:
    """Return the word at a place of its list, none for -1."""
    return None if number < 0 else tuple(words)[number]
