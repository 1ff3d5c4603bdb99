"""Why rules differ, and what is missing where none has a verdict."""

from dataclasses import replace

from tests.ui.visiting import kinds, shipped
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.disagreement import why_rules_differ
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.statuses import Rule, Status
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings


def of_kind(goal: str, year: int = 2024, rule: Rule = Rule.TIME) -> GoalReport:
    return goal_report_of(kinds(), f"g-{goal}", ViewSettings(year, rule=rule))


def with_statuses(report: GoalReport, time: Status, compound: Status, projection: Status) -> GoalReport:
    statuses = {Rule.TIME: time, Rule.COMPOUND: compound, Rule.PROJECTION: projection}
    return replace(report, verdict=replace(report.verdict, statuses=statuses))


def test_rules_that_agree_need_no_reason() -> None:
    assert why_rules_differ(of_kind("level")) == ""


def test_a_goal_from_nought_has_no_compound_rate() -> None:
    assert "counted from zero, from where there is no compound rate" in why_rules_differ(of_kind("change"))


def test_few_points_silence_the_projection_rule() -> None:
    assert "needs three yearly changes" in why_rules_differ(of_kind("level", 2022))


def test_a_rate_silences_the_projection_rule() -> None:
    assert "has nothing to say on a rate" in why_rules_differ(of_kind("growth"))


def test_even_growth_is_a_convex_path() -> None:
    report = with_statuses(of_kind("multiple"), Status.BEHIND, Status.ON_TRACK, Status.BEHIND)
    assert "(a convex path): by 2024 it asks only for 70, even steps for 72." in why_rules_differ(report)


def test_a_falling_goal_asks_its_larger_steps_first() -> None:
    report = with_statuses(of_kind("rank"), Status.BEHIND, Status.FAR_BEHIND, Status.BEHIND)
    assert "larger steps first" in why_rules_differ(report)


def test_interim_values_bend_the_path_of_the_time_rule_alone() -> None:
    report = with_statuses(of_kind("level"), Status.BEHIND, Status.ON_TRACK, Status.BEHIND)
    assert "follows the plan's interim values" in why_rules_differ(report)


def test_one_unusual_year_is_named() -> None:
    report = with_statuses(of_kind("level"), Status.BEHIND, Status.BEHIND, Status.FAR_BEHIND)
    assert "One year goes against the others: −40 in 2024." in why_rules_differ(report)


def test_the_same_pace_judged_in_two_ways_is_explained() -> None:
    report = with_statuses(of_kind("multiple"), Status.BEHIND, Status.BEHIND, Status.FAR_BEHIND)
    assert "how much would still be missing in 2025" in why_rules_differ(report)


def test_the_last_years_alone_may_differ_from_the_pace_since_the_start() -> None:
    report = with_statuses(of_kind("multiple"), Status.BEHIND, Status.BEHIND, Status.FAR_BEHIND)
    faster = replace(report, verdict=replace(report.verdict, recent_change=20.0))
    assert "looks at the last five years alone, +20 a year against +7.5" in why_rules_differ(faster)


def test_a_verdict_misses_nothing() -> None:
    assert what_is_missing(of_kind("level")) is None


def test_each_goal_without_a_verdict_says_what_is_missing() -> None:
    asked = {
        "shenyang-2023-rank": "for a year after 2021",
        "jinpu-2025-foreign-talents": "for 2020 or 2021 to start from",
        "new-energy-park-planned-area": "The year by which this is to be reached",
        "shenyang-2023-national-influence": "A report that this milestone is not started",
    }
    for goal, said in asked.items():
        missing = what_is_missing(goal_report_of(shipped(), goal, ViewSettings(2022)))
        assert missing is not None
        assert said in missing.what
        assert missing.who


def test_a_bound_points_to_who_published_it() -> None:
    missing = what_is_missing(of_kind("bound"))
    assert missing is not None
    assert "The exact value of visits for 2023" in missing.what
    assert missing.who.startswith("Statistics Office, who published “The <i>Book</i> of Plans”")


def test_an_undated_actual_misses_its_year() -> None:
    missing = what_is_missing(of_kind("bound", 2022))
    assert missing is not None
    assert "The year of what has been reported for visits" in missing.what


def test_a_rule_that_cannot_judge_points_to_one_that_can() -> None:
    missing = what_is_missing(of_kind("change", rule=Rule.COMPOUND))
    assert missing is not None
    assert "the time rule can" in missing.what


def test_too_few_points_ask_for_more_years() -> None:
    missing = what_is_missing(of_kind("level", 2022, Rule.PROJECTION))
    assert missing is not None
    assert "needs three yearly changes" in missing.what


def test_a_goal_without_a_start_asks_for_one_from_before_the_plan() -> None:
    missing = what_is_missing(of_kind("still"))
    assert missing is not None
    assert missing.what.startswith("A value of sites for 2019 or 2020 to start from")


def test_a_year_without_a_report_keeps_a_sum_open() -> None:
    report = of_kind("bound")
    open_sum = replace(report, verdict=replace(report.verdict, measured=None, measured_high=None))
    missing = what_is_missing(open_sum)
    assert missing is not None
    assert missing.what == "The values of visits for the years that nobody has reported."


def test_a_milestone_not_started_misses_its_start() -> None:
    report = of_kind("mile")
    still = with_statuses(report, Status.NOT_STARTED, Status.NOT_STARTED, Status.NOT_STARTED)
    missing = what_is_missing(still)
    assert missing is not None
    assert "not started" in missing.what
