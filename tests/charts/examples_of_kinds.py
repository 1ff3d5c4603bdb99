"""Goals of other kinds than a level, and goals of which little is known."""

from tests.charts.making import points, report, straight, verdict
from tracker.domain.assessment.verdicts import GoalReport, Projection
from tracker.domain.kinds import Kind
from tracker.domain.statuses import Status
from tracker.domain.vocabulary import BaselineOrigin, Better, Comparator


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
