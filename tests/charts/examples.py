"""Goal reports to draw, made by hand from published figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.verdicts import GoalReport, Point, Projection, Verdict
from tracker.domain.vocabulary import (
    GROUP_OF,
    Accumulates,
    BaselineOrigin,
    Better,
    Certainty,
    Comparator,
    Kind,
    Qualifier,
    Rule,
    Status,
)

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
            Actual(zone="z", indicator="i", year=point.year, value=Decimal(repr(point.low)), source="global")
            for point in series
            if point.low is not None
        ),
        sources={"format": source, "global": reported},
    )


def shenyang() -> GoalReport:
    """786 high-tech enterprises in 2020, over 2,000 wanted by 2023, nothing reported since."""
    return report(
        comparator=Comparator.MORE_THAN,
        value="2000",
        due=2023,
        headline="Shenyang High-Tech Zone needs about 405 more high-tech firms every year to pass 2,000 by 2023",
        judged=verdict(
            target=2000.0,
            baseline_year=2020,
            baseline_value=786.0,
            baseline_origin=BaselineOrigin.REPORTED,
            latest_year=2020,
            latest_value=786.0,
            required_pace=404.67,
            start_only=True,
            overdue=True,
        ),
        series=points({2020: 786.0}),
        path=straight(2020, 786, 2023, 2000),
    )


def shenyang_supposed() -> GoalReport:
    """The same goal with supposed actuals for 2021 and 2022, a projection and its band."""
    base = shenyang()
    return replace(
        base,
        headline="If the recent pace holds, the zone ends 2023 near 1,690 firms – about 310 short of its goal",
        looked_from=2022,
        group=GROUP_OF[Status.BEHIND],
        verdict=replace(base.verdict, statuses=dict.fromkeys(Rule, Status.BEHIND), start_only=False, overdue=False),
        points=points({2020: 786.0, 2021: 1000.0, 2022: 1390.0}),
        projection=Projection(
            years=(2022.0, 2023.0), middle=(1390.0, 1690.0), low=(1390.0, 1600.0), high=(1390.0, 1780.0)
        ),
    )


def jinpu() -> GoalReport:
    """R&D share to double to 3 % by 2025, which implies 1.5 % in 2021."""
    return report(
        value="3",
        unit="%",
        due=2025,
        name="R&D expenditure, share of regional GDP",
        zone="Jinpu New Area",
        start=2021,
        headline="Jinpu New Area wants an R&D share of 3% by 2025, twice the 1.5% its words imply",
        judged=verdict(target=3.0, baseline_year=2021, baseline_value=1.5, baseline_origin=BaselineOrigin.IMPLIED),
        path=straight(2021, 1.5, 2025, 3),
        decimals=1,
    )


def china() -> GoalReport:
    """China's R&D share, 2.5 % by 2020 from 2.1 % as the plan states, with two years after it."""
    values = {2015: 2.06, 2016: 2.10, 2017: 2.12, 2018: 2.14, 2019: 2.24, 2020: 2.41, 2021: 2.43, 2022: 2.56}
    return report(
        value="2.5",
        unit="%",
        due=2020,
        name="R&D expenditure, share of GDP",
        zone="China",
        plan="13th Five-Year Plan",
        start=2016,
        headline="China spent 2.41% of its GDP on R&D in 2020 and missed the 2.5% of its plan by 0.09 points",
        judged=verdict(
            Status.MISSED,
            target=2.5,
            baseline_year=2015,
            baseline_value=2.1,
            baseline_origin=BaselineOrigin.STATED,
            latest_year=2022,
            latest_value=2.56,
            judged_year=2020,
            measured=2.41,
        ),
        series=points(values),
        path=straight(2015, 2.1, 2020, 2.5),
        decimals=2,
    )


def bounds() -> GoalReport:
    """Over 100 activities known only as a bound, and a provisional later year, against at least 120."""
    series = (
        Point(year=2021, low=80.0, high=95.0, qualifier=Qualifier.BETWEEN),
        Point(year=2022, low=100.0, high=None, qualifier=Qualifier.OVER),
        Point(year=2023, low=112.0, high=112.0, certainty=Certainty.PROVISIONAL),
    )
    return report(
        value="120",
        due=2025,
        unit="activities",
        name="Exchange activities",
        zone="Shenyang ETDZ",
        headline="Shenyang ETDZ reports over 100 exchange activities for 2022; 120 are wanted by 2025",
        judged=verdict(
            Status.ON_TRACK,
            target=120.0,
            baseline_year=2020,
            baseline_value=60.0,
            baseline_origin=BaselineOrigin.STATED,
            latest_year=2023,
            latest_value=112.0,
        ),
        looked_from=2023,
        series=series,
        path=straight(2020, 60, 2025, 120),
    )


def unemployment() -> GoalReport:
    """Unemployment to stay under 5.5 % in every year of the plan, breached once."""
    return report(
        kind=Kind.EVERY_YEAR,
        comparator=Comparator.LESS_THAN,
        value="5.5",
        unit="%",
        due=2025,
        better=Better.DOWN,
        name="Surveyed urban unemployment rate",
        zone="China",
        start=2021,
        headline="Unemployment was over 5.5% in 2022, once in four years of the plan",
        judged=verdict(Status.BREACHED, target=5.5, breached_years=(2022,), latest_year=2024, latest_value=5.1),
        series=points({2021: 5.1, 2022: 5.6, 2023: 5.2, 2024: 5.1}),
    )


def grain() -> GoalReport:
    """A range to keep, far from zero."""
    return report(
        kind=Kind.RANGE,
        comparator=Comparator.BETWEEN,
        value="650",
        high="700",
        unit="million tonnes",
        due=2025,
        name="Grain output",
        zone="China",
        start=2021,
        headline="Grain output stayed between 650 and 700 million tonnes in every year so far",
        judged=verdict(Status.ON_TRACK, target=650.0, latest_year=2023, latest_value=695.4),
        series=points({2020: 669.5, 2021: 682.9, 2022: 686.5, 2023: 695.4}),
        looked_from=2023,
    )


def rank() -> GoalReport:
    """A place among the top 20 of the national zones."""
    return report(
        kind=Kind.RANK,
        comparator=Comparator.AT_MOST,
        value="20",
        unit="rank",
        due=2023,
        better=Better.DOWN,
        name="Rank among national high-tech zones",
        headline="Shenyang High-Tech Zone climbed to place 31 and needs 11 more to be among the top 20",
        judged=verdict(
            Status.BEHIND,
            target=20.0,
            baseline_year=2019,
            baseline_value=45.0,
            baseline_origin=BaselineOrigin.REPORTED,
            latest_year=2022,
            latest_value=31.0,
        ),
        series=points({2019: 45.0, 2020: 42.0, 2022: 31.0}),
        path=straight(2019, 45, 2023, 20),
        looked_from=2022,
    )


def income() -> GoalReport:
    """Income to grow at least as fast as the economy: a difference that may be negative."""
    return report(
        kind=Kind.RELATIVE,
        value="0",
        unit="%",
        due=2025,
        name="Income growth less GDP growth",
        zone="Dalian",
        start=2021,
        headline="Income grew more slowly than the economy in 2023, by 0.8 points",
        judged=verdict(Status.BREACHED, target=0.0, breached_years=(2023,), latest_year=2024, latest_value=0.3),
        series=points({2021: 0.6, 2022: 1.1, 2023: -0.8, 2024: 0.3}),
    )


def energy() -> GoalReport:
    """Energy use per GDP to fall by 13.5 % over the plan."""
    return report(
        kind=Kind.CHANGE,
        comparator=Comparator.AT_MOST,
        value="-13.5",
        unit="%",
        due=2025,
        better=Better.DOWN,
        name="Energy use per unit of GDP, change since 2020",
        zone="China",
        start=2021,
        headline="Energy use per unit of GDP has fallen by 7.3% since 2020; the plan wants 13.5% by 2025",
        judged=verdict(
            Status.BEHIND,
            projection=Status.FAR_BEHIND,
            target=-13.5,
            baseline_year=2020,
            baseline_value=0.0,
            latest_year=2023,
            latest_value=-3.3,
        ),
        series=points({2021: -2.7, 2022: -2.8, 2023: -3.3}),
        path=straight(2020, 0, 2025, -13.5),
        projection=Projection(years=(2023.0, 2025.0), middle=(-3.6, -5.4), low=(-5.0, -8.1), high=(-2.0, -2.5)),
        looked_from=2023,
        decimals=1,
    )


def many_years() -> GoalReport:
    """Twenty-five years on the way to a goal with interim values."""
    values = {year: round(0.9 * 1.042 ** (year - 2000), 2) for year in range(2000, 2024) if year not in (2008, 2009)}
    return report(
        value="3.2",
        unit="%",
        due=2030,
        name="R&D expenditure, share of GDP",
        zone="中国（辽宁）自由贸易试验区沈阳片区",
        headline="沈阳高新技术产业开发区研究与试验发展经费投入强度需要在二〇三〇年以前提高到百分之三点二，目前进度慢于计划要求",
        judged=verdict(
            Status.ON_TRACK,
            target=3.2,
            baseline_year=2000,
            baseline_value=0.9,
            baseline_origin=BaselineOrigin.STATED,
            latest_year=2023,
            latest_value=2.32,
        ),
        series=points(values),
        path=((2000, 0.9), (2010, 1.5), (2020, 2.2), (2030, 3.2)),
        interim=((2010, Decimal("1.5")), (2020, Decimal("2.2"))),
        projection=Projection(
            years=tuple(float(year) for year in range(2023, 2031)),
            middle=tuple(2.32 + 0.07 * i for i in range(8)),
            low=tuple(2.32 + 0.04 * i for i in range(8)),
            high=tuple(2.32 + 0.1 * i for i in range(8)),
        ),
        looked_from=2023,
        decimals=2,
    )


def turnover() -> GoalReport:
    """4 bn yuan wanted, nothing known at all."""
    return report(
        value="4000000000",
        unit="yuan",
        due=2025,
        name="Technology contract turnover",
        zone="Jinpu New Area",
        start=2021,
        headline="No turnover of technology contracts has been reported since Jinpu announced its goal of 4 bn yuan",
        judged=verdict(target=4e9),
    )


def area() -> GoalReport:
    """A planned area without a due year."""
    return report(
        value="1",
        unit="km²",
        name="Planned area",
        zone="Life and Health Industrial Park",
        headline="The park is planned with 1 km²; the plan names no year",
        judged=verdict(Status.NO_DUE_YEAR, target=1.0, latest_year=2022, latest_value=0.35),
        series=points({2021: 0.2, 2022: 0.35}),
        decimals=2,
    )


def milestone() -> GoalReport:
    """A milestone, which has no number."""
    return report(
        kind=Kind.MILESTONE,
        comparator=None,
        unit="",
        due=2025,
        name="Innovation centre of international influence",
        start=2021,
        headline="The innovation centre is under way",
        judged=verdict(Status.UNDER_WAY),
    )


def tiny() -> GoalReport:
    """Very small values, less is better."""
    return report(
        comparator=Comparator.AT_MOST,
        value="0.003",
        unit="mg/l",
        due=2026,
        better=Better.DOWN,
        name="Lead in drinking water",
        headline="Lead in drinking water has to fall from 0.008 to 0.003 mg/l by 2026",
        judged=verdict(
            Status.AHEAD,
            target=0.003,
            baseline_year=2020,
            baseline_value=0.008,
            baseline_origin=BaselineOrigin.REPORTED,
            latest_year=2023,
            latest_value=0.004,
        ),
        series=points({2020: 0.008, 2021: 0.007, 2022: 0.0055, 2023: 0.004}),
        path=straight(2020, 0.008, 2026, 0.003),
        looked_from=2023,
        decimals=4,
    )


def huge() -> GoalReport:
    """Very large values, growing; reported once for a year in between."""
    return report(
        comparator=Comparator.AT_LEAST,
        value="1400000000000",
        unit="yuan",
        due=2025,
        name="Gross regional product of the Shenyang modern metropolitan area with all its counties",
        headline="The metropolitan area's output has to grow by 68.9 bn yuan a year to reach 1,400 bn yuan by 2025",
        judged=verdict(
            Status.FAR_BEHIND,
            target=1.4e12,
            baseline_year=2020,
            baseline_value=1.0556e12,
            baseline_origin=BaselineOrigin.REPORTED,
            latest_year=2023,
            latest_value=1.08e12,
        ),
        series=points({2020: 1.0556e12, 2023: 1.08e12}),
        path=straight(2020, 1.0556e12, 2025, 1.4e12),
        looked_from=2024,
    )


EVERY = {
    make.__name__: make
    for make in (
        shenyang,
        shenyang_supposed,
        jinpu,
        china,
        bounds,
        unemployment,
        grain,
        rank,
        income,
        energy,
        many_years,
        turnover,
        area,
        milestone,
        tiny,
        huge,
    )
}
