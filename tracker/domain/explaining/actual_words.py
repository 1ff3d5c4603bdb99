"""A reported value as it was told: with its bound, its growth and its share, every digit as entered."""

from collections.abc import Mapping
from decimal import Decimal

from tracker.domain.explaining.target_wording import spoken_unit
from tracker.domain.quantity.units import MONEY, RANK, parse_unit
from tracker.domain.records import Actual, Indicator, Zone
from tracker.domain.vocabulary import Accumulates, Qualifier
from tracker.domain.words import state_word
from tracker.language import _, bounded, clauses, comparator_words, decimals_of, number, quantity, signed


def actual_words(actual: Actual, indicator: Indicator, zones: Mapping[str, Zone]) -> str:
    """Say a reported value: "over 100", "12.1 bn yuan, 40% of Shenyang's", "+23.7% on the year before", "done"."""
    said = []
    if actual.state is not None:
        said.append(state_word(actual.state))
    if actual.value is not None:
        said.append(value_as_told(actual, indicator))
    if actual.growth is not None:
        growth = f"{signed(actual.growth, decimals_of(actual.growth))}%"
        said.append(_("{growth} on the year before").format(growth=growth))
    if actual.share is not None:
        parent, share = zones.get(actual.share_of or ""), f"{number(actual.share, decimals_of(actual.share))}%"
        text = _("{share} of {parent}’s") if parent else _("{share} of the parent’s")
        said.append(text.format(share=share, parent=parent.name if parent else ""))
    return clauses(said) or "–"


def value_as_told(actual: Actual, indicator: Indicator) -> str:
    """Say the value with its bound, in the unit it was told in."""
    unit = actual.unit or indicator.unit
    if indicator.accumulates is Accumulates.RANK or parse_unit(unit).dimension == RANK:
        return bounded(actual.qualifier, _("place {place}").format(place=number(actual.value)))
    if parse_unit(unit).dimension == MONEY or actual.value is None:
        return comparator_words(actual.qualifier.value, actual.value, unit, high=actual.value_high)
    name = spoken_unit(unit)
    if actual.qualifier is Qualifier.BETWEEN and actual.value_high is not None:
        return _("between {low} and {high}").format(
            low=_exactly(actual.value, name), high=_exactly(actual.value_high, name)
        )
    return bounded(actual.qualifier, _exactly(actual.value, name))


def _exactly(value: Decimal, unit: str) -> str:
    return quantity(value, unit, decimals=decimals_of(value))
