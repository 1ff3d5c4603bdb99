"""How the numbers of one series are written: as they were entered, or with the decimals that tell them apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from tracker.domain.quantity.units import spoken_unit
from tracker.language import decimals_of, difference, exact, quantity, rounded, sure_decimals, telling_decimals

# Values are told apart up to so many decimals, and what lies behind so many digits is noise of binary arithmetic.
_MOST, NOISE = 12, 1e-11
_LEAST_DIGITS, _PACE_DIGITS, _WHOLE_FROM = 2, 3, 10


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The unit and decimals of one series of values.

    Computed values are rounded to `decimals`, and values that have fewer are written with at least `least`; `entered`
    are the numbers that a plan gives, by their value; `size` is the greatest value, beside which noise is nothing.
    """

    unit: str
    decimals: int = 0
    least: int = 0
    entered: Mapping[float, Decimal] = field(default_factory=dict)
    size: float = 0.0

    def known(self, value: float | Decimal | None) -> Decimal | None:
        """Return a value exactly: as it was entered where it was, without noise where it was computed."""
        if value is None or isinstance(value, Decimal):
            return exact(value)
        found = self.entered.get(value)
        return exact(0.0 if abs(value) <= NOISE * self.size else value) if found is None else found

    def places(self, value: float | Decimal | None) -> int:
        """Return with how many decimals a value is written."""
        return self._places(value, self.known(value))

    def _places(self, value: float | Decimal | None, known: Decimal | None) -> int:
        if known is None:
            return 0
        own = decimals_of(known)
        if isinstance(value, Decimal) or value in self.entered:
            return own
        if not known:
            return 0
        decimals = max(self.decimals, sure_decimals(known, spoken_unit(self.unit)))
        if own <= decimals:
            return max(own, self.least)
        return decimals if rounded(known, decimals) else telling_decimals(known, _LEAST_DIGITS)

    def pace_places(self, pace: float | None, *, whole: bool = True) -> int:
        """Return with how many decimals a change a year is written: three digits count, `whole` things are counted."""
        known = self.known(pace)
        if not known or (whole and abs(known) >= _WHOLE_FROM and not spoken_unit(self.unit)):
            return 0
        sure = sure_decimals(known, spoken_unit(self.unit))
        places = max(self.decimals, sure, telling_decimals(known, _PACE_DIGITS))
        return min(places, max(decimals_of(known.normalize()), self.least))

    def printed(self, value: float | Decimal | None) -> Decimal | None:
        """Return the number that a value is written as."""
        known = self.known(value)
        return None if known is None else rounded(known, self._places(value, known))

    def printed_pace(self, pace: float | None, *, whole: bool = True) -> Decimal | None:
        """Return the number that a change a year is written as."""
        known = self.known(pace)
        return None if known is None else rounded(known, self.pace_places(pace, whole=whole))

    def telling(self, *values: float | None) -> "NumberStyle":
        """Return the style with enough decimals to tell some more values apart."""
        known = [value for value in values if value is not None]
        return replace(self, decimals=decimals_apart(known, (), self.decimals))

    def amount(self, value: float | Decimal | None, *, sign: bool = False) -> str:
        """Return a value without the name of what is counted: "786", "3.5%", "4 bn yuan", "0.4 km²"."""
        known = self.known(value)
        return quantity(known, spoken_unit(self.unit), decimals=self._places(value, known), sign=sign)

    def distance(self, value: float | Decimal | None, *, sign: bool = False) -> str:
        """Return the difference of two values: "0.38 points", "214", "1.2 bn yuan"."""
        known = self.known(value)
        return difference(known, spoken_unit(self.unit), decimals=self._places(value, known), sign=sign)

    def pace(self, pace: float | None, *, sign: bool = False, whole: bool = True) -> str:
        """Return a change a year: "0.09 points", "405"."""
        places = self.pace_places(pace, whole=whole)
        return difference(self.known(pace), spoken_unit(self.unit), decimals=places, sign=sign)


def decimals_apart(values: Sequence[float], differences: Sequence[float], decimals: int) -> int:
    """Return at least so many decimals that no two values are written alike and no difference as nothing."""
    if _far_apart(values, differences, decimals):
        return decimals
    known = {found for value in values if (found := exact(value)) is not None}
    apart = [found for value in differences if (found := exact(value))]
    for places in range(decimals, _MOST):
        shown = {rounded(value, min(places, decimals_of(value))) for value in known}
        if len(shown) == len(known) and all(rounded(value, places) for value in apart):
            return places
    return _MOST


def _far_apart(values: Sequence[float], differences: Sequence[float], decimals: int) -> bool:
    """Return whether values lie so far apart that rounding to so many decimals cannot make two alike."""
    step = 1.01 * 10.0**-decimals
    inner = sorted(set(values))
    return all(after - before > step for before, after in pairwise(inner)) and all(
        abs(value) > step for value in differences
    )
