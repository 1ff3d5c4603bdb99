"""Rows, tiles and successive goals to draw, made by hand from published figures."""

from dataclasses import replace

from tests.charts import examples, making
from tracker.charts import BulletRow, Matrix, Named, PaceRow, Tile, ZoneSeries
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import Group, Status
from tracker.domain.vocabulary import BaselineOrigin

BULLETS = (
    BulletRow(
        "High-tech enterprises",
        "Shenyang High-Tech Zone · 2020 → 2023",
        0.393,
        "786 of over 2,000",
        Group.NO_VERDICT,
        "39%, start value only",
    ),
    BulletRow(
        "R&D spending, share of GDP",
        "Jinpu · 2021 → 2025",
        0.5,
        "1.5% of 3%",
        Group.NO_VERDICT,
        "50%, start value only",
    ),
    BulletRow("R&D spending, share of GDP", "China · 2015 → 2020", 0.964, "2.41% of 2.5%", Group.OFF_TRACK, "Missed"),
    BulletRow("Exchange activities", "Shenyang ETDZ · by 2025", 1.4, "168 of 120", Group.MET, "Met early"),
    BulletRow(
        "R&D investment",
        "Shenyang High-Tech Zone · by 2023",
        None,
        "– of 10 bn yuan",
        Group.NO_VERDICT,
        "No actual yet",
        reported=False,
    ),
    BulletRow(
        "Incubators, working spaces",
        "Shenyang High-Tech Zone · by 2023",
        None,
        "– of over 100",
        Group.NO_VERDICT,
        "No actual yet",
        reported=False,
    ),
    BulletRow(
        "High-tech enterprises", "Jinpu · by 2025", None, "– of 300", Group.NO_VERDICT, "No actual yet", reported=False
    ),
)

PACES = (
    PaceRow("Shenyang, high-tech firms", "2020–2023 (786 → 2,000)", needed=36.5, needed_words="+36.5% a year"),
    PaceRow("Puwan, tech-oriented SMEs", "in 2023", reached=35.0, reached_words="+35%"),
    PaceRow(
        "China, R&D share of GDP",
        "2015–2020",
        needed=3.5,
        needed_words="+3.5% a year",
        reached=3.2,
        reached_words="+3.2% a year",
    ),
    PaceRow(
        "Energy use per GDP",
        "2020–2025",
        needed=-2.8,
        needed_words="−2.8% a year",
        reached=-1.1,
        reached_words="−1.1% a year",
    ),
    PaceRow("Jinpu, technology contracts", "no actual"),
)

MATRIX = Matrix(
    indicators=(
        Named("High-tech enterprises", "number"),
        Named("R&D expenditure", "% of GDP · bn yuan"),
        Named("Tech-contract turnover", "bn yuan a year"),
        Named("Rank among zones", "national"),
    ),
    plans=(
        Named("Jinpu 2017–2019", "due end 2019"),
        Named("Jinpu special zone", "due 2025"),
        Named("Shenyang High-Tech Zone", "due 2023"),
    ),
    tiles=(
        (
            Tile("+150 (about)", Group.NO_VERDICT, "No actual · past due"),
            Tile("300", Group.ON_TRACK, "Ahead"),
            Tile("over 2,000", Group.NO_VERDICT, "786 in 2020 (start)"),
        ),
        (
            Tile("3.5%", Group.OFF_TRACK, "Missed"),
            Tile("3%", Group.MET, "Met early"),
            Tile("10 bn yuan", Group.BEHIND, "Behind"),
        ),
        (
            Tile("4 bn yuan", Group.NO_VERDICT, "No actual · past due"),
            Tile("4 bn yuan", Group.NO_VERDICT, "No actual yet"),
            None,
        ),
        (None, None, Tile("top 20", Group.NO_VERDICT, "No actual yet")),
    ),
)


def jinpu_plans() -> list[GoalReport]:
    """R&D share of 3.5 % by 2019 in the first plan, 3 % by 2025 from an implied 1.5 % in the second."""
    first = making.report(
        value="3.5",
        unit="%",
        due=2019,
        name="R&D expenditure, share of regional GDP",
        zone="Jinpu New Area",
        plan="3-Year Action Plan 2017–2019",
        start=2017,
        judged=making.verdict(target=3.5, overdue=True),
    )
    second = examples.jinpu()
    return [second, replace(first, plan=replace(first.plan, plan="first"))]


def china_plans() -> list[GoalReport]:
    """China's R&D share in the 12th and 13th Five-Year Plans, with the actuals of each."""
    actuals = {2010: 1.71, 2011: 1.78, 2012: 1.91, 2013: 2.0, 2014: 2.02, 2015: 2.06}
    first = making.report(
        value="2.2",
        unit="%",
        due=2015,
        name="R&D expenditure, share of GDP",
        zone="China",
        plan="12th Five-Year Plan",
        start=2011,
        judged=making.verdict(
            Status.MISSED,
            target=2.2,
            baseline_year=2010,
            baseline_value=1.71,
            baseline_origin=BaselineOrigin.REPORTED,
        ),
        series=making.points(actuals),
        path=making.straight(2010, 1.71, 2015, 2.2),
    )
    return [first, examples.china()]


ZONES = (
    ZoneSeries("China", examples.china().points, chosen=True, goals=((2020, 2.5),)),
    ZoneSeries("Liaoning", making.points({2015: 1.27, 2016: 1.69, 2017: 1.84, 2019: 2.04, 2020: 2.19, 2021: 2.18})),
    ZoneSeries("Jilin", making.points({2015: 1.01, 2016: 0.94, 2017: 0.84, 2018: 0.76, 2019: 1.27, 2020: 1.3})),
    ZoneSeries("Heilongjiang", making.points({2016: 0.99, 2017: 0.92, 2018: 0.83, 2019: 1.08, 2020: 1.26, 2021: 1.31})),
    ZoneSeries("Jinpu New Area", (), goals=((2019, 3.5), (2025, 3.0))),
)
