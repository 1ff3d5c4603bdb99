"""Any word of the vocabulary as people read it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from tracker.domain.kinds import Kind, kind_word
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Better,
    Certainty,
    Comparator,
    MilestoneState,
    Nature,
    Qualifier,
)
from tracker.domain.words import (
    accumulates_word,
    certainty_word,
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


def qualifier_word(qualifier: Qualifier) -> str:
    """Say how exactly an actual is known."""
    return {
        Qualifier.EXACT: _("exact"),
        Qualifier.ABOUT: _("about"),
        Qualifier.OVER: _("over"),
        Qualifier.AT_LEAST: _("at least"),
        Qualifier.UNDER: _("under"),
        Qualifier.AT_MOST: _("at most"),
        Qualifier.BETWEEN: _("between"),
    }[qualifier]


_SAID: dict[type[StrEnum], Callable[[Any], str]] = {
    Accumulates: accumulates_word,
    BaselineOrigin: origin_word,
    Better: better_word,
    Certainty: certainty_word,
    Comparator: comparator_word,
    Kind: kind_word,
    MilestoneState: state_word,
    Nature: nature_word,
    Qualifier: qualifier_word,
}

# What is wrong with a goal's kind is how its indicator counts.
_OF_COLUMN: dict[str, type[StrEnum]] = {
    "accumulates": Accumulates,
    "baseline_origin": BaselineOrigin,
    "better": Better,
    "comparator": Comparator,
    "kind": Accumulates,
    "nature": Nature,
    "qualifier": Qualifier,
    "state": MilestoneState,
    "status": Certainty,
}


def vocabulary_word(word: StrEnum) -> str:
    """Say a word of a record."""
    return _SAID[type(word)](word)


def word_of_column(column: str, text: str) -> str:
    """Say what a problem says of a column, where that is a word of the vocabulary; any other text as it is."""
    words = _OF_COLUMN.get(column, ())
    return next((vocabulary_word(word) for word in words if word == text), text)
