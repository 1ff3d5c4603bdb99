"""A goal's report says in words where the goal stands and why, whatever its kind."""

# Sentences stay whole, so that they can be read as a person reads them.
# ruff: noqa: E501

from decimal import Decimal

import pytest

from tests.services.conftest import Bundle, MakeStore
from tests.shipped_rows import shipped_rows
from tracker.domain.statuses import Group, Rule, Status
from tracker.errors import NotFoundError
from tracker.services.goal.goal_report import goal_report_of, neighbours, revisions_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

INDICATORS = """indicator,name,unit,better,accumulates
firms,High-tech enterprises,enterprises,up,level
added,Enterprises newly added,enterprises,up,flow
share,R&D share of GDP,%,up,level
waste,Waste,tonnes,down,level
energy,Energy use per GDP,%,down,annual_change
gdp,GDP growth,%,up,annual_change
income,Income growth,%,up,annual_change
jobless,Unemployment,%,down,level
place,Rank among zones,rank,down,rank
park,Park of national influence,state,none,level
money,Turnover,bn yuan,up,flow
beds,Hospital beds,"beds per 1,000 persons",up,level
life,Life expectancy,years,up,level
cars,Electric cars,million cars,up,level
poor,People at risk of poverty,million persons,down,level
"""


@pytest.fixture
def say(store_of: MakeStore, firms: Bundle) -> "Say":
    return Say(store_of, firms)


class Say:
    """Judge one goal given as a bundle's cells and tell (status, reason, headline)."""

    def __init__(self, store_of: MakeStore, firms: Bundle) -> None:
        """Take what makes a store, and the bundle to change."""
        self.store_of, self.firms = store_of, firms

    def __call__(
        self, goal: str, actuals: str = "", *, seen_from: int = 2022, rule: Rule = Rule.TIME
    ) -> tuple[str, str]:
        """Judge a goal (`indicator,kind,comparator,value,…`) of a plan for 2021–2023 on `year=value` pairs."""
        indicator = goal.split(",", maxsplit=1)[0]
        self.firms["indicators"] = INDICATORS
        columns = (
            "indicator,kind,comparator,value,due,approximate,interim,value_high,reference_indicator,state,baseline_year,"
            "baseline_value,baseline_origin"
        )
        cells = goal + "," * (columns.count(",") - goal.count(","))
        self.firms["goals"] = f"goal,plan,{columns}\ng,format,{cells}\n"
        self.firms["actuals"] = "zone,indicator,year,value,qualifier,value_high\n" + "".join(
            f"shenyang,{indicator},{pair.replace('=', ',')}{',' * (2 - pair.count(','))}\n" for pair in actuals.split()
        )
        if "gdp" in goal and indicator != "gdp":
            self.firms["actuals"] += "shenyang,gdp,2021,5,,\nshenyang,gdp,2022,5,,\n"
        report = goal_report_of(self.store_of(self.firms), "g", ViewSettings(seen_from, rule=rule))
        return report.verdict.reason, report.headline


@pytest.mark.parametrize(
    ("goal", "actuals", "reason"),
    [
        (
            "firms,level,>,2000,2023",
            "2020=786 2022=1390",
            "1,390 in 2022 is 49.8% of the way from 786 (2020) to 2,000 (2023); 66.7% of the time had gone by then. "
            "49.8% ÷ 66.7% ≈ 0.75, from 0.60 to under 0.95: behind.",
        ),
        (
            "firms,level,>,2000,2023,no,2022=1000",
            "2020=786 2022=1000",
            "1,000 in 2022 is 17.6% of the way from 786 (2020) to 2,000 (2023); the path asks 17.6% by then. "
            "17.6% ÷ 17.6% = 1, from 0.95 to under 1.05: on track.",
        ),
        (
            "waste,level,<=,80,2023,no,2022=110",
            "2020=100 2022=108",
            "The path asks no progress yet; 108 in 2022 lies −2 from the path's 110.",
        ),
        ("firms,level,>,2000,2023", "2020=786 2022=2001", "2,001 in 2022: the goal of over 2,000 is reached before its due year 2023."),
        ("firms,level,>,2000,2023", "2020=2100 2022=1990", "The start, 2,100 in 2020, already reached the goal of over 2,000; 1,990 in 2022 no longer does."),
        ("firms,level,>,2000,2023", "2022=1390", "1,390 in 2022 is known, but no value to start from, so there is no pace to judge."),
        ("firms,level,>,2000,2023", "2020=786", "Only the start value is known: 786 in 2020. Nothing has been reported since."),
        ("share,level,>=,3,2023,no,,,,,2020,1.5,implied", "", "The plan's words imply a start of 1.5% in 2020. Nothing has been reported since."),
        ("firms,level,>,2000,2023", "", "Nothing has been reported for this goal yet."),
        ("poor,increase,<=,-20,2022", "2020=116.1 2022=94.8", "Down by 21.3 million persons from 2020 to 2022; 20 million persons less was asked: reached."),
        ("firms,level,>=,1000,2023", "2020=0 2022=399", "399 in 2022 is 39.9% of the way from 0 (2020) to 1,000 (2023); 66.7% of the time had gone by then. 39.9% ÷ 66.7% ≈ 0.599, under 0.60: far behind."),
        ("waste,level,<=,10,2022", "2020=20 2022=18", "18 in 2022; 10 was asked: not reached, 8 too much."),
        ("waste,change,<=,-20,2022,no,,,,,2010", "2010=100 2022=75", "Down 25% from 2010 to 2022; a fall of 20% compared with 2010 was asked: reached."),
        ("income,relative,>,,2023,no,,,gdp", "2021=6 2022=5", "The goal of more than GDP growth was not kept in 2022: level with GDP growth in 2022 (5% against 5%); 1 of 2 reported years kept it."),
        ("jobless,relative,<=,,2023,no,,,gdp", "2021=6 2022=5", "The goal of at most as much as GDP growth was not kept in 2021: 1 point above GDP growth in 2021 (6% against 5%); 1 of 2 reported years kept it."),
        ("firms,level,>,2000", "2022=5", "The plan names no year by which this is to be reached."),
        ("firms,level,>,,2023", "2022=5", "The plan gives no number to judge against."),
        ("firms,multiple,>=,2,2023", "", "2 × the start is asked, but no value to start from is known."),
        ("firms,level,>=,120,2023", "2020=50 2022=100,over", "Known is only over 100 in 2022; the two ends give different verdicts on a goal of 120."),
        ("share,level,>=,30,2023", "2020=20 2022=25,over", "Known is only over 25% in 2022; the two ends give different verdicts on a goal of 30%."),
        ("share,level,>=,30,2023", "2020=20 2022=25,at_least", "Known is only at least 25% in 2022; the two ends give different verdicts on a goal of 30%."),
        ("share,level,>=,30,2023", "2020=20 2022=35,under", "Known is only under 35% in 2022; the two ends give different verdicts on a goal of 30%."),
        ("share,level,>=,30,2023", "2020=20 2022=35,at_most", "Known is only at most 35% in 2022; the two ends give different verdicts on a goal of 30%."),
        ("share,increase,>=,10,2023", "2020=20 2022=25,over", "Known is only up by over 5 points from 2020 to 2022; the two ends give different verdicts on a goal of 10 points more."),
        ("firms,level,>=,100,2023", "2020=50 2021=60 2022=62", "62 in 2022 is 24% of the way from 50 (2020) to 100 (2023); 66.7% of the time had gone by then. 24% ÷ 66.7% ≈ 0.36, under 0.60: far behind."),
        ("firms,level,>=,2000,2023", "2020=786 2022=800,between,820", "Known is only 800 to 820 in 2022; wherever it lies, the verdict is the same."),
        ("firms,level,>=,120,2023", "2020=50 2022=100,between,130", "Known is only 100 to 130 in 2022; the two ends give different verdicts on a goal of 120."),
        ("added,increase,>=,300,2023", "2021=100", "100 in 2021 is 33.3% of the way to 300 (2023); 33.3% of the time had gone by then. 33.3% ÷ 33.3% = 1, from 0.95 to under 1.05: on track."),
        ("energy,change,<=,-10,2023", "2022=-3", "A year since the start has no actual, so what was reached in all is not known."),
        ("gdp,growth,>,7,2023", "2021=7 2022=8", "7.50% a year on average, 2021–2022, against over 7% a year: 7.50% ÷ 7% ≈ 1.07, 1.05 or more: ahead."),
        ("gdp,growth,<,9,2023", "2021=7 2022=8", "7.50% a year on average, 2021–2022, against under 9% a year: reached so far."),
        ("gdp,growth,<,7,2023", "2021=7 2022=8", "7.50% a year on average, 2021–2022, against under 7% a year: not reached so far."),
        ("jobless,every_year,<,5.5,2023", "2021=5.1 2022=5.3", "All 2 reported years up to 2022 kept the goal of under 5.5%: 5.3% in 2022."),
        ("jobless,every_year,<,5.5,2023", "2021=5.6 2022=5.7", "The goal of under 5.5% was not kept in 2021 and 2022: 5.7% in 2022 broke it most; none of 2 reported years kept it."),
        ("jobless,every_year,<,5.5,2023", "2021=5.2,at_least 2022=5.3", "A reported year is known only as a bound that may or may not keep under 5.5%."),
        ("jobless,range,between,4,2023,no,,6", "2021=5.1 2022=7", "The goal of between 4% and 6% was not kept in 2022: 7% in 2022 broke it; 1 of 2 reported years kept it."),
        ("income,relative,>=,,2023,no,,,gdp", "2021=4 2022=4", "The goal of at least as much as GDP growth was not kept in 2021 and 2022: 1 point below GDP growth in 2021 (4% against 5%) at worst; none of 2 reported years kept it."),
        ("income,relative,,,2023,no,,,gdp", "2021=6 2022=4", "The goal of at least as much as GDP growth was not kept in 2022: 1 point below GDP growth in 2022 (4% against 5%); 1 of 2 reported years kept it."),
        ("income,relative,>=,0.5,2023,no,,,gdp", "2021=6 2022=4", "The goal of +0.5 points against GDP growth was not kept in 2022: 1 point below GDP growth in 2022 (4% against 5%); 1 of 2 reported years kept it."),
        ("income,relative,>=,0.5,2023,no,,,gdp", "2021=6 2022=7", "All 2 reported years up to 2022 kept the goal of +0.5 points against GDP growth: 2 points above GDP growth in 2022 (7% against 5%)."),
        ("place,rank,<=,20,2023", "2020=35 2022=26", "Place 26 in 2022: 9 of the 15 places from 35 (2020) to 20 (2023) are gained, 10 are asked by then. 9 ÷ 10 = 0.9, from 0.60 to under 0.95: behind."),
        ("park,milestone,,,2021", "", "Nothing has been reported of this milestone yet. It was due in 2021."),
        ("park,milestone,,,2023", "", "Nothing has been reported of this milestone yet."),
        ("park,milestone,,,2021,no,,,,under way", "", "It was due by 2021 and is not reported as done."),
        ("park,milestone,,,2023,no,,,,under way", "", "Reported as under way."),
        ("park,milestone,,,2023,no,,,,not started", "", "Reported as not started."),
        ("park,milestone,,,2021,no,,,,done", "", "Reported as done."),
        ("firms,level,>=,100,2021", "2020=50 2021=95", "95 in 2021; 100 was asked: not reached, 5 short."),
        ("firms,level,>=,100,2021,yes", "2020=50 2021=95", "95 in 2021; about 100 was asked: reached. “About” is taken as within 5 percent of the value."),
        ("firms,level,>=,100,2021", "2020=50 2022=105", "2021 has no actual, so 2022, the first later year, judges: 105 in 2022; 100 was asked: reached."),
    ],
)  # fmt: skip
def test_the_reason_holds_the_numbers_that_were_used(say: Say, goal: str, actuals: str, reason: str) -> None:
    assert say(goal, actuals)[0] == reason


def test_an_overdue_goal_says_so_behind_its_reason(say: Say) -> None:
    assert say("firms,level,>=,100,2023", "2020=50 2021=60", seen_from=2025)[0].endswith(
        "Overdue: nothing has been reported for 2023 or later."
    )
    assert say("firms,level,>=,100,2023", "", seen_from=2025)[0].endswith("It was due in 2023.")


@pytest.mark.parametrize(
    ("goal", "actuals", "rule", "reason"),
    [
        ("firms,level,>=,150,2025", "2020=100 2022=119", Rule.COMPOUND, "+9.1% a year reached since 2020, +8.4% a year asked until 2025: 1.08, 1.05 or more: ahead."),
        ("firms,level,>=,50,2025", "2020=0 2022=9", Rule.COMPOUND, "A growth rate needs values on one side of zero throughout; this goal runs from 0 by 9 to 50."),
        ("gdp,growth,>,7,2025", "2021=7 2022=8", Rule.COMPOUND, "7.50% a year on average, 2021–2022, against over 7% a year: 7.50% ÷ 7% ≈ 1.07, 1.05 or more: ahead."),
        ("firms,level,>=,150,2025", "2020=100 2022=119", Rule.PROJECTION, "Three yearly changes since the start are needed; there are fewer."),
        ("gdp,growth,>,7,2025", "2021=7 2022=8", Rule.PROJECTION, "This rule carries on changes of a level; it has nothing to say on a growth rate."),
        ("firms,level,>=,200,2026", "2020=100 2021=117 2022=134 2023=151 2024=162", Rule.PROJECTION,
         "The last changes average +15.5 a year; carried to 2026 they give 193: 7 of the 38 missing now would still be missing, 18.4%, at most 20%."),
        ("firms,level,>=,200,2030", "2020=100 2023=130 2024=136", Rule.PROJECTION,
         "The last changes average +9 a year; carried to 2030 they give 190: 10 of the 64 missing now would still be missing, 15.6%, at most 20%."),
        ("firms,level,>=,200,2026", "2020=100 2024=120", Rule.PROJECTION,
         "The last changes average +5 a year; carried to 2026 they give 130: 70 of the 80 missing now would still be missing, 87.5%, more than 20%."),
        ("firms,level,>=,200,2026", "2020=100 2021=117 2022=134 2023=151 2024=168", Rule.PROJECTION, "The last changes average +17 a year; carried to 2026 they give 202, enough for the goal of 200."),
        ("share,level,>=,2.5,2026", "2020=2 2021=2.035 2022=2.07 2023=2.1 2024=2.135", Rule.PROJECTION,
         "The last changes average +0.0338 points a year; carried to 2026 they give 2.203%: 0.298 points of the 0.365 points missing now would still be missing, 81.5%, more than 20%."),
        ("share,level,>=,2.5,2026", "2020=2.04 2021=2.065 2022=2.1 2023=2.14 2024=2.18", Rule.PROJECTION,
         "The last changes average +0.035 points a year; carried to 2026 they give 2.25%: 0.25 points of the 0.32 points missing now would still be missing, 78.1%, more than 20%."),
        ("firms,level,>=,200,2026", "2020=100 2024=90", Rule.PROJECTION, "The last changes average −2.5 a year, away from the goal of 200."),
        ("firms,level,>=,200,2026", "2020=100 2024=90", Rule.TIME, "90 in 2024 is −10% of the way from 100 (2020) to 200 (2026); 66.7% of the time had gone by then. −10% ÷ 66.7% ≈ −0.15, below 0: moving away."),
    ],
)  # fmt: skip
def test_each_rule_tells_its_own_arithmetic(say: Say, goal: str, actuals: str, rule: Rule, reason: str) -> None:
    assert say(goal, actuals, seen_from=2024, rule=rule)[0] == reason


@pytest.mark.parametrize(
    ("goal", "actuals", "headline"),
    [
        ("firms,level,>,2000,2023", "2020=786", "Shenyang High-Tech Zone: nothing is reported for high-tech enterprises since 786 in 2020; over 2,000 by 2023 is asked"),
        ("firms,level,>=,2000,2023", "2020=786 2021=800", "Shenyang High-Tech Zone needs about 600 more high-tech enterprises every year to reach 2,000 by 2023"),
        ("share,level,>=,3,2023", "2020=1.5", "Shenyang High-Tech Zone: nothing is reported for R&D share of GDP since 1.5% in 2020; 3% by 2023 is asked"),
        ("money,level,>=,4,2023", "2020=1 2021=2", "Shenyang High-Tech Zone must bring turnover up by 1 bn yuan a year, to 4 bn yuan by 2023"),
        ("waste,level,<=,70,2023", "2020=100 2021=95", "Shenyang High-Tech Zone must bring waste down by 13 a year, to 70 by 2023"),
        ("place,rank,<=,20,2023", "2020=35 2022=26", "Shenyang High-Tech Zone must climb 6 places in the one year left to be in the top 20 by 2023"),
        ("added,increase,>=,300,2023", "2021=90", "Shenyang High-Tech Zone must add 105 a year for its goal for enterprises newly added: 300 more in 2021–2023"),
        ("firms,level,>=,100,2021", "2020=50 2021=105", "Shenyang High-Tech Zone met its goal for high-tech enterprises: 105 in 2021, 100 was asked"),
        ("firms,level,>=,100,2023", "2020=50 2021=105", "Shenyang High-Tech Zone met its goal for high-tech enterprises early: 105 in 2021, 100 is asked by 2023"),
        ("firms,level,>=,100,2021", "2020=50 2021=95", "Shenyang High-Tech Zone missed its goal for high-tech enterprises: 95 in 2021, 5 short of 100"),
        ("firms,level,>,100,2021", "2020=50 2021=100", "Shenyang High-Tech Zone missed its goal for high-tech enterprises: 100 in 2021, over 100 was asked"),
        ("firms,level,>=,100,2023", "", "Shenyang High-Tech Zone: nothing is reported yet for high-tech enterprises; 100 by 2023 is asked"),
        ("firms,level,>=,100,2021", "", "Shenyang High-Tech Zone: nothing was ever reported for high-tech enterprises; 100 by 2021 was asked"),
        ("firms,level,>=,100,2021", "2020=50", "Shenyang High-Tech Zone: nothing is reported for high-tech enterprises since 50 in 2020; 100 by 2021 was asked"),
        ("share,level,>=,3,2021,no,,,,,2020,1.5,implied", "", "Shenyang High-Tech Zone: nothing is reported for R&D share of GDP since an implied 1.5% in 2020; 3% by 2021 was asked"),
        ("firms,level,>=,100", "", "Shenyang High-Tech Zone: high-tech enterprises, 100; the plan names no year"),
        ("firms,multiple,>=,2,2023", "", "Shenyang High-Tech Zone: the goal for high-tech enterprises is 2 × the start by 2023"),
        ("firms,level,>=,120,2023", "2022=100,over", "Shenyang High-Tech Zone, high-tech enterprises: over 100 in 2022; 120 by 2023 is asked – indeterminate"),
        ("jobless,every_year,<,5.5,2023", "2021=5.6 2022=5.6", "Shenyang High-Tech Zone did not keep its goal for unemployment, under 5.5% every year: 5.6% in 2021 broke it most; none of 2 reported years kept it"),
        ("share,level,>=,30,2023", "2020=20 2022=25,over", "Shenyang High-Tech Zone, R&D share of GDP: over 25% in 2022; 30% by 2023 is asked – indeterminate"),
        ("beds,level,>=,25,2021", "2021=20", "Shenyang High-Tech Zone missed its goal for hospital beds: 20 in 2021, 5 short of 25 beds per 1,000 persons"),
        ("beds,level,>=,25,2023", "", "Shenyang High-Tech Zone: nothing is reported yet for hospital beds; 25 beds per 1,000 persons by 2023 is asked"),
        ("life,increase,>=,1,2023", "", "Shenyang High-Tech Zone: nothing is reported yet for life expectancy; 1 year more in 2021–2023 is asked"),
        ("jobless,every_year,<,5.5,2023", "2021=5.1 2022=5.3", "Shenyang High-Tech Zone kept its goal for unemployment in all 2 years reported: 5.3% in 2022, under 5.5% every year is asked until 2023"),
        ("cars,level,>=,15,2023", "2020=0.3 2021=1", "Shenyang High-Tech Zone must bring electric cars up by 7 million cars a year, to 15 million cars by 2023"),
        ("waste,level,<=,10,2022", "2020=20 2022=18", "Shenyang High-Tech Zone missed its goal for waste: 18 in 2022, 8 above 10"),
        ("park,milestone,,,2023,no,,,,under way", "", "Shenyang High-Tech Zone – Park of national influence: under way"),
    ],
)  # fmt: skip
def test_the_headline_is_a_sentence_with_the_number_in_it(say: Say, goal: str, actuals: str, headline: str) -> None:
    assert say(goal, actuals)[1] == headline


def test_an_overdue_goal_is_not_told_what_it_still_needs(say: Say) -> None:
    headline = say("firms,level,>,2000,2023", "2020=786 2022=1390", seen_from=2025)[1]
    assert headline == (
        "Shenyang High-Tech Zone, high-tech enterprises: 1,390 in 2022; over 2,000 was asked by 2023, for which nothing is reported"
    )


def test_a_supposed_value_is_judged_and_stored_nowhere(store_of: MakeStore, firms: Bundle) -> None:
    store = store_of(firms)
    before = store.version()
    report = goal_report_of(store, "g", ViewSettings(2021), what_if=(2022, Decimal(1600)))
    assert (report.verdict.status, report.verdict.required_pace) == (Status.ON_TRACK, 400.0)
    assert goal_report_of(store, "g", ViewSettings(2021)).verdict.status is Status.FAR_BEHIND
    assert store.version() == before


def test_a_supposed_value_takes_the_place_of_a_reported_one(store_of: MakeStore, firms: Bundle) -> None:
    report = goal_report_of(store_of(firms), "g", ViewSettings(2021), what_if=(2021, Decimal(2001)))
    assert report.group is Group.MET


def test_an_unknown_goal_is_told(shipped: Store) -> None:
    with pytest.raises(NotFoundError, match="none"):
        goal_report_of(shipped, "none", ViewSettings(2026))


def test_the_next_plan_of_the_zone_is_a_neighbour(shipped: Store) -> None:
    view = ViewSettings(2026)
    (later,) = neighbours(shipped, goal_report_of(shipped, "jinpu-2019-rd-share", view), view)
    assert (later.asked, later.later) == ("3% by 2025", True)
    (earlier,) = neighbours(shipped, goal_report_of(shipped, "jinpu-2025-rd-share", view), view)
    assert (earlier.asked, earlier.later) == ("3.5% by 2019", False)


def test_every_revision_of_a_goals_actuals_is_told(shipped: Store) -> None:
    report = goal_report_of(shipped, "china-2020-rd-share", ViewSettings(2026))
    told = revisions_of(shipped, report)
    rows = [row for row in shipped_rows("reference", "actuals") if row["indicator"] == "rd-expenditure-share-of-gdp"]
    assert [str(revision.actual.year) for revision in told] == [row["year"] for row in rows]
    assert {revision.who for revision in told} == {"init"}


def test_the_path_leads_through_interim_values_and_the_projection_to_the_due_year(
    store_of: MakeStore, firms: Bundle
) -> None:
    firms["goals"] = (
        "goal,plan,indicator,kind,comparator,value,due,interim\ng,format,firms,level,>,2000,2025,2023=1500\n"
    )
    firms["actuals"] += "shenyang,firms,2022,1300,press\nshenyang,firms,2023,1500,press\n"
    report = goal_report_of(store_of(firms), "g", ViewSettings(2024))
    assert report.path == ((2020, 786.0), (2023, 1500.0), (2025, 2000.0))
    assert [point.year for point in report.points] == [2020, 2021, 2022, 2023]
    assert report.projection is not None
    assert report.projection.years == (2023.0, 2025.0)
    assert report.projection.low[-1] < report.projection.middle[-1] < report.projection.high[-1]
