"""The numbers an actual is judged by: its bounds in the base unit of its dimension."""

from dataclasses import dataclass

from tracker.domain.assessment.series_columns import OPEN_HIGH, OPEN_LOW
from tracker.domain.quantity.units import to_base
from tracker.domain.records import Actual
from tracker.domain.vocabulary import OPEN_ABOVE, OPEN_BELOW, Accumulates, Qualifier

Measure = tuple[float | None, float | None, float | None, int]

_OPEN = {Qualifier.OVER: OPEN_LOW, Qualifier.UNDER: OPEN_HIGH}


@dataclass(frozen=True, slots=True)
class Scale:
    """How an indicator is measured: what an actual without a unit of its own is counted in."""

    unit: str
    accumulates: Accumulates


def measure(actual: Actual, scale: Scale) -> Measure:
    """Return low, high (base unit, None without bound), growth (percent) and the open end (0, 1 low, 2 high)."""
    growth = None if actual.growth is None else float(actual.growth)
    open_end = _OPEN.get(actual.qualifier, 0)
    value, unit = actual.value, actual.unit or scale.unit
    if value is None and scale.accumulates is Accumulates.ANNUAL_CHANGE:
        # A yearly change reported as a growth is the value itself.
        value, unit = actual.growth, scale.unit
    if value is None:
        return None, None, growth, open_end
    number = to_base(value, unit)
    high = number if actual.value_high is None else to_base(actual.value_high, unit)
    low_end = None if actual.qualifier in OPEN_BELOW else number
    return low_end, None if actual.qualifier in OPEN_ABOVE else high, growth, open_end
