"""What the number of a goal is: the value of a year, a total, a change, a mean or a difference, and since when."""

from enum import StrEnum

from tracker.domain.kinds import Series, Traits
from tracker.domain.vocabulary import Accumulates


class MeasuredAs(StrEnum):
    """What was measured of a goal; the patterns are what files say."""

    VALUE = "value of {until}"
    TOTAL = "total of {span}"
    CHANGE = "change since {since}"
    MEAN_GROWTH = "mean a year since {since}"
    DIFFERENCE = "difference in {until}"
    MEAN = "mean of {span}"
    MEANS_APART = "difference of the mean yearly growth {span}"

    def written(self, since: int | None, until: int | None) -> str | None:
        """Return it as files say it, for a series from one year up to another; None where it has no such year."""
        if until is None or (since is None and "{since}" in self):
            return None
        first = until if since is None else since + 1
        return self.format(since=since, until=until, span=until if first == until else f"{first}-{until}")


_OF_SERIES = {
    Series.AS_REPORTED: MeasuredAs.VALUE,
    Series.ADDED: MeasuredAs.CHANGE,
    Series.CHANGED: MeasuredAs.CHANGE,
    Series.MEAN_GROWTH: MeasuredAs.MEAN_GROWTH,
    Series.AGAINST_REFERENCE: MeasuredAs.DIFFERENCE,
    Series.MEAN_OF_YEARS: MeasuredAs.MEAN,
    Series.MEANS_APART: MeasuredAs.MEANS_APART,
}


def measured_as(traits: Traits, accumulates: Accumulates) -> MeasuredAs | None:
    """Return what is measured for a goal; None for a milestone."""
    if traits.series is Series.ADDED and accumulates is traits.starts_at_zero_of:
        return MeasuredAs.TOTAL
    return _OF_SERIES.get(traits.series)
