"""Goals to draw, made by hand from published figures."""

from dataclasses import replace
from decimal import Decimal

from tests.charts.examples_of_kinds import area, energy, grain, income, milestone, rank, turnover, unemployment
from tests.charts.making import points, report, straight, verdict
from tracker.domain.assessment.verdicts import GoalReport, Point, Projection
from tracker.domain.statuses import GROUP_OF, Rule, Status
from tracker.domain.vocabulary import BaselineOrigin, Better, Certainty, Comparator, Qualifier


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
            measured_high=2.41,
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
