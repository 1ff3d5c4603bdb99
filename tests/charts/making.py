"""Making goal reports that know only what a test gives."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from tracker.domain.assessment.verdicts import GoalReport, Point, Projection, Verdict
from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.statuses import GROUP_OF, Rule, Status
from tracker.domain.vocabulary import Accumulates, Better, Comparator

_EMPTY: dict[str, Any] = dict.fromkeys(
    (
        "target",
        "baseline_year",
        "baseline_value",
        "baseline_origin",
        "latest_year",
        "latest_value",
        "latest_high",
        "judged_year",
        "measured",
        "measured_high",
        "completion",
        "progress",
        "elapsed",
        "path_value",
        "gap",
        "gap_to_path",
        "pace",
        "required_pace",
        "required_growth",
        "pace_ratio",
        "arrival_year",
        "projected",
        "projected_low",
        "projected_high",
        "chance",
    )
)


def verdict(status: Status = Status.NO_ACTUAL_YET, projection: Status | None = None, **known: Any) -> Verdict:
    """Make a verdict that knows only what is given."""
    statuses = {Rule.TIME: status, Rule.COMPOUND: status, Rule.PROJECTION: projection or status}
    given = {
        "statuses": statuses,
        "rule": Rule.TIME,
        "ratios": dict.fromkeys(Rule),
        "overdue": False,
        "start_only": False,
        "breached_years": (),
        "reason": "",
    }
    return Verdict(**(_EMPTY | given | known))


def points(values: Mapping[int, float], **known: Any) -> tuple[Point, ...]:
    """Make exact points of years and values."""
    return tuple(Point(year=year, low=value, high=value, **known) for year, value in values.items())


def straight(start: int, first: float, due: int, last: float) -> tuple[tuple[int, float], ...]:
    """Make the even path between two years."""
    return tuple((year, first + (last - first) * (year - start) / (due - start)) for year in range(start, due + 1))


def _written(value: float, decimals: int | None) -> Decimal:
    """Write a value as an official would, with the decimals of the indicator."""
    return Decimal(f"{value:.10g}" if decimals is None else f"{value:.{decimals}f}")


def report(
    *,
    kind: Kind = Kind.LEVEL,
    comparator: Comparator | None = Comparator.AT_LEAST,
    value: str | None = None,
    high: str | None = None,
    unit: str = "enterprises",
    due: int | None = None,
    better: Better = Better.UP,
    name: str = "High-tech enterprises",
    zone: str = "Shenyang High-Tech Zone",
    plan: str = "Working plan",
    start: int | None = None,
    headline: str = "",
    looked_from: int = 2024,
    judged: Verdict | None = None,
    series: Sequence[Point] = (),
    path: Sequence[tuple[int, float]] = (),
    projection: Projection | None = None,
    interim: Sequence[tuple[int, Decimal]] = (),
    decimals: int | None = None,
    approximate: bool = False,
) -> GoalReport:
    """Make a goal report."""
    judged = judged or verdict()
    goal = Goal(
        goal="g",
        plan="p",
        indicator="i",
        kind=kind,
        comparator=comparator,
        value=Decimal(value) if value else None,
        value_high=Decimal(high) if high else None,
        due=due,
        interim=tuple(interim),
        approximate=approximate,
        source="format",
    )
    source = Source(source="format", title="Shenyang working format", publisher="China Daily", published="27 Jul 2022")
    reported = Source(source="global", title="China Daily Global", published="13 Apr 2021")
    return GoalReport(
        goal=goal,
        plan=Plan(plan="p", zone="z", name=plan, start=start, end=due),
        indicator=Indicator(
            indicator="i", name=name, unit=unit, better=better, accumulates=Accumulates.LEVEL, decimals=decimals
        ),
        zone=Zone(zone="z", name=zone),
        unit=unit,
        verdict=judged,
        group=GROUP_OF[judged.status],
        headline=headline,
        looked_from=looked_from,
        points=tuple(series),
        path=tuple(path),
        projection=projection,
        actuals=tuple(
            Actual(zone="z", indicator="i", year=point.year, value=_written(point.low, decimals), source="global")
            for point in series
            if point.low is not None
        ),
        sources={"format": source, "global": reported},
    )
