"""The facts a sentence about a verdict is made of: goal, plan, verdict and values in words."""

from dataclasses import dataclass

from tracker.domain.asking import amount, asked, counting_unit, distance, measured_unit, spoken_unit
from tracker.domain.records import Goal, Indicator, Plan
from tracker.domain.verdicts import Verdict
from tracker.language import _


@dataclass(frozen=True, slots=True)
class Facts:
    """One goal with its verdict, and how to say its values; `other` names what a relative goal is measured against."""

    goal: Goal
    indicator: Indicator
    plan: Plan
    verdict: Verdict
    other: str = ""

    @property
    def unit(self) -> str:
        """The unit of the measured series."""
        return measured_unit(self.goal, self.indicator)

    @property
    def asked(self) -> str:
        """What the goal asks, in words."""
        return asked(self.goal, self.indicator, self.other)

    @property
    def target(self) -> str:
        """The target value in words."""
        return self.amount(self.verdict.target)

    @property
    def start(self) -> str:
        """The value the measured series starts from, in words."""
        return self.amount(self.verdict.start)

    @property
    def counted(self) -> bool:
        """Whether the measured series counts things by name rather than money, area or percent."""
        return spoken_unit(self.unit) == ""

    @property
    def base(self) -> str:
        """The baseline value in words, in the unit the actuals are counted in."""
        return amount(self.verdict.baseline_value, counting_unit(self.goal, self.indicator))

    @property
    def value(self) -> str:
        """The measured value in words, or the bounds it lies between."""
        low, high = self.verdict.measured, self.verdict.measured_high
        if low is not None and (high is None or low == high):
            return self.amount(low) if high is not None else _("over {value}").format(value=self.amount(low))
        if low is None:
            return _("an unknown value") if high is None else _("under {value}").format(value=self.amount(high))
        return _("{low} to {high}").format(low=self.amount(low), high=self.amount(high))

    def amount(self, value: float | None, *, sign: bool = False) -> str:
        """Write a value of the measured series."""
        return amount(value, self.unit, sign=sign)

    def distance(self, value: float | None, *, sign: bool = False) -> str:
        """Write a difference of two values of the measured series."""
        return distance(value, self.unit, sign=sign)
