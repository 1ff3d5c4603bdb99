"""The kinds of goals: what the number of each is, how it is measured and judged, and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any

from tracker.domain.vocabulary import Accumulates, Basis, Better, Comparator, MeasuredBy
from tracker.language import gettext, gettext_noop


class AskedNumber(Enum):
    """What the number of a goal is."""

    AMOUNT = auto()
    FACTOR = auto()
    PERCENTAGE = auto()
    PLACE = auto()
    DIFFERENCE = auto()
    NONE = auto()


class Series(Enum):
    """What is measured year by year: the actuals themselves, or what is worked out of them."""

    AS_REPORTED = auto()
    ADDED = auto()
    CHANGED = auto()
    MEAN_GROWTH = auto()
    AGAINST_REFERENCE = auto()
    MEAN_OF_YEARS = auto()
    MEANS_APART = auto()
    IN_WORDS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is true of every goal of one kind.

    `has_path`: it is approached from a start, so there are progress, pace and projection; `judged_by_year`: each year
    of the plan has to satisfy it; `needs_value`: without a number there is no target; `over_years`: it asks something
    of all years of the plan together, or of each; `finds_baseline`: its start is looked for among the actuals;
    `starts_at_zero_of`: no value to start from is needed where the indicator accumulates so; `never_of`: how an
    indicator must not accumulate; `comparator` and `better` stand in for what the goal and the indicator say.
    `asked` is the pattern of what it asks, `without_value` are those for a goal that gives no number.
    """

    word: str
    number: AskedNumber = AskedNumber.AMOUNT
    series: Series = Series.AS_REPORTED
    has_path: bool = False
    judged_by_year: bool = False
    needs_value: bool = True
    over_years: bool = False
    finds_baseline: bool = True
    starts_at_zero_of: Accumulates | None = None
    never_of: frozenset[Accumulates] = frozenset()
    comparator: Comparator | None = None
    better: Better | None = None
    asked: str = "{value}"
    without_value: Mapping[Comparator, str] = field(default_factory=dict)

    @property
    def measured(self) -> bool:
        """Whether it is reported in numbers rather than in words."""
        return self.series is not Series.IN_WORDS

    @property
    def in_unit(self) -> bool:
        """Whether its number is counted in a unit, its own or the indicator's."""
        return self.number in (AskedNumber.AMOUNT, AskedNumber.PLACE, AskedNumber.DIFFERENCE)

    @property
    def percentage(self) -> bool:
        """Whether its number is a percentage, whatever the indicator is counted in."""
        return self.number is AskedNumber.PERCENTAGE

    @property
    def factor(self) -> bool:
        """Whether its number multiplies the start, without which there is no target."""
        return self.number is AskedNumber.FACTOR

    @property
    def place(self) -> bool:
        """Whether it counts places, of which no percentages are taken."""
        return self.number is AskedNumber.PLACE

    @property
    def adds_up(self) -> bool:
        """Whether what it asks of several zones can be added up to what is asked of the zone above."""
        return self.number is AskedNumber.AMOUNT and not self.judged_by_year

    @property
    def has_mean(self) -> bool:
        """Whether the mean of several years can be held against its value."""
        return self.series is Series.AS_REPORTED and self.number is AskedNumber.AMOUNT

    @property
    def worked_out(self) -> bool:
        """Whether its series is worked out of the actuals, so that it has no longer their unit and decimals."""
        return self.measured and self.series is not Series.AS_REPORTED

    @property
    def relative(self) -> bool:
        """Whether it is measured against another indicator."""
        return self.series in (Series.AGAINST_REFERENCE, Series.MEANS_APART)

    @property
    def mean_of_plan(self) -> bool:
        """Whether one mean of the plan's years so far is held against its value."""
        return self.series in (Series.MEAN_OF_YEARS, Series.MEANS_APART)

    @property
    def direction(self) -> bool:
        """Whether it asks for a direction alone, without a value to reach."""
        return self.measured and self.number is AskedNumber.NONE

    @property
    def two_ends(self) -> bool:
        """Whether it asks for a lower and an upper value."""
        return self.comparator is Comparator.BETWEEN

    @property
    def of_level(self) -> bool:
        """Whether what was reported is approached to a target, so that both can be laid beside those of others."""
        return self.has_path and self.series is Series.AS_REPORTED

    @property
    def of_amount(self) -> bool:
        """Whether that level is an amount, which grows by a rate."""
        return self.of_level and not self.place

    @property
    def from_zero(self) -> bool:
        """Whether its series is zero where it starts."""
        return self.series in (Series.ADDED, Series.CHANGED)

    @property
    def of_change(self) -> bool:
        """Whether its number is how much something rises or falls."""
        return self.series in (Series.ADDED, Series.CHANGED, Series.MEAN_GROWTH)

    @property
    def difference(self) -> bool:
        """Whether its values are differences of two values, so that those of percentages are points."""
        return self.relative or self.series is Series.ADDED

    @property
    def around_zero(self) -> bool:
        """Whether its values lie on both sides of zero, which is where nothing has changed or differs."""
        return self.relative or self.series is Series.CHANGED

    @property
    def in_shares(self) -> bool:
        """Whether what was reached is told as a share of the way to its target."""
        return self.has_path and self.number in (AskedNumber.AMOUNT, AskedNumber.FACTOR)

    @property
    def signed(self) -> bool:
        """Whether its values are rises and falls."""
        return self.from_zero or self.relative


class Kind(StrEnum):
    """What a goal wants of its indicator."""

    LEVEL = "level"
    INCREASE = "increase"
    MULTIPLE = "multiple"
    CHANGE = "change"
    GROWTH = "growth"
    EVERY_YEAR = "every_year"
    RANGE = "range"
    RANK = "rank"
    RELATIVE = "relative"
    MILESTONE = "milestone"
    DIRECTION = "direction"

    @property
    def traits(self) -> Traits:
        """What is true of every goal of this kind."""
        return _TRAITS[self]


_TRAITS: dict[Kind, Traits] = {
    Kind.LEVEL: Traits(word=gettext_noop("reach a level"), has_path=True),
    Kind.INCREASE: Traits(
        word=gettext_noop("add an amount over the plan"),
        series=Series.ADDED,
        has_path=True,
        over_years=True,
        starts_at_zero_of=Accumulates.FLOW,
        never_of=frozenset({Accumulates.ANNUAL_CHANGE, Accumulates.RANK}),
        asked=gettext_noop("{value} more"),
    ),
    Kind.MULTIPLE: Traits(
        word=gettext_noop("reach a multiple of the start"),
        number=AskedNumber.FACTOR,
        has_path=True,
        asked=gettext_noop("{value} × the start"),
    ),
    Kind.CHANGE: Traits(
        word=gettext_noop("change by a percentage over the plan"),
        number=AskedNumber.PERCENTAGE,
        series=Series.CHANGED,
        has_path=True,
        over_years=True,
        starts_at_zero_of=Accumulates.ANNUAL_CHANGE,
        asked=gettext_noop("{value} over the plan"),
    ),
    Kind.GROWTH: Traits(
        word=gettext_noop("grow by a rate each year on average"),
        number=AskedNumber.PERCENTAGE,
        series=Series.MEAN_GROWTH,
        over_years=True,
        starts_at_zero_of=Accumulates.ANNUAL_CHANGE,
        asked=gettext_noop("{value} a year"),
    ),
    Kind.EVERY_YEAR: Traits(
        word=gettext_noop("hold in every year of the plan"),
        judged_by_year=True,
        over_years=True,
        asked=gettext_noop("{value} every year"),
    ),
    Kind.RANGE: Traits(
        word=gettext_noop("stay within a range"),
        judged_by_year=True,
        over_years=True,
        comparator=Comparator.BETWEEN,
    ),
    Kind.RANK: Traits(
        word=gettext_noop("reach a place in a ranking"),
        number=AskedNumber.PLACE,
        has_path=True,
        comparator=Comparator.AT_MOST,
        better=Better.DOWN,
    ),
    Kind.RELATIVE: Traits(
        word=gettext_noop("keep up with another indicator"),
        number=AskedNumber.DIFFERENCE,
        series=Series.AGAINST_REFERENCE,
        judged_by_year=True,
        needs_value=False,
        over_years=True,
        finds_baseline=False,
        comparator=Comparator.AT_LEAST,
        without_value={
            Comparator.MORE_THAN: gettext_noop("more than {other}"),
            Comparator.LESS_THAN: gettext_noop("less than {other}"),
            Comparator.AT_MOST: gettext_noop("at most as much as {other}"),
            Comparator.AT_LEAST: gettext_noop("at least as much as {other}"),
        },
    ),
    Kind.MILESTONE: Traits(
        word=gettext_noop("a milestone, reported in words"),
        number=AskedNumber.NONE,
        series=Series.IN_WORDS,
        needs_value=False,
        finds_baseline=False,
    ),
    Kind.DIRECTION: Traits(
        word=gettext_noop("move in a direction, without a number"),
        number=AskedNumber.NONE,
        series=Series.ADDED,
        needs_value=False,
        over_years=True,
        without_value={
            Comparator.MORE_THAN: gettext_noop("a rise"),
            Comparator.AT_LEAST: gettext_noop("no fall"),
            Comparator.LESS_THAN: gettext_noop("a fall"),
            Comparator.AT_MOST: gettext_noop("no rise"),
        },
    ),
}


@cache
def traits_of(kind: Kind, basis: Basis | None = None, measured_by: MeasuredBy | None = None) -> Traits:
    """Return what is true of a goal of a kind whose years are put together in a way of their own."""
    traits = kind.traits
    if measured_by is MeasuredBy.MEAN and traits.has_mean:
        mean = gettext_noop("{value} on average")
        return replace(traits, series=Series.MEAN_OF_YEARS, **_OF_ALL_YEARS, over_years=True, asked=mean)
    if basis is Basis.ON_AVERAGE and traits.relative:
        return replace(traits, series=Series.MEANS_APART, **_OF_ALL_YEARS, without_value=_ON_AVERAGE)
    return traits


_OF_ALL_YEARS: dict[str, Any] = {"has_path": False, "judged_by_year": False, "finds_baseline": False}
_ON_AVERAGE = {
    Comparator.MORE_THAN: gettext_noop("on average more than {other}"),
    Comparator.LESS_THAN: gettext_noop("on average less than {other}"),
    Comparator.AT_MOST: gettext_noop("on average at most as much as {other}"),
    Comparator.AT_LEAST: gettext_noop("on average at least as much as {other}"),
}


def kind_word(kind: Kind) -> str:
    """Return what a kind of goal asks, in words."""
    return gettext(kind.traits.word)


def default_comparator(kind: Kind, better: Better) -> Comparator | None:
    """Return the comparator of a goal that states none: a plain number is to be reached in the better direction."""
    by_direction = {Better.UP: Comparator.AT_LEAST, Better.DOWN: Comparator.AT_MOST, Better.NONE: Comparator.EQUAL}
    return kind.traits.comparator or by_direction[better] if kind.traits.measured else None
