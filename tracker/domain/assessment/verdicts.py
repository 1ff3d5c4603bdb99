"""One goal's verdict and pace, read off the assessment's columns, and what a goal page or chart shows of it."""

from dataclasses import dataclass, field

from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.statuses import Group, Rule, Status
from tracker.domain.vocabulary import BaselineOrigin, Certainty, Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one goal stands; numbers in the goal's unit, fractions for shares, None where undefined."""

    statuses: dict[Rule, Status]
    rule: Rule
    ratios: dict[Rule, float | None]
    target: float | None
    baseline_year: int | None
    baseline_value: float | None
    baseline_origin: BaselineOrigin | None
    latest_year: int | None
    latest_value: float | None
    latest_high: float | None
    judged_year: int | None
    measured: float | None
    measured_high: float | None
    completion: float | None
    progress: float | None
    elapsed: float | None
    path_value: float | None
    gap: float | None
    gap_to_path: float | None
    pace: float | None
    required_pace: float | None
    required_growth: float | None
    pace_ratio: float | None
    arrival_year: float | None
    projected: float | None
    projected_low: float | None
    projected_high: float | None
    chance: float | None
    overdue: bool
    start_only: bool
    breached_years: tuple[int, ...]
    reason: str
    qualifier: Qualifier = Qualifier.EXACT
    latest_qualifier: Qualifier = Qualifier.EXACT
    at_due: bool = False
    start: float | None = None
    asked_progress: float | None = None
    recent_change: float | None = None

    @property
    def status(self) -> Status:
        """The verdict by the chosen rule."""
        return self.statuses[self.rule]

    @property
    def ratio(self) -> float | None:
        """The chosen rule's ratio; none for the projection rule."""
        return self.ratio_of(self.rule)

    def ratio_of(self, rule: Rule) -> float | None:
        """The ratio by one rule; none for the projection rule."""
        return self.ratios.get(rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One year of the measured series m(t), in the goal's unit; `low` is None below no bound, `high` above none."""

    year: int
    low: float | None
    high: float | None
    qualifier: Qualifier = Qualifier.EXACT
    certainty: Certainty = Certainty.FINAL
    derived: bool = False

    @property
    def exact(self) -> bool:
        """Whether the value is one number rather than a bound or a range."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Where the pace so far leads, from the latest actual to the due year, with an 80 % band from three points on."""

    years: tuple[float, ...]
    middle: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalReport:
    """Everything a goal page or chart shows of one goal, seen from one year as known at one instant."""

    goal: Goal
    plan: Plan
    indicator: Indicator
    zone: Zone
    unit: str
    verdict: Verdict
    group: Group
    headline: str
    asked: str = ""
    other: str = ""
    looked_from: int
    points: tuple[Point, ...] = ()
    path: tuple[tuple[int, float], ...] = ()
    projection: Projection | None = None
    actuals: tuple[Actual, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaceRow:
    """The change a year a goal needs and that reached over the same span, or one that a zone reached by itself."""

    label: str
    second: str
    needed: float | None = None
    needed_words: str = ""
    reached: float | None = None
    reached_words: str = ""
