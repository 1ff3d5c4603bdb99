"""Any word of the vocabulary as people read it."""

from tracker.domain.vocabulary import (
    Better,
    Comparator,
    Qualifier,
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
