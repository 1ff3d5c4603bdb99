"""The facts a sentence about a verdict is made of: goal, plan, verdict and values in words."""

from dataclasses import dataclass
from functools import cached_property

from tracker.domain.assessment.verdicts import GoalReport, Verdict
from tracker.domain.explaining.goal_numbers import level_style, measured_ends, number_style
from tracker.domain.explaining.target_wording import (
    asked,
    asked_of_a_year,
    measured_unit,
    telling_unit,
)
from tracker.domain.quantity.number_style import NumberStyle
from tracker.domain.quantity.units import spoken_unit
from tracker.domain.records import Actual, Goal, Indicator, Plan
from tracker.domain.vocabulary import OPEN_ABOVE, OPEN_BELOW, Qualifier
from tracker.language import _, both, bounded, fallen, quantity, risen


@dataclass(frozen=True)
class VerdictFacts:
    """One goal with its verdict, and how to say its values; `other` names what a relative goal is measured against."""

    goal: Goal
    indicator: Indicator
    plan: Plan
    verdict: Verdict
    other: str = ""
    actuals: tuple[Actual, ...] = ()

    @classmethod
    def of(cls, report: GoalReport) -> "VerdictFacts":
        """Take the facts of a report."""
        return cls(report.goal, report.indicator, report.plan, report.verdict, report.other, report.actuals)

    @cached_property
    def numbers(self) -> NumberStyle:
        """How values of the measured series are written."""
        return number_style(self.goal, self.indicator, self.verdict, self.actuals)

    @cached_property
    def levels(self) -> NumberStyle:
        """How the actuals themselves are written, where the measured series is worked out of them."""
        if self.goal.traits.of_level:
            return self.numbers
        return level_style(self.goal, self.indicator, self.verdict, self.actuals)

    @property
    def unit(self) -> str:
        """The unit of the measured series."""
        return measured_unit(self.goal, self.indicator)

    @property
    def asked(self) -> str:
        """What the goal asks, in words."""
        return asked(self.goal, self.indicator, self.plan, self.other)

    @property
    def asked_of_a_year(self) -> str:
        """What the goal asks of each year by itself, in words."""
        return asked_of_a_year(self.goal, self.indicator, self.plan, self.other)

    @property
    def breached_years(self) -> str:
        """The years that do not satisfy the goal, in words."""
        return both(map(str, self.verdict.breached_years))

    @property
    def target(self) -> str:
        """The target value in words."""
        return self._told(self.verdict.target)

    @property
    def start(self) -> str:
        """The value the measured series starts from, in words."""
        return self._told(self.verdict.start)

    @property
    def too_much(self) -> bool:
        """Whether what is missing is that the level is still above the target."""
        return self.goal.traits.of_amount and (self.verdict.gap or 0) < 0

    @property
    def counted(self) -> bool:
        """Whether the measured series counts things by name rather than money, area or percent."""
        return spoken_unit(self.unit) == ""

    @property
    def base(self) -> str:
        """The baseline value in words, in the unit the actuals are counted in."""
        return self.levels.amount(self.verdict.baseline_value)

    @property
    def latest(self) -> str:
        """The latest actual as it was told, in the unit the actuals are counted in."""
        verdict = self.verdict
        low, high = verdict.latest_value, verdict.latest_high
        if low is None and high is None:
            return "–"
        known = high if low is None else low
        unit = telling_unit(self.levels.unit, known)
        if low is not None and high is not None:
            return _("{low} to {high}").format(low=self._latest(low, unit), high=self._latest(high, unit))
        return bounded(verdict.latest_qualifier.value, self._latest(known, unit))

    def _latest(self, value: float | None, unit: str) -> str:
        return quantity(self.levels.printed(value), unit, decimals=self.levels.places(value))

    @property
    def value(self) -> str:
        """The measured value in words, or the bounds it lies between."""
        low, high = measured_ends(self.goal, self.verdict)
        if low is not None and (high is None or low == high):
            return self._told(low) if high is not None else self._bound(low, OPEN_ABOVE, Qualifier.AT_LEAST)
        if low is None:
            return _("an unknown value") if high is None else self._bound(high, OPEN_BELOW, Qualifier.AT_MOST)
        return _("{low} to {high}").format(low=self._told(low), high=self._told(high))

    def _told(self, value: float | None) -> str:
        """Return a value of the measured series in a sentence, in which changes are rises and falls."""
        printed = self.numbers.printed(value)
        if not printed or not self.goal.traits.percentage:
            return self.amount(value)
        return risen(self.amount(value)) if printed > 0 else fallen(self.numbers.amount(-printed))

    def _bound(self, value: float, usable: frozenset[Qualifier], usual: Qualifier) -> str:
        """Return an end beyond which nothing is known, as it was reported where it was."""
        qualifier = self.verdict.qualifier if self.verdict.qualifier in usable else usual
        return bounded(qualifier.value, self.amount(value))

    def amount(self, value: float | None, *, sign: bool = False) -> str:
        """Return a value of the measured series; what percentages have risen by, or differ by, is points."""
        if self.goal.traits.difference:
            return self.numbers.distance(value, sign=sign)
        return self.numbers.amount(value, sign=sign)

    def distance(self, value: float | None, *, sign: bool = False) -> str:
        """Return a difference of two values of the measured series."""
        return self.numbers.distance(value, sign=sign)

    def pace(self, value: float | None, *, sign: bool = False) -> str:
        """Return a change a year of the measured series."""
        return self.numbers.pace(value, sign=sign)
