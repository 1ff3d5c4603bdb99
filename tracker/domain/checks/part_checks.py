"""What makes a goal impossible, or doubtful, as a part of another: parts have to add up to what the whole asks."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tracker.domain.kinds import Kind
from tracker.domain.quantity.units import RANK, YEARS, is_share, parse_unit
from tracker.domain.records import Goal, Indicator
from tracker.domain.vocabulary import Accumulates
from tracker.errors import Problem
from tracker.language import _


class Whole(NamedTuple):
    """What a part has to know of the goal that it is a part of."""

    goal: str
    indicator: str
    kind: Kind
    due: int | None
    part_of: str | None


def whole_of(goal: Goal) -> Whole:
    """Return what a part of a goal has to know of it."""
    return Whole(goal.goal, goal.indicator, goal.kind, goal.due, goal.part_of)


def check_part(part: Goal, wholes: Mapping[str, Whole], indicator: Indicator) -> Iterator[Problem]:
    """Yield what is wrong with a part of a goal that is known; the caller fills in file and line."""
    if part.part_of is None:
        return
    whole = wholes[part.part_of]
    if _leads_back(part, wholes):
        yield _wrong(_("a goal would be part of itself"), part.part_of, _("another goal, or an empty cell"))
        return
    if whole.indicator != part.indicator:
        yield _wrong(_("a part is of the indicator of its whole"), whole.indicator, part.indicator)
    if not part.kind.traits.adds_up:
        yield _wrong(_("parts of this kind do not add up"), part.kind, _("a level or an increase"))
    elif whole.kind is not part.kind:
        yield _wrong(_("a part is of the kind of its whole"), part.kind, whole.kind)
    yield from _additive(indicator)
    if whole.due != part.due:
        wrong, right = _("the whole is due in another year"), str(whole.due or _("no year"))
        yield Problem(wrong, str(part.due or _("no year")), right, column="due", warning=True)


def _leads_back(part: Goal, wholes: Mapping[str, Whole]) -> bool:
    """Return whether what a goal is part of is in the end part of it."""
    passed, above = {part.goal}, part.part_of
    while above is not None and above not in passed:
        passed.add(above)
        above = wholes[above].part_of if above in wholes else None
    return above is not None


def _additive(indicator: Indicator) -> Iterator[Problem]:
    """Yield where values of an indicator cannot be added up, or only by way of numerators and denominators."""
    dimension = parse_unit(indicator.unit).dimension
    yearly = indicator.accumulates not in (Accumulates.LEVEL, Accumulates.FLOW)
    if yearly or dimension in (RANK, YEARS):
        right = _("a goal of counts, money or areas")
        yield _wrong(_("values of this indicator do not add up"), indicator.unit, right)
    elif is_share(indicator.unit):
        right = _("numerator and denominator with every value")
        wrong = _("shares add up only by their numerators and denominators")
        yield Problem(wrong, indicator.unit, right, column="part_of", warning=True)


def _wrong(wrong: str, seen: str, right: str) -> Problem:
    return Problem(wrong, seen, right, column="part_of")
