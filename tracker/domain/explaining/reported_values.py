"""Reported values in words and as points of a line, and what follows from them: chained levels, a parent's total."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.assessment.verdicts import Point
from tracker.domain.explaining.goal_numbers import series_style
from tracker.domain.explaining.target_wording import amount, readers_unit
from tracker.domain.quantity.number_style import NumberStyle
from tracker.domain.quantity.units import MONEY, RANK, convert, factor_between, parse_unit, spoken_unit
from tracker.domain.records import Actual, Indicator, Zone
from tracker.domain.vocabulary import ONE_NUMBER, OPEN_ABOVE, OPEN_BELOW, Accumulates, Qualifier, state_word
from tracker.language import _, bounded, clauses, comparator_words, decimals_of, fallen, number, quantity, signed


def actual_words(actual: Actual, indicator: Indicator, zones: Mapping[str, Zone]) -> str:
    """Return a reported value in words: "over 100", "12.1 bn yuan, 40% of Shenyang's", "+23.7% on the year before"."""
    said = []
    if actual.state is not None:
        said.append(state_word(actual.state))
    if actual.value is not None:
        said.append(value_as_reported(actual, indicator))
    if actual.growth is not None:
        said.append(_growth(actual.growth))
    if actual.share is not None:
        parent, share = zones.get(actual.share_of or ""), f"{number(actual.share, decimals_of(actual.share))}%"
        text = _("{share} of {parent}’s") if parent else _("{share} of the parent’s")
        said.append(text.format(share=share, parent=parent.name if parent else ""))
    return clauses(said) or "–"


def _growth(growth: Decimal) -> str:
    """Return a growth on the year before."""
    size = f"{number(abs(growth), decimals_of(growth))}%"
    if growth < 0:
        return _("−{fall} on the year before").format(fall=size)
    return _("+{rise} on the year before").format(rise=size) if growth else _("as much as the year before")


def value_as_reported(actual: Actual, indicator: Indicator) -> str:
    """Return the value with its bound in words, in the unit it was told in."""
    unit = readers_unit(actual.unit or indicator.unit, indicator)
    if indicator.accumulates is Accumulates.RANK or parse_unit(unit).dimension == RANK:
        if actual.value is not None and actual.value_high is not None:
            return _("places {low} to {high}").format(low=number(actual.value), high=number(actual.value_high))
        return bounded(actual.qualifier, _("place {place}").format(place=number(actual.value)))
    if parse_unit(unit).dimension == MONEY or actual.value is None:
        return comparator_words(actual.qualifier.value, actual.value, unit, high=actual.value_high)
    name = spoken_unit(unit)
    if actual.qualifier is Qualifier.BETWEEN and actual.value_high is not None:
        return _("between {low} and {high}").format(
            low=_exactly(actual.value, name), high=_exactly(actual.value_high, name)
        )
    if indicator.accumulates is Accumulates.ANNUAL_CHANGE and actual.value < 0 and actual.qualifier in ONE_NUMBER:
        return bounded(actual.qualifier, fallen(_exactly(-actual.value, name)))
    return bounded(actual.qualifier, _exactly(actual.value, name))


def _exactly(value: Decimal, unit: str) -> str:
    return quantity(value, unit, decimals=decimals_of(value))


# A whole that follows from a share has so many decimals, or those of its part.
_PARTED = 2


@dataclass(frozen=True, slots=True)
class Derived:
    """One value that nobody reported, with what it is of and how it follows."""

    year: int | None
    what: str
    formula: str
    value: str


@dataclass(frozen=True, slots=True)
class _Chained:
    """A level, in the indicator's unit, that a growth leads to from the level of the year before."""

    actual: Actual
    year: int
    before: Decimal
    level: Decimal


def derived_values(actuals: Iterable[Actual], indicator: Indicator, zones: Mapping[str, Zone]) -> list[Derived]:
    """List what follows from the actuals of one zone's indicator, by year."""
    by_year = sorted(actuals, key=lambda actual: actual.year or 9999)
    chained = [_level(chain, indicator) for chain in _chained(by_year, indicator)]
    wholes = [_parent(actual, indicator, zones) for actual in by_year]
    return [*chained, *(whole for whole in wholes if whole is not None)]


def reported_points(actuals: Iterable[Actual], indicator: Indicator) -> tuple[Point, ...]:
    """List the dated values of one zone by year; a growth without a level before it is no point."""
    dated = sorted((actual for actual in actuals if actual.year is not None), key=lambda actual: actual.year or 0)
    points = {point.year: point for actual in dated if (point := _point(actual, indicator)) is not None}
    for chain in _chained(dated, indicator):
        level = float(chain.level)
        points[chain.year] = Point(year=chain.year, low=level, high=level, certainty=chain.actual.status, derived=True)
    return tuple(points[year] for year in sorted(points))


def _point(actual: Actual, indicator: Indicator) -> Point | None:
    """Return a reported value with its bound as a point."""
    if actual.value is None or actual.year is None:
        return None
    factor = factor_between(actual.unit or indicator.unit, indicator.unit)
    value = float(actual.value) * factor
    high = value if actual.value_high is None else float(actual.value_high) * factor
    return Point(
        year=actual.year,
        low=None if actual.qualifier in OPEN_BELOW else value,
        high=None if actual.qualifier in OPEN_ABOVE else high,
        qualifier=actual.qualifier,
        certainty=actual.status,
    )


def _chained(actuals: Iterable[Actual], indicator: Indicator) -> Iterator[_Chained]:
    """Chain growths onto the level of the year before, where there is one; the actuals come by year."""
    if indicator.accumulates is Accumulates.ANNUAL_CHANGE:
        return
    levels: dict[int, Decimal] = {}
    for actual in actuals:
        if actual.year is None:
            continue
        before = levels.get(actual.year - 1)
        if actual.value is not None and actual.qualifier in ONE_NUMBER:
            levels[actual.year] = convert(actual.value, actual.unit or indicator.unit, indicator.unit)
        elif actual.value is None and actual.growth is not None and before is not None:
            levels[actual.year] = before * (1 + actual.growth / 100)
            yield _Chained(actual, actual.year, before, levels[actual.year])


def _level(chain: _Chained, indicator: Indicator) -> Derived:
    """Return a chained level with how it follows."""
    formula = _("{before} in {year} and {growth} on it").format(
        before=amount(chain.before, indicator.unit), year=chain.year - 1, growth=f"{signed(chain.actual.growth)}%"
    )
    level = series_style(indicator, (chain.before,)).amount(float(chain.level))
    value = _("about {value}").format(value=level)
    return Derived(chain.year, indicator.name, formula, value)


def _parent(actual: Actual, indicator: Indicator, zones: Mapping[str, Zone]) -> Derived | None:
    """Return the whole that a share was reported of."""
    zone = zones.get(actual.share_of or "")
    if not actual.share or actual.value is None or zone is None:
        return None
    formula = _("{part} is {share} of it").format(
        part=value_as_reported(actual, indicator), share=f"{number(actual.share)}%"
    )
    style = NumberStyle(actual.unit or indicator.unit, max(_PARTED, decimals_of(actual.value)))
    whole = style.amount(float(actual.value / actual.share * 100))
    what = _("{indicator} of {zone}").format(indicator=indicator.name, zone=zone.name)
    return Derived(actual.year, what, formula, _("about {value}").format(value=whole))
