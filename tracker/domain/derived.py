"""Values that follow from reported ones: levels chained from growths, and a parent's total from a share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.actual_words import value_as_told
from tracker.domain.asking import amount
from tracker.domain.records import Actual, Indicator, Zone
from tracker.domain.units import convert
from tracker.domain.vocabulary import Accumulates, Qualifier
from tracker.language import _, number, signed


@dataclass(frozen=True, slots=True)
class Derived:
    """One value that nobody reported, with what it is of and how it follows."""

    year: int | None
    what: str
    formula: str
    value: str


def derived_values(actuals: Iterable[Actual], indicator: Indicator, zones: Mapping[str, Zone]) -> list[Derived]:
    """List what follows from the actuals of one zone's indicator, by year."""
    told = sorted(actuals, key=lambda actual: actual.year or 9999)
    found = [_parent(actual, indicator, zones) for actual in told]
    return [*_chained(told, indicator), *(each for each in found if each is not None)]


def _chained(actuals: Iterable[Actual], indicator: Indicator) -> Iterable[Derived]:
    """Chain growths onto the level of the year before, where there is one."""
    if indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        return
    levels: dict[int, Decimal] = {}
    for actual in actuals:
        if actual.year is None:
            continue
        before = levels.get(actual.year - 1)
        if actual.value is not None and actual.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
            levels[actual.year] = convert(actual.value, actual.unit or indicator.unit, indicator.unit)
        elif actual.value is None and actual.growth is not None and before is not None:
            levels[actual.year] = before * (1 + actual.growth / 100)
            formula = _("{before} in {year} and {growth} on it").format(
                before=amount(before, indicator.unit), year=actual.year - 1, growth=f"{signed(actual.growth)}%"
            )
            value = _("about {value}").format(value=amount(float(levels[actual.year]), indicator.unit))
            yield Derived(actual.year, indicator.name, formula, value)


def _parent(actual: Actual, indicator: Indicator, zones: Mapping[str, Zone]) -> Derived | None:
    """Work out the whole that a share was told of."""
    zone = zones.get(actual.share_of or "")
    if not actual.share or actual.value is None or zone is None:
        return None
    formula = _("{part} is {share} of it").format(
        part=value_as_told(actual, indicator), share=f"{number(actual.share)}%"
    )
    whole = amount(float(actual.value / actual.share * 100), actual.unit or indicator.unit)
    what = _("{indicator} of {zone}").format(indicator=indicator.name, zone=zone.name)
    return Derived(actual.year, what, formula, _("about {value}").format(value=whole))
