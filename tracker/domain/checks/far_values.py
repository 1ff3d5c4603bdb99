"""What makes a value unlikely without any history: goals and starts far from it, and numbers with a meaning."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracker.domain.quantity.digits import canonical
from tracker.domain.records import Indicator
from tracker.domain.vocabulary import Accumulates
from tracker.errors import Problem
from tracker.language import _

#: What many files write where there is no value.
_STANDS_FOR_NONE = re.compile(r"-9{3,}(?:\.[09]+)?|-8{4,}")
# Beyond this many times the largest goal or start, or below this part of the smallest, a value is doubted.
_TIMES_ABOVE, _PART_BELOW = Decimal(5), Decimal("0.05")
_INDEX, _CHANGES = (Decimal(70), Decimal(140)), Decimal(40)
_POWERS = (9, 8, 6, 5, 4, 3, 2, 1)
_NEAR = Decimal(4)


def stands_for_none(text: str) -> bool:
    """Return whether a number is one of those that files write where there is no value (-9999)."""
    return bool(_STANDS_FOR_NONE.fullmatch(text.strip()))


def value_for_none(value: Decimal) -> Iterator[Problem]:
    """Warn of a number that usually stands for no value."""
    if stands_for_none(canonical(value)):
        wrong = _("this number stands for “no value” in many files")
        yield Problem(wrong, canonical(value), _("the value, or why there is none"), column="value", warning=True)


def change_of_index(value: Decimal, indicator: Indicator, known: Sequence[Decimal]) -> Decimal | None:
    """Return the change that an index with the year before as 100 stands for; None where a change itself is given."""
    if indicator.accumulates is not Accumulates.ANNUAL_CHANGE or not _INDEX[0] <= value <= _INDEX[1]:
        return None
    return value - 100 if all(abs(one) < _CHANGES for one in known) else None


def index_for_change(value: Decimal, indicator: Indicator, known: Sequence[Decimal]) -> Iterator[Problem]:
    """Warn of an index where a yearly change is due, `known` being earlier changes and those that are asked for."""
    change = change_of_index(value, indicator, known)
    if change is not None:
        wrong = _("perhaps an index with the year before as 100, where a change is due")
        right = _("{value}, if it is one").format(value=canonical(change))
        yield Problem(wrong, canonical(value), right, column="value", warning=True)


def far_from_goals(value: Decimal, indicator: Indicator, goals: Sequence[Decimal]) -> Iterator[Problem]:
    """Warn of a value far above or below every goal and start, which all that is known of its size is."""
    sizes = [abs(one) for one in goals if one]
    if not value or not sizes or indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        return
    if _PART_BELOW * min(sizes) <= abs(value) <= _TIMES_ABOVE * max(sizes):
        return
    near = min(goals, key=lambda goal: abs(abs(value) - abs(goal)) if goal else abs(value))
    meant = meant_by_goals(value, goals)
    right = (
        _("{value}, if the unit slipped").format(value=canonical(meant))
        if meant is not None
        else _("near {value}, or a comment").format(value=canonical(near))
    )
    wrong = _("far above every goal and start") if abs(value) > max(sizes) else _("far below every goal and start")
    yield Problem(wrong, canonical(value), right, column="value", warning=True)


def meant_by_goals(value: Decimal, goals: Sequence[Decimal]) -> Decimal | None:
    """Return the value that the goals make likely where the point slipped by a power of ten; None where none does."""
    sizes = [abs(one) for one in goals if one]
    if not value or not sizes:
        return None
    for power in _POWERS:
        for shifted in (value.scaleb(-power), value.scaleb(power)):
            if any(size / _NEAR <= abs(shifted) <= size * _NEAR for size in sizes):
                return shifted.normalize()
    return None
