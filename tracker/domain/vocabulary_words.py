"""Any word of the vocabulary as people read it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Better,
    Certainty,
    Comparator,
    Kind,
    MilestoneState,
    Nature,
)
from tracker.domain.words import (
    accumulates_word,
    certainty_word,
    kind_word,
    nature_word,
    origin_word,
    state_word,
)
from tracker.language import _


def comparator_word(comparator: Comparator) -> str:
    """Say how a goal's value is meant."""
    return {
        Comparator.AT_LEAST: _("at least"),
        Comparator.MORE_THAN: _("more than"),
        Comparator.AT_MOST: _("at most"),
        Comparator.LESS_THAN: _("less than"),
        Comparator.EQUAL: _("this value, or better"),
        Comparator.BETWEEN: _("between"),
    }[comparator]


def better_word(better: Better) -> str:
    """Say which way an indicator improves."""
    return {Better.UP: _("more"), Better.DOWN: _("less"), Better.NONE: _("neither")}[better]


_SAID: dict[type[StrEnum], Callable[[Any], str]] = {
    Accumulates: accumulates_word,
    BaselineOrigin: origin_word,
    Better: better_word,
    Certainty: certainty_word,
    Comparator: comparator_word,
    Kind: kind_word,
    MilestoneState: state_word,
    Nature: nature_word,
}


def vocabulary_word(word: StrEnum) -> str:
    """Say a word of a record."""
    return _SAID[type(word)](word)
