"""One goal's verdict and pace, read off the assessment's columns, and what a goal page or chart shows of it."""

from dataclasses import dataclass, field

from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.statuses import Group, Rule, Status
from tracker.domain.vocabulary import BaselineOrigin, Certainty, GapWord, Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one goal stands; numbers in the goal's unit, fractions for shares, None where undefined.

    `measured` is what `measured_as` says, counted from `since`, of `judged_year`: of `decided_by`, the worst year that
    broke it or else the latest, where a goal asks something of every year. `target` is the value asked, or the one
    nearest to it of two, `other_target` the far one. `own_value` and `reference_value` are what a difference is of.
    `elapsed` is the time gone up to the judged year, `elapsed_now` up to the year looked from. `spare_pace` is by how
    much a year a goal that is met may still fall back; nothing is required of it. `required_mean` is the mean that the
    years left must have where a mean of all is asked.
    """

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
    measured_as: MeasuredAs | None = None
    since: int | None = None
    until: int | None = None
    decided_by: int | None = None
    own_value: float | None = None
    reference_value: float | None = None
    required_mean: float | None = None
    completion: float | None
    progress: float | None
    elapsed: float | None
    path_value: float | None
    gap: float | None
    gap_size: float | None = None
    gap_word: GapWord | None = None
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
    counted_years: tuple[int, ...] = ()
    kept_years: tuple[int, ...] = ()
    breached_years: tuple[int, ...]
    reason: str
    qualifier: Qualifier = Qualifier.EXACT
    latest_qualifier: Qualifier = Qualifier.EXACT
    at_due: bool = False
    start: float | None = None
    asked_progress: float | None = None
    recent_change: float | None = None
    other_target: float | None = None
    start_satisfied: bool = False
    moving_back: bool = False
    spare_pace: float | None = None
    looked_from: int | None = None
    elapsed_now: float | None = None

    @property
    def status(self) -> Status:
        """The verdict by the chosen rule."""
        return self.statuses[self.rule]

    @property
    def measured_words(self) -> str | None:
        """What the measured value is, as files say it: "value of 2020", "total of 2016-2020"."""
        return self.measured_as and self.measured_as.written(self.since, self.until)

    @property
    def of_nothing(self) -> bool:
        """Whether a multiple or a percentage is asked of a start of 0, which says nothing by any rule."""
        told = {Status.NO_TARGET_VALUE, Status.NOT_ASSESSABLE}
        return self.baseline_value == 0 and self.measured_as is not None and set(self.statuses.values()) <= told

    @property
    def reached_unreported(self) -> bool:
        """Whether it was reached before its due year, which is over and was not reported."""
        return self.overdue and self.status is Status.MET_EARLY

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
    """Everything a goal page or chart shows of one goal, seen from one year as known at one instant.

    `own_points` and `reference_points` are the two series that `points` are the differences of; else they are empty.
    """

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
    own_points: tuple[Point, ...] = ()
    reference_points: tuple[Point, ...] = ()
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
