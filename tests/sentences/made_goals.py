"""Made goals of every form in every situation, with what was reported of them, to be judged and spoken of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import isnan
from random import Random
from typing import Any, NamedTuple

from tests.domain.random_goals import Case, goal_row, lay_out
from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.assessment.series_columns import OPEN_HIGH, OPEN_LOW, ActualRow
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.reports import GoalRecord, goal_report
from tracker.domain.kinds import Kind
from tracker.domain.quantity.units import to_base
from tracker.domain.records import Actual, Goal, Indicator, Plan, Zone
from tracker.domain.statuses import Rule
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Basis,
    Better,
    Comparator,
    MeasuredBy,
    MilestoneState,
    Qualifier,
)

FIRST, DUE = 2016, 2020
ZONE = Zone(zone="z", name="Zone Z")
REFERENCE = "Reference R"


@dataclass(frozen=True, kw_only=True)
class Form:
    """What is asked of an indicator; `step` is how far a value of a goal of every year lies from what is asked."""

    name: str
    kind: Kind
    comparator: Comparator | None = None
    value: str | None = None
    high: str | None = None
    unit: str = "items"
    better: Better = Better.UP
    accumulates: Accumulates = Accumulates.LEVEL
    start: str | None = None
    decimals: int = 0
    step: float = 1.0
    approximate: bool = False
    interim: tuple[tuple[int, Decimal], ...] = ()
    basis: Basis | None = None
    measured_by: MeasuredBy | None = None


def _form(name: str, kind: Kind, comparator: str | None, value: str | None, **told: Any) -> Form:
    return Form(
        name=name, kind=kind, comparator=None if comparator is None else Comparator(comparator), value=value, **told
    )


_RATE = {"unit": "%", "decimals": 2}
_FALLING = {**_RATE, "better": Better.DOWN}
_CHANGES = {**_RATE, "decimals": 1, "accumulates": Accumulates.ANNUAL_CHANGE}
_FLOW = {"accumulates": Accumulates.FLOW}
FORMS = (
    _form("count", Kind.LEVEL, ">=", "2000", start="786"),
    _form("count-over", Kind.LEVEL, ">", "2000", start="786"),
    _form("count-plain", Kind.LEVEL, None, "2000", start="786"),
    _form("count-about", Kind.LEVEL, None, "150", start="60", approximate=True),
    _form("count-interim", Kind.LEVEL, ">=", "2000", start="1000", interim=((2018, Decimal(1200)),)),
    _form("share", Kind.LEVEL, ">=", "2.5", start="2.1", **_RATE),
    _form("share-over", Kind.LEVEL, ">", "80", start="76.7", **_RATE),
    _form("rate-under", Kind.LEVEL, "<", "10", start="14.7", **_FALLING),
    _form("rate-at-most", Kind.LEVEL, "<=", "5.5", start="9.7", **_FALLING),
    _form("rate-to-zero", Kind.LEVEL, "<=", "0", start="8", **_FALLING),
    _form("between-from-below", Kind.LEVEL, "between", "40", high="60", start="20", better=Better.NONE, **_RATE),
    _form("between-from-above", Kind.LEVEL, "between", "40", high="60", start="80", better=Better.NONE, **_RATE),
    _form("exactly", Kind.LEVEL, "=", "100", start="60", better=Better.NONE),
    _form("equal-up", Kind.LEVEL, "=", "100", start="60"),
    _form("negative", Kind.LEVEL, ">=", "-5", start="-20", **_RATE),
    _form("through-zero", Kind.LEVEL, ">=", "5", start="-5", **_RATE),
    _form("tiny", Kind.LEVEL, "<=", "0.012", start="0.04", unit="mg/m³", better=Better.DOWN, decimals=4),
    _form("huge", Kind.LEVEL, ">=", "12345.6", start="5000", unit="billion yuan", decimals=1),
    _form("ratio", Kind.LEVEL, ">=", "3.2", start="2.9", unit="doctors per 1,000 persons", decimals=2),
    _form("years", Kind.LEVEL, ">=", "10.8", start="10.23", unit="years", decimals=2),
    _form("area", Kind.LEVEL, "<=", "15", start="40", unit="km²", decimals=1, better=Better.DOWN),
    _form("multiple", Kind.MULTIPLE, ">=", "2", start="40"),
    _form("multiple-over", Kind.MULTIPLE, ">", "1.5", start="1.5", **_RATE),
    _form("added", Kind.INCREASE, ">=", "150", **_FLOW),
    _form("added-over", Kind.INCREASE, ">", "5000", unit="万人", **_FLOW),
    _form("added-about", Kind.INCREASE, ">=", "50", approximate=True, **_FLOW),
    _form("rise", Kind.INCREASE, ">=", "1", unit="years", start="76.34", decimals=2),
    _form("rise-of-count", Kind.INCREASE, ">=", "30", start="40"),
    _form("rise-in-points", Kind.INCREASE, ">", "3", start="56.1", **_RATE),
    _form("fall-of-count", Kind.INCREASE, "<=", "-20", start="116", better=Better.DOWN),
    _form("change-down", Kind.CHANGE, "<=", "-13.5", better=Better.DOWN, **_CHANGES),
    _form("change-down-over", Kind.CHANGE, "<", "-18", better=Better.DOWN, **_CHANGES),
    _form("change-between", Kind.CHANGE, "between", "-20", high="-15", better=Better.DOWN, **_CHANGES),
    _form("change-up", Kind.CHANGE, ">=", "50", start="1000"),
    _form("change-of-level", Kind.CHANGE, "<=", "-55", start="5600", better=Better.DOWN),
    _form("growth", Kind.GROWTH, ">", "7", start="1000", unit="billion yuan", decimals=2),
    _form("growth-of-changes", Kind.GROWTH, ">=", "6.5", **_CHANGES),
    _form("growth-down", Kind.GROWTH, "<=", "-2", better=Better.DOWN, **_CHANGES),
    _form("every-under", Kind.EVERY_YEAR, "<", "5.5", step=1.0, **_FALLING),
    _form("every-at-most", Kind.EVERY_YEAR, "<=", "5.5", step=1.0, **_FALLING),
    _form("every-over", Kind.EVERY_YEAR, ">", "6.5", step=3.0, decimals=2),
    _form("range", Kind.RANGE, None, "1", high="3", step=1.0, better=Better.NONE, **_CHANGES),
    _form("rank", Kind.RANK, "<=", "20", start="38", unit="rank", accumulates=Accumulates.RANK, better=Better.DOWN),
    _form("relative", Kind.RELATIVE, ">=", None, step=2.0, **_CHANGES),
    _form("relative-by", Kind.RELATIVE, ">", "1", step=2.0, **_CHANGES),
    _form("relative-under", Kind.RELATIVE, "<=", None, step=2.0, **{**_CHANGES, "better": Better.DOWN}),
    _form(
        "mean-at-most", Kind.LEVEL, "<=", "5", unit="days", measured_by=MeasuredBy.MEAN, decimals=1, better=Better.DOWN
    ),
    _form("mean-over", Kind.LEVEL, ">", "20", measured_by=MeasuredBy.MEAN, **_RATE),
    _form("in-step", Kind.RELATIVE, ">=", None, basis=Basis.ON_AVERAGE, step=2.0, **_CHANGES),
    _form("rises", Kind.DIRECTION, ">", None, start="100"),
    _form("does-not-fall", Kind.DIRECTION, ">=", None, start="200", unit="km²"),
    _form("falls", Kind.DIRECTION, "<", None, start="70.5", **_FALLING),
    _form("from-a-strict-bound", Kind.LEVEL, ">", "95", start="95", **_RATE),
    _form("milestone", Kind.MILESTONE, None, None, unit="milestone", better=Better.NONE),
)


class Situation(NamedTuple):
    """How a goal went: which share of what is asked each year reached, and from which year that is seen."""

    name: str
    shares: dict[int, float]
    seen_from: int
    baseline: bool = True
    bound: Qualifier | None = None
    start: float = 0.0


def _run(*shares: float, first: int = FIRST) -> dict[int, float]:
    return {first + place: share for place, share in enumerate(shares) if not isnan(share)}


_HOLE = float("nan")
_BOUNDS = tuple(each for each in Qualifier if each is not Qualifier.EXACT)
SITUATIONS = (
    Situation("short", _run(0.1, 0.15, 0.2), 2018),
    Situation("on the way", _run(0.2, 0.4, 0.6), 2018),
    Situation("ahead", _run(0.4, 0.6, 0.85), 2018),
    Situation("away", _run(-0.2, -0.3, -0.5), 2018),
    Situation("long ago", _run(0.3, first=2016), 2019),
    Situation("one actual", _run(0.3), 2016),
    Situation("one year, kept", _run(1.2), 2016),
    Situation("with a hole", _run(0.2, _HOLE, 0.5), 2018),
    Situation("back and forth", _run(0.5, 0.3, 0.45, 0.6), 2019),
    Situation("met early", _run(0.5, 0.9, 1.2), 2018),
    Situation("met early, moving back", _run(1.9, 1.7, 1.4, 1.2), 2019, start=2.2),
    Situation("met early, unreported since", _run(0.5, 0.9, 1.2), 2022),
    Situation("met", _run(0.3, 0.5, 0.8, 1.1, 1.3), 2021),
    Situation("exactly at", _run(0.3, 0.5, 0.7, 0.9, 1.0), 2021),
    Situation("missed", _run(0.1, 0.3, 0.4, 0.6, 0.7), 2021),
    Situation("lost", _run(-0.1, -0.3, -0.5, -0.7, -0.9), 2021),
    Situation("broken once", _run(1.3, 0.7, 1.2, 1.4, 1.5), 2021),
    Situation("broken in all", _run(0.7, 0.5, 0.6), 2018),
    Situation("past", _run(0.6, 1.2, 1.8, 2.4, 3.1), 2021),
    Situation("overdue", _run(0.2, 0.4, 0.6), 2022),
    Situation("judged later", {**_run(0.2, 0.4, 0.6), 2022: 0.9}, 2023),
    Situation("reached later", {**_run(0.2, 0.4, 0.6, 0.8, 0.9), 2021: 1.1, 2022: 1.3}, 2023),
    Situation("held at the start", _run(0.2, 0.5, 0.7), 2018, start=1.4),
    Situation("start only", {}, 2017),
    Situation("start only, long ago", {}, 2019),
    Situation("start only, overdue", {}, 2022),
    Situation("nothing", {}, 2018, baseline=False),
    Situation("no baseline", _run(0.4, first=2018), 2018, baseline=False),
    Situation("nothing new", _run(0.0, 0.0, 0.0), 2018),
    *(Situation(f"bound {each}", _run(0.2, 0.4, 0.6), 2018, bound=each) for each in _BOUNDS),
    *(Situation(f"bound {each} at due", _run(0.2, 0.4, 0.6, 0.9, 1.1), 2021, bound=each) for each in _BOUNDS),
)


@dataclass(frozen=True)
class MadeGoal:
    """A goal as a record and as a row, with what was reported of it and of what it is measured against."""

    form: Form
    situation: Situation
    record: GoalRecord
    row: GoalRow
    rows: tuple[ActualRow, ...]
    reference: tuple[ActualRow, ...]
    states: tuple[tuple[int, str], ...] = field(default=())

    @property
    def name(self) -> str:
        """What it is, for a message."""
        return f"{self.form.name}, {self.situation.name}"

    @property
    def case(self) -> Case:
        """The goal as the plain method judges it."""
        return Case(self.row, self.rows, self.reference, self.states)


#: Whose values lie where their unit has no bounds to leave open.
_BELOW_THE_UNIT = ("negative", "through-zero", "rate-to-zero")


def made_goals(seed: int = 0) -> Iterator[MadeGoal]:
    """Make every form in every situation; the seed moves the values off round numbers."""
    for form in FORMS:
        for situation in SITUATIONS:
            if situation.bound and form.name in _BELOW_THE_UNIT:
                continue
            yield _make(form, situation, Random(f"{seed} {form.name} {situation.name}"))  # noqa: S311 -- no secret


def _make(form: Form, situation: Situation, chance: Random) -> MadeGoal:
    start = _start(form, situation)
    indicator = Indicator(
        indicator="i", name="Thing T", unit=form.unit, better=form.better, accumulates=form.accumulates,
        decimals=None if form.kind is Kind.MILESTONE else form.decimals,
    )  # fmt: skip
    plan = Plan(plan="p", zone="z", name="Plan P", start=FIRST, end=DUE)
    stated = start is not None and situation.baseline
    goal = Goal(
        goal="g", plan="p", indicator="i", kind=form.kind, comparator=form.comparator,
        value=None if form.value is None else Decimal(form.value),
        value_high=None if form.high is None else Decimal(form.high), due=DUE,
        baseline_year=FIRST - 1 if stated else None, baseline_value=start if stated else None,
        baseline_origin=BaselineOrigin.STATED if stated else None, approximate=form.approximate, interim=form.interim,
        reference_indicator="r" if form.kind is Kind.RELATIVE else None, basis=form.basis, measured_by=form.measured_by,
    )  # fmt: skip
    if form.kind is Kind.MILESTONE:
        return _milestone(form, situation, GoalRecord(goal=goal, plan=plan, indicator=indicator, zone=ZONE))
    reference = {year: round(chance.uniform(2, 8), form.decimals) for year in situation.shares}
    actuals = tuple(_actuals(form, situation, start, reference, chance))
    record = GoalRecord(goal=goal, plan=plan, indicator=indicator, zone=ZONE, actuals=actuals, other=REFERENCE)
    rows = tuple(actual_row(actual, form.unit) for actual in actuals)
    others = tuple((1, year, value, value, None, 0) for year, value in reference.items())
    return MadeGoal(
        form, situation, record, _row(goal, plan, indicator), rows, others if form.kind is Kind.RELATIVE else ()
    )


def _milestone(form: Form, situation: Situation, record: GoalRecord) -> MadeGoal:
    states = tuple(
        (year, str(MilestoneState.DONE if share >= 1 else MilestoneState.UNDER_WAY))
        for year, share in situation.shares.items()
    )  # fmt: skip
    return MadeGoal(form, situation, record, _row(record.goal, record.plan, record.indicator), (), (), states)


def _row(goal: Goal, plan: Plan, indicator: Indicator) -> GoalRow:
    told = {
        name: getattr(goal, name) for name in ("kind", "comparator", "due", "baseline_year", "basis", "measured_by")
    }
    numbers = {
        name: None if (value := getattr(goal, name)) is None else float(value)
        for name in ("value", "value_high", "baseline_value")
    }
    return goal_row(
        **{name: value if value is None or isinstance(value, int) else str(value) for name, value in told.items()},
        **numbers, baseline_origin=goal.baseline_origin and str(goal.baseline_origin), start=plan.start,
        better=str(indicator.better), accumulates=str(indicator.accumulates), approximate=int(goal.approximate),
        indicator_unit=indicator.unit, interim=";".join(f"{year}={value}" for year, value in goal.interim) or None,
    )  # fmt: skip


def _start(form: Form, situation: Situation) -> Decimal | None:
    """Return the level a goal starts from: beyond its target where it is said to be held at the start."""
    if form.start is None or not situation.start or not form.kind.traits.of_level:
        return None if form.start is None else Decimal(form.start)
    start, end = float(form.start), _end(form)
    return _entered(start + situation.start * (end - start), form)


def _end(form: Form) -> float:
    """Return the value of the measured series that is asked, in the form's own start and unit."""
    value, start = float(form.value or 0), float(form.start or 0)
    if form.kind is Kind.MULTIPLE:
        return value * start
    if form.high is not None and abs(float(form.high) - start) < abs(value - start):
        return float(form.high)
    return value


def _entered(value: float, form: Form) -> Decimal:
    places = max(form.decimals, 0)
    return Decimal(f"{max(value, 1.0) if form.kind is Kind.RANK else value:.{places}f}")


def _actuals(
    form: Form, situation: Situation, start: Decimal | None, reference: dict[int, float], chance: Random
) -> Iterator[Actual]:
    """Report values that give the measured series of the situation."""
    reached = {year: _reached(form, share, chance) for year, share in situation.shares.items()}
    before, last = 0.0, max(reached, default=0)
    for year, measured in reached.items():
        value = _reported(form, measured, before, year, float(start or 0), reference[year])
        before = measured
        yield _told(form, year, value, situation.bound if year == last else None)


_STEP = 10.0


def _reached(form: Form, share: float, chance: Random) -> float:
    """Return the measured value that reaches a share of what is asked, a little off unless it is all of it."""
    moved = share if share in (0.0, 1.0) else share + chance.uniform(-0.03, 0.03)
    start = float(form.start or 0) if form.kind.traits.of_level else 0.0
    if form.kind.traits.direction:
        return moved * _STEP * (-1 if form.comparator in (Comparator.LESS_THAN, Comparator.AT_MOST) else 1)
    if form.kind.traits.judged_by_year or form.measured_by:
        return _of_a_year(form, moved, chance)
    if form.kind is Kind.GROWTH:
        return moved * float(form.value or 0)
    return start + moved * (_end(form) - start)


def _of_a_year(form: Form, share: float, chance: Random) -> float:
    """Return a year's value: kept from a share of 1 on, else broken, of a range on either side."""
    low, off = float(form.value or 0), (share - 1) * form.step
    if form.kind is Kind.RANGE:
        middle, half = (low + float(form.high or 0)) / 2, (float(form.high or 0) - low) / 2
        return middle + chance.choice((-1, 1)) * (half - off)
    down = form.comparator in (Comparator.LESS_THAN, Comparator.AT_MOST)
    return low - off if down else low + off


def _reported(form: Form, measured: float, before: float, year: int, start: float, reference: float) -> float:
    """Return what is reported in a year so that so much is measured in all."""
    accumulates, years = form.accumulates, year - FIRST + 1
    match form.kind:
        case Kind.DIRECTION:
            return start + measured
        case Kind.INCREASE:
            return measured - before if accumulates is Accumulates.FLOW else start + measured
        case Kind.CHANGE if accumulates is Accumulates.ANNUAL_CHANGE:
            return ((1 + measured / 100) / (1 + before / 100) - 1) * 100
        case Kind.CHANGE:
            return start * (1 + measured / 100)
        case Kind.GROWTH if accumulates is Accumulates.ANNUAL_CHANGE:
            return ((1 + measured / 100) ** years / (1 + before / 100) ** (years - 1) - 1) * 100
        case Kind.GROWTH:
            return start * (1 + measured / 100) ** years
        case Kind.RELATIVE:
            return reference + measured
        case _other:
            return measured


def _told(form: Form, year: int, value: float, bound: Qualifier | None) -> Actual:
    entered = _entered(value, form)
    high = _entered(value + abs(value) * 0.3 + 1, form) if bound is Qualifier.BETWEEN else None
    return Actual(
        zone="z", indicator="i", year=year, value=entered, value_high=high, qualifier=bound or Qualifier.EXACT
    )


def actual_row(actual: Actual, unit: str) -> ActualRow:
    """Write an actual as a row, in base units."""
    assert actual.year is not None
    assert actual.value is not None
    low = high = to_base(actual.value, unit)
    if actual.value_high is not None:
        high = to_base(actual.value_high, unit)
    ends: dict[Qualifier, tuple[float | None, float | None, int]] = {
        Qualifier.OVER: (low, None, OPEN_LOW),
        Qualifier.AT_LEAST: (low, None, 0),
        Qualifier.UNDER: (None, low, OPEN_HIGH),
        Qualifier.AT_MOST: (None, low, 0),
    }
    first, last, open_end = ends.get(actual.qualifier, (low, high, 0))
    return 0, actual.year, first, last, None, open_end


def reports_of(made: Sequence[MadeGoal], rule: Rule) -> Iterator[tuple[MadeGoal, GoalReport]]:
    """Judge goals, those that are seen from one year at once."""
    for year in sorted({goal.situation.seen_from for goal in made}):
        seen = [goal for goal in made if goal.situation.seen_from == year]
        standings = Standings.of(*lay_out([goal.case for goal in seen]), year)
        for place, goal in enumerate(seen):
            yield goal, goal_report(goal.record, standings, place, rule)
