"""What speaks against a typed value: its own history, the parts of its whole, a milestone without evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tracker.domain.checks.far_values import (
    change_of_index,
    far_from_goals,
    index_for_change,
    meant_by_goals,
    stands_for_none,
    value_for_none,
)
from tracker.domain.checks.plausibility import parts_against_whole, slips, unlikely
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.units import AREA, MONEY, convert, is_known, parse_unit
from tracker.domain.records import Actual, Indicator
from tracker.domain.vocabulary import ONE_NUMBER, Accumulates, Better, MilestoneState
from tracker.errors import Problem
from tracker.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a value is held against: earlier actuals by year, and those of the year in the zones around.

    `parts` are the zones right under, `siblings` the others under the same zone, by name; None where nothing is told.
    `goals` are the numbers that goals ask for and start from, in the indicator's unit.
    """

    history: Mapping[int, Actual]
    parts: Mapping[str, Actual | None] = field(default_factory=dict)
    siblings: Mapping[str, Actual | None] = field(default_factory=dict)
    whole: Actual | None = None
    this_year: int | None = None
    goals: tuple[Decimal, ...] = ()


def doubts(actual: Actual, indicator: Indicator, around: Surroundings) -> tuple[Problem, ...]:
    """Warn of what is unlikely about an actual of a year."""
    value = _amount(actual, indicator)
    if actual.state is MilestoneState.DONE:
        return tuple(_done_without_evidence(actual))
    if value is None or actual.year is None:
        return ()
    history = _amounts(around.history, indicator)
    earlier = tuple(amount for year, amount in history.items() if year < actual.year)
    if telling := tuple(telling_numbers(value, indicator, earlier, around.goals)):
        return telling
    return (
        *(() if earlier else far_from_goals(value, indicator, around.goals)),
        *unlikely(value, history, actual.year, indicator, this_year=around.this_year),
        *fall(value, history, actual.year, indicator),
        *_parts(actual, indicator, around),
    )


def telling_numbers(
    value: Decimal, indicator: Indicator, earlier: Sequence[Decimal], goals: Sequence[Decimal]
) -> Iterator[Problem]:
    """Warn of numbers that mean something else wherever they stand: no value at all, or an index for a change."""
    yield from value_for_none(value)
    yield from index_for_change(value, indicator, (*earlier, *goals))


def probably_meant(actual: Actual, indicator: Indicator, around: Surroundings) -> str:
    """Return the value that was meant where the unit seems to have slipped, in the indicator's unit; else nothing."""
    value = _amount(actual, indicator)
    amounts = sorted(_amounts(around.history, indicator).items())
    earlier = [amount for year, amount in amounts if year < (actual.year or 0)]
    if value is None or stands_for_none(canonical(value)):
        return ""
    if indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        change = change_of_index(value, indicator, (*earlier, *around.goals))
        return "" if change is None else canonical(change)
    if earlier:
        return next((canonical(meant) for _slip, meant in slips(value, earlier[-1])), "")
    doubted = any(far_from_goals(value, indicator, around.goals))
    meant = meant_by_goals(value, around.goals) if doubted else None
    return "" if meant is None else canonical(meant)


def _amount(actual: Actual, indicator: Indicator) -> Decimal | None:
    """Return an actual's value in the indicator's unit; a yearly change may have been told as a growth."""
    if actual.value is None:
        return actual.growth if indicator.accumulates is Accumulates.ANNUAL_CHANGE else None
    return convert(actual.value, actual.unit or indicator.unit, indicator.unit)


def _amounts(actuals: Mapping[int, Actual], indicator: Indicator) -> dict[int, Decimal]:
    amounts = {year: _amount(actual, indicator) for year, actual in actuals.items()}
    return {year: value for year, value in amounts.items() if value is not None}


def _done_without_evidence(actual: Actual) -> Iterator[Problem]:
    """Warn of a milestone reported done, which asks for evidence; the caller leaves it out where there is some."""
    right = _("an evidence file, or a comment that says how it is known")
    yield Problem(
        _("a milestone is reported done without evidence"), str(actual.year), right, column="value", warning=True
    )


def fall(value: Decimal, history: Mapping[int, Decimal], year: int, indicator: Indicator) -> Iterator[Problem]:
    """Warn where a count of what there is by now is lower than before; half or less is a jump already."""
    counted = indicator.accumulates is Accumulates.LEVEL and not is_known(indicator.unit)
    earlier = [past for past in history if past < year]
    if not counted or indicator.better is not Better.UP or not earlier or value % 1:
        return
    last = history[max(earlier)]
    if last / 2 <= value < last:
        wrong = _("lower than {year}, though it counts what there is by now").format(year=max(earlier))
        right = _("{value} or more, or a comment").format(value=canonical(last))
        yield Problem(wrong, canonical(value), right, column="value", warning=True)


def _parts(actual: Actual, indicator: Indicator, around: Surroundings) -> Iterator[Problem]:
    """Warn where the zones under this one, or this one and its neighbours, do not fit their whole."""
    if not _adds_up(indicator):
        return
    yield from _against(actual, around.parts, indicator)
    if around.whole is not None:
        yield from _against(around.whole, {**around.siblings, _("this one"): actual}, indicator)


def _against(whole: Actual, parts: Mapping[str, Actual | None], indicator: Indicator) -> Iterator[Problem]:
    """Hold parts against a whole; where some are not known they can only be too much."""
    total = _exact(whole, indicator)
    known = {name: _exact(part, indicator) for name, part in parts.items() if part is not None}
    amounts = {name: amount for name, amount in known.items() if amount is not None}
    if total is None or not amounts:
        return
    if len(amounts) == len(parts) or sum(amounts.values(), Decimal(0)) > total:
        yield from parts_against_whole(total, amounts)


def _exact(actual: Actual, indicator: Indicator) -> Decimal | None:
    return _amount(actual, indicator) if actual.qualifier in ONE_NUMBER else None


def _adds_up(indicator: Indicator) -> bool:
    """Return whether zones' values add up to that of the zone above: money, areas, and what is counted whole."""
    if indicator.accumulates not in (Accumulates.LEVEL, Accumulates.FLOW):
        return False
    counted = not is_known(indicator.unit) and indicator.decimals == 0
    return counted or parse_unit(indicator.unit).dimension in (MONEY, AREA)
