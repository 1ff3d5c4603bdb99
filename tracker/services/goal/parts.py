"""A goal that is broken down: what its parts ask and reached in all, against what the whole asks and reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import counting_unit
from tracker.domain.quantity.units import PERCENT, convert, convertible, is_share, parse_unit
from tracker.domain.records import Actual, Goal
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.definitions import goals as stored_goals
from tracker.store.record.definitions import goals_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part as judged: what it asks and reached in the unit of the whole, and its shares of both."""

    report: GoalReport
    asked: Decimal | None
    reached: Decimal | None
    share_asked: float | None
    share_reached: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a goal; `asked` and `reached` add them up, None where they cannot be or one is not known.

    `unreported` counts the parts without a value; `year` is that of what was reached, None where the years differ.
    """

    parts: tuple[Part, ...]
    unit: str
    whole_asked: Decimal | None
    whole_reached: Decimal | None
    asked: Decimal | None
    reached: Decimal | None
    unreported: int
    year: int | None


def whole_of_goal(store: Store, report: GoalReport, view: ViewSettings) -> Goal | None:
    """Return the goal that another one is part of, None where it is part of none."""
    if report.goal.part_of is None:
        return None
    with store.snapshot() as reader:
        return goals_named(reader, [report.goal.part_of], as_of=view.as_of).get(report.goal.part_of)


def parts_of(store: Store, report: GoalReport, view: ViewSettings) -> Parts | None:
    """Judge the parts of a goal and add them up; None where it has none."""
    with store.snapshot() as reader:
        found = [
            goal
            for goal in stored_goals(reader, indicator=report.goal.indicator, as_of=view.as_of)
            if goal.part_of == report.goal.goal
        ]
    if not found:
        return None
    reports = [goal_report_of(store, goal.goal, view) for goal in found]
    reports.sort(key=lambda one: (one.zone.name, one.plan.name, one.goal.goal))
    unit = counting_unit(report.goal, report.indicator)
    whole_asked, whole_reached = _asked(report, unit), _reached(report, unit)
    asked, reached = ([take(one, unit) for one in reports] for take in (_asked, _reached))
    share = is_share(unit)
    return Parts(
        parts=tuple(
            Part(
                report=one,
                asked=wanted,
                reached=got,
                share_asked=None if share else _share(wanted, whole_asked),
                share_reached=None if share else _share(got, whole_reached),
            )
            for one, wanted, got in zip(reports, asked, reached, strict=True)
        ),
        unit=unit,
        whole_asked=whole_asked,
        whole_reached=whole_reached,
        asked=None if share else _total(asked),
        reached=_by_fractions(reports, unit) if share else _total(reached),
        unreported=sum(one is None for one in reached),
        year=_one_year([report, *reports]),
    )


def _asked(report: GoalReport, unit: str) -> Decimal | None:
    own = counting_unit(report.goal, report.indicator)
    known = report.goal.value is not None and convertible(own, unit)
    return convert(report.goal.value, own, unit) if known and report.goal.value is not None else None


def _reached(report: GoalReport, unit: str) -> Decimal | None:
    """Return what was reached so far: the measured value, where it is one number."""
    own, verdict = counting_unit(report.goal, report.indicator), report.verdict
    one = verdict.measured is not None and verdict.measured_high in (None, verdict.measured)
    if not one or not convertible(own, unit):
        return None
    return convert(Decimal(f"{verdict.measured:.12g}"), own, unit)


def _share(part: Decimal | None, whole: Decimal | None) -> float | None:
    return float(part / whole) if part is not None and whole else None


def _total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """Add up what is known; None where nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _by_fractions(reports: Iterable[GoalReport], unit: str) -> Decimal | None:
    """Return the share of all parts together by their numerators and denominators, None where one keeps none."""
    told = [_latest(report) for report in reports]
    if not all(one and one.numerator is not None and one.denominator for one in told):
        return None
    above = sum((one.numerator for one in told if one and one.numerator is not None), Decimal(0))
    below = sum((one.denominator for one in told if one and one.denominator is not None), Decimal(0))
    known = parse_unit(unit)
    factor = Decimal(100) if known.dimension == PERCENT else Decimal(known.factor.denominator) / known.factor.numerator
    return above / below * factor


def _latest(report: GoalReport) -> Actual | None:
    year = report.verdict.judged_year
    return next((actual for actual in report.actuals if actual.year == year), None) if year else None


def _one_year(reports: Iterable[GoalReport]) -> int | None:
    years = {report.verdict.judged_year for report in reports} - {None}
    return next(iter(years)) if len(years) == 1 else None
