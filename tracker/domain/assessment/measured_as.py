"""What the number of a goal is: the value of a year, a total, a change, a mean or a difference, and since when."""

from enum import StrEnum

from tracker.domain.kinds import Kind, Series
from tracker.domain.vocabulary import Accumulates


class MeasuredAs(StrEnum):
    """What was measured of a goal; the patterns are what files say."""

    VALUE = "value of {until}"
    TOTAL = "total of {span}"
    CHANGE = "change since {since}"
    MEAN_GROWTH = "mean a year since {since}"
    DIFFERENCE = "difference in {until}"

    def written(self, since: int | None, until: int | None) -> str:
        """Return it as files say it, for a series that starts at one year and is told up to another."""
        first = until if since is None else since + 1
        return self.format(since=since, until=until, span=until if first == until else f"{first}-{until}")


_OF_SERIES = {
    Series.AS_REPORTED: MeasuredAs.VALUE,
    Series.ADDED: MeasuredAs.CHANGE,
    Series.CHANGED: MeasuredAs.CHANGE,
    Series.MEAN_GROWTH: MeasuredAs.MEAN_GROWTH,
    Series.AGAINST_REFERENCE: MeasuredAs.DIFFERENCE,
}


def measured_as(kind: Kind, accumulates: Accumulates) -> MeasuredAs | None:
    """Return what is measured for a goal; None for a milestone."""
    if kind.traits.series is Series.ADDED and accumulates is kind.traits.starts_at_zero_of:
        return MeasuredAs.TOTAL
    return _OF_SERIES.get(kind.traits.series)
