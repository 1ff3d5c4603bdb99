"""The arithmetic of a goal, its numbers filled in, kind by kind."""

import pytest

from tests.ui.visiting import kinds, shipped
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings


def of_kind(goal: str, year: int = 2024) -> GoalReport:
    return goal_report_of(kinds(), f"g-{goal}", ViewSettings(year))


def steps(report: GoalReport) -> dict[str, tuple[str, str]]:
    return {step.name: (step.formula, step.result) for step in arithmetic(report).steps}


def test_completion_and_progress_are_different_figures() -> None:
    found = steps(goal_report_of(shipped(), "china-2020-rd-share", ViewSettings(2018)))
    assert found["Completion"] == ("2.14% ÷ 2.5%, the share of the target itself", "85.6%")
    assert found["Progress"][0].startswith("(2.14% − 2.1%) ÷ (2.5% − 2.1%)")
    assert found["Progress"][1] == "10%"


def test_a_small_pace_is_written_so_that_its_quotient_can_be_followed() -> None:
    found = steps(goal_report_of(shipped(), "china-2020-rd-share", ViewSettings(2018)))
    assert found["Required pace ÷ pace so far"] == ("0.18 points ÷ 0.0133 points", "≈ 13.5")
    assert found["Year of arrival at this pace"] == ("2018 + 0.36 points ÷ 0.0133 points a year ≈ 2045.0", "2045")


def test_with_a_start_alone_gap_and_required_pace_count_from_it() -> None:
    found = arithmetic(goal_report_of(shipped(), "shenyang-2023-high-tech-enterprises", ViewSettings(2021)))
    figures = {step.name: step for step in found.steps}
    assert figures["Required pace"].formula.startswith("(2,000 − 786) ÷ (2023 − 2020)")
    assert figures["Required pace"].result == "≈ +405 a year"
    assert "They need a value reported after the start." in found.left_out
    assert "pace" in found.left_out


def test_a_path_through_interim_values_says_so() -> None:
    assert steps(of_kind("level"))["Path value in 2024"] == (
        "read off the path from 1,000 through the interim values to 2,000",
        "1,700",
    )


def test_a_multiple_shows_how_its_target_comes_about() -> None:
    assert steps(of_kind("multiple"))["Target value"] == ("2 × 40", "80")


def test_additions_of_a_flow_are_summed() -> None:
    assert steps(of_kind("increase"))["Added so far"] == ("sum of the yearly additions after 2020 up to 2024", "39")


def test_yearly_changes_are_chained() -> None:
    found = steps(of_kind("change"))
    assert found["Change so far"][0] == "the yearly changes after 2020 up to 2024, chained"
    assert found["Gap"][0].startswith("−13.5% − (−8.27%)")
    assert found["Required pace ÷ pace so far"][0] == "−5.23 points ÷ (−2.07 points)"


def test_growth_shows_the_levels_it_comes_from() -> None:
    found = steps(of_kind("growth"))
    assert found["Mean growth so far"] == (
        "(131 bn yuan ÷ 100 bn yuan) to the power of 1 ÷ 4, less 1",
        "≈ 6.98% a year",
    )
    assert found["Required growth"][0] == "mean growth from 2024 to 2025 that makes 7% a year over the whole time"
    assert "Pace" not in found


@pytest.mark.parametrize(
    ("goal", "broken"), [("every", "2022"), ("range", "2021, 2023, 2024"), ("relative", "2021, 2022")]
)
def test_goals_of_every_year_name_the_years_that_break_them(goal: str, broken: str) -> None:
    found = steps(of_kind(goal))
    assert found["Reported years"][1] == "2021, 2022, 2023, 2024"
    assert found["Years that did not keep it"][1] == broken


def test_a_goal_of_every_year_that_is_kept_has_no_gap_to_reckon() -> None:
    assert steps(of_kind("every", 2021))["Gap"] == ("5.1% in 2021 keeps the goal of at most 5.5%", "0 points")


def test_the_gap_of_a_goal_of_every_year_is_that_of_the_year_that_broke_it_worst() -> None:
    assert steps(of_kind("every"))["Gap"] == ("5.5% − 5.6%, in 2022", "−0.1 points")


def test_a_goal_of_every_year_without_reports_has_no_arithmetic() -> None:
    assert arithmetic(of_kind("every", 2019)).steps == ()


def test_a_rank_has_places_and_no_percentages_of_them() -> None:
    found = steps(of_kind("rank"))
    assert "Completion" not in found
    assert "Progress" not in found
    assert found["Required pace"][1] == "−8 a year"


def test_a_projection_says_on_what_it_rests() -> None:
    found = steps(of_kind("level"))
    assert found["If the pace so far holds"][1] == "1,500"
    assert found["… and its range"][1] == "1,301 to 1,699"
    assert "if the pace so far holds; no forecast of policy" in found["… and its chance"][0]


def test_a_line_through_two_points_has_no_interval() -> None:
    found = steps(of_kind("level", 2021))
    assert "too few points for an interval" in found["If the pace so far holds"][0]
    assert "… and its range" not in found


def test_a_bound_leaves_out_what_needs_one_number() -> None:
    assert "They need one number; only a bound is known." in arithmetic(of_kind("bound")).left_out


@pytest.mark.parametrize(
    ("goal", "why"),
    [
        ("new-energy-park-planned-area", "They need a year by which the goal is to be reached."),
        ("jinpu-2025-foreign-talents", "They need a number to reach."),
        ("shenyang-2023-rank", "They need reported values."),
    ],
)
def test_what_is_undefined_is_named_with_the_reason(goal: str, why: str) -> None:
    found = arithmetic(goal_report_of(shipped(), goal, ViewSettings(2022)))
    assert found.steps == ()
    assert found.left_out.endswith(why)


def test_a_milestone_has_no_arithmetic() -> None:
    found = arithmetic(of_kind("mile"))
    assert (found.steps, found.left_out) == ((), "")


def test_an_addition_to_a_level_shows_both_levels() -> None:
    assert steps(of_kind("more"))["Added so far"] == ("70 in 2024 − 40 in 2020", "30")


def test_a_change_of_a_level_shows_both_levels() -> None:
    found = steps(of_kind("fall"))
    assert found["Change so far"] == ("(1,360 − 1,000) ÷ 1,000", "36%")


def test_without_a_start_the_figures_that_need_one_are_named() -> None:
    found = arithmetic(of_kind("still"))
    assert "Not shown: progress, time gone, path value, gap to path, pace" in found.left_out
    assert found.left_out.endswith("They need a value to start from.")


def test_an_addition_nobody_has_reported_shows_nothing() -> None:
    report = goal_report_of(shipped(), "jinpu-2019-high-tech-enterprises-added", ViewSettings(2018))
    assert arithmetic(report).steps == ()


def test_one_figure_left_out_is_spoken_of_as_one_with_the_real_reason() -> None:
    found = arithmetic(goal_report_of(shipped(), "china-2020-rd-share", ViewSettings(2022)))
    assert found.left_out == "Not shown: projection. The due year is past."


def test_a_judged_due_year_leaves_no_year_of_arrival() -> None:
    found = steps(goal_report_of(shipped(), "china-2020-rd-share", ViewSettings(2022)))
    assert "Year of arrival at this pace" not in found
    assert "Pace" in found


def test_required_growth_has_one_decimal() -> None:
    found = steps(goal_report_of(shipped(), "shenyang-2023-high-tech-enterprises", ViewSettings(2021)))
    assert found["Required growth"][1] == "≈ 36.5% a year"
